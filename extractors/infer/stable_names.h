// How long a class or id is likely to mean what it means today.
#pragma once

#include <optional>
#include <string_view>

namespace dekko {

// 1 for a word of listings ("headline", "byline"), 2 for other words, more for what only dresses an element
// ("mt-4", "is-active"). None for what a build tool or a database made: "css-1x2y3z", "sc-bdVaJa",
// "post-48151".
std::optional<int> name_cost(std::string_view name);

// The part that people wrote of a name that a build tool completed: "Card_title__" of "Card_title__x7Gh2".
// Empty if there is none.
std::string_view written_stem(std::string_view name);

}  // namespace dekko
