#include "app/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <toml++/toml.h>

#include "app/page_file.h"
#include "core/limits.h"
#include "core/spelling.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

// Reads one table key by key; the first thing wrong with it is kept, with its place.
class Table {
 public:
  Table(const toml::table& table, const fs::path& origin, std::vector<std::string> keys)
      : table_(table), origin_(origin), keys_(std::move(keys)) {
    for (const auto& [key, node] : table_) {
      const std::string name(key.str());
      if (std::find(keys_.begin(), keys_.end(), name) != keys_.end()) continue;
      const std::string near = nearest_spelling(name, keys_);
      fail(node, fmt::format("unknown key `{}`", name), near.empty() ? "" : fmt::format("did you mean `{}`?", near));
    }
  }

  template <class T>
  std::optional<T> get(std::string_view key, std::string_view kind) {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    const std::optional<T> value = node->value<T>();
    if (!value) fail(*node, fmt::format("`{}` has to be {}", key, kind), "");
    return value;
  }
  std::optional<std::string> text(std::string_view key) { return get<std::string>(key, "a text in quotes"); }
  std::optional<fs::path> path(std::string_view key) {
    const auto value = text(key);
    return value ? std::optional(origin_.parent_path() / *value) : std::nullopt;
  }

  void fail(const toml::node& node, std::string what, std::string cure) {
    if (error_) return;
    const auto at = node.source().begin;
    error_ = Error{ErrorCode::kUsage, fmt::format("{}:{}:{}", origin_.string(), at.line, at.column), std::move(what),
                   std::move(cure)};
  }
  const toml::node* node(std::string_view key) const { return table_.get(key); }
  const std::optional<Error>& error() const { return error_; }

 private:
  const toml::table& table_;
  const fs::path& origin_;
  std::vector<std::string> keys_;
  std::optional<Error> error_;
};

Result<ConfiguredListing> read_listing(const toml::table& source, const fs::path& origin) {
  Table table(source, origin, listing_keys());
  ConfiguredListing listing{.url = table.text("url").value_or(""),
                            .name = table.text("name").value_or(""),
                            .pages = table.text("pages"),
                            .profile = table.text("profile"),
                            .permission = table.text("permission")};
  if (listing.url.empty()) table.fail(source, "a [[listing]] needs a `url`", "");
  if (table.error()) return *table.error();
  return listing;
}

Result<void> read_listings(Config& config, const toml::node& node, const fs::path& origin) {
  const toml::array* list = node.as_array();
  if (!list || !list->is_homogeneous<toml::table>()) {
    return Error{ErrorCode::kUsage, fmt::format("{}:{}", origin.string(), node.source().begin.line),
                 "listings are written as [[listing]] tables"};
  }
  for (const toml::node& entry : *list) {
    Result<ConfiguredListing> listing = read_listing(*entry.as_table(), origin);
    if (!listing) return listing.error();
    config.listings.push_back(std::move(*listing));
  }
  return {};
}

Result<Config> read_config(const toml::table& source, const fs::path& origin) {
  Table table(source, origin, config_keys());
  Config config{.contact = table.text("contact"),
                .db = table.path("db"),
                .archive = table.path("archive"),
                .profiles = table.path("profiles"),
                .cookies = table.path("cookies"),
                .compression = table.text("compression")};
  if (config.compression && *config.compression != "gzip" && *config.compression != "zstd") {
    table.fail(*table.node("compression"), "`compression` has to be \"gzip\" or \"zstd\"", "");
  }
  if (const auto delay = table.get<double>("delay", "a number of seconds")) {
    if (!(*delay >= 0)) table.fail(*table.node("delay"), "`delay` has to be 0 or more seconds", "");
    config.delay = Seconds(*delay);
  }
  if (const toml::node* listings = table.node("listing")) {
    if (const Result<void> done = read_listings(config, *listings, origin); !done) return done.error();
  }
  if (table.error()) return *table.error();
  return config;
}

}  // namespace

const std::vector<std::string>& config_keys() {
  static const std::vector<std::string> kKeys = {"contact",  "delay",   "db",          "archive",
                                                 "profiles", "cookies", "compression", "listing"};
  return kKeys;
}

const std::vector<std::string>& listing_keys() {
  static const std::vector<std::string> kKeys = {"url", "name", "pages", "profile", "permission"};
  return kKeys;
}

Result<Config> parse_config(std::string_view text, const fs::path& origin) {
  try {
    return read_config(toml::parse(text, origin.string()), origin);
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    return Error{ErrorCode::kUsage, fmt::format("{}:{}:{}", origin.string(), at.line, at.column),
                 std::string(error.description())};
  }
}

fs::path config_folder() {
  if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder && *folder) return fs::path(folder) / "dekko";
  if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".config" / "dekko";
  return {};
}

Result<Config> load_config(const std::optional<std::string>& named) {
  fs::path file = named ? fs::path(*named) : fs::path("dekko.toml");
  std::error_code ignored;
  if (!named && !fs::exists(file, ignored)) file = config_folder() / "dekko.toml";
  if (!named && !fs::exists(file, ignored)) return Config{};
  const Result<std::string> text = read_file(file, limits::kConfigBytes);
  if (!text) return text.error();
  return parse_config(*text, file);
}

}  // namespace dekko
