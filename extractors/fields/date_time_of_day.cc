#include "extractors/fields/date_time_of_day.h"

#include <array>

#include "extractors/text/calendar_names.h"

namespace dekko {

namespace {

using enum WordRole;

constexpr int kMinute = 60, kHour = 3600;
constexpr int kFarthestOffset = 14 * 60;  // Line Islands; nobody is farther from UTC
constexpr int kPackedDay = 8;             // digits: 20240319
constexpr int kFewHours = 4;              // by which people extend an evening or a morning

constexpr std::array<std::string_view, 4> kZones = {"America/New_York", "America/Chicago", "America/Denver",
                                                    "America/Los_Angeles"};  // values of kZoneName

bool has_hour(int hours, int hour) {
  return (hours >> ((hour + 24) % 24) & 1) != 0;
}

// The hour of the two on a dial's place that a part of the day means: 8 in the evening is 20.
std::optional<int> hour_in_part(int hour, int part) {
  const bool only_morning = (part & kHoursAfterNoon) == 0;
  if (hour > 12) return only_morning || hour > 23 ? std::nullopt : std::optional(hour);
  const int early = hour % 12, late = early + 12;
  for (int apart = 0; apart <= kFewHours; ++apart) {
    const bool is_early = has_hour(part, early - apart) || has_hour(part, early + apart);
    const bool is_late = has_hour(part, late - apart) || has_hour(part, late + apart);
    if (is_early != is_late) return is_early ? early : late;
    if (is_early) return std::nullopt;
  }
  return std::nullopt;
}

class TimeReader {
 public:
  TimeReader(DateCursor& cursor, bool after_date) : in_(cursor), after_date_(after_date) {}

  std::optional<WallTime> run(std::string_view& reason) {
    const size_t start = in_.at();
    if (const auto hour = in_.word(kFixedTime); hour && !in_.number(1, 1, 2)) {
      in_.move(1);
      return WallTime{.hour = *hour};
    }
    after_clock_ = in_.word_before(kClock).has_value();
    take_part();
    if (!clock()) {
      in_.go_to(start);
      return std::nullopt;
    }
    if (!part_) take_part();
    if (in_.mark('.') && part_ && in_.glued(0)) in_.move(1);
    const auto hour = part_ ? hour_in_part(time_.hour, *part_) : time_.hour;
    if (!hour || *hour > 23 || time_.minute > 59 || time_.second > 59) {
      in_.go_to(start);
      reason = "shows an hour that no clock shows";
      return std::nullopt;
    }
    time_.hour = *hour;
    zone();
    return time_;
  }

 private:
  void take_part() {
    part_ = in_.word(kDayPart);
    if (part_) in_.move(1);
  }

  bool is_hour_mark(size_t ahead) const {
    return in_.word(kHourMark, ahead) || in_.word(kUnit, ahead) == kHour;
  }
  bool is_minute_mark(size_t ahead) const {
    return in_.word(kMinuteMark, ahead) || in_.word(kUnit, ahead) == kMinute;
  }
  bool is_second_mark(size_t ahead) const {
    return in_.word(kSecondMark, ahead) || in_.word(kUnit, ahead) == 1;
  }

  bool clock() {
    if ((after_clock_ || in_.is_glued_to_number(kPackedDay)) && packed()) return true;
    const DateToken* hour = in_.number(0, 1, 2);
    if (hour == nullptr) return false;
    time_.hour = hour->number;
    if (is_hour_mark(1)) return marked();
    return divided() || bare();
  }

  // T1541, T154107
  bool packed() {
    const DateToken* all = in_.number(0, 4, 6);
    if (all == nullptr || all->digits == 5) return false;
    const int hours_minutes = all->digits == 6 ? all->number / 100 : all->number;
    time_ = {.hour = hours_minutes / 100, .minute = hours_minutes % 100};
    if (all->digits == 6) time_.second = all->number % 100;
    in_.move(1);
    fraction();
    return true;
  }

  // 9h41, 18 h 30, 21時40分 10秒, 9 Uhr
  bool marked() {
    in_.move(2);
    const DateToken* minute = in_.number(0, 1, 2);
    if (minute != nullptr && (is_minute_mark(1) || (minute->digits == 2 && !in_.word(kMonth, 1)))) {
      time_.minute = minute->number;
      in_.move(is_minute_mark(1) ? 2 : 1);
    }
    if (const DateToken* second = in_.number(0, 1, 2); second != nullptr && is_second_mark(1)) {
      time_.second = second->number;
      in_.move(2);
    }
    return true;
  }

  // 9:41, 9:41:07.250, and with a dot where that can be no date
  bool divided() {
    const DateToken* minute = in_.number(2, 2, 2);
    if (minute == nullptr || !in_.glued(1) || !in_.glued(2)) return false;
    const bool sure = part_ || after_clock_ || after_date_ || in_.word(kDayPart, 3);
    if (!in_.mark(':', 1) && !(in_.mark('.', 1) && sure)) return false;
    const char32_t between = in_.peek(1)->mark;
    time_.minute = minute->number;
    in_.move(3);
    if (in_.mark(between) && in_.number(1, 2, 2) != nullptr && in_.glued(0) && in_.glued(1)) {
      time_.second = in_.number(1, 2, 2)->number;
      has_seconds_ = true;
      in_.move(2);
      fraction();
    }
    if (in_.word(kHourMark)) in_.move(1);
    return true;
  }

  void fraction() {
    if ((in_.mark('.') || in_.mark(',')) && in_.number(1, 1, 9) != nullptr && in_.glued(0) && in_.glued(1))
      in_.move(2);
  }

  // 9 pm, 下午 9
  bool bare() {
    if (!in_.word(kDayPart, 1) && !part_) return false;
    in_.move(1);
    return true;
  }

  // "Z", "+0900", "GMT+09:00 (KST)", "PDT", "ET"
  void zone() {
    const bool in_bracket =
        in_.mark('(') && in_.mark(')', 2) && (in_.word(kZone, 1) || in_.word(kZoneName, 1));
    if (in_bracket) in_.move(1);
    const std::optional<int> offset = in_.word(kZone), name = in_.word(kZoneName);
    if (offset) time_.offset = *offset;
    if (name) time_.zone = kZones[static_cast<size_t>(*name)];
    time_.vague_zone = !offset && !name && in_.word(kVagueZone);
    const bool named = offset || name || time_.vague_zone;
    if (named) in_.move(1);
    if ((!named || offset == 0) && (in_.mark('+') || in_.mark('-'))) signed_offset(offset.has_value());
    if (in_bracket) in_.move(1);
    if (named || time_.offset) bracket();
  }

  // "10:00-12:00" tells from when till when; an offset stands after seconds, a zone or a space.
  void signed_offset(bool after_zone) {
    const DateToken *hours = in_.number(1, 1, 2), *both = in_.number(1, 4, 4);
    const DateToken* minutes = in_.mark(':', 2) ? in_.number(3, 2, 2) : nullptr;
    const bool sure = after_zone || has_seconds_ || after_clock_ || in_.peek()->spaced;
    if (!in_.glued(1) || !sure || (hours == nullptr && both == nullptr)) return;
    if (hours != nullptr && minutes == nullptr && !after_zone && !has_seconds_) return;
    const int value = both != nullptr ? both->number / 100 * 60 + both->number % 100
                                      : hours->number * 60 + (minutes != nullptr ? minutes->number : 0);
    if (value > kFarthestOffset) return;
    time_.offset = in_.mark('-') ? -value : value;
    in_.move(minutes != nullptr ? 4 : 2);
  }

  // "(KST)" or "(Korean Standard Time)" after an offset says it again.
  void bracket() {
    size_t words = 0;
    const auto is_word = [&](size_t ahead) {
      return in_.peek(ahead) != nullptr && in_.peek(ahead)->kind == DateToken::Kind::kWord;
    };
    while (words < kWordParts && is_word(1 + words)) ++words;
    if (words > 0 && in_.mark('(') && in_.mark(')', 1 + words)) in_.move(2 + words);
  }

  DateCursor& in_;
  bool after_date_, after_clock_ = false, has_seconds_ = false;
  std::optional<int> part_;
  WallTime time_;
};

}  // namespace

std::optional<WallTime> read_time_of_day(DateCursor& cursor, bool after_date, std::string_view& reason) {
  return TimeReader(cursor, after_date).run(reason);
}

}  // namespace dekko
