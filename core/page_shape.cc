#include "core/page_shape.h"

#include <algorithm>

namespace dekko {

namespace {

// Code points: octets that begin one.
int64_t letters_of(const std::optional<std::string>& text) {
  if (!text) return 0;
  return std::count_if(text->begin(), text->end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

}  // namespace

PageShape shape_of(const Page& page, Moment seen) {
  PageShape shape{.seen = seen, .page = page.page, .cards = static_cast<int>(page.cards.size())};
  const Card* above = nullptr;
  for (const Card& card : page.cards) {
    for (size_t i = 0; i < kCardFields.size(); ++i)
      shape.with[i] += value_of(card, kCardFields[i]).has_value();
    shape.headline_letters += letters_of(card.headline);
    shape.dek_letters += letters_of(card.dek);
    if (above != nullptr && above->published && card.published) {
      ++shape.pairs;
      shape.falling += card.published->substr(0, 10) <= above->published->substr(0, 10);
    }
    above = &card;
  }
  return shape;
}

}  // namespace dekko
