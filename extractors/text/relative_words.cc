#include <unicode/numfmt.h>
#include <unicode/reldatefmt.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "extractors/text/calendar_sources.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Kind = CalendarName::Kind;
using Formatter = icu::RelativeDateTimeFormatter;

struct Unit {
  URelativeDateTimeUnit unit;
  int seconds;  // 0 for those that name no day
};
constexpr std::array kUnits = {Unit{UDAT_REL_UNIT_SECOND, 1},  Unit{UDAT_REL_UNIT_MINUTE, 60},
                               Unit{UDAT_REL_UNIT_HOUR, 3600}, Unit{UDAT_REL_UNIT_DAY, 86'400},
                               Unit{UDAT_REL_UNIT_WEEK, 0},    Unit{UDAT_REL_UNIT_MONTH, 0},
                               Unit{UDAT_REL_UNIT_YEAR, 0}};
// One count of each plural category that any language has.
constexpr std::array kCounts = {1, 2, 3, 5, 11, 21, 100};
constexpr std::array kStyles = {UDAT_STYLE_LONG, UDAT_STYLE_SHORT, UDAT_STYLE_NARROW};

// "vor {0} Stunden": before "vor", after "Stunden".
struct Form {
  int seconds;
  std::string before, after;
};

// Where words begin in the ending that all texts share: past a space, or anywhere in a script without spaces.
std::string_view shared_ending(const std::set<std::string>& texts) {
  if (texts.size() < 2) return {};
  std::string_view shared = *texts.begin();
  for (const std::string& text : texts) {
    const auto [a, b] = std::mismatch(shared.rbegin(), shared.rend(), text.rbegin(), text.rend());
    shared.remove_prefix(static_cast<size_t>(shared.rend() - a));
  }
  while (!shared.empty() && (static_cast<unsigned char>(shared.front()) & 0xC0) == 0x80)
    shared.remove_prefix(1);
  if (const size_t space = shared.find(' '); space != shared.npos) return shared.substr(space + 1);
  return !shared.empty() && is_unspaced(code_point_at(shared, 0).value) ? shared : std::string_view{};
}

class RelativeWords {
 public:
  RelativeWords(const icu::Locale& locale, std::vector<CalendarName>& out) : out_(out) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale with_digits(locale);
    with_digits.setKeywordValue("numbers", "latn", status);
    for (const UDateRelativeDateTimeFormatterStyle style : kStyles) {
      status = U_ZERO_ERROR;
      const Formatter formatter(with_digits, nullptr, style, UDISPCTX_CAPITALIZATION_NONE, status);
      if (U_FAILURE(status)) continue;
      add_days(formatter);
      take_forms(formatter);
    }
    add_days_back();
    part_forms();
  }

 private:
  static std::string said(const Formatter& formatter, UDateDirection direction, UDateAbsoluteUnit unit) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    return utf8(formatter.format(direction, unit, text, status));
  }

  void add_days(const Formatter& formatter) {
    add_name(Kind::kDaysBack, 0, said(formatter, UDAT_DIRECTION_THIS, UDAT_ABSOLUTE_DAY), out_);
    add_day_back(formatter, 1, UDAT_DIRECTION_LAST, UDAT_DIRECTION_NEXT);
    add_day_back(formatter, 2, UDAT_DIRECTION_LAST_2, UDAT_DIRECTION_NEXT_2);
    add_name(Kind::kNow, 0, said(formatter, UDAT_DIRECTION_PLAIN, UDAT_ABSOLUTE_NOW), out_);
  }

  void add_day_back(const Formatter& formatter, int days, UDateDirection back, UDateDirection ahead) {
    days_back_[said(formatter, back, UDAT_ABSOLUTE_DAY)] = days;
    days_ahead_.insert(said(formatter, ahead, UDAT_ABSOLUTE_DAY));
  }

  // Hindi's one word for yesterday and tomorrow tells neither.
  void add_days_back() {
    for (const auto& [name, days] : days_back_) {
      if (!days_ahead_.contains(name)) add_name(Kind::kDaysBack, days, name, out_);
    }
  }

  void take_forms(const Formatter& formatter) {
    for (const Unit& unit : kUnits) {
      for (const int count : kCounts) {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text;
        formatter.formatNumeric(-count, unit.unit, text, status);
        if (U_SUCCESS(status)) take_form(collapse_space(utf8(text)), unit, count);
      }
    }
  }

  void take_form(const std::string& text, const Unit& unit, int count) {
    const std::string number = std::to_string(count);
    const size_t at = text.find(number);
    if (at != text.npos) {
      std::string after = collapse_space(text.substr(at + number.size()));
      forms_.push_back({unit.seconds, collapse_space(text.substr(0, at)), std::move(after)});
    } else if (unit.seconds == 86'400) {
      days_back_[text] = count;
    } else if (unit.seconds > 0) {
      add_name(Kind::kSecondsBack, count * unit.seconds, text, out_);
    }
  }

  // What several units have in common says "ago", the rest is the unit's name.
  void part_forms() {
    std::map<std::string, std::set<int>> befores;
    for (const Form& form : forms_) {
      if (form.seconds > 0 && is_wordy(form.before) && is_wordy(form.after))
        befores[form.before].insert(form.seconds);
    }
    for (const UDateRelativeDateTimeFormatterStyle style : kStyles) agos_.insert(ending_of(style));
    for (const Form& form : forms_) {
      const bool said_before = befores[form.before].size() > 1;
      if (said_before) add_name(Kind::kAgo, 0, form.before, out_);
      if (said_before || form.before.empty()) {
        const bool is_split = split(form);
        if (said_before && !is_split) add_unit(form.after, form.seconds);
        if (form.before.empty()) add_unit_ago(form);
      } else if (is_wordy(form.before)) {
        add_unit(form.before, form.seconds);
        add_name(Kind::kAgo, 0, form.after, out_);
      }
    }
    for (const auto& [name, seconds] : units_) {
      if (seconds) add_name(*seconds > 0 ? Kind::kUnit : Kind::kCoarseUnit, *seconds, name, out_);
    }
  }

  std::string ending_of(UDateRelativeDateTimeFormatterStyle style) const {
    const size_t share = forms_.size() / kStyles.size(), first = share * static_cast<size_t>(style);
    std::set<std::string> afters;
    for (size_t i = first; i < std::min(first + share, forms_.size()); ++i) {
      if (forms_[i].seconds > 0) afters.insert(forms_[i].after);
    }
    return std::string(shared_ending(afters));
  }

  bool split(const Form& form) {
    bool any = false;
    for (const std::string& ago : agos_) {
      if (ago.empty() || !form.after.ends_with(ago) || ago.size() == form.after.size()) continue;
      add_name(Kind::kAgo, 0, ago, out_);
      add_unit(collapse_space(form.after.substr(0, form.after.size() - ago.size())), form.seconds);
      any = true;
    }
    return any;
  }

  void add_unit_ago(const Form& form) {
    if (form.seconds > 0) add_name(Kind::kUnitAgo, form.seconds, form.after, out_);
  }

  // A name that stands for two units tells nothing.
  void add_unit(const std::string& name, int seconds) {
    const auto [found, is_new] = units_.emplace(name, seconds);
    if (!is_new && found->second != seconds) found->second.reset();
  }

  std::vector<CalendarName>& out_;
  std::map<std::string, int> days_back_;
  std::set<std::string> days_ahead_;
  std::vector<Form> forms_;
  std::set<std::string> agos_;
  std::map<std::string, std::optional<int>> units_;
};

}  // namespace

void add_relative_words(const icu::Locale& locale, std::vector<CalendarName>& out) {
  RelativeWords(locale, out);
}

}  // namespace dekko
