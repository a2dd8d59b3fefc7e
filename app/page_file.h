// A saved page as a capture: the HTML file, and what is known of it from `page.toml` beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/capture.h"
#include "core/result.h"

namespace dekko {

// The address of a page comes from, in this order: `url` (the user's --url), `page.toml` or `<stem>.toml` beside the
// file, the page's canonical link. The moment comes from the same file, else it is when the page was last written.
// `file` is a path or "-" for standard input. Fails when no address can be found, or the file is over a limit.
Result<Capture> read_page_file(const std::filesystem::path& file, const std::optional<std::string>& url,
                               const Clock& clock);

// The whole of a file or of standard input, within `limit` octets.
Result<std::string> read_file(const std::filesystem::path& file, size_t limit);

// Written beside and renamed, so that a reader sees the old or the new file and never half of one.
Result<void> write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace dekko
