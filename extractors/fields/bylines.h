// The people named on a card: from the line as served to one name each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"

namespace dekko {

struct BylineRules {
  // What stands between names. "and", "&" and their like are words: they separate only between spaces.
  std::vector<std::string> separators = {"|", ";"};
  // What stands before names and is not part of them, compared without case: "By", "Von", "Author:".
  std::vector<std::string> prefixes = {"By"};
  // Texts that are no name wherever they stand: the constant alt of an avatar.
  std::vector<std::string> constants = {"Author Image"};
};

// `line`: a byline without its date. Undoes avatar doubling and glue ("Jane DoeJane Doe", "Jane DoeJane Doe |
// Al Roe", "Author Image X| Y"), keeps house names and one-word names, never splits at inner capitals
// (DePetris, O'Carroll). `avatar`: the alt text of the card's avatar if known, which makes undoing exact;
// empty otherwise. A name that is itself a doubling ("Ming Ming") stays unless the avatar says otherwise.
// Each name is given once. None for a line longer than limits::kFieldBytes; at most limits::kBylines names.
std::vector<Author> read_bylines(std::string_view line, const BylineRules& rules,
                                 std::string_view avatar = "");

}  // namespace dekko
