// A page kept for ever with what it is read as, so that the next change of dekko or of the profile is held
// against it: page.html, page.toml, expected.jsonl, as `replay --expect` reads them.
#pragma once

#include <filesystem>
#include <string>

#include "core/capture.h"
#include "core/page.h"
#include "core/result.h"

namespace dekko {

// Whether a page was read from such a folder: it needs not be kept again.
bool is_fixture(const std::filesystem::path& page_file);

// Writes FOLDER/page-K for page K, or page-K-2 and so on where that is taken: nothing is written over.
// The folder that was made.
Result<std::filesystem::path> keep_fixture(const std::filesystem::path& folder, const Capture& capture,
                                           const Page& page);

}  // namespace dekko
