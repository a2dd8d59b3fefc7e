// What stands where a card has its date.
#include "core/moment.h"
#include "extractors/fields/dates.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

using Order = DateRules::Order;

bool is_number(std::string_view text, int low, int high) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return value >= low && value <= high;
}

void check_value(const FoundDate& date, std::string_view input) {
  const std::string_view value = date.value;
  claim(value.size() >= 10 && value[4] == '-' && value[7] == '-', "a date is a day", value);
  claim(is_number(value.substr(0, 4), 1, 9999) && is_number(value.substr(5, 2), 1, 12) &&
            is_number(value.substr(8, 2), 1, 31),
        "a day is in the calendar", value);
  claim(value.size() == 10 || parse_moment(value).has_value(), "a time is of RFC 3339", value);
  claim(date.begin <= input.size() && input.substr(date.begin).starts_with(date.text),
        "a date's text is in its line", date.text);
  const Result<FoundDate> again = read_datetime_attribute(value);
  claim(again && again->value == value, "a date's value is a date", value);
}

void check_ending(const std::string& line, const DateRules& rules, Moment seen_at) {
  const std::optional<FoundDate> date = date_at_end(line, rules, seen_at);
  if (date) check_value(*date, line);
  const std::string_view unclear = unclear_date_at_end(line, rules, seen_at);
  claim(std::string_view(line).ends_with(unclear) || line.find(unclear) != line.npos,
        "an unclear date is in its line");
  claim(!date || date_at_end(line, rules, seen_at)->value == date->value, "twice the same");
}

void check_by(const DateRules& rules, const std::string& text, Moment seen_at) {
  const Result<FoundDate> date = read_date(text, rules, seen_at);
  if (date) check_value(*date, text);
  for (const std::string& spaced : {" \n" + text, text + "\t ", "\xC2\xA0" + text}) {
    const Result<FoundDate> same = read_date(spaced, rules, seen_at);
    claim(same.has_value() == date.has_value() && (!date || same->value == date->value),
          "white space around a date tells nothing", text);
  }
  check_ending(text, rules, seen_at);
}

}  // namespace

void check_date(std::string_view octets) {
  const std::string text = as_text(octets);
  const Moment seen_at = *parse_moment("2024-03-20T09:00:00Z");
  check_by({}, text, seen_at);
  check_by({.order = Order::kDayFirst, .language = "de", .zone = "Europe/Berlin"}, text, seen_at);
  check_by({.order = Order::kYearFirst, .language = "ko", .zone = "+09:00"}, text, seen_at);
  if (const Result<FoundDate> date = read_datetime_attribute(text)) check_value(*date, text);
}

}  // namespace dekko::fuzz
