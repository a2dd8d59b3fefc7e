#include "extractors/infer/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/infer/stable_names.h"

namespace dekko {

namespace {

constexpr int kPositionCost = 14;  // more than any name
constexpr int kStemCost = 5;
constexpr int kAttributeCost = 1;
constexpr size_t kClasses = 8;  // of one element that are looked at

int tag_cost(std::string_view tag) {
  static constexpr std::array<std::pair<std::string_view, int>, 22> kCosts = {
      {{"article", 2}, {"time", 1}, {"h1", 1},         {"h2", 1},      {"h3", 1},  {"h4", 1},
       {"h5", 1},      {"h6", 1},   {"figure", 3},     {"address", 3}, {"img", 2}, {"main", 2},
       {"cite", 3},    {"dt", 3},   {"figcaption", 3}, {"th", 3},      {"a", 4},   {"p", 4},
       {"tr", 4},      {"td", 5},   {"li", 5},         {"section", 4}}};
  for (const auto& [known, cost] : kCosts) {
    if (known == tag) return cost;
  }
  return tag == "div" || tag == "span" ? 9 : 6;
}

// Written as it is behind "." or "#".
bool is_plain_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  const bool begins = !name.empty() && !(name[0] >= '0' && name[0] <= '9') && name[0] != '-';
  return begins && std::all_of(name.begin(), name.end(), fits);
}

bool can_be_quoted(std::string_view value) {
  return !value.empty() && value.size() <= 80 && std::none_of(value.begin(), value.end(), [](char c) {
    return c == '"' || c == '\'' || c == '\\' || static_cast<unsigned char>(c) < ' ';
  });
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size() && words.size() < kClasses;) {
    const size_t begin = text.find_first_not_of(" \t\r\n\f", at);
    if (begin == text.npos) break;
    at = std::min(text.find_first_of(" \t\r\n\f", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

void add_class(std::vector<Step>& steps, std::string_view tag, std::string_view name) {
  const auto cost = name_cost(name);
  if (!cost) {
    const std::string_view stem = written_stem(name);
    if (!stem.empty() && can_be_quoted(stem)) {
      steps.push_back({fmt::format("[class*=\"{}\"]", stem), kStemCost});
      steps.push_back({fmt::format("{}[class*=\"{}\"]", tag, stem), kStemCost + 1});
    }
    return;
  }
  if (is_plain_name(name)) {
    const bool meaning = tag_cost(tag) <= 3;
    steps.push_back({fmt::format(".{}", name), *cost + (meaning ? 1 : 0)});
    steps.push_back({fmt::format("{}.{}", tag, name), *cost + (meaning ? 0 : 1)});
  } else if (can_be_quoted(name)) {
    steps.push_back({fmt::format("[class~=\"{}\"]", name), *cost + 2});
  }
}

void add_attributes(std::vector<Step>& steps, Node element) {
  static constexpr std::array<std::string_view, 10> kTelling = {
      "itemprop",    "rel",       "property", "itemtype",       "role",
      "data-testid", "data-test", "data-qa",  "data-component", "data-type"};
  for (const std::string_view name : kTelling) {
    const auto value = element.attribute(name);
    if (!value || !can_be_quoted(*value)) continue;
    const bool closed = name == "itemprop" || name == "rel" || name == "property" || name == "itemtype";
    if (!closed && !name_cost(*value)) continue;
    if (name == "rel" && value->find("nofollow") != value->npos) continue;
    const bool words = name == "rel" || name == "itemprop";
    for (const std::string_view word : words ? words_in(*value) : std::vector<std::string_view>{*value}) {
      const char* equals = words ? "~=" : "=";
      const std::string_view tag = name == "rel" ? element.tag() : std::string_view();
      steps.push_back(
          {fmt::format("{}[{}{}\"{}\"]", tag, name, equals, word), kAttributeCost + (closed ? 0 : 2)});
    }
  }
}

}  // namespace

std::vector<Step> steps_of(Node element) {
  std::vector<Step> steps;
  const std::string_view tag = element.tag();
  if (tag.empty() || !is_plain_name(tag)) return steps;
  steps.push_back({std::string(tag), tag_cost(tag)});
  add_attributes(steps, element);
  const std::vector<std::string_view> classes = words_in(element.attribute("class").value_or(""));
  for (const std::string_view name : classes) add_class(steps, tag, name);
  const std::string_view id = element.attribute("id").value_or("");
  if (const auto cost = name_cost(id); cost && is_plain_name(id))
    steps.push_back({fmt::format("#{}", id), *cost + 1});
  return steps;
}

std::vector<Step> positions_of(Node element) {
  int place = 1;
  for (Node before = element.previous_sibling(); before; before = before.previous_sibling())
    place += before.is_element();
  if (element.tag().empty() || place > 20) return {};
  return {{fmt::format("{}:nth-child({})", element.tag(), place), kPositionCost}};
}

std::vector<Step> with_ancestors(Node element, Node top, int levels, const std::vector<Step>& own) {
  std::vector<Step> joined;
  Node above = element.parent();
  for (int level = 1; level <= levels && above && above.is_element() && !(above == top); ++level) {
    if (above.tag() == "body" || above.tag() == "html") break;
    for (const Step& outer : steps_of(above)) {
      for (const Step& inner : own) {
        const int cost = outer.cost + inner.cost + level;
        if (cost > kMostCost) continue;
        joined.push_back({outer.text + (level == 1 ? " > " : " ") + inner.text, cost});
      }
    }
    above = above.parent();
  }
  return joined;
}

}  // namespace dekko
