#include "extractors/find/item_titles.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr size_t kItems = 3;  // fewer tell nothing of a list

std::string text_at(const Outline& outline, Place place) {
  return collapse_space(outline.raw_text(place, outline.at(place).end));
}

// "Agenda", "Minutes", "Agenda": labels, not titles.
bool are_labels(const Outline& outline, const LinkFamily& family) {
  std::set<std::string> texts;
  for (const TitleLink& title : family) texts.insert(text_at(outline, title.first));
  return texts.size() * 2 <= family.size();
}

bool is_item(Node node, bool rows) {
  const std::string_view tag = node.tag();
  return tag == "li" || tag == "article" || (rows && tag == "tr");
}

// The nearest item that a link stands in; kNowhere for none.
Place item_of(const Outline& outline, Place place, bool rows) {
  while (place != Outline::kNowhere && !is_item(outline.at(place).node, rows))
    place = outline.at(place).parent;
  return place;
}

// Whether some of the links stand in rows of a table, and say no more than which column they are of.
bool are_items_rows(const Outline& outline, const LinkFamily& family) {
  const auto in_row = [&](const TitleLink& title) {
    const Place item = item_of(outline, title.first, true);
    return item != Outline::kNowhere && outline.at(item).node.tag() == "tr";
  };
  return std::any_of(family.begin(), family.end(), in_row) && are_labels(outline, family);
}

// A link and the item that it stands in.
struct Held {
  Place item;
  const TitleLink* title;
};

std::vector<Held> by_item(const Outline& outline, const LinkFamily& family) {
  const bool rows = are_items_rows(outline, family);
  std::vector<Held> all;
  all.reserve(family.size());
  for (const TitleLink& title : family) {
    const Place item = item_of(outline, title.first, rows);
    if (item != Outline::kNowhere) all.push_back({item, &title});
  }
  std::stable_sort(all.begin(), all.end(), [](const Held& a, const Held& b) { return a.item < b.item; });
  return all;
}

}  // namespace

void keep_one_an_item(const Outline& outline, LinkFamily& family) {
  if (family.size() < 2 * kItems) return;
  size_t items = 0, several = 0;
  std::vector<Place> left_out;
  const std::vector<Held> all = by_item(outline, family);
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const TitleLink* longest = all[begin].title;
    for (end = begin; end < all.size() && all[end].item == all[begin].item; ++end)
      longest = all[end].title->text > longest->text ? all[end].title : longest;
    for (size_t i = begin; i < end; ++i) {
      if (all[i].title != longest) left_out.push_back(all[i].title->first);
    }
    ++items;
    several += end - begin > 1 ? 1 : 0;
  }
  if (items < kItems || several * 2 <= items) return;
  std::sort(left_out.begin(), left_out.end());
  std::erase_if(family, [&](const TitleLink& title) {
    return std::binary_search(left_out.begin(), left_out.end(), title.first);
  });
}

}  // namespace dekko
