// The room's door: what SQLite and SQLiteCpp throw becomes an Error that names the file and the next step.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <utility>

#include "core/result.h"

namespace dekko {

Error to_error(const SQLite::Exception& thrown, const std::filesystem::path& file);
Error to_error(const std::filesystem::filesystem_error& thrown);

// Runs `work`, which returns a Result, and turns what it throws.
template <class Work>
auto at_the_door(const std::filesystem::path& file, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& thrown) {
    return to_error(thrown, file);
  } catch (const std::filesystem::filesystem_error& thrown) {
    return to_error(thrown);
  }
}

}  // namespace dekko
