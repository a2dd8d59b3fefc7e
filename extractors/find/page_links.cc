#include "extractors/find/page_links.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/limits.h"
#include "extractors/fields/links.h"
#include "extractors/find/pager_words.h"
#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kLinkOctets = 40;  // a pager's link says less
constexpr size_t kNumberOctets = 16;

constexpr std::array<std::string_view, 8> kArrows = {"›", "»", "→", ">", ">>", "▶", "►", "❯"};

std::optional<std::string> on_this_site(const PagerRules& rules, std::string_view reference) {
  const auto url = linked_url(rules.base, reference);
  if (!url || !same_site(*url, rules.self.listing)) return std::nullopt;
  return url->text();
}

std::string words_of(const Outline& outline, Outline::Place place) {
  if (outline.inside(place).text > kLinkOctets) return {};
  std::string words = collapse_space(outline.raw_text(place, outline.at(place).end));
  if (words.empty()) words = collapse_space(outline.at(place).node.attribute("aria-label").value_or(""));
  return words;
}

bool is_arrow(std::string_view words) {
  return std::find(kArrows.begin(), kArrows.end(), words) != kArrows.end();
}

// "next", "i-next", "next-page": a name that says what the link is, where its text does not.
bool is_named_next(Node link) {
  std::string name(link.attribute("class").value_or(""));
  for (char& c : name) c = c == '-' || c == '_' ? ' ' : ascii_lower(c);
  return has_word(name, "next");
}

// How sure a link is the next page's: 3 for rel, 2 for words, 1 for an arrow or for "Previous" that leads to
// the page after this.
int trust(const Outline& outline, Outline::Place place, bool follows) {
  if (has_word(outline.at(place).node.attribute("rel").value_or(""), "next")) return 3;
  const std::string words = words_of(outline, place);
  if (says_next(words)) return 2;
  if ((words.empty() || is_arrow(words)) && is_named_next(outline.at(place).node)) return 2;
  return follows && (is_arrow(words) || says_earlier(words)) ? 1 : 0;
}

// What calls "?page=1" the next of a first page without a number counts from zero.
bool is_second_from_zero(const PageAddress& page, const PageAddress& self) {
  return page.numbered && page.style == PageAddress::Style::kQuery && page.page == 1 && page.first == 1 &&
         !self.numbered && self.page == 1;
}

// The address in its own listing's form, or as it is where it is of no known form; none where it leads back.
std::optional<std::string> ahead(const PagerRules& rules, const std::string& address, bool& follows) {
  const auto url = Url::parse(address);
  if (!url) return std::nullopt;
  PageAddress page = page_address(*url, rules.noise);
  follows = false;
  if (!same_listing(page.listing, rules.self.listing)) return address;
  if (is_second_from_zero(page, rules.self)) {
    page.first = 0;
    return page.of_page(2).text();
  }
  if (page.page <= rules.self.page) return std::nullopt;
  follows = page.page == rules.self.page + 1;
  return page.of_page(page.page).text();
}

// "1,097" and "1.097" without what stands between thousands.
std::string without_grouping(std::string text) {
  for (size_t at = 1; at < text.size(); ++at) {
    const size_t rest = text.size() - at;
    if ((text[at] == ',' || text[at] == '.') && rest > 1 && rest % 3 == 1) text.erase(at, 1);
  }
  return text;
}

}  // namespace

std::optional<int> page_number_of(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= 1 && value <= limits::kPages ? std::optional<int>(value) : std::nullopt;
}

std::optional<int> number_shown(std::string_view text) {
  return page_number_of(without_grouping(with_ascii_digits(collapse_space(text))));
}

bool leads_somewhere(Node node) {
  const std::string_view href = node.attribute("href").value_or("");
  return node.tag() == "a" && !href.empty() && !href.starts_with('#') && !href.starts_with("javascript:");
}

std::optional<NextLink> declared_next(Node head, const PagerRules& rules) {
  if (!head) return std::nullopt;
  for (Node node = head.first_child(); node; node = node.next_sibling()) {
    if (node.tag() != "link" || !has_word(node.attribute("rel").value_or(""), "next")) continue;
    const auto address = on_this_site(rules, node.attribute("href").value_or(""));
    if (!address) continue;
    bool follows = false;
    auto target = ahead(rules, *address, follows);
    return target ? std::optional<NextLink>({std::move(*target), follows}) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<PageLink> numbered_links(const Outline& outline, const PagerRules& rules) {
  std::vector<PageLink> links;
  for (const Outline::Place place : outline.links()) {
    if (outline.inside(place).text - 1 >= kNumberOctets) continue;
    const auto number = number_shown(outline.raw_text(place, outline.at(place).end));
    if (!number) continue;
    const auto address = on_this_site(rules, outline.at(place).node.attribute("href").value_or(""));
    const auto url = Url::parse(address.value_or(""));
    if (!url) continue;
    const PageAddress page = page_address(*url, rules.noise);
    const bool verified = same_listing(page.listing, rules.self.listing) && page.page == *number;
    links.push_back({place, *number, verified ? page.of_page(*number).text() : *address, verified});
  }
  return links;
}

std::optional<std::string> linked_next(const Outline& outline, const PagerRules& rules) {
  std::optional<std::string> best;
  int best_trust = 0;
  for (const Outline::Place place : outline.links()) {
    if (outline.inside(place).text > kLinkOctets) continue;
    const Node node = outline.at(place).node;
    // Most links promise nothing, and reading an address costs more than reading a word.
    if (trust(outline, place, true) <= best_trust) continue;
    const auto address = on_this_site(rules, node.attribute("href").value_or(""));
    if (!address) continue;
    bool follows = false;
    auto target = ahead(rules, *address, follows);
    const int sure = target ? trust(outline, place, follows) : 0;
    if (sure <= best_trust) continue;
    best_trust = sure;
    best = std::move(target);
  }
  return best;
}

}  // namespace dekko
