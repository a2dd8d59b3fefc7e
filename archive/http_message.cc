#include "archive/http_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/limits.h"

namespace dekko {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> parse_status(std::string_view line) {
  if (!line.starts_with("HTTP/")) return std::nullopt;
  const size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_digit(line[5])) return std::nullopt;
  line.remove_prefix(std::min(line.find_first_not_of(' ', space), line.size()));
  const bool ends = line.size() == 3 || (line.size() > 3 && line[3] == ' ');
  if (!ends || !std::all_of(line.begin(), line.begin() + 3, is_digit)) return std::nullopt;
  const int status = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  return status >= 100 ? std::optional(status) : std::nullopt;
}

}  // namespace

std::string_view HttpHead::value(std::string_view lower_case_name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const HeaderField& field) { return field.name == lower_case_name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

std::string HttpHead::list(std::string_view lower_case_name) const {
  std::string joined;
  for (const HeaderField& field : fields) {
    if (field.name != lower_case_name) continue;
    if (!joined.empty()) joined += ", ";
    joined += field.value;
  }
  return joined;
}

Result<HttpHead> parse_http_head(std::string_view message) {
  const std::string_view readable = message.substr(0, limits::kHeaderBytes);
  HttpHead head;
  head.size = end_of_head(readable);
  if (head.size == std::string_view::npos) {
    if (message.size() > limits::kHeaderBytes) {
      return Error{ErrorCode::kLimit, "",
                   fmt::format("has an HTTP header over {} bytes", limits::kHeaderBytes)};
    }
    return Error{ErrorCode::kInvalid, "", "ends inside its HTTP header"};
  }
  std::string_view lines = readable.substr(0, head.size);
  const std::string_view first = take_line(lines);
  const std::optional<int> status = parse_status(first);
  if (!status) {
    return Error{ErrorCode::kInvalid, "",
                 fmt::format("does not begin with an HTTP status line but with \"{}\"", first.substr(0, 40))};
  }
  head.status = *status;
  head.fields = parse_fields(lines);
  return head;
}

}  // namespace dekko
