// A dekko.toml.
#include "app/config.h"

#include <cmath>

#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

void check_paths(const Config& config) {
  for (const auto& path : {config.db, config.archive, config.profiles, config.cookies})
    claim(!path || path->is_absolute(), "paths are meant from the file's folder", path ? path->string() : "");
}

void check_values(const Config& config) {
  claim(!config.delay || config.delay->count() >= 0, "a delay is no less than none");
  claim(!config.compression || *config.compression == "gzip" || *config.compression == "zstd",
        "compression is one of two");
  for (const ConfiguredListing& listing : config.listings)
    claim(!listing.url.empty(), "a listing has an address");
}

}  // namespace

void check_config(std::string_view octets) {
  const Result<Config> config = parse_config(octets, "/etc/dekko.toml");
  const Result<Config> again = parse_config(octets, "/etc/dekko.toml");
  claim(config.has_value() == again.has_value(), "twice the same");
  if (!config) {
    claim(config.error().context.starts_with("/etc/dekko.toml:"), "an error has its place",
          config.error().context);
    claim(!config.error().detail.empty(), "an error says what is wrong");
    claim(config.error().message() == again.error().message(), "twice the same error");
    return;
  }
  check_paths(*config);
  check_values(*config);
}

}  // namespace dekko::fuzz
