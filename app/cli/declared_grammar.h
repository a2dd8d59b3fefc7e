// The grammar that the commands declared to the parser.
#pragma once

#include <CLI/App.hpp>

#include "app/grammar.h"

namespace dekko {

// app: the whole command line, or a command of it, with all below it.
Grammar grammar_of(const CLI::App& app);
// The command line that a command is part of.
const CLI::App& whole_of(const CLI::App& command);

}  // namespace dekko
