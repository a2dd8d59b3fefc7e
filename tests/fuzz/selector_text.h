// A compiled selector as text again: the form that reads back as the same program.
#pragma once

#include <string>

#include "extractors/html/selector_program.h"

namespace dekko::fuzz {

std::string selector_text(const css::Program& program);

}  // namespace dekko::fuzz
