// What a check claims of every input, and how it reads one.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace dekko::fuzz {

// Leaves a check where it does not hold; nothing catches it but the test that replays the corpora.
class Broken : public std::logic_error {
  using std::logic_error::logic_error;
};

// `input`: what it does not hold for, shown where it helps.
void claim(bool holds, std::string_view what, std::string_view input = {});

// Cuts the first line off, without its end: inputs of several parts have a line for each but the last.
std::string_view first_line(std::string_view& rest);

// RFC 3629, by its table of section 4.
bool is_utf8(std::string_view text);
// The same octets where they are UTF-8; else with U+FFFD for what is not, as every text that a page has.
std::string as_text(std::string_view octets);

}  // namespace dekko::fuzz
