#include "extractors/find/card_marks.h"

#include "extractors/fields/dates.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

constexpr size_t kDay = 10;          // "2024-03-19"
constexpr size_t kLongestDate = 40;  // "2024-03-19T09:00:00.000+09:00", and some play
constexpr size_t kLongestName = 96;  // two long names

// "2024-03-19 Minutes" is the title of something else.
bool is_date_alone(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < kDay || text.size() > kLongestDate || !is_digit(text.front())) return false;
  const bool ends = text.size() == kDay || text[kDay] == 'T' ||
                    (text[kDay] == ' ' && text.size() > kDay + 1 && is_digit(text[kDay + 1]));
  return ends && read_datetime_attribute(text);
}

// The part of an author's element that is the name, or all of it.
Node name_in(Node author) {
  for (Node node = author; node; node = node.next_in(author)) {
    const std::string_view classes = node.attribute("class").value_or("");
    if (has_word(classes, "fn") || has_word(classes, "p-name") ||
        has_word(node.attribute("itemprop").value_or(""), "name"))
      return node;
  }
  return author;
}

}  // namespace

std::optional<std::string_view> machine_date(Node element) {
  if (!element.has_attributes()) return std::nullopt;
  if (element.tag() == "ins" || element.tag() == "del") return std::nullopt;  // when the text was edited
  const auto datetime = element.attribute("datetime");
  if (datetime && read_datetime_attribute(*datetime)) return datetime;
  for (const std::string_view name : {"content", "title"}) {
    const auto value = element.attribute(name);
    if (value && is_date_alone(*value)) return value;
  }
  return std::nullopt;
}

Mark mark_of(Node element) {
  if (!element.has_attributes()) return {};
  const std::string_view classes = element.attribute("class").value_or("");
  const std::string_view properties = element.attribute("itemprop").value_or("");
  if (classes.empty() && properties.empty()) return {};
  return {.author = has_word(properties, "author") || has_word(classes, "p-author") ||
                    (has_word(classes, "vcard") && has_word(classes, "author")),
          .published = has_word(properties, "datePublished") || has_word(classes, "dt-published") ||
                       has_word(classes, "published")};
}

std::optional<std::string> name_of_author(Node element) {
  std::string name = text_of(name_in(element));
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  return name;
}

}  // namespace dekko
