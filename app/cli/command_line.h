// The command line: from words to one command, run. Every command has help that teaches; a word that is not known
// gets a suggestion.
#pragma once

#include <string>
#include <vector>

#include "app/exit_code.h"

namespace dekko {

ExitCode run_command_line(std::vector<std::string> words);

}  // namespace dekko
