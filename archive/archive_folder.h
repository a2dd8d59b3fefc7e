// The folder of an archive, made so that a power cut cannot take it back.
#pragma once

#include <filesystem>

#include "archive/disk.h"
#include "core/result.h"

namespace dekko {

// Makes the folder and those above it that are missing, each with its name on disk when this returns: a
// synced file is lost with a folder whose name is not. kIo.
Result<void> make_archive_folder(const std::filesystem::path& folder, Disk& disk = system_disk());

}  // namespace dekko
