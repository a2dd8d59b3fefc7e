#include "app/card_differences.h"

#include <fmt/format.h>

#include "core/card_fields.h"
#include "extractors/find/excerpt.h"

namespace dekko {

namespace {

constexpr size_t kExamples = 3;  // of each field

std::string shown(const std::optional<std::string>& value) {
  return value ? "\"" + excerpt_of(*value) + "\"" : "-";
}

}  // namespace

bool CardDifferences::compare(const std::string& where, const std::vector<Card>& before,
                              const std::vector<Card>& after) {
  ++pages_;
  bool differs = false;
  std::map<std::string_view, const Card*> now;
  for (const Card& card : after) now.emplace(card.url, &card);
  for (const Card& card : before) {
    const auto same = now.find(card.url);
    if (same == now.end()) {
      note("cards that are gone", where + ": " + card.url);
      differs = true;
      continue;
    }
    for (const char* field : kCardFields) {
      const auto one = value_of(card, field), other = value_of(*same->second, field);
      if (one == other) continue;
      note(field, fmt::format("{}: {} -> {}", card.url, shown(one), shown(other)));
      differs = true;
    }
    now.erase(same);
  }
  for (const auto& [url, card] : now) note("cards that are new", where + ": " + std::string(url));
  differs = differs || !now.empty();
  differing_ += differs;
  return differs;
}

void CardDifferences::note(const std::string& field, const std::string& example) {
  Difference& difference = by_field_[field];
  ++difference.cards;
  if (difference.examples.size() < kExamples) difference.examples.push_back(example);
}

std::string CardDifferences::text() const {
  std::string text;
  for (const auto& [field, difference] : by_field_) {
    text += fmt::format("  {}: {}\n", field, difference.cards);
    for (const std::string& example : difference.examples) text += "    " + example + "\n";
  }
  return text;
}

}  // namespace dekko
