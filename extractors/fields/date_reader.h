// Dates of one page. Its lines are read for several questions, and every card has the same few ("5 min
// read"): each text is read once.
#pragma once

#include <optional>
#include <string_view>

#include "core/text_hash.h"
#include "extractors/fields/dates.h"

namespace dekko {

class DateReader {
 public:
  // `seen_at`: the record's own moment (dates.h).
  DateReader(DateRules rules, Moment seen_at) : rules_(std::move(rules)), seen_at_(seen_at) {}

  // What read_date, date_at_end, unclear_date_at_end and coarse_age_at_end say. A reference is good until the
  // next question.
  const std::optional<FoundDate>& whole(std::string_view text);
  const std::optional<FoundDate>& at_end(std::string_view line);
  std::string_view unclear_at_end(std::string_view line) const;
  std::string_view coarse_age_at_end(std::string_view line) const;

 private:
  using Read = TextMap<std::optional<FoundDate>>;

  template <class How>
  const std::optional<FoundDate>& remembered(Read& read, std::string_view text, const How& how);

  DateRules rules_;
  Moment seen_at_;
  Read whole_, at_end_;
  const std::optional<FoundDate> none_;
  std::optional<FoundDate> too_long_;  // the last answer on a text that is not worth remembering
};

}  // namespace dekko
