// An avatar's alt text stands glued before the byline that it repeats: "Jane DoeJane Doe".
#pragma once

#include <cstddef>
#include <string_view>

namespace dekko {

// The length of the front of `line` that spells `name`, quotes, accents and case aside; 0 if it does not
// begin with it.
size_t spelled_at_front(std::string_view line, std::string_view name);

// `line` without the avatar's text at its front, where that is followed by the same name again or glued to
// another. `line` itself when it does not begin with the avatar's text, or says nothing else.
std::string_view without_avatar(std::string_view line, std::string_view avatar);

// The second half of a name that is the same twice with nothing between ("Jane DoeJane Doe", "JinJin");
// `name` itself otherwise. A space between the halves ("Ming Ming") or no capital at the seam ("Lulu",
// "LULU") is no glue.
std::string_view undoubled(std::string_view name);

}  // namespace dekko
