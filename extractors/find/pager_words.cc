#include "extractors/find/pager_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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

// What a list's words begin with: octets of ASCII, and other letters, sorted.
struct Starts {
  std::array<bool, 128> ascii = {};
  std::vector<char32_t> others;
};

template <size_t kSize>
Starts starts_of(const std::array<std::string_view, kSize>& words) {
  Starts starts;
  for (const std::string_view word : words) {
    const char32_t letter = code_point_at(word, 0).value;
    if (letter < 0x80) starts.ascii[letter] = true;
    if (letter >= 0x80) starts.others.push_back(letter);
  }
  std::sort(starts.others.begin(), starts.others.end());
  return starts;
}

bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

// Told from the first letter, unfolded, of the scripts that most pages are in: folding costs more than all
// else here.
bool may_say(std::string_view text, const Starts& starts) {
  size_t at = 0;
  while (at < text.size() && !is_ascii_letter(text[at]) && !is_letter(code_point_at(text, at).value))
    at += code_point_at(text, at).size;
  if (at == text.size()) return false;
  if (is_ascii_letter(text[at])) return starts.ascii[static_cast<unsigned char>(ascii_lower(text[at]))];
  const char32_t letter = code_point_at(text, at).value;
  const bool cyrillic = letter >= 0x410 && letter <= 0x44F;
  const bool han = letter >= 0x4E00 && letter <= 0xD7A3;  // and Hangul
  if (!cyrillic && !han) return true;
  return std::binary_search(starts.others.begin(), starts.others.end(),
                            cyrillic && letter < 0x430 ? letter + 0x20 : letter);
}

// Whether the text, arrows aside, begins with one of these words.
template <size_t kSize>
bool says(std::string_view text, const std::array<std::string_view, kSize>& words, const Starts& starts) {
  if (!may_say(text, starts)) return false;
  const std::string folded = fold_key(text);
  std::string_view key = folded;
  while (!key.empty() && !is_letter(code_point_at(key, 0).value))
    key.remove_prefix(code_point_at(key, 0).size);
  if (key.empty()) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (word[0] != key[0] || !key.starts_with(word)) return false;
    if (key.size() == word.size()) return true;
    const char32_t after = code_point_at(key, word.size()).value;
    return !is_letter(after) || is_unspaced(after);
  });
}

}  // namespace

bool says_next(std::string_view words) {
  static const Starts starts = starts_of(kNextWords);
  return says(words, kNextWords, starts);
}

bool says_earlier(std::string_view words) {
  static const Starts starts = starts_of(kEarlierWords);
  return says(words, kEarlierWords, starts);
}

}  // namespace dekko
