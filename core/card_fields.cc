#include "core/card_fields.h"

namespace dekko {

namespace {

std::optional<std::string> joined(const std::vector<Author>& authors) {
  std::string names;
  for (const Author& author : authors) names += (names.empty() ? "" : "; ") + author.name;
  return names.empty() ? std::nullopt : std::optional(names);
}

}  // namespace

std::optional<std::string> value_of(const Card& card, std::string_view field) {
  if (field == "url") return card.url.empty() ? std::nullopt : std::optional(card.url);
  if (field == "headline") return card.headline;
  if (field == "dek") return card.dek;
  if (field == "kind") return card.kind;
  if (field == "bylines") return joined(card.bylines);
  if (field == "published") return card.published;
  return card.image;
}

}  // namespace dekko
