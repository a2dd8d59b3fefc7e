#include "archive/segment_name.h"

#include <fmt/format.h>

#include "archive/archive_limits.h"

namespace dekko {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

std::string safe(std::string_view label) {
  std::string text;
  for (const char c : label.substr(0, limits::kSegmentLabelBytes)) text += is_plain(c) ? c : '-';
  return text.empty() ? "listing" : text;
}

}  // namespace

std::string segment_name(Moment created, std::string_view label, int number) {
  return fmt::format("dekko-{}-{}-{:05}.warc.gz", to_stamp(created), safe(label), number);
}

}  // namespace dekko
