// One TOML table, read key by key: whatever is not asked for is unknown and an error with its place.
#pragma once

#include <toml++/toml.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "extractors/html/selector.h"

namespace dekko {

// `table` and `origin` must outlive this. The first fault stays; later reads give nothing.
class ProfileTable {
 public:
  ProfileTable(const toml::table& table, std::string_view name, std::string_view origin);

  std::optional<std::string> text(std::string_view key);
  // One of `words`, as its index.
  std::optional<size_t> choice(std::string_view key, const std::vector<std::string>& words);
  // An array of strings, or one string.
  std::optional<std::vector<std::string>> texts(std::string_view key);
  std::vector<Selector> selectors(std::string_view key);
  const toml::table* table(std::string_view key);

  // An error at a key of this table, or at the table itself where the key is not there.
  Error fault(std::string_view key, std::string detail) const;
  // Nothing if every key was asked for and every value was of its type.
  std::optional<Error> finish();

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(const toml::node& node, std::string_view key, std::string_view expected);
  void note(Error error);

  const toml::table& table_;
  std::string name_;  // "[cards]", or empty at the top
  std::string_view origin_;
  std::vector<std::string> known_;
  std::optional<Error> first_;
};

// "profiles/example.toml:3:7"
std::string place_in(std::string_view origin, const toml::source_position& position);

}  // namespace dekko
