#include "extractors/sites/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/limits.h"
#include "extractors/fields/date_pattern.h"
#include "extractors/fields/date_words.h"
#include "extractors/sites/profile_keys.h"
#include "extractors/sites/profile_reader.h"
#include "extractors/text/time_zone.h"

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

std::string empty_fault(std::string_view text) {
  return text.empty() ? "must not be empty" : "";
}

// What a name may be: it stands in paths, in exports and on the command line.
bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= 64 && name.front() != '.' && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), fits);
}

// One profile on its way from a table to a value.
class Reading {
 public:
  explicit Reading(std::string_view origin) : faults_(origin) {}

  // version: whose tables take the place of those of the same name; may be null.
  void read(const toml::table& table, ProfileTable* version = nullptr) {
    version_ = version;
    ProfileTable top(table, "", faults_, budget_);
    read_name(top);
    profile_.claims.hosts = top.texts("hosts", host_fault).value_or(std::vector<std::string>{});
    profile_.claims.paths = top.texts("paths", path_fault).value_or(std::vector<std::string>{});
    profile_.noise = top.texts("noise", empty_fault).value_or(std::vector<std::string>{});
    read_language(top);
    section(top, "cards", &Reading::read_cards);
    section(top, "page", &Reading::read_page);
    section(top, "bylines", &Reading::read_bylines);
    section(top, "dates", &Reading::read_dates);
    section(top, "signs", &Reading::read_signs);
    profile_.dates.language = profile_.language;
  }

  ProfileReading result() && {
    ProfileReading reading{.faults = faults_.in_order()};
    if (reading.faults.empty()) reading.profile = std::move(profile_);
    return reading;
  }

 private:
  void section(ProfileTable& top, std::string_view key, void (Reading::*part)(ProfileTable&)) {
    const toml::table* found = version_ != nullptr ? version_->table(key) : nullptr;
    if (found == nullptr) found = top.table(key);
    if (found == nullptr) return;
    ProfileTable table(*found, key, faults_, budget_);
    (this->*part)(table);
  }

  void read_name(ProfileTable& top) {
    profile_.name = top.text("name").value_or("");
    if (is_name(profile_.name)) return;
    top.fault(
        "name",
        "a profile needs a name of lower-case letters, digits, \"-\", \"_\" and \".\": name = \"example\"");
  }

  void read_language(ProfileTable& top) {
    profile_.language = top.text("language").value_or("");
    if (profile_.language.empty() || language_index(profile_.language) >= 0) return;
    top.fault("language",
              fmt::format("\"{}\" is no known language; write a tag like \"en\", \"de\" or \"ko\"",
                          profile_.language));
  }

  void read_cards(ProfileTable& table) {
    profile_.cards = table.selectors("each");
    for (const std::string& key : keys_of("cards")) {
      if (key != "each") read_rule(table, key);
    }
  }

  void read_page(ProfileTable& table) {
    for (const std::string& key : keys_of("page")) read_rule(table, key);
  }

  void read_rule(ProfileTable& table, const std::string& key) {
    if (auto rule = table.rule(key)) profile_.fields.emplace(key, std::move(*rule));
  }

  void read_bylines(ProfileTable& table) {
    BylineRules& rules = profile_.bylines;
    if (auto values = table.texts("separators", empty_fault)) rules.separators = std::move(*values);
    if (auto values = table.texts("prefixes", empty_fault)) rules.prefixes = std::move(*values);
    if (auto values = table.texts("constants", empty_fault)) rules.constants = std::move(*values);
  }

  void read_dates(ProfileTable& table) {
    using Order = DateRules::Order;
    constexpr std::array kOrders = {Order::kUnknown, Order::kDayFirst, Order::kMonthFirst, Order::kYearFirst};
    if (const auto order = table.choice("order", {"unknown", "day-first", "month-first", "year-first"})) {
      profile_.dates.order = kOrders[*order];
    }
    profile_.dates.patterns = table.patterns("patterns", date_pattern_fault);
    std::string& zone = profile_.dates.zone;
    zone = table.text("zone").value_or("");
    if (zone.empty() || offset_at(zone, Moment())) return;
    table.fault("zone", fmt::format("\"{}\" is no time zone; write \"Asia/Seoul\" or \"+09:00\"", zone));
  }

  void read_signs(ProfileTable& table) {
    profile_.empty_signs = table.selectors("empty");
    profile_.stranger_signs = table.selectors("not_a_listing");
  }

  ProfileFaults faults_;
  ProfileBudget budget_;
  ProfileTable* version_ = nullptr;
  Profile profile_;
};

// The versions of a profile that is read itself: it with some of its tables written anew.
class VersionReading {
 public:
  VersionReading(std::string_view origin, Profile& profile) : origin_(origin), profile_(profile) {}

  // The faults, by line.
  std::vector<Error> read(const toml::table& table) {
    const toml::node* node = table.get("version");
    if (node == nullptr) return {};
    const toml::array* versions = node->as_array();
    if (versions == nullptr || !versions->is_array_of_tables()) {
      faults_.add(node->source().begin, "\"version\" must be written as [[version]]");
    } else if (versions->size() > limits::kProfileVersions) {
      faults_.add(node->source().begin, fmt::format("a profile may have {} versions, this has {}",
                                                    limits::kProfileVersions, versions->size()));
    } else {
      for (const toml::node& one : *versions) read_one(table, *one.as_table());
    }
    std::vector<Error> faults = faults_.in_order();
    faults.insert(faults.end(), inner_.begin(), inner_.end());
    return faults;
  }

 private:
  void read_one(const toml::table& whole, const toml::table& version) {
    ProfileBudget budget;
    ProfileTable table(version, "version", faults_, budget);
    const Result<Moment> from = parse_moment(table.text("from").value_or(""));
    if (!from) return table.fault("from", "a version needs its moment: from = \"2026-11-21T02:00:00Z\"");
    if (!profile_.versions.empty() && profile_.versions.back().from >= *from)
      return table.fault("from", "a version must begin after the one above it");
    Reading reading(origin_);
    reading.read(whole, &table);
    ProfileReading result = std::move(reading).result();
    inner_.insert(inner_.end(), result.faults.begin(), result.faults.end());
    if (!result.profile) return;
    Profile& profile = *result.profile;
    profile.origin = profile_.origin;
    profile.fingerprint = profile_.fingerprint + "@" + to_text(*from);
    profile_.versions.push_back({*from, std::make_shared<const Profile>(std::move(profile))});
  }

  std::string origin_;
  Profile& profile_;
  ProfileFaults faults_{origin_};
  std::vector<Error> inner_;
};

}  // namespace

const Profile& Profile::at(Moment moment) const {
  const Profile* found = this;
  for (const ProfileVersion& version : versions) {
    if (version.from <= moment) found = version.profile.get();
  }
  return *found;
}

const FieldRule* Profile::rule(std::string_view field) const {
  const auto found = fields.find(field);
  return found == fields.end() ? nullptr : &found->second;
}

ProfileReading read_profile(std::string_view toml, std::string_view origin) {
  const Result<toml::table> table = parse_table(toml, origin);
  if (!table) return {.faults = {table.error()}};
  Reading reading(origin);
  reading.read(*table);
  ProfileReading result = std::move(reading).result();
  if (result.profile) {
    result.profile->origin = origin;
    result.profile->text = toml;
    result.profile->fingerprint = fingerprint_of(toml);
    result.faults = VersionReading(origin, *result.profile).read(*table);
    if (!result.faults.empty()) result.profile.reset();
  }
  return result;
}

Result<Profile> parse_profile(std::string_view toml, std::string_view origin) {
  ProfileReading reading = read_profile(toml, origin);
  if (!reading.profile) return in_one(reading.faults);
  return std::move(*reading.profile);
}

Error in_one(const std::vector<Error>& faults) {
  Error error = faults.front();
  for (size_t i = 1; i < faults.size(); ++i) {
    error.detail += fmt::format("\n{}: {}", faults[i].context, faults[i].detail);
  }
  return error;
}

}  // namespace dekko
