#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <optional>

#include "extractors/text/calendar_sources.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Kind = CalendarName::Kind;
using Format = icu::DateFormat;

constexpr Format::EStyle kStyles[] = {Format::kFull, Format::kLong, Format::kMedium, Format::kShort};

std::string pattern_of(Format* format) {
  const std::unique_ptr<Format> owned(format);
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format);
  icu::UnicodeString pattern;
  return simple != nullptr ? utf8(simple->toPattern(pattern)) : "";
}

bool is_field(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A pattern taken apart: fields by their letter, and the words between.
class PatternReader {
 public:
  PatternReader(const std::string& pattern, std::vector<CalendarName>& out) : pattern_(pattern), out_(out) {}

  void run() {
    bool quoted = false;
    while (at_ < pattern_.size()) {
      const CodePoint c = code_point_at(pattern_, at_);
      if (c.value == '\'') {
        quoted = !quoted;
        at_ += 1;
      } else if (!quoted && is_field(c.value)) {
        end_word(false);
        field();
      } else {
        letter(c);
      }
    }
    end_word(true);
  }

  // What stands right before the month's name and is no word of its own: Hebrew's "d בMMMM".
  const std::string& prefix_of_month() const { return prefix_; }
  // What is glued to its end: Mongolian's "MMMMын".
  const std::string& suffix_of_month() const { return suffix_; }

 private:
  void field() {
    const char letter = pattern_[at_];
    const size_t end = std::min(pattern_.find_first_not_of(letter, at_), pattern_.size());
    field_ = letter;
    is_number_ = end - at_ < 3;
    glued_ = true;
    at_ = end;
  }

  void letter(const CodePoint& c) {
    if (is_letter(c.value) || is_mark(c.value)) {
      word_.append(pattern_, at_, c.size);
    } else {
      end_word(false);
      glued_ = glued_ && c.value != ' ' && c.value != 0xA0 && c.value != 0x202F;
    }
    at_ += c.size;
  }

  void end_word(bool last) {
    if (word_.empty()) return;
    if (at_ < pattern_.size() && pattern_.compare(at_, 3, "MMM") == 0 && field_ == 'd' && !glued_) {
      prefix_ = word_;
    } else if (glued_ && !is_number_ && (field_ == 'M' || field_ == 'L')) {
      suffix_ = word_;
    } else {
      if (const auto mark = mark_of_field(); mark && is_number_ && (glued_ || last || is_clock())) {
        add_name(*mark, 0, word_, out_);
      }
      add_name(Kind::kLink, 0, word_, out_);
    }
    word_.clear();
    glued_ = false;
  }

  bool is_clock() const { return field_ == 'H' || field_ == 'h' || field_ == 'm' || field_ == 's'; }

  std::optional<Kind> mark_of_field() const {
    switch (field_) {
      case 'y':
        return Kind::kYearMark;
      case 'M':
      case 'L':
        return Kind::kMonthMark;
      case 'd':
        return Kind::kDayMark;
      case 'H':
      case 'h':
        return Kind::kHourMark;
      case 'm':
        return Kind::kMinuteMark;
      case 's':
        return Kind::kSecondMark;
      default:
        return std::nullopt;
    }
  }

  const std::string& pattern_;
  std::vector<CalendarName>& out_;
  size_t at_ = 0;
  char field_ = 0;
  bool is_number_ = false, glued_ = false;
  std::string word_, prefix_, suffix_;
};

void add_inflected_months(const std::string& prefix, const std::string& suffix,
                          std::vector<CalendarName>& out) {
  const size_t count = out.size();
  for (size_t i = 0; i < count; ++i) {
    if (out[i].kind == Kind::kMonth) add_name(Kind::kMonth, out[i].value, prefix + out[i].text + suffix, out);
  }
}

}  // namespace

void add_pattern_words(const icu::Locale& locale, std::vector<CalendarName>& out) {
  std::string prefix, suffix;
  for (const Format::EStyle style : kStyles) {
    for (Format* format :
         {Format::createDateInstance(style, locale), Format::createTimeInstance(style, locale),
          Format::createDateTimeInstance(style, style, locale)}) {
      const std::string pattern = pattern_of(format);
      PatternReader reader(pattern, out);
      reader.run();
      if (!reader.prefix_of_month().empty()) prefix = reader.prefix_of_month();
      if (!reader.suffix_of_month().empty()) suffix = reader.suffix_of_month();
    }
  }
  if (!prefix.empty()) add_inflected_months(prefix, "", out);
  if (!suffix.empty()) add_inflected_months("", suffix, out);
}

}  // namespace dekko
