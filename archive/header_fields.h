// "Name: value" lines, as WARC (1.1 section 4) and HTTP (RFC 9112 section 5) have them in common. Lines may
// end in a bare LF; a line that begins with white space continues the one before; one without a colon carries
// no field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

struct HeaderField {
  std::string name;   // in lower case
  std::string value;  // without white space around it
};

// Where the text after the first empty line begins, looking from `from` on; npos if there is no empty line.
size_t end_of_head(std::string_view text, size_t from = 0);

// The first line of `head`, without its end; `head` is left with the rest.
std::string_view take_line(std::string_view& head);

// The fields of a head whose first line has been taken.
std::vector<HeaderField> parse_fields(std::string_view head);

}  // namespace dekko
