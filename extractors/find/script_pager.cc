#include "extractors/find/script_pager.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "extractors/find/page_links.h"
#include "extractors/find/pager_words.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr uint32_t kReach = 300;         // octets of text between the cards and their pager
constexpr uint32_t kControlOctets = 40;  // a pager's control says less
constexpr int kAround = 3;               // elements around a control that can switch it off

// Folded texts of controls that fetch more: they begin with one of these.
constexpr std::array<std::string_view, 44> kMoreWords = {
    "show more",      "view more",      "see more",      "more articles", "more news",     "more stories",
    "more results",   "mehr laden",     "mehr anzeigen", "mehr artikel",  "weitere laden", "charger plus",
    "voir plus",      "afficher plus",  "cargar mas",    "ver mas",       "mostrar mas",   "carregar mais",
    "ver mais",       "mostrar mais",   "carica altr",   "mostra altr",   "meer laden",    "laad meer",
    "toon meer",      "visa fler",      "ladda fler",    "vis flere",     "vis mer",       "nayta lisaa",
    "lataa lisaa",    "zobrazit dalsi", "daha fazla",    "показать еще",  "загрузить еще", "показати ще",
    "завантажити ще", "もっと見る",     "더보기",        "더 보기",       "加载更多",      "查看更多",
    "載入更多",       "عرض المزيد"};

bool says_more(std::string_view words) {
  const std::string key = fold_key(words);
  return std::any_of(kMoreWords.begin(), kMoreWords.end(),
                     [&](std::string_view word) { return key.starts_with(word); });
}

bool is_control(Node node) {
  return node.tag() == "button" || (node.tag() == "a" && !leads_somewhere(node)) ||
         node.attribute("role") == "button";
}

bool is_off(Node node) {
  for (int i = 0; node && i < kAround; ++i, node = node.parent()) {
    if (node.attribute("disabled") || node.attribute("aria-disabled") == "true") return true;
    if (node.attribute("class").value_or("").find("disabled") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string script_pager(const Outline& outline, Place from) {
  std::optional<int> number;
  for (Place place = from; place < outline.size(); ++place) {
    if (outline.between(from, place).text > kReach) break;
    const Node node = outline.at(place).node;
    if (!is_control(node) || outline.inside(place).text > kControlOctets || is_off(node)) continue;
    std::string words = collapse_space(outline.raw_text(place, outline.at(place).end));
    if (says_next(words) || says_more(words)) return words;
    const auto shown = number_shown(words);
    if (shown && number && *shown == *number + 1) return words;
    number = shown;
  }
  return {};
}

}  // namespace dekko
