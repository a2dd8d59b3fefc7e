// `dekko verify --politeness`: the ledger read back and held against its own rules.
#pragma once

#include <filesystem>

#include "app/console.h"
#include "app/exit_code.h"

namespace dekko {

// Pairs of requests that came too close go to standard output, and then what was proven. kFailed if there are
// any.
ExitCode check_politeness(const std::filesystem::path& db, bool as_json, Console& console);

}  // namespace dekko
