#include "extractors/fields/date_parser.h"

namespace dekko {

namespace {

using enum WordRole;

constexpr int kDaySeconds = 86'400;
constexpr int kAfterNumber = 0, kBeforeNumber = 1;  // values of kMonthMark

class Parser {
 public:
  Parser(std::span<const DateToken> tokens, int language) : in_(tokens, language) {}

  tl::expected<DateParts, NoDate> run() {
    skip_label();
    while (!in_.ended()) {
      const DateToken& first = *in_.peek();
      if (!ago() && !time() && !date() && !weekday()) {
        if (!filler()) return tl::unexpected(NoDate{reason_});
        continue;
      }
      if (parts_.end == 0) parts_.begin = first.begin;
      parts_.end = in_.end_of_passed();
    }
    return finished();
  }

 private:
  bool refuse(std::string_view reason) {
    reason_ = reason;
    return false;
  }

  void skip_label() {
    while (in_.word(kLabel)) {
      in_.move(1);
      while (in_.mark(':') || in_.mark('-') || in_.mark(',') || in_.mark('|')) in_.move(1);
    }
  }

  bool ago() {
    if (parts_.ago) return false;
    parts_.ago = read_time_ago(in_, reason_);
    return parts_.ago.has_value();
  }

  bool time() {
    if (parts_.time) return false;
    const bool after_date = parts_.digits || parts_.days_back || (parts_.year && parts_.month && parts_.day);
    parts_.time = read_time_of_day(in_, after_date, reason_);
    return parts_.time.has_value();
  }

  // -- Day, month, year
  // --------------------------------------------------------------------------------------------
  bool date() { return days_back() || digits() || packed() || month() || year() || day(); }

  bool days_back() {
    const std::optional<int> days = in_.word(kDaysBack);
    if (!days || parts_.days_back) return false;
    parts_.days_back = *days;
    in_.move(1);
    return true;
  }

  // Three numbers with the same mark between: 2024-03-19, 19.3.2024, 2024. 3. 19., 19.03.24, 3/9/24.
  bool digits() {
    if (parts_.digits || !order_.empty()) return false;
    const DateToken *first = in_.number(0, 1, 4), *second = in_.number(2, 1, 2), *third = in_.number(4, 1, 4);
    if (first == nullptr || second == nullptr || third == nullptr) return false;
    const bool divided = in_.mark('-', 1) || in_.mark('/', 1) || in_.mark('.', 1);
    if (!divided || !in_.mark(in_.peek(1)->mark, 3) || first->digits == 3 || third->digits == 3) return false;
    const bool year_first = first->digits == 4, year_last = third->digits == 4;
    if (year_first && third->digits > 2) return false;
    const bool all_two = first->digits == 2 && second->digits == 2 && third->digits == 2;
    const bool slashes = in_.mark('/', 1) && third->digits == 2;
    if (!year_first && !year_last && !all_two && !slashes) return refuse("has no year of four digits");
    parts_.short_year = !year_first && !year_last;
    parts_.starts_short = first->digits == 1;
    parts_.digits = {first->number, second->number, third->number};
    in_.move(in_.mark('.', 1) && in_.mark('.', 5) && in_.glued(5) ? 6 : 5);
    return true;
  }

  bool packed() {
    const DateToken* all = in_.number(0, 8, 8);
    if (all == nullptr || parts_.digits || !order_.empty()) return false;
    parts_.digits = {all->number / 10'000, all->number / 100 % 100, all->number % 100};
    parts_.packed = true;
    in_.move(1);
    return true;
  }

  bool month() {
    if (parts_.digits) return false;
    size_t used = 1;
    std::optional<int> value = in_.word(kMonth);
    if (!value && in_.number(0, 1, 2) != nullptr && in_.word(kMonthMark, 1) == kAfterNumber) {
      value = in_.number(0, 1, 2)->number;
      used = 2;
    } else if (!value && in_.word(kMonthMark) == kBeforeNumber && in_.number(1, 1, 2) != nullptr) {
      value = in_.number(1, 1, 2)->number;
      used = 2;
    }
    if (!value) return false;
    const bool said_again = parts_.month == value && in_.mark_before('/');  // أيار/مايو
    if (parts_.month && !said_again) return refuse("names two months");
    if (!said_again) order_ += 'M';
    parts_.month = *value;
    in_.move(used);
    return true;
  }

  // 2024, 2024年, 令和6年, พ.ศ. 2567, '24, and of two digits after day and month or before a mark.
  bool year() {
    if (parts_.digits) return false;
    const std::optional<int> era = in_.word(kEra);
    const size_t at = !era ? 0 : in_.mark('.', 1) ? 2 : 1;
    const DateToken* number = in_.number(at, era ? 1 : 4, 4);
    if (number == nullptr && !era) {
      number = in_.number(0, 2, 2);
      const bool after_day =
          order_ == "DM" || (!order_.empty() && (in_.mark_before('\'') || in_.mark_before(U'’')));
      if (number == nullptr || !(in_.word(kYearMark, 1) || after_day)) return false;
      parts_.short_year = true;
    }
    if (number == nullptr) return false;
    if (parts_.year) return refuse("names two years");
    parts_.year = number->number + era.value_or(0);
    order_ += 'Y';
    in_.move(at + (in_.word(kYearMark, at + 1) ? 2 : 1));
    return true;
  }

  bool day() {
    if (parts_.digits) return false;
    const DateToken* number = in_.number(0, 1, 2);
    if (number == nullptr) return refuse(reason_);
    if (parts_.day) return refuse("names two days, or a year of two digits");
    parts_.day = number->number;
    order_ += 'D';
    in_.move(in_.word(kDayMark, 1) || (in_.word(kOrdinal, 1) && in_.glued(1)) || is_feminine(1) ? 2 : 1);
    return true;
  }

  // "1º", "2ª"
  bool is_feminine(size_t ahead) const {
    return in_.glued(ahead) && (in_.mark(U'º', ahead) || in_.mark(U'°', ahead));
  }

  bool weekday() {
    std::optional<int> value = in_.word(kWeekday);
    const bool bracketed = in_.mark_before('(') && in_.mark(')', 1);
    if (!value && bracketed) value = in_.word(kShortWeekday);
    if (!value) return false;
    if (parts_.weekday) return refuse("names two weekdays");
    parts_.weekday = *value;
    in_.move(1);
    return true;
  }

  // What stands between the parts and says nothing: commas, brackets, "of", "at".
  bool filler() {
    static constexpr std::u32string_view kMarks = U",.-/|()[]@·•~–:'’\"“”«»";
    const DateToken& token = *in_.peek();
    const bool mark = token.kind == DateToken::Kind::kMark && kMarks.find(token.mark) != kMarks.npos;
    const bool before_number = in_.number(1, 1, 4) != nullptr && in_.word(kDayMark);
    if (!mark && !before_number && !in_.word(kLink) && !in_.word(kClock) && !in_.word(kYearMark))
      return false;
    in_.move(1);
    return true;
  }

  // -- The end
  // -----------------------------------------------------------------------------------------------------
  tl::expected<DateParts, NoDate> finished() {
    const bool by_words = parts_.year && parts_.month && parts_.day;
    const int told = int(by_words) + int(parts_.digits.has_value()) + int(parts_.days_back.has_value()) +
                     int(parts_.ago.has_value());
    if (told > 1 || (parts_.ago && parts_.time && parts_.ago->unit < kDaySeconds)) {
      return tl::unexpected(NoDate{"names two dates"});
    }
    if (told == 1 && order_.empty() != by_words && (!by_words || usual_order())) return parts_;
    if (parts_.month && parts_.day && !parts_.year) return tl::unexpected(NoDate{"has no year"});
    if (parts_.month && parts_.year && !parts_.day) return tl::unexpected(NoDate{"names no day"});
    return tl::unexpected(NoDate{reason_});
  }

  bool usual_order() const {
    return order_ == "DMY" || order_ == "MDY" || order_ == "YMD" || order_ == "YDM";
  }

  DateCursor in_;
  DateParts parts_;
  std::string order_;  // of the parts named by words: "DMY"
  std::string_view reason_ = "is no date";
};

std::optional<int> meaning_in(std::span<const Meaning> meanings, WordRole role, int language) {
  for (const Meaning& meaning : meanings) {
    if (meaning.role == role && meaning.languages.test(static_cast<size_t>(language))) return meaning.value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> meaning_of(const DateToken& token, WordRole role, int language) {
  if (token.kind != DateToken::Kind::kWord) return std::nullopt;
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
