#include "extractors/find/item_titles.h"

#include <map>
#include <set>

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

}  // namespace

void keep_one_an_item(const Outline& outline, LinkFamily& family) {
  if (family.size() < 2 * kItems) return;
  const bool rows = are_labels(outline, family);
  std::map<Place, std::vector<const TitleLink*>> items;
  for (const TitleLink& title : family) items[item_of(outline, title.first, rows)].push_back(&title);
  items.erase(Outline::kNowhere);
  size_t several = 0;
  std::set<Place> left_out;
  for (const auto& [item, titles] : items) {
    several += titles.size() > 1 ? 1 : 0;
    const TitleLink* longest = titles.front();
    for (const TitleLink* title : titles) longest = title->text > longest->text ? title : longest;
    for (const TitleLink* title : titles) {
      if (title != longest) left_out.insert(title->first);
    }
  }
  if (items.size() < kItems || several * 2 <= items.size()) return;
  std::erase_if(family, [&](const TitleLink& title) { return left_out.contains(title.first); });
}

}  // namespace dekko
