#include "extractors/find/pager.h"

#include <algorithm>
#include <string_view>

#include "extractors/find/page_links.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Place = Outline::Place;

// All text of a pager, white space aside: "Previous 1 2 3 ... 113 Next Page 2 of 113" has 40 octets.
constexpr uint32_t kPagerOctets = 200;
constexpr size_t kDigitPlaces = 4;  // in an address, from its end, where it may have its page's number

// The largest part of the page around a page's number that shows little else.
Place box_around(const Outline& outline, Place link) {
  Place box = link;
  while (outline.at(box).parent != Outline::kNowhere) {
    const Outline::Sums sums = outline.inside(outline.at(box).parent);
    if (sums.text > kPagerOctets || sums.headings() > 0) break;
    box = outline.at(box).parent;
  }
  return box;
}

std::optional<int> number_between(std::string_view address, std::string_view before, std::string_view after) {
  const size_t around = before.size() + after.size();
  if (address.size() <= around || !address.starts_with(before) || !address.ends_with(after))
    return std::nullopt;
  return page_number_of(address.substr(before.size(), address.size() - around));
}

// The number that an address has where those of a row have theirs: "/help/p6" in a row of "/help/p4" as 4 and
// "/help/p7" as 7. Nothing where the row's addresses are not their numbers, or this one is of another form.
std::optional<int> number_in(std::string_view address, const std::vector<PageLink>& row) {
  if (row.size() < 2) return std::nullopt;
  const std::string_view last = row.back().address;
  const std::string digits = std::to_string(row.back().number);
  size_t at = last.rfind(digits);
  for (size_t tried = 0; tried < kDigitPlaces && at != last.npos && at > 0; ++tried) {
    const std::string_view before = last.substr(0, at), after = last.substr(at + digits.size());
    const auto fits = [&](const PageLink& link) {
      return link.number == 1 || number_between(link.address, before, after) == link.number;
    };
    const auto number = number_between(address, before, after);
    if (number && std::all_of(row.begin(), row.end(), fits)) return number;
    at = last.rfind(digits, at - 1);
  }
  return std::nullopt;
}

// The days of a calendar, which are no pages.
bool is_month(const std::vector<PageLink>& row) {
  return row.size() >= 28 && row.back().number >= 28 && row.back().number <= 31;
}

// Verified links, or, where addresses tell nothing, the longest row of ascending numbers side by side.
std::vector<PageLink> pages_shown(const Outline& outline, std::vector<PageLink> links,
                                  const PagerRules& rules) {
  std::vector<PageLink> verified;
  std::copy_if(links.begin(), links.end(), std::back_inserter(verified),
               [](const auto& l) { return l.verified; });
  if (!verified.empty()) return verified;
  std::vector<PageLink> best, row;
  bool best_is_own = false;
  for (PageLink& link : links) {
    const bool goes_on = !row.empty() && link.number > row.back().number &&
                         link.number <= row.back().number + 1000 &&
                         outline.holds(box_around(outline, row.back().place), link.place);
    if (!goes_on) row.clear();
    row.push_back(std::move(link));
    // A row in whose form this page's own address is comes before any other.
    const bool own = number_in(rules.self.listing.text(), row).has_value();
    const bool longer = own == best_is_own ? row.size() > best.size() : own;
    if ((!own && row.front().number > 2) || !longer) continue;
    best = row;
    best_is_own = own;
  }
  return best.size() >= 2 && !is_month(best) ? best : std::vector<PageLink>{};
}

// Numbers in the pager that are no links: the page itself.
std::optional<int> unlinked_number(const Outline& outline, Place box, int most) {
  for (Place place = box; place < outline.at(box).end; ++place) {
    if (!outline.at(place).node.is_text()) continue;
    bool linked = false;
    for (Place above = outline.at(place).parent; above != Outline::kNowhere && above >= box;
         above = outline.at(above).parent) {
      linked = linked || leads_somewhere(outline.at(above).node);
    }
    const auto number = number_shown(outline.at(place).node.text());
    if (!linked && number && *number <= most + 1) return number;
  }
  return std::nullopt;
}

std::optional<std::string> derived_next(const std::vector<PageLink>& shown, const PagerRules& rules,
                                        int current, int count) {
  for (const PageLink& link : shown) {
    if (link.number == current + 1) return link.address;
  }
  if (current >= count || shown.empty() || !shown.front().verified) return std::nullopt;
  // A link to a later page tells how this listing writes its numbers; the bare address of page 1 does not.
  const auto url = Url::parse(shown.back().address);
  const PageAddress form = url ? page_address(*url, rules.noise) : rules.self;
  return (form.page > 1 ? form : rules.self).of_page(current + 1).text();
}

// Whether the pager's numbers go as far as this page and no further.
bool ends_here(const std::vector<PageLink>& shown, const Pager& pager, const PagerRules& rules) {
  return !shown.empty() && shown.front().verified && pager.current == rules.self.page &&
         pager.current == pager.page_count;
}

// Templates declare pages that there are not, and addresses that no reader is led to: what the page shows
// is believed before what its head says, where the two are at odds.
std::optional<std::string> agreed_next(std::optional<std::string> linked, std::optional<NextLink> declared,
                                       bool last) {
  if (declared && (last || (linked && !declared->follows))) declared.reset();
  return declared ? std::move(declared->address) : std::move(linked);
}

}  // namespace

Pager read_pager(const Outline& outline, Node head, const PagerRules& rules) {
  Pager pager;
  const std::vector<PageLink> shown = pages_shown(outline, numbered_links(outline, rules), rules);
  int count = 0;
  for (const PageLink& link : shown) count = std::max(count, link.number);
  if (!shown.empty()) {
    pager.current = unlinked_number(outline, box_around(outline, shown.front().place), count);
    if (!shown.front().verified) {
      if (const auto own = number_in(rules.self.listing.text(), shown)) pager.current = own;
    }
    pager.page_count = std::max(count, pager.current.value_or(0));
  }
  const int current = rules.self.page > 1 ? rules.self.page : pager.current.value_or(1);
  auto numbered = pager.page_count ? derived_next(shown, rules, current, *pager.page_count) : std::nullopt;
  auto seen = linked_next(outline, rules);
  // The next of a whole site's pages is not the listing's.
  if (!seen && !shown.empty() && shown.front().verified) seen = numbered;
  pager.next = agreed_next(std::move(seen), declared_next(head, rules), ends_here(shown, pager, rules));
  if (!pager.next) pager.next = std::move(numbered);
  return pager;
}

}  // namespace dekko
