#include "extractors/fields/date_ago.h"

#include <algorithm>

namespace dekko {

namespace {

using enum WordRole;

class AgoReader {
 public:
  explicit AgoReader(DateCursor& cursor) : in_(cursor) {}

  std::optional<TimeAgo> run(std::string_view& reason) {
    const size_t start = in_.at();
    const bool before = in_.word(kAgo).has_value();
    if (before) in_.move(1);
    while (before && in_.word(kLabel)) in_.move(1);
    if (amounts(before) && (before || is_past_ || in_.word(kAgo))) {
      if (in_.word(kAgo)) in_.move(1);
      return ago_;
    }
    if (is_coarse_) reason = kCoarseAge;
    in_.go_to(start);
    return phrase();
  }

 private:
  std::optional<TimeAgo> phrase() {
    if (in_.word(kNow)) return passed({.seconds = 0, .unit = 60});
    if (const auto seconds = in_.word(kSecondsBack)) {
      return passed({.seconds = *seconds, .unit = *seconds % 3600 == 0 ? 3600 : *seconds % 60 == 0 ? 60 : 1});
    }
    return std::nullopt;
  }

  TimeAgo passed(TimeAgo ago) {
    in_.move(1);
    return ago;
  }

  bool amounts(bool after_ago) {
    bool any = false;
    while (amount(after_ago)) {
      any = true;
      if (in_.mark(',') || (in_.word(kLink) && !in_.word(kAgo))) in_.move(1);
    }
    return any;
  }

  // "3 hours", "an hour", "hour" beside "ago", and in some languages "hours 3".
  bool amount(bool after_ago) {
    if (is_past_) return false;
    if (const DateToken* count = in_.number(0, 1, 4)) return counted(count->number, 1, 2);
    if (const auto count = in_.word(kCount); count && names_unit(1)) return counted(*count, 1, 2);
    if (in_.number(1, 1, 4) != nullptr && (after_ago || in_.word(kAgo, 2)))
      return counted(in_.number(1, 1, 4)->number, 0, 2);
    const bool is_phrase = in_.word(kUnitAgo) && in_.peek()->is_phrase;
    return (after_ago || is_phrase || in_.word(kAgo, 1)) && counted(1, 0, 1);
  }

  bool names_unit(size_t ahead) const {
    return in_.word(kUnit, ahead) || in_.word(kUnitAgo, ahead) || in_.word(kCoarseUnit, ahead);
  }

  bool counted(int count, size_t unit_ahead, size_t tokens) {
    std::optional<int> unit = in_.word(kUnit, unit_ahead);
    if (!unit && (unit = in_.word(kUnitAgo, unit_ahead))) is_past_ = true;
    is_coarse_ = is_coarse_ || (!unit && in_.word(kCoarseUnit, unit_ahead));
    if (!unit) return false;
    in_.move(in_.mark('.', tokens) && in_.glued(tokens) ? tokens + 1 : tokens);
    ago_.seconds += int64_t{count} * *unit;
    ago_.unit = ago_.unit == 0 ? *unit : std::min(ago_.unit, *unit);
    return true;
  }

  DateCursor& in_;
  TimeAgo ago_;
  bool is_coarse_ = false, is_past_ = false;
};

}  // namespace

std::optional<TimeAgo> read_time_ago(DateCursor& cursor, std::string_view& reason) {
  return AgoReader(cursor).run(reason);
}

}  // namespace dekko
