// Dates as cards write them. A day stays a day; nothing is guessed: what has two readings is a problem.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "core/result.h"
#include "extractors/fields/pattern.h"

namespace dekko {

struct DateRules {
  enum class Order { kUnknown, kDayFirst, kMonthFirst, kYearFirst };
  Order order = Order::kUnknown;  // for 03/04/2024
  std::string language = {};      // BCP 47, from the profile or the page: "en", "ko"; empty if not known
  std::string zone = {};  // IANA name or "+09:00", for times without one; empty leaves them without a time
  std::vector<Pattern> patterns = {};  // tried before the common forms: date_pattern.h
};

struct FoundDate {
  std::string value;  // "YYYY-MM-DD", or RFC 3339 with offset where a time is shown
  std::string text;   // the part of the input that it was read from
  size_t begin = 0;   // offset of `text` in the input
  // Why the value may not be what is meant, as the reason of a problem; empty if all of the text fits it:
  // "weekday_disagrees", "zone_means_several" (then without the time). Lives for ever.
  std::string_view doubt = {};
  bool from_now = false;  // measured against the record's moment: "3 hours ago", "yesterday"
};

// The whole of `text` is a date, perhaps with a weekday or a word like "Published:" before it. Words are read
// in the language of the rules or English; where that makes no date, in any language, if all that can read it
// say the same. `seen_at`: the record's own moment, which "3 hours ago" and "yesterday" are measured against.
Result<FoundDate> read_date(std::string_view text, const DateRules& rules, Moment seen_at);

// The same for whom the reason is nothing.
std::optional<FoundDate> whole_date(std::string_view text, const DateRules& rules, Moment seen_at);

// False where a glance tells that the text is none, or that its end is none.
bool may_be_date(std::string_view text, const DateRules& rules);
bool may_have_date_at_end(std::string_view line, const DateRules& rules);

// The date that ends `line`, however it is glued to what stands before ("Colin ZwirkoMarch 27, 2025",
// "Jin June 13, 2025"); nothing if the line does not end in one. Words alone are none after a name ("USA
// Today").
std::optional<FoundDate> date_at_end(std::string_view line, const DateRules& rules, Moment seen_at);

// The ending of `line` that names a day in digits but does not tell day from month (03/04/2024), a part of
// `line`; empty if there is none. A card has to name it as a problem: it is never guessed.
std::string_view unclear_date_at_end(std::string_view line, const DateRules& rules, Moment seen_at);

// The ending of `line` that tells an age in weeks, months or years ("2 weeks ago"), which names no day; a
// part of `line`, empty if there is none. Behind a mark or at the beginning only: "Bridge Closed a Week Ago"
// is a sentence.
std::string_view coarse_age_at_end(std::string_view line, const DateRules& rules, Moment seen_at);

// A datetime attribute (HTML section 2.3.5).
Result<FoundDate> read_datetime_attribute(std::string_view value);

}  // namespace dekko
