#include "core/moment.h"

#include <fmt/format.h>

namespace dekko {

namespace {

using std::chrono::floor;

struct Fields {
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

Fields fields_of(Moment moment) {
  const auto day = floor<std::chrono::days>(moment);
  return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss<std::chrono::milliseconds>(moment - day)};
}

std::string seconds_text(const Fields& at) {
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(at.date.year()), unsigned(at.date.month()),
                     unsigned(at.date.day()), at.time.hours().count(), at.time.minutes().count(),
                     at.time.seconds().count());
}

// Reads `count` digits at the front of `text` and drops them.
std::optional<int> take_number(std::string_view& text, size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

// ".123456789" to milliseconds; nothing is zero.
std::optional<int> take_fraction(std::string_view& text) {
  if (!take(text, ".")) return 0;
  int value = 0;
  size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (digits < 3) value = value * 10 + (text[digits] - '0');
  }
  if (digits == 0 || digits > 9) return std::nullopt;
  for (size_t d = digits; d < 3; ++d) value *= 10;
  text.remove_prefix(digits);
  return value;
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return std::chrono::minutes(0);
  const int sign = !text.empty() && text.front() == '-' ? -1 : 1;
  if (!take(text, "+-")) return std::nullopt;
  const auto hours = take_number(text, 2);
  if (!hours || *hours > 23 || !take(text, ":")) return std::nullopt;
  const auto minutes = take_number(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return std::chrono::minutes(sign * (*hours * 60 + *minutes));
}

std::optional<Moment> read_moment(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || !take(text, "Tt ")) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || !take(text, ":")) return std::nullopt;
  const auto second = take_number(text, 2);
  if (!second || *second > 60) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                         std::chrono::day(unsigned(*day))};
  if (!date.ok()) return std::nullopt;
  const Moment moment = std::chrono::sys_days(date) + std::chrono::hours(*hour) +
                        std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
                        std::chrono::milliseconds(*fraction) - *offset;
  // An offset may lead out of the years that four digits can write.
  const auto year_of_moment = fields_of(moment).date.year();
  if (year_of_moment < std::chrono::year(0) || year_of_moment > std::chrono::year(9999)) return std::nullopt;
  return moment;
}

}  // namespace

std::string to_text(Moment moment) {
  return seconds_text(fields_of(moment)) + "Z";
}

std::string to_text_ms(Moment moment) {
  const Fields at = fields_of(moment);
  return fmt::format("{}.{:03}Z", seconds_text(at), at.time.subseconds().count());
}

std::string to_stamp(Moment moment) {
  const Fields at = fields_of(moment);
  return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", int(at.date.year()), unsigned(at.date.month()),
                     unsigned(at.date.day()), at.time.hours().count(), at.time.minutes().count(),
                     at.time.seconds().count());
}

Result<Moment> parse_moment(std::string_view text) {
  if (const auto moment = read_moment(text)) return *moment;
  return Error{ErrorCode::kInvalid, std::string(text.substr(0, 60)),
               "is not a moment of the form 2024-03-19T08:15:30Z"};
}

Moment SystemClock::now() const {
  return floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Seconds SystemClock::steady() const {
  return std::chrono::steady_clock::now().time_since_epoch();
}

}  // namespace dekko
