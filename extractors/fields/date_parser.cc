#include "extractors/fields/date_parser.h"

#include <array>

namespace dekko {

namespace {

using Kind = DateToken::Kind;

std::optional<int> meaning_in(std::span<const Meaning> meanings, WordRole role, int language) {
  for (const Meaning& meaning : meanings) {
    if (meaning.role == role && meaning.languages.test(static_cast<size_t>(language))) return meaning.value;
  }
  return std::nullopt;
}

class Parser {
 public:
  Parser(std::span<const DateToken> tokens, int language) : tokens_(tokens), language_(language) {}

  tl::expected<DateParts, NoDate> run() {
    skip_label();
    while (at_ < tokens_.size()) {
      const size_t before = at_;
      if (!ago() && !time() && !date() && !weekday()) {
        if (!filler()) return tl::unexpected(NoDate{reason_});
        continue;
      }
      if (parts_.end == 0) parts_.begin = tokens_[before].begin;
      parts_.end = tokens_[at_ - 1].end;
    }
    return finished();
  }

 private:
  // -- One token ------------------------------------------------------------------------------------------------
  const DateToken* peek(size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  std::optional<int> word(WordRole role, size_t ahead = 0) const {
    const DateToken* token = peek(ahead);
    return token != nullptr ? meaning_of(*token, role, language_) : std::nullopt;
  }
  bool mark(char32_t c, size_t ahead = 0) const {
    const DateToken* token = peek(ahead);
    return token != nullptr && token->kind == Kind::kMark && token->mark == c;
  }
  const DateToken* number(size_t ahead, int least_digits, int most_digits) const {
    const DateToken* token = peek(ahead);
    const bool fits = token != nullptr && token->kind == Kind::kNumber && token->digits >= least_digits &&
                      token->digits <= most_digits;
    return fits ? token : nullptr;
  }
  bool glued(size_t ahead) const { return peek(ahead) != nullptr && !peek(ahead)->spaced; }

  bool refuse(std::string_view reason) {
    reason_ = reason;
    return false;
  }

  void skip_label() {
    while (word(WordRole::kLabel)) {
      ++at_;
      while (mark(':') || mark('-') || mark(',') || mark('|')) ++at_;
    }
  }

  // -- Relative ----------------------------------------------------------------------------------------------------
  // "3 hours ago", "vor 3 Stunden", "1 hour, 5 minutes ago", "just now".
  bool ago() {
    if (parts_.seconds_back) return false;
    if (word(WordRole::kNow)) {
      ++at_;
      parts_.seconds_back = 0;
      parts_.unit = 60;
      return true;
    }
    const size_t start = at_;
    const bool before = word(WordRole::kAgo).has_value();
    if (before) ++at_;
    const bool read = amounts() && (before != word(WordRole::kAgo).has_value());
    if (!read) {
      parts_.seconds_back.reset();
      at_ = start;
      return false;
    }
    if (!before) ++at_;
    return true;
  }

  bool amounts() {
    while (const auto seconds = amount()) {
      parts_.seconds_back = parts_.seconds_back.value_or(0) + *seconds;
      if (mark(',') || word(WordRole::kLink)) ++at_;
    }
    return parts_.seconds_back.has_value();
  }

  std::optional<int> amount() {
    const DateToken* count = number(0, 1, 3);
    const std::optional<int> one = word(WordRole::kOne);
    if (count == nullptr && !one) return std::nullopt;
    if (word(WordRole::kCoarseUnit, 1) && !word(WordRole::kUnit, 1)) reason_ = "names no day";
    const std::optional<int> unit = word(WordRole::kUnit, 1);
    if (!unit) return std::nullopt;
    at_ += mark('.', 2) ? 3 : 2;
    parts_.unit = *unit;
    return (count != nullptr ? count->number : 1) * *unit;
  }

  // -- Time of day -------------------------------------------------------------------------------------------------
  bool time() {
    if (parts_.time) return false;
    if (const auto hour = word(WordRole::kFixedTime)) {
      ++at_;
      parts_.time = WallTime{.hour = *hour};
      return true;
    }
    const size_t start = at_;
    const bool after_clock = at_ > 0 && meaning_of(tokens_[at_ - 1], WordRole::kClock, language_).has_value();
    std::optional<int> half = word(WordRole::kHalfDay);
    if (half) ++at_;
    WallTime time;
    if (!clock(time, half.has_value() || after_clock)) {
      at_ = start;
      return false;
    }
    if (!half && (half = word(WordRole::kHalfDay))) ++at_;
    if (mark('.') && half && glued(0)) ++at_;
    if (!in_half(time, half)) return refuse("an hour that no clock shows");
    offset(time);
    parts_.time = time;
    return true;
  }

  // 9:41, 9:41:07.250, 9.41 pm, 9h41, 21時40分, 9 pm. `sure`: something before says that a time follows.
  bool clock(WallTime& time, bool sure) {
    const DateToken* hour = number(0, 1, 2);
    if (hour == nullptr) return false;
    time.hour = hour->number;
    if (word(WordRole::kHourMark, 1)) return marked_clock(time);
    const DateToken* minute = number(2, 2, 2);
    const bool dotted = mark('.', 1) && minute != nullptr && (sure || word(WordRole::kHalfDay, 3));
    if (minute != nullptr && (mark(':', 1) || dotted) && glued(1) && glued(2)) {
      time.minute = minute->number;
      const char32_t between = peek(1)->mark;
      at_ += 3;
      if (mark(between) && number(1, 2, 2) != nullptr && glued(0) && glued(1)) {
        time.second = number(1, 2, 2)->number;
        at_ += 2;
        if ((mark('.') || mark(',')) && number(1, 1, 9) != nullptr && glued(0) && glued(1)) at_ += 2;
      }
      return true;
    }
    if (!word(WordRole::kHalfDay, 1) && !(sure && number(0, 1, 2) != nullptr && word_before_is_half())) return false;
    ++at_;
    return true;
  }

  bool word_before_is_half() const {
    return at_ > 0 && meaning_of(tokens_[at_ - 1], WordRole::kHalfDay, language_).has_value();
  }

  bool marked_clock(WallTime& time) {
    at_ += 2;
    if (const DateToken* minute = number(0, 1, 2); minute != nullptr && (word(WordRole::kMinuteMark, 1) || glued(0))) {
      time.minute = minute->number;
      at_ += word(WordRole::kMinuteMark, 1) ? 2 : 1;
    }
    if (const DateToken* second = number(0, 1, 2); second != nullptr && word(WordRole::kSecondMark, 1)) {
      time.second = second->number;
      at_ += 2;
    }
    return true;
  }

  static bool in_half(WallTime& time, std::optional<int> half) {
    if (half && *half == 0 && time.hour > 12) return false;
    if (half && *half == 1 && time.hour < 12) time.hour += 12;
    if (half && *half == 0 && time.hour == 12) time.hour = 0;
    return time.hour < 24 && time.minute < 60 && time.second < 60;
  }

  // "Z", "+0900", "GMT+09:00 (KST)", "PDT"; nothing if there is none or its name means several zones.
  void offset(WallTime& time) {
    const std::optional<int> zone = word(WordRole::kZone);
    if (zone) time.offset = *zone, ++at_;
    if ((!zone || *zone == 0) && (mark('+') || mark('-')) && number(1, 2, 4) != nullptr && glued(1)) {
      signed_offset(time);
    }
    if (time.offset && mark('(') && peek(1) != nullptr && peek(1)->kind == Kind::kWord && mark(')', 2)) at_ += 3;
  }

  void signed_offset(WallTime& time) {
    const int sign = mark('-') ? -1 : 1;
    const DateToken* hours = number(1, 2, 2);
    const DateToken* minutes = mark(':', 2) ? number(3, 2, 2) : nullptr;
    const DateToken* both = number(1, 4, 4);
    if (hours == nullptr && both == nullptr) return;
    const int value = both != nullptr ? both->number / 100 * 60 + both->number % 100
                                      : hours->number * 60 + (minutes != nullptr ? minutes->number : 0);
    time.offset = sign * value;
    at_ += minutes != nullptr ? 4 : 2;
  }

  // -- Day, month, year --------------------------------------------------------------------------------------------
  bool date() { return days_back() || digits() || month() || year_or_day(); }

  bool days_back() {
    const std::optional<int> days = word(WordRole::kDaysBack);
    if (!days || parts_.days_back) return false;
    parts_.days_back = *days;
    ++at_;
    return true;
  }

  // Three numbers with the same mark between: 2024-03-19, 19.3.2024, 2024. 3. 19.
  bool digits() {
    if (parts_.digits || !order_.empty()) return false;
    const DateToken *first = number(0, 1, 4), *second = number(2, 1, 2), *third = number(4, 1, 4);
    if (first == nullptr || second == nullptr || third == nullptr) return false;
    const bool same = mark('-', 1) || mark('/', 1) || mark('.', 1);
    if (!same || !mark(peek(1)->mark, 3)) return false;
    const bool year_first = first->digits == 4, year_last = third->digits == 4;
    if (year_first == year_last || first->digits == 3 || third->digits == 3) return refuse("has no year of four digits");
    if (year_first && third->digits > 2) return false;
    parts_.digits = {first->number, second->number, third->number};
    const bool dotted = mark('.', 1);
    at_ += dotted && mark('.', 5) && glued(5) ? 6 : 5;
    return true;
  }

  bool month() {
    if (parts_.digits) return false;
    size_t used = 1;
    std::optional<int> value = word(WordRole::kMonth);
    if (!value && number(0, 1, 2) != nullptr && word(WordRole::kMonthMark, 1)) {
      value = number(0, 1, 2)->number;
      used = 2;
    } else if (!value && word(WordRole::kMonthMark) && number(1, 1, 2) != nullptr) {
      value = number(1, 1, 2)->number;
      used = 2;
    }
    if (!value) return false;
    if (parts_.month) return refuse("names two months");
    parts_.month = *value;
    order_ += 'M';
    at_ += used;
    return true;
  }

  bool year_or_day() {
    if (parts_.digits) return false;
    if (number(0, 4, 4) != nullptr) {
      if (parts_.year) return refuse("names two years");
      parts_.year = number(0, 4, 4)->number;
      order_ += 'Y';
      at_ += word(WordRole::kYearMark, 1) ? 2 : 1;
      return true;
    }
    const DateToken* day = number(0, 1, 2);
    if (day == nullptr) return refuse("is no date");
    if (word(WordRole::kYearMark, 1)) return refuse("has no year of four digits");
    if (parts_.day) return refuse("names two days, or a year of two digits");
    parts_.day = day->number;
    order_ += 'D';
    at_ += word(WordRole::kDayMark, 1) || (word(WordRole::kOrdinal, 1) && glued(1)) ? 2 : 1;
    return true;
  }

  bool weekday() {
    std::optional<int> value = word(WordRole::kWeekday);
    if (!value && at_ > 0 && mark(')', 1) && tokens_[at_ - 1].mark == '(') value = word(WordRole::kShortWeekday);
    if (!value) return false;
    if (parts_.weekday) return refuse("names two weekdays");
    parts_.weekday = *value;
    ++at_;
    return true;
  }

  // What stands between the parts and says nothing: commas, brackets, "of", "at".
  bool filler() {
    const DateToken& token = tokens_[at_];
    static constexpr std::u32string_view kMarks = U",.-/|()[]@·•~–";
    const bool link = word(WordRole::kLink) || word(WordRole::kClock) || word(WordRole::kYearMark);
    if (!link && (token.kind != Kind::kMark || kMarks.find(token.mark) == std::u32string_view::npos)) return false;
    ++at_;
    return true;
  }

  tl::expected<DateParts, NoDate> finished() {
    const bool by_words = parts_.year && parts_.month && parts_.day;
    const int told = int(by_words) + int(parts_.digits.has_value()) + int(parts_.days_back.has_value()) +
                     int(parts_.seconds_back.has_value());
    if (told == 1 && order_.empty() != by_words && (!by_words || usual_order())) return parts_;
    if (told > 1) return tl::unexpected(NoDate{"names two dates"});
    if (parts_.month && parts_.day && !parts_.year) return tl::unexpected(NoDate{"has no year"});
    if (parts_.month && parts_.year && !parts_.day) return tl::unexpected(NoDate{"names no day"});
    return tl::unexpected(NoDate{reason_});
  }

  bool usual_order() const { return order_ == "DMY" || order_ == "MDY" || order_ == "YMD" || order_ == "YDM"; }

  std::span<const DateToken> tokens_;
  int language_;
  size_t at_ = 0;
  DateParts parts_;
  std::string order_;  // of the parts named by words: "DMY"
  std::string_view reason_ = "is no date";
};

}  // namespace

std::optional<int> meaning_of(const DateToken& token, WordRole role, int language) {
  if (token.kind != Kind::kWord) return std::nullopt;
  for (const int reader : {language, english_index()}) {
    for (const auto meanings : {token.own, token.calendar}) {
      if (const auto value = meaning_in(meanings, role, reader)) return value;
    }
  }
  return std::nullopt;
}

tl::expected<DateParts, NoDate> parse_date(std::span<const DateToken> tokens, int language) {
  return Parser(tokens, language).run();
}

}  // namespace dekko
