#include "extractors/sites/profile_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "core/spelling.h"
#include "extractors/sites/profile_keys.h"

namespace dekko {

namespace {

constexpr std::string_view kWords = "a string or an array of strings";

std::string quoted(std::string_view text) {
  return fmt::format("\"{}\"", text.substr(0, limits::kExcerptBytes));
}

// What was probably meant: a key of this table, the table in which the key stands, or what there is.
std::string hint_for(const std::string& name, const std::vector<std::string>& known) {
  const std::string near = nearest_spelling(name, known);
  if (!near.empty()) return fmt::format("did you mean \"{}\"?", near);
  const std::string_view home = home_of(name);
  if (!home.empty()) return fmt::format("it belongs into [{}]", home);
  return fmt::format("expected one of {}", fmt::join(known, ", "));
}

}  // namespace

ProfileTable::ProfileTable(const toml::table& table, std::string_view name, ProfileFaults& faults,
                           ProfileBudget& budget)
    : table_(table), faults_(faults), budget_(budget) {
  note_unknown_keys(keys_of(name), name.empty() ? "" : fmt::format(" in [{}]", name));
}

ProfileTable::ProfileTable(const toml::table& place, ProfileFaults& faults, ProfileBudget& budget,
                           std::string_view key)
    : table_(place), faults_(faults), budget_(budget) {
  note_unknown_keys(place_keys(), fmt::format(" in {}", quoted(key)));
}

void ProfileTable::note_unknown_keys(const std::vector<std::string>& known, std::string_view where) {
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    // A hint costs more than the fault: those that are only counted need none.
    faults_.add(key.source().begin, fmt::format("unknown key {}{}; {}", quoted(name), where,
                                                faults_.full() ? "" : hint_for(name, known)));
  }
}

void ProfileTable::fault(std::string_view key, std::string detail) {
  const toml::node* node = table_.get(key);
  faults_.add((node != nullptr ? *node : static_cast<const toml::node&>(table_)).source().begin,
              std::move(detail));
}

std::optional<std::string> ProfileTable::text(std::string_view key) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_string()) return value->get();
  fault(key, fmt::format("{} must be a string", quoted(key)));
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
  fault(key, fmt::format("{} does not know {}; {}", quoted(key), quoted(*value), rest));
  return std::nullopt;
}

std::optional<std::vector<ProfileTable::Word>> ProfileTable::words(const toml::node& node,
                                                                   std::string_view key,
                                                                   std::string_view expected) {
  if (const auto* value = node.as_string()) return std::vector<Word>{{value->get(), node.source().begin}};
  const toml::array* array = node.as_array();
  if (array == nullptr) {
    faults_.add(node.source().begin, fmt::format("{} must be {}", quoted(key), expected));
    return std::nullopt;
  }
  if (array->size() > limits::kProfileWords) {
    faults_.add(node.source().begin, fmt::format("{} may have {} entries, this has {}", quoted(key),
                                                 limits::kProfileWords, array->size()));
    return std::nullopt;
  }
  std::vector<Word> words;
  for (const toml::node& entry : *array) {
    const auto* value = entry.as_string();
    if (value != nullptr) words.push_back({value->get(), entry.source().begin});
    if (value == nullptr)
      faults_.add(entry.source().begin, fmt::format("every entry of {} must be a string", quoted(key)));
  }
  return words;
}

std::optional<std::vector<std::string>> ProfileTable::texts(std::string_view key, FaultIn fault_in) {
  const toml::node* node = table_.get(key);
  const auto found = node != nullptr ? words(*node, key, kWords) : std::nullopt;
  if (!found) return std::nullopt;
  std::vector<std::string> values;
  for (const Word& word : *found) {
    std::string wrong = fault_in != nullptr ? fault_in(word.text) : std::string();
    if (!wrong.empty()) faults_.add(word.place, fmt::format("{}: {}", quoted(word.text), wrong));
    values.push_back(word.text);
  }
  return values;
}

std::vector<Selector> ProfileTable::selectors(std::string_view key) {
  const toml::node* node = table_.get(key);
  const auto found =
      node != nullptr ? words(*node, key, "a selector or an array of selectors") : std::nullopt;
  return found ? compiled(*found) : std::vector<Selector>{};
}

std::vector<Selector> ProfileTable::compiled(const std::vector<Word>& words) {
  std::vector<Selector> selectors;
  for (const Word& word : words) {
    if (++budget_.selectors == limits::kProfileSelectors + 1)
      faults_.add(word.place, fmt::format("a profile may have {} selectors", limits::kProfileSelectors));
    if (budget_.selectors > limits::kProfileSelectors) break;
    Result<Selector> selector = Selector::compile(word.text);
    if (selector) selectors.push_back(std::move(*selector));
    if (!selector)
      faults_.add(word.place, fmt::format("selector {}: {}", quoted(word.text), selector.error().detail));
  }
  return selectors;
}

std::vector<Pattern> ProfileTable::patterns(std::string_view key, PatternFault fault_in) {
  const toml::node* node = table_.get(key);
  const auto found = node != nullptr ? words(*node, key, "a pattern or an array of patterns") : std::nullopt;
  std::vector<Pattern> patterns;
  for (const Word& word : found.value_or(std::vector<Word>{})) {
    auto one = pattern(word);
    if (!one) continue;
    const std::string wrong = fault_in(*one);
    if (!wrong.empty()) faults_.add(word.place, fmt::format("pattern {} {}", quoted(word.text), wrong));
    patterns.push_back(std::move(*one));
  }
  return patterns;
}

std::optional<Pattern> ProfileTable::pattern(const Word& word) {
  if (++budget_.patterns > limits::kPatterns) {
    if (budget_.patterns == limits::kPatterns + 1)
      faults_.add(word.place, fmt::format("a profile may have {} patterns", limits::kPatterns));
    return std::nullopt;
  }
  Result<Pattern> compiled = Pattern::compile(word.text);
  if (compiled) return std::move(*compiled);
  faults_.add(word.place, fmt::format("pattern {}: {}", quoted(word.text), compiled.error().detail));
  return std::nullopt;
}

std::optional<FieldRule> ProfileTable::rule(std::string_view key) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  if (const toml::table* place = node->as_table()) return rule_of(*place, key);
  const auto found = words(*node, key, "a selector, an array of selectors or a table { select = ... }");
  return found ? std::optional(FieldRule{.select = compiled(*found)}) : std::nullopt;
}

FieldRule ProfileTable::rule_of(const toml::table& place, std::string_view key) {
  ProfileTable inner(place, faults_, budget_, key);
  FieldRule rule{.select = inner.selectors("select")};
  if (place.get("select") == nullptr) inner.fault("select", fmt::format("{} needs \"select\"", quoted(key)));
  if (const toml::node* agree = place.get("agree")) {
    if (const auto* value = agree->as_boolean()) rule.agree = value->get();
    if (!agree->is_boolean()) inner.fault("agree", "\"agree\" must be true or false");
  }
  inner.read_pattern(rule);
  return rule;
}

void ProfileTable::read_pattern(FieldRule& rule) {
  const auto written = text("pattern");
  if (!written) return;
  rule.pattern = pattern({*written, table_.get("pattern")->source().begin});
  if (!rule.pattern || rule.pattern->groups() == 1) return;
  fault("pattern", fmt::format("pattern {} has {} groups and must have one: what stands in ( ) is the value, "
                               "(?: ) is no group",
                               quoted(*written), rule.pattern->groups()));
}

const toml::table* ProfileTable::table(std::string_view key) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return nullptr;
  if (const toml::table* value = node->as_table()) return value;
  fault(key, fmt::format("{} must be a table: [{}]", quoted(key), key));
  return nullptr;
}

}  // namespace dekko
