#include "archive/archive_folder.h"

#include <cerrno>
#include <system_error>

namespace dekko {

namespace {

Error unmade(const std::filesystem::path& folder, const std::error_code& failure) {
  return Error{ErrorCode::kIo, folder.string(), "cannot be made: " + failure.message(),
               "give another folder with --archive"};
}

}  // namespace

Result<void> make_archive_folder(const std::filesystem::path& folder, Disk& disk) {
  std::error_code failure;
  std::filesystem::path made = std::filesystem::absolute(folder, failure).lexically_normal();
  if (!made.has_filename()) made = made.parent_path();
  std::filesystem::path there = made;
  while (!failure && there.has_relative_path() && !std::filesystem::exists(there, failure))
    there = there.parent_path();
  if (!failure) std::filesystem::create_directories(made, failure);
  if (failure) return unmade(folder, failure);
  for (; made != there; made = made.parent_path())
    if (disk.sync_folder(made.parent_path()) != 0)
      return unmade(folder, std::error_code(errno, std::generic_category()));
  return {};
}

}  // namespace dekko
