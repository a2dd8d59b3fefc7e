#include "extractors/find/notices.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Folded. A notice is one line of its own; a headline that begins like one is longer.
constexpr size_t kNoticeOctets = 160;
constexpr std::array<std::string_view, 26> kNothing = {"nothing found",
                                                       "nothing here",
                                                       "no posts",
                                                       "no articles",
                                                       "no results",
                                                       "no stories",
                                                       "no entries",
                                                       "no items",
                                                       "no content",
                                                       "no news",
                                                       "there are no ",
                                                       "there is nothing",
                                                       "sorry, no ",
                                                       "sorry, but nothing",
                                                       "keine beitrage",
                                                       "keine artikel",
                                                       "keine ergebnisse",
                                                       "aucun article",
                                                       "aucun resultat",
                                                       "no hay resultados",
                                                       "nessun risultato",
                                                       "nessun articolo",
                                                       "ничего не найдено",
                                                       "没有找到",
                                                       "記事が見つかりません",
                                                       "검색 결과가 없습니다"};

// Whole titles, but for a site's name, a mark or a purpose after them: "Forbidden City" and "404 Media" are
// topics.
constexpr std::array<std::string_view, 25> kElsewhere = {"log in",
                                                         "login",
                                                         "sign in",
                                                         "member login",
                                                         "anmelden",
                                                         "connexion",
                                                         "access denied",
                                                         "robot check",
                                                         "captcha",
                                                         "security check",
                                                         "forbidden",
                                                         "403",
                                                         "404",
                                                         "403 forbidden",
                                                         "not found",
                                                         "404 not found",
                                                         "bad gateway",
                                                         "page not found",
                                                         "404 error",
                                                         "error 404",
                                                         "error 403",
                                                         "service unavailable",
                                                         "error",
                                                         "request blocked",
                                                         "502 bad gateway"};
constexpr std::array<std::string_view, 9> kAfterNotice = {"|", "-", ":", ".", "!", "…", "·", "to ", "("};

// Sentences, whatever follows.
constexpr std::array<std::string_view, 17> kSentences = {
    "please log in",        "please sign in",        "just a moment",        "one moment",
    "attention required",   "access to this",        "are you a robot",      "are you human",
    "verify you are",       "verifying you are",     "ddos protection",      "checking your browser",
    "before you continue",  "we value your privacy", "page cannot be found", "you must log in",
    "subscribe to continue"};

template <class List>
bool starts_with_one(const std::string& key, const List& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return key.starts_with(start); });
}

}  // namespace

bool says_nothing_found(std::string_view line) {
  return line.size() <= kNoticeOctets && starts_with_one(fold_key(line), kNothing);
}

bool heads_another_page(std::string_view title) {
  if (title.size() > kNoticeOctets) return false;
  const std::string key = fold_key(title);
  if (starts_with_one(key, kSentences)) return true;
  return std::any_of(kElsewhere.begin(), kElsewhere.end(), [&](std::string_view notice) {
    if (!key.starts_with(notice)) return false;
    const std::string rest = key.substr(notice.size());
    if (rest.empty()) return true;
    return starts_with_one(rest, kAfterNotice) ||
           (rest.front() == ' ' && starts_with_one(rest.substr(1), kAfterNotice));
  });
}

}  // namespace dekko
