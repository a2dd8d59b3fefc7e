#include "extractors/sites/profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "extractors/sites/profile_reader.h"

namespace dekko {

namespace {

// FNV-1a, 64 bit: tells texts apart, guards nothing.
std::string fingerprint_of(std::string_view text) {
  uint64_t hash = 14695981039346656037ULL;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

Result<toml::table> parse_table(std::string_view text, std::string_view origin) {
  if (text.size() > limits::kProfileBytes) {
    return Error{ErrorCode::kLimit, std::string(origin),
                 fmt::format("a profile may have {} bytes, this has {}", limits::kProfileBytes, text.size())};
  }
  try {
    return toml::parse(text, origin);
  } catch (const toml::parse_error& error) {
    return Error{ErrorCode::kInvalid, place_in(origin, error.source().begin),
                 std::string(error.description()), "see docs/profiles.md"};
  }
}

void read_bylines(ProfileTable& table, BylineRules& rules) {
  if (auto values = table.texts("separators")) rules.separators = std::move(*values);
  if (auto values = table.texts("prefixes")) rules.prefixes = std::move(*values);
  if (auto values = table.texts("constants")) rules.constants = std::move(*values);
}

void read_dates(ProfileTable& table, DateRules& rules) {
  using Order = DateRules::Order;
  constexpr std::array kOrders = {Order::kUnknown, Order::kDayFirst, Order::kMonthFirst, Order::kYearFirst};
  if (const auto order = table.choice("order", {"unknown", "day-first", "month-first", "year-first"})) {
    rules.order = kOrders[*order];
  }
  rules.zone = table.text("zone").value_or("");
}

void read_fields(ProfileTable& table, const std::vector<std::string>& names, Profile& profile) {
  for (const std::string& name : names) {
    std::vector<Selector> selectors = table.selectors(name);
    if (!selectors.empty()) profile.fields.emplace(name, std::move(selectors));
  }
}

void read_cards(ProfileTable& table, Profile& profile) {
  profile.cards = table.selectors("each");
  read_fields(table, {"url", "headline", "dek", "kind", "bylines", "published", "image"}, profile);
}

// One table of the profile, if it is there.
template <class Read>
std::optional<Error> section(ProfileTable& top, std::string_view key, std::string_view origin,
                             const Read& read) {
  const toml::table* found = top.table(key);
  if (found == nullptr) return std::nullopt;
  ProfileTable table(*found, fmt::format("[{}]", key), origin);
  read(table);
  return table.finish();
}

std::optional<Error> read_profile(ProfileTable& top, std::string_view origin, Profile& profile) {
  profile.name = top.text("name").value_or("");
  profile.hosts = top.texts("hosts").value_or(std::vector<std::string>{});
  profile.paths = top.texts("paths").value_or(std::vector<std::string>{});
  profile.noise = top.texts("noise").value_or(std::vector<std::string>{});
  profile.language = top.text("language").value_or("");
  std::vector<std::optional<Error>> faults = {
      section(top, "bylines", origin, [&](auto& table) { read_bylines(table, profile.bylines); }),
      section(top, "dates", origin, [&](auto& table) { read_dates(table, profile.dates); }),
      section(top, "page", origin,
              [&](auto& table) {
                read_fields(table, {"title", "description", "pager", "next"}, profile);
              }),
      section(top, "cards", origin, [&](auto& table) { read_cards(table, profile); })};
  faults.insert(faults.begin(), top.finish());
  for (std::optional<Error>& fault : faults) {
    if (fault) return fault;
  }
  profile.dates.language = profile.language;
  if (profile.name.empty()) return top.fault("name", "a profile needs a name: name = \"example\"");
  return std::nullopt;
}

}  // namespace

Result<Profile> parse_profile(std::string_view toml, std::string_view origin) {
  const Result<toml::table> table = parse_table(toml, origin);
  if (!table) return table.error();
  Profile profile;
  profile.fingerprint = fingerprint_of(toml);
  ProfileTable top(*table, "", origin);
  if (auto fault = read_profile(top, origin, profile)) return std::move(*fault);
  return profile;
}

}  // namespace dekko
