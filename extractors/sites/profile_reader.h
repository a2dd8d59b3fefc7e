// One table of a profile, read key by key; whatever is wrong with it is noted with its place and reading goes
// on.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/sites/field_rule.h"
#include "extractors/sites/profile_faults.h"

namespace dekko {

// How much of the limits a profile has used up, over all its tables.
struct ProfileBudget {
  size_t selectors = 0;
  size_t patterns = 0;
};

// All that is borrowed must outlive this. A value that is wrong is noted and read as nothing.
class ProfileTable {
 public:
  // name: as in profile_keys(). Keys that do not stand there are noted at once, with the nearest that does.
  ProfileTable(const toml::table& table, std::string_view name, ProfileFaults& faults, ProfileBudget& budget);

  std::optional<std::string> text(std::string_view key);
  // One of `words`, as its index.
  std::optional<size_t> choice(std::string_view key, const std::vector<std::string>& words);
  // A string or an array of strings, each held against `fault_in`: the reason why it will not do, or nothing.
  using FaultIn = std::string (*)(std::string_view);
  std::optional<std::vector<std::string>> texts(std::string_view key, FaultIn fault_in = nullptr);
  // A string or an array of strings.
  std::vector<Selector> selectors(std::string_view key);
  // The same for patterns, each held against `fault_in`.
  using PatternFault = std::string (*)(const Pattern&);
  std::vector<Pattern> patterns(std::string_view key, PatternFault fault_in);
  // A string, an array of strings, or a table of place_keys().
  std::optional<FieldRule> rule(std::string_view key);
  const toml::table* table(std::string_view key);

  // At the key's value; at the table itself where the key is not there.
  void fault(std::string_view key, std::string detail);

 private:
  struct Word {
    std::string text;
    toml::source_position place;
  };
  // A place written as a table.
  ProfileTable(const toml::table& place, ProfileFaults& faults, ProfileBudget& budget, std::string_view key);

  void note_unknown_keys(const std::vector<std::string>& known, std::string_view where);
  std::optional<std::vector<Word>> words(const toml::node& node, std::string_view key,
                                         std::string_view expected);
  std::vector<Selector> compiled(const std::vector<Word>& words);
  std::optional<Pattern> pattern(const Word& word);
  FieldRule rule_of(const toml::table& place, std::string_view key);
  void read_pattern(FieldRule& rule);

  const toml::table& table_;
  ProfileFaults& faults_;
  ProfileBudget& budget_;
};

}  // namespace dekko
