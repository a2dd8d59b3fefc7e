// dekko.toml: what a researcher writes once, so that `dekko crawl` alone does the night's work.
//
//   contact = "mail@example.org"
//   delay = 10                      # seconds
//   db = "listings.db"              # relative to this file, as all paths are
//   archive = "archive"
//   profiles = "profiles"           # folder of *.toml
//   cookies = "cookies.txt"
//   compression = "zstd"            # of the archive; gzip if not said
//
//   [[listing]]
//   url = "https://example.org/tag/x/"
//   name = "x"                      # for `dekko crawl x`
//   pages = "all"
//   profile = "example"
//   permission = "Jane Doe of Example, by mail, 2024-03-19"   # goes into run, archive and ledger; changes no rule
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "core/result.h"

namespace dekko {

struct ConfiguredListing {
  std::string url;
  std::string name = {};
  std::optional<std::string> pages = {};
  std::optional<std::string> profile = {};
  std::optional<std::string> permission = {};  // who allowed this walk, and when
};

struct Config {
  std::optional<std::string> contact = {};
  std::optional<Seconds> delay = {};
  std::optional<std::filesystem::path> db = {}, archive = {}, profiles = {}, cookies = {};
  std::optional<std::string> compression = {};  // "gzip" or "zstd"
  std::vector<ConfiguredListing> listings = {};
};

// `origin` is the file's path: relative paths in it are meant from its folder, and errors name it with line and
// column. Unknown keys, wrong types and a listing without url are errors.
Result<Config> parse_config(std::string_view toml, const std::filesystem::path& origin);

// Every key that there is, of the file itself and of a [[listing]]; docs/config.md explains them.
const std::vector<std::string>& config_keys();
const std::vector<std::string>& listing_keys();

// The named file; else dekko.toml here; else in the user's config folder; else nothing configured.
Result<Config> load_config(const std::optional<std::string>& named);

// $XDG_CONFIG_HOME/dekko or ~/.config/dekko.
std::filesystem::path config_folder();

}  // namespace dekko
