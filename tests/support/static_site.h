// The same pages as files, for a web server that serves folders with "index index.html".
#pragma once

#include <filesystem>

#include "core/result.h"
#include "tests/support/newspaper.h"

namespace dekko::site {

// Writes robots.txt, tag/<slug>/index.html and tag/<slug>/page/<k>/index.html for k from 2 on, each the very
// octets that the server sends. Makes `folder`; files of these names in it are overwritten, others left
// alone.
Result<void> write_static(const Newspaper& newspaper, const std::filesystem::path& folder);

}  // namespace dekko::site
