// What a shell needs to ask dekko for completions: its script, to be sourced or to be put where the shell
// looks.
#pragma once

#include <optional>
#include <string>

namespace dekko {

// shell: "bash", "zsh" or "fish"; nothing for any other.
std::optional<std::string> completion_script(const std::string& shell);

}  // namespace dekko
