#include "archive/segment_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "archive/archive_limits.h"

namespace dekko {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

constexpr std::string_view kFront = "dekko-";
constexpr size_t kStampSize = 14;
constexpr int kMostNumber = 99'999;  // of five digits

}  // namespace

std::string safe_label(std::string_view label) {
  std::string text;
  for (const char c : label.substr(0, limits::kSegmentLabelBytes)) text += is_plain(c) ? c : '-';
  return text.empty() ? "listing" : text;
}

std::string segment_name(Moment created, std::string_view label, int number, std::string_view ending) {
  return fmt::format("dekko-{}-{}-{:05}{}", to_stamp(created), safe_label(label), number, ending);
}

std::string segment_stamp(std::string_view name) {
  if (!name.starts_with(kFront)) return {};
  const std::string_view stamp = name.substr(kFront.size(), kStampSize);
  const bool is_one =
      stamp.size() == kStampSize && stamp.find_first_not_of("0123456789") == std::string_view::npos;
  return is_one ? std::string(stamp) : std::string();
}

std::string segment_label(std::string_view name) {
  if (segment_stamp(name).empty()) return {};
  name.remove_prefix(kFront.size() + kStampSize);
  const size_t number = name.rfind('-');
  return number == std::string_view::npos || number == 0 ? std::string()
                                                         : std::string(name.substr(1, number - 1));
}

std::optional<Moment> segment_moment(std::string_view name) {
  const std::string stamp = segment_stamp(name);
  if (stamp.empty()) return std::nullopt;
  const Result<Moment> moment = parse_moment(
      fmt::format("{}-{}-{}T{}:{}:{}Z", stamp.substr(0, 4), stamp.substr(4, 2), stamp.substr(6, 2),
                  stamp.substr(8, 2), stamp.substr(10, 2), stamp.substr(12, 2)));
  return moment ? std::optional(*moment) : std::nullopt;
}

int next_number(const std::filesystem::path& folder, Moment created, std::string_view label) {
  const std::string front = fmt::format("{}{}-{}-", kFront, to_stamp(created), safe_label(label));
  int next = 0;
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    const std::string name = it->path().filename().string();
    int number = 0;
    if (!name.starts_with(front)) continue;
    const auto [last, error] = std::from_chars(name.data() + front.size(), name.data() + name.size(), number);
    if (error == std::errc() && *last == '.') next = std::max(next, std::min(number, kMostNumber - 1) + 1);
  }
  return next;
}

Moment latest_moment(const std::filesystem::path& folder) {
  Moment latest{};
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    latest = std::max(latest, segment_moment(it->path().filename().string()).value_or(Moment()));
  }
  return latest;
}

}  // namespace dekko
