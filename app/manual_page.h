// Man pages made from the grammar of the command line: dekko.1, and one for each command, those within it
// included.
#pragma once

#include <string>

#include "app/grammar.h"

namespace dekko {

// "dekko-crawl"
std::string manual_name(const Grammar& command);
// The page of `command`, which is the whole command line or one of its commands, in the mark-up of man(7).
// version: "0.1.0". The same input gives the same octets.
std::string manual_page(const Grammar& whole, const Grammar& command, const std::string& version);

}  // namespace dekko
