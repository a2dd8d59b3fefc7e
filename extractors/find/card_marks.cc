#include "extractors/find/card_marks.h"

#include "extractors/fields/dates.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

constexpr size_t kDay = 10;          // "2024-03-19"
constexpr size_t kLongestDate = 40;  // "2024-03-19T09:00:00.000+09:00", and some play
constexpr size_t kLongestName = 96;  // two long names

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Whether an attribute of words between white space has this one.
bool has_word(Node element, std::string_view attribute, std::string_view word) {
  const std::string_view text = element.attribute(attribute).value_or("");
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || is_white(text[at - 1])) && (end == text.size() || is_white(text[end]))) return true;
  }
  return false;
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
  return has_word(element, "itemprop", "author") || has_word(element, "class", "p-author") ||
         (has_word(element, "class", "vcard") && has_word(element, "class", "author"));
}

// The part of an author's element that is the name, or all of it.
Node name_in(Node author) {
  for (Node node = author; node; node = node.next_in(author)) {
    if (has_word(node, "itemprop", "name") || has_word(node, "class", "fn") ||
        has_word(node, "class", "p-name"))
      return node;
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
  return has_word(element, "itemprop", "datePublished") || has_word(element, "class", "dt-published") ||
         has_word(element, "class", "published");
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
