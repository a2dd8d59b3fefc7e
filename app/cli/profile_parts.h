// The subcommands of `dekko profile` that have a file of their own. Each adds itself and returns the command
// with what it does.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <utility>

#include "app/exit_code.h"

namespace dekko {

using ProfilePart = std::pair<const CLI::App*, std::function<ExitCode()>>;

ProfilePart add_profile_infer(CLI::App& app);
ProfilePart add_profile_repair(CLI::App& app);

}  // namespace dekko
