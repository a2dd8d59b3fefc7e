#include "archive/header_fields.h"

#include <algorithm>

namespace dekko {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

size_t end_of_head(std::string_view text, size_t from) {
  for (size_t at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return std::string_view::npos;
}

std::string_view take_line(std::string_view& head) {
  const size_t end = std::min(head.find('\n'), head.size());
  std::string_view line = head.substr(0, end);
  head.remove_prefix(std::min(end + 1, head.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<HeaderField> parse_fields(std::string_view head) {
  std::vector<HeaderField> fields;
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    const size_t colon = line.find(':');
    if (continued && !fields.empty()) {
      std::string& value = fields.back().value;
      value.append(value.empty() ? "" : " ").append(trimmed(line));
    } else if (!continued && colon != std::string_view::npos) {
      fields.push_back(
          {lowered(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
    }
  }
  return fields;
}

}  // namespace dekko
