#include "extractors/find/title_links.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "extractors/fields/links.h"

namespace dekko {

namespace {

// "Anthony V. Rinna" has 16 octets, the shortest of 720 real headlines 21.
constexpr size_t kTitleOctets = 18;
constexpr size_t kReturns = 4;  // of one address in a family, from which on it is no title
// Wrappers between a heading and its link: h2 > span > strong > a.
constexpr int kHeadingReach = 4;

enum class Kind : uint64_t { kHeading, kText, kImage, kTerm };

struct Link {
  Outline::Place place;
  std::string_view address;
  bool own_site;
  size_t text;
  Kind kind;
  uint64_t path;
};

Outline::Place heading_above(const Outline& outline, Outline::Place link) {
  Outline::Place place = outline.at(link).parent;
  for (int i = 0; i < kHeadingReach && place != Outline::kNowhere; ++i) {
    if (is_heading(outline.at(place).node)) return place;
    place = outline.at(place).parent;
  }
  return Outline::kNowhere;
}

// What a link around a whole card says in its heading; all that it says where it holds none.
size_t title_octets(const Outline& outline, Outline::Place link) {
  for (Outline::Place place = link; place < outline.at(link).end; ++place) {
    if (is_heading(outline.at(place).node)) return outline.inside(place).text;
  }
  return outline.inside(link).text;
}

// A heading's link and a link around a heading are the same kind of title at the same place.
Link describe(const Outline& outline, Outline::Place place, std::string_view address, bool own_site) {
  const Outline::Sums sums = outline.inside(place);
  const Outline::Place heading = heading_above(outline, place);
  Link link{place, address, own_site, title_octets(outline, place), Kind::kText, 0};
  Outline::Place top = place;
  if (sums.headings() > 0 || (heading != Outline::kNowhere && sums.text > 0)) {
    link.kind = Kind::kHeading;
    if (heading != Outline::kNowhere) top = heading;
  } else if (sums.text == 0) {
    link.kind = Kind::kImage;
  }
  if (link.kind == Kind::kText && outline.at(outline.at(place).parent).node.tag() == "dt")
    link.kind = Kind::kTerm;
  const Outline::Place parent = outline.at(top).parent;
  link.path = parent == Outline::kNowhere ? 0 : outline.at(parent).path;
  return link;
}

// A card may link to another site; only our own front page and our own pages are no cards.
std::optional<Url> card_address(const Url& base, const PageAddress& self, std::string_view reference) {
  auto url = linked_url(base, reference);
  if (!url || (url->path() == "/" && url->query().empty())) return std::nullopt;
  if (same_listing(page_address(*url).listing, self.listing)) return std::nullopt;
  return url;
}

std::vector<Link> all_links(const Outline& outline, const Landmarks& landmarks, const Url& base,
                            const PageAddress& self, std::deque<std::string>& addresses) {
  std::vector<Link> links;
  for (const Outline::Place place : outline.links()) {
    const Node node = outline.at(place).node;
    if (landmarks.is_frame(place)) continue;
    const Outline::Sums sums = outline.inside(place);
    if (sums.text == 0 && sums.images == 0) continue;
    const auto url = card_address(base, self, node.attribute("href").value_or(""));
    if (!url) continue;
    addresses.push_back(url->text());
    links.push_back(describe(outline, place, addresses.back(), same_site(*url, self.listing)));
  }
  return links;
}

// Addresses that at least one link gives a title's weight.
std::unordered_set<std::string_view> weigh(const std::vector<Link>& links) {
  std::unordered_set<std::string_view> heavy;
  for (const Link& link : links) {
    if (link.kind != Kind::kText || link.text >= kTitleOctets) heavy.insert(link.address);
  }
  return heavy;
}

void join(LinkFamily& family, const Link& link) {
  const bool heading = link.kind == Kind::kHeading;
  if (!family.empty() && family.back().address == link.address) {
    TitleLink& same = family.back();
    same.last = link.place;
    same.text = std::max(same.text, link.text);
    same.heading = same.heading || heading;
    return;
  }
  family.push_back({link.place, link.place, link.address, link.text, heading, link.own_site});
}

// Links that every card has ("Help", one author's page) come back again and again; a card's own are
// neighbours.
void drop_returning(LinkFamily& family) {
  if (family.size() < kReturns) return;
  std::unordered_map<std::string_view, size_t> count;
  for (const TitleLink& title : family) ++count[title.address];
  std::erase_if(family, [&](const TitleLink& title) { return count[title.address] >= kReturns; });
}

}  // namespace

FoundLinks link_families(const Outline& outline, const Landmarks& landmarks, const Url& base,
                         const PageAddress& self) {
  FoundLinks found;
  const std::vector<Link> links = all_links(outline, landmarks, base, self, found.addresses);
  const std::unordered_set<std::string_view> heavy = weigh(links);
  std::unordered_map<uint64_t, size_t> index;
  std::vector<LinkFamily>& families = found.families;
  for (const Link& link : links) {
    const uint64_t weight = heavy.contains(link.address) ? 4 : 0;
    const uint64_t key = link.path * 8 + weight + static_cast<uint64_t>(link.kind);
    const auto [at, fresh] = index.try_emplace(key, families.size());
    if (fresh) families.emplace_back();
    join(families[at->second], link);
  }
  for (LinkFamily& family : families) drop_returning(family);
  std::erase_if(families, [](const LinkFamily& family) { return family.empty(); });
  return found;
}

}  // namespace dekko
