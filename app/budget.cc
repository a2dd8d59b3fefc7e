#include "app/budget.h"

#include <charconv>
#include <cmath>
#include <ctime>
#include <string>

namespace dekko {

namespace {

constexpr double kLongest = 10.0 * 365 * 86400;  // ten years; keeps sums far from overflow

Error not_a_duration(std::string_view text) {
  return Error{ErrorCode::kUsage, std::string(text.substr(0, 40)), "is not a duration",
               "write seconds, or for example 90s, 15m, 1h30m"};
}

std::optional<double> unit_seconds(std::string_view& text) {
  if (text.empty()) return 1;
  const char unit = text.front();
  text.remove_prefix(1);
  switch (unit) {
    case 's': return 1;
    case 'm': return 60;
    case 'h': return 3600;
    case 'd': return 86400;
    default: return std::nullopt;
  }
}

}  // namespace

Result<Seconds> parse_duration(std::string_view text) {
  std::string_view rest = text;
  double total = 0;
  while (!rest.empty()) {
    double number = 0;
    const auto [end, failure] =
        std::from_chars(rest.data(), rest.data() + rest.size(), number, std::chars_format::fixed);
    if (failure != std::errc() || number < 0) return not_a_duration(text);
    rest.remove_prefix(static_cast<size_t>(end - rest.data()));
    const auto unit = unit_seconds(rest);
    if (!unit) return not_a_duration(text);
    total += number * *unit;
  }
  if (text.empty() || !(total <= kLongest)) return not_a_duration(text);
  return Seconds(total);
}

Result<uint64_t> parse_size(std::string_view text) {
  static constexpr std::string_view kUnits = "kMGT";
  double number = 0;
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  std::string_view unit = text.substr(failure == std::errc() ? static_cast<size_t>(end - text.data()) : text.size());
  double factor = 1;
  if (unit.size() == 1 && kUnits.find(unit[0] == 'K' ? 'k' : unit[0]) != std::string_view::npos) {
    factor = std::pow(1000.0, static_cast<double>(kUnits.find(unit[0] == 'K' ? 'k' : unit[0]) + 1));
    unit = {};
  }
  const double octets = number * factor;
  if (failure != std::errc() || !unit.empty() || !(octets >= 1) || octets > 1e18) {
    return Error{ErrorCode::kUsage, std::string(text.substr(0, 40)), "is not a size",
                 "write octets, or for example 500k, 20M, 2G"};
  }
  return static_cast<uint64_t>(octets);
}

Result<Seconds> time_until(std::string_view hh_mm, Moment now) {
  int hour = -1, minute = -1;
  const char* const end = hh_mm.data() + hh_mm.size();
  const auto [colon, bad_hour] = std::from_chars(hh_mm.data(), end, hour);
  const bool has_colon = bad_hour == std::errc() && colon != end && *colon == ':';
  if (has_colon) {
    const auto [rest, bad_minute] = std::from_chars(colon + 1, end, minute);
    if (bad_minute != std::errc() || rest != end) minute = -1;
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    return Error{ErrorCode::kUsage, std::string(hh_mm.substr(0, 40)), "is not a time of day", "write HH:MM"};
  }
  const std::time_t start = std::chrono::system_clock::to_time_t(now);
  std::tm local = {};
  localtime_r(&start, &local);
  local.tm_hour = hour;
  local.tm_min = minute;
  local.tm_sec = 0;
  local.tm_isdst = -1;
  std::time_t target = std::mktime(&local);
  if (target <= start) {
    local.tm_mday += 1;
    local.tm_isdst = -1;
    target = std::mktime(&local);
  }
  return Seconds(static_cast<double>(target - start));
}

}  // namespace dekko
