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

constexpr std::array<std::string_view, 32> kElsewhere = {"log in",
                                                         "login",
                                                         "sign in",
                                                         "please log in",
                                                         "please sign in",
                                                         "member login",
                                                         "anmelden",
                                                         "connexion",
                                                         "just a moment",
                                                         "one moment",
                                                         "attention required",
                                                         "access denied",
                                                         "access to this",
                                                         "are you a robot",
                                                         "are you human",
                                                         "robot check",
                                                         "captcha",
                                                         "verify you are",
                                                         "verifying you are",
                                                         "checking your browser",
                                                         "security check",
                                                         "ddos protection",
                                                         "request blocked",
                                                         "forbidden",
                                                         "403",
                                                         "404",
                                                         "page not found",
                                                         "not found",
                                                         "before you continue",
                                                         "we value your privacy",
                                                         "service unavailable",
                                                         "bad gateway"};

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
  return title.size() <= kNoticeOctets && starts_with_one(fold_key(title), kElsewhere);
}

}  // namespace dekko
