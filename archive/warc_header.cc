#include "archive/warc_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "archive/header_fields.h"
#include "archive/magic.h"

namespace dekko {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_version(std::string_view line) {
  if (!line.starts_with(kWarcMagic)) return false;
  line.remove_prefix(kWarcMagic.size());
  const size_t dot = line.find('.');
  return line.size() >= 3 && line.size() <= 5 && dot > 0 && dot + 1 < line.size() &&
         std::count_if(line.begin(), line.end(), is_digit) == long(line.size()) - 1;
}

Error invalid(std::string detail) {
  return Error{ErrorCode::kInvalid, "", std::move(detail)};
}

Result<uint64_t> parse_length(const WarcHeader& header) {
  const auto found = header.fields.find("content-length");
  if (found == header.fields.end()) return invalid("record without Content-Length");
  const std::string& text = found->second;
  uint64_t length = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (failure != std::errc() || end != text.data() + text.size()) {
    return invalid("record whose Content-Length is no number");
  }
  return length;
}

}  // namespace

Result<WarcHeader> parse_warc_header(std::string_view head) {
  WarcHeader header;
  header.version = take_line(head);
  if (!is_version(header.version)) return invalid("no WARC record");
  for (HeaderField& field : parse_fields(head)) {
    if (field.name == "warc-target-uri" && field.value.starts_with('<') && field.value.ends_with('>')) {
      field.value = field.value.substr(1, field.value.size() - 2);
    }
    header.fields.try_emplace(std::move(field.name), std::move(field.value));
  }
  const Result<uint64_t> length = parse_length(header);
  if (!length) return length.error();
  header.content_length = *length;
  return header;
}

WarcHeaderText::WarcHeaderText(std::string_view type) : text_("WARC/1.1\r\n") {
  field("WARC-Type", type);
}

WarcHeaderText& WarcHeaderText::field(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  text_.append(name).append(": ");
  for (const char c : value) text_ += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
  text_ += "\r\n";
  return *this;
}

std::string WarcHeaderText::finish(size_t content_length) {
  field("Content-Length", fmt::format("{}", content_length));
  return std::move(text_) + "\r\n";
}

}  // namespace dekko
