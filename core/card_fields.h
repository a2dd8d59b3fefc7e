// The fields of a card by name, for whatever treats them alike.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/page.h"

namespace dekko {

// In the order of the card record.
inline constexpr std::array<const char*, 7> kCardFields = {"url",     "headline",  "dek",  "kind",
                                                           "bylines", "published", "image"};

// Names joined with "; ". Nothing where the card does not show the field.
std::optional<std::string> value_of(const Card& card, std::string_view field);

}  // namespace dekko
