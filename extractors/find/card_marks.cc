#include "extractors/find/card_marks.h"

#include <algorithm>
#include <array>
#include <span>

#include "extractors/fields/dates.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

constexpr size_t kDay = 10;          // "2024-03-19"
constexpr size_t kLongestDate = 40;  // "2024-03-19T09:00:00.000+09:00", and some play
constexpr size_t kLongestName = 96;  // two long names

constexpr std::array<std::string_view, 1> kAuthorProperty = {"author"};
constexpr std::array<std::string_view, 1> kPublishedProperty = {"datePublished"};
constexpr std::array<std::string_view, 2> kPublishedClasses = {"dt-published", "published"};
constexpr std::array<std::string_view, 1> kNameProperty = {"name"};
constexpr std::array<std::string_view, 2> kNameClasses = {"fn", "p-name"};

// Whether an attribute of words between white space has one of them.
bool has_word(Node element, std::string_view attribute, std::span<const std::string_view> words) {
  std::string_view text = element.attribute(attribute).value_or("");
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" \t\n\f\r"), text.size());
    if (std::find(words.begin(), words.end(), text.substr(0, end)) != words.end()) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

bool has_word(Node element, std::string_view attribute, std::string_view word) {
  return has_word(element, attribute, std::span(&word, 1));
}

// "2024-03-19 Minutes" is the title of something else.
bool is_date_alone(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < kDay || text.size() > kLongestDate || !is_digit(text.front())) return false;
  const bool ends = text.size() == kDay || text[kDay] == 'T' ||
                    (text[kDay] == ' ' && text.size() > kDay + 1 && is_digit(text[kDay + 1]));
  return ends && read_datetime_attribute(text);
}

bool marks_author(Node element) {
  return has_word(element, "itemprop", kAuthorProperty) || has_word(element, "class", "p-author") ||
         (has_word(element, "class", "author") && has_word(element, "class", "vcard"));
}

// The part of an author's element that is the name, or all of it.
Node name_in(Node author) {
  for (Node node = author; node; node = node.next_in(author)) {
    if (has_word(node, "itemprop", kNameProperty) || has_word(node, "class", kNameClasses)) return node;
  }
  return author;
}

}  // namespace

std::optional<std::string_view> machine_date(Node element) {
  const auto datetime = element.attribute("datetime");
  if (datetime && read_datetime_attribute(*datetime)) return datetime;
  for (const std::string_view name : {"content", "title"}) {
    const auto value = element.attribute(name);
    if (value && is_date_alone(*value)) return value;
  }
  return std::nullopt;
}

bool marks_published(Node element) {
  return has_word(element, "itemprop", kPublishedProperty) || has_word(element, "class", kPublishedClasses);
}

std::optional<std::string> marked_author(Node element) {
  if (!marks_author(element)) return std::nullopt;
  const Node name = name_in(element);
  std::string text = text_of(name);
  if (text.empty()) text = name.attribute("content").value_or("");
  if (text.empty() || text.size() > kLongestName) return std::nullopt;
  return text;
}

}  // namespace dekko
