#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "core/spelling.h"
#include "extractors/html/selector_parser.h"
#include "extractors/text/fold.h"

namespace dekko::css {

namespace {

struct NamedState {
  std::string_view name;
  State state;
};
constexpr NamedState kStates[] = {
    {"root", State::kRoot},       {"scope", State::kScope},       {"empty", State::kEmpty},
    {"any-link", State::kLink},   {"link", State::kLink},         {"visited", State::kNever},
    {"enabled", State::kEnabled}, {"disabled", State::kDisabled}, {"checked", State::kChecked}};

enum class End { kStart, kEnd, kBoth };
struct NamedPlace {
  std::string_view name;
  bool of_type;
  End from;
};
constexpr NamedPlace kPlaces[] = {{"first-child", false, End::kStart}, {"last-child", false, End::kEnd},
                                  {"only-child", false, End::kBoth},   {"first-of-type", true, End::kStart},
                                  {"last-of-type", true, End::kEnd},   {"only-of-type", true, End::kBoth}};
constexpr NamedPlace kNths[] = {{"nth-child", false, End::kStart},
                                {"nth-last-child", false, End::kEnd},
                                {"nth-of-type", true, End::kStart},
                                {"nth-last-of-type", true, End::kEnd}};

constexpr std::string_view kFunctions[] = {"is", "where", "not", "has", "lang", "contains"};

// What a browser knows and a page at rest cannot answer.
constexpr std::string_view kDynamic[] = {"active",       "focus",  "focus-visible", "focus-within",
                                         "hover",        "target", "target-within", "current",
                                         "user-invalid", "past",   "future",        "playing"};

template <class Table>
auto find_named(const Table& table, std::string_view name) {
  auto found =
      std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.name == name; });
  return found == std::end(table) ? nullptr : found;
}

bool is_function(std::string_view name) {
  return find_named(kNths, name) ||
         std::find(std::begin(kFunctions), std::end(kFunctions), name) != std::end(kFunctions);
}

std::vector<std::string> known_names() {
  std::vector<std::string> names(std::begin(kFunctions), std::end(kFunctions));
  for (const NamedState& state : kStates) names.emplace_back(state.name);
  for (const NamedPlace& place : kPlaces) names.emplace_back(place.name);
  for (const NamedPlace& nth : kNths) names.emplace_back(nth.name);
  return names;
}

}  // namespace

bool SelectorParser::parse_pseudo_class(Compound& compound) {
  reader_.take(':');
  if (!reader_.starts_ident()) return fail("the name of a pseudo-class");
  Reader start = reader_;
  std::string name = to_lower(reader_.take_ident());
  if (is_function(name) && reader_.take('(')) return parse_function(compound, name) && close(')');
  if (const NamedState* state = find_named(kStates, name)) {
    compound.push_back({state->state});
    return true;
  }
  if (is_function(name)) return fail("\"(\"");
  const NamedPlace* place = find_named(kPlaces, name);
  if (!place) {
    reader_ = start;
    return fail_unknown(name);
  }
  for (End end : {End::kStart, End::kEnd})
    if (place->from == end || place->from == End::kBoth)
      compound.push_back(
          {NthTest{.of_type = place->of_type, .from_end = end == End::kEnd, .memory = program_->memories++}});
  return true;
}

bool SelectorParser::parse_function(Compound& compound, const std::string& name) {
  if (const NamedPlace* nth = find_named(kNths, name)) {
    compound.push_back({NthTest{.of_type = nth->of_type, .from_end = nth->from == End::kEnd}});
    return parse_nth(std::get<NthTest>(compound.back().what));
  }
  if (name == "has") return parse_has(compound);
  if (name == "lang") return parse_lang(compound);
  if (name == "contains") {
    ContainsTest test;
    reader_.skip_space();
    if (!parse_text(test.text, "a string")) return false;
    test.text = collapse_space(test.text);
    compound.push_back({std::move(test)});
    return true;
  }
  ListTest test{.negated = name == "not", .list = {}};
  if (!parse_list(test.list)) return false;
  compound.push_back({std::move(test)});
  return true;
}

// "2n+1", and for children "2n+1 of a, b"
bool SelectorParser::parse_nth(NthTest& test) {
  std::optional<AnPlusB> index = take_an_plus_b(reader_);
  if (!index) return fail("a place like 3, odd or 2n+1");
  test.index = *index;
  test.memory = program_->memories++;
  reader_.skip_space();
  return test.of_type || !reader_.take_word("of") || parse_list(test.of);
}

bool SelectorParser::parse_has(Compound& compound) {
  if (in_has_) return fail("no :has() inside :has()");
  in_has_ = true;
  HasTest test;
  do {
    if (!parse_relative(test.paths.emplace_back())) return false;
  } while (reader_.take(','));
  in_has_ = false;
  compound.push_back({std::move(test)});
  return true;
}

bool SelectorParser::parse_lang(Compound& compound) {
  LangTest test;
  do {
    reader_.skip_space();
    if (!parse_text(test.ranges.emplace_back(), "a language")) return false;
    test.ranges.back() = to_lower(test.ranges.back());
    reader_.skip_space();
  } while (reader_.take(','));
  compound.push_back({std::move(test)});
  return true;
}

bool SelectorParser::fail_unknown(const std::string& name) {
  if (std::find(std::begin(kDynamic), std::end(kDynamic), name) != std::end(kDynamic))
    return fail(fmt::format("a pseudo-class that a page at rest can answer, not \"{}\"", name));
  fail(fmt::format("a pseudo-class, not \"{}\"", name));
  if (std::string near = nearest_spelling(name, known_names()); !near.empty() && near != name)
    error_->cure = fmt::format("did you mean \"{}\"?", near);
  return false;
}

}  // namespace dekko::css
