#include "extractors/find/pager_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// clang-format off
// Folded texts of links to the next page: they begin with one of these words, arrows aside.
constexpr std::array<std::string_view, 75> kNextWords = {
    "next", "older", "load more", "more posts", "suivant", "suivante", "page suivante", "siguiente",
    "successiva", "pagina successiva", "successivo", "avanti", "nachste", "weiter", "volgende",
    "neste", "nasta", "seguinte", "proxima", "proximo", "следующая", "следующие", "далее", "вперед",
    "следваща", "dalsi", "nacist dalsi", "nasledujici", "nastepna", "nastepne", "kovetkezo",
    "sonraki", "urmatoarea", "επομενη", "siguientes", "次", "下一页", "下页", "পরবর্তী", "다음",
    "mais antigas", "mais antigos", "publicacoes mais antigas", "postagens mais antigas",
    "mas antiguas", "entradas antiguas", "entradas mas antiguas", "plus anciens",
    "articles plus anciens", "messages plus anciens", "altere beitrage", "altere posts",
    "altere artikel", "post piu vecchi", "articoli piu vecchi", "oudere berichten", "oudere posts",
    "starsze posty", "starsze wpisy", "aldre inlagg", "eldre innlegg", "старые записи",
    "более старые", "более ранние", "παλαιοτερες", "vanhemmat", "starsi prispevky", "過去の記事",
    "以前の記事", "古い記事", "较早的文章", "较旧的文章", "更早的文章", "舊文章", "旧文章"};
// Blogs call the page of earlier posts so, which is the next.
constexpr std::array<std::string_view, 16> kEarlierWords = {
    "previous", "prev", "earlier", "precedents", "precedent", "anteriores", "anterior", "vorherige",
    "zuruck", "poprzednie", "предыдущие", "more", "上一页", "上一頁", "前", "이전"};
// clang-format on

// The octets that a list's words begin with.
template <size_t kSize>
constexpr std::array<bool, 256> starts_of(const std::array<std::string_view, kSize>& words) {
  std::array<bool, 256> starts{};
  for (const std::string_view word : words) starts[static_cast<unsigned char>(word[0])] = true;
  return starts;
}

constexpr auto kNextStarts = starts_of(kNextWords);
constexpr auto kEarlierStarts = starts_of(kEarlierWords);

// Told of ASCII from its first letter, unfolded.
bool may_say(std::string_view words, const std::array<bool, 256>& starts) {
  if (!is_ascii(words)) return true;
  const auto letter = std::find_if(words.begin(), words.end(),
                                   [](char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; });
  return letter != words.end() && starts[static_cast<unsigned char>(ascii_lower(*letter))];
}

// Whether the text, arrows aside, begins with one of these words.
template <size_t kSize>
bool says(std::string_view text, const std::array<std::string_view, kSize>& words,
          const std::array<bool, 256>& starts) {
  if (!may_say(text, starts)) return false;
  const std::string folded = fold_key(text);
  std::string_view key = folded;
  while (!key.empty() && !is_letter(code_point_at(key, 0).value))
    key.remove_prefix(code_point_at(key, 0).size);
  if (key.empty() || !starts[static_cast<unsigned char>(key[0])]) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (word[0] != key[0] || !key.starts_with(word)) return false;
    if (key.size() == word.size()) return true;
    const char32_t after = code_point_at(key, word.size()).value;
    return !is_letter(after) || is_unspaced(after);
  });
}

}  // namespace

bool says_next(std::string_view words) {
  return says(words, kNextWords, kNextStarts);
}

bool says_earlier(std::string_view words) {
  return says(words, kEarlierWords, kEarlierStarts);
}

}  // namespace dekko
