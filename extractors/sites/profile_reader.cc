#include "extractors/sites/profile_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/spelling.h"

namespace dekko {

std::string place_in(std::string_view origin, const toml::source_position& position) {
  return fmt::format("{}:{}:{}", origin, position.line, position.column);
}

ProfileTable::ProfileTable(const toml::table& table, std::string_view name, std::string_view origin)
    : table_(table), name_(name), origin_(origin) {}

Error ProfileTable::fault(std::string_view key, std::string detail) const {
  const toml::node* node = table_.get(key);
  const toml::source_position place =
      (node != nullptr ? *node : static_cast<const toml::node&>(table_)).source().begin;
  return Error{ErrorCode::kInvalid, place_in(origin_, place), std::move(detail), "see docs/profiles.md"};
}

void ProfileTable::note(Error error) {
  if (!first_) first_ = std::move(error);
}

const toml::node* ProfileTable::find(std::string_view key) {
  known_.emplace_back(key);
  return first_ ? nullptr : table_.get(key);
}

void ProfileTable::wrong_type(const toml::node&, std::string_view key, std::string_view expected) {
  note(fault(key, fmt::format("\"{}\" must be {}", key, expected)));
}

std::optional<std::string> ProfileTable::text(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_string()) return value->get();
  wrong_type(*node, key, "a string");
  return std::nullopt;
}

std::optional<size_t> ProfileTable::choice(std::string_view key, const std::vector<std::string>& words) {
  const auto value = text(key);
  if (!value) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *value);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  const std::string near = nearest_spelling(*value, words);
  const std::string rest = near.empty() ? fmt::format("expected {}", fmt::join(words, ", "))
                                        : fmt::format("did you mean \"{}\"?", near);
  note(fault(key, fmt::format("\"{}\" does not know \"{}\"; {}", key, *value, rest)));
  return std::nullopt;
}

std::optional<std::vector<std::string>> ProfileTable::texts(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_string()) return std::vector<std::string>{value->get()};
  const toml::array* array = node->as_array();
  std::vector<std::string> values;
  for (size_t i = 0; array != nullptr && i < array->size(); ++i) {
    const auto* value = (*array)[i].as_string();
    if (value == nullptr) array = nullptr;
    if (value != nullptr) values.push_back(value->get());
  }
  if (array != nullptr) return values;
  wrong_type(*node, key, "a string or an array of strings");
  return std::nullopt;
}

std::vector<Selector> ProfileTable::selectors(std::string_view key) {
  std::vector<Selector> compiled;
  for (const std::string& value : texts(key).value_or(std::vector<std::string>{})) {
    Result<Selector> selector = Selector::compile(value);
    if (selector) {
      compiled.push_back(std::move(*selector));
    } else {
      note(fault(key, fmt::format("selector \"{}\": {}", value, selector.error().detail)));
    }
  }
  return compiled;
}

const toml::table* ProfileTable::table(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (const toml::table* value = node->as_table()) return value;
  wrong_type(*node, key, "a table");
  return nullptr;
}

std::optional<Error> ProfileTable::finish() {
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    const std::string near = nearest_spelling(name, known_);
    const std::string hint = near.empty() ? fmt::format("expected {}", fmt::join(known_, ", "))
                                          : fmt::format("did you mean \"{}\"?", near);
    const std::string where = name_.empty() ? "" : fmt::format(" in {}", name_);
    Error error = fault(name, fmt::format("unknown key \"{}\"{}; {}", name, where, hint));
    error.context = place_in(origin_, key.source().begin);
    note(std::move(error));
  }
  return first_;
}

}  // namespace dekko
