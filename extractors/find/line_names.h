// The names that a line of a card says.
#pragma once

#include <string>
#include <vector>

#include "extractors/find/card_rules.h"
#include "extractors/find/lines.h"

namespace dekko {

// Stretches of a line that hold names, each to be read on its own: two elements side by side with whole names
// in them are two stretches even where nothing stands between them.
using Names = std::vector<std::string>;

// What stands in [begin, end) of the line's text, without topics' links, <time> and words that lead to names
// or a date
// ("Posted by Jane Doe on"). Empty where it is not all names.
Names names_on(const Line& line, size_t begin, size_t end, const CardRules& rules);
Names names_on(const Line& line, const CardRules& rules);

// "7 points by <a>mara71</a>": what a word for it leads up to and is a link is a name, however it is written;
// so is the one word of an element whose class or address says that it is somebody.
Names nick_on(const Line& line, const CardRules& rules);

// Whether something about the line says that it names people: "By" before it, an author's link or class in
// it, "Author" over its column.
bool points_to_people(const Line& line, const CardRules& rules);
// Whether it does, and says nothing but names.
bool says_byline(const Line& line, const CardRules& rules);

// "Jane Doe, Al Roe & Jo Tait": names and nothing else, and more than one.
bool lists_names(const Line& line, const CardRules& rules);

// "Posted in Ports | Leave a comment": topics' links, and few words beside them.
bool is_topics(const Line& line);

// One Author each, nobody twice. `card` gives the avatar's alt, which makes undoing a doubled name exact.
std::vector<Author> read_names(const Names& names, const CardLines& card, const CardRules& rules);

}  // namespace dekko
