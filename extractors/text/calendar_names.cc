#include "extractors/text/calendar_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "extractors/text/calendar_sources.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Symbols = icu::DateFormatSymbols;
using Kind = CalendarName::Kind;

std::span<const icu::Locale> locales() {
  int32_t count = 0;
  const icu::Locale* all = icu::Locale::getAvailableLocales(count);
  return {all, static_cast<size_t>(count)};
}

// ICU counts weekdays from 1, with an empty name at 0.
void add(const icu::UnicodeString* names, int32_t count, Kind kind, std::vector<CalendarName>& out) {
  for (int32_t i = 0; i < count; ++i)
    add_name(kind, kind == Kind::kMonth ? i + 1 : i - 1, utf8(names[i]), out);
}

void add_names(const icu::Locale& locale, std::vector<CalendarName>& out) {
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) return;
  int32_t count = 0;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED, Symbols::SHORT}) {
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      if (width != Symbols::SHORT) add(months, std::min(count, 12), Kind::kMonth, out);
      const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
      add(days, count, Kind::kWeekday, out);
    }
  }
}

// "d.M.y" gives "dmy".
std::string order_of(const icu::Locale& locale) {
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kShort, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return "";
  icu::UnicodeString pattern;
  std::string order;
  for (const char c : utf8(simple->toPattern(pattern))) {
    const char part = c == 'M' || c == 'L' ? 'm' : c;
    if ((part == 'd' || part == 'm' || part == 'y') && order.find(part) == std::string::npos) order += part;
  }
  return order.size() == 3 ? order : "";
}

}  // namespace

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

bool is_wordy(std::string_view text) {
  bool letters = false;
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
    const char32_t c = code_point_at(text, at).value;
    if (digit_value(c) >= 0) return false;
    letters = letters || is_letter(c);
  }
  return letters;
}

void add_name(Kind kind, int value, std::string text, std::vector<CalendarName>& out) {
  if (is_wordy(text)) out.push_back({kind, value, std::move(text)});
}

const std::vector<std::string>& calendar_languages() {
  static const std::vector<std::string> kLanguages = [] {
    std::set<std::string> all;
    for (const icu::Locale& locale : locales()) all.insert(locale.getLanguage());
    return std::vector<std::string>(all.begin(), all.end());
  }();
  return kLanguages;
}

std::vector<CalendarName> calendar_names(const std::string& language) {
  std::vector<CalendarName> out;
  for (const icu::Locale& locale : locales()) {
    if (language != locale.getLanguage()) continue;
    add_names(locale, out);
    if (*locale.getCountry() != '\0') continue;  // regions have names of their own and little else
    add_pattern_words(locale, out);
    add_day_parts(locale, out);
    add_relative_words(locale, out);
  }
  return out;
}

std::string numeric_order(std::string_view language_tag) {
  // Making a format costs 50 us and the dates of a page ask for one language.
  thread_local std::pair<std::string, std::string> last;
  if (last.first == language_tag) return last.second;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language_tag), status);
  const std::string_view language = locale.getLanguage();
  const auto& known = calendar_languages();
  const bool settled = language != "en" || *locale.getCountry() != '\0';
  const bool exists = U_SUCCESS(status) && std::binary_search(known.begin(), known.end(), language);
  last = {std::string(language_tag), exists && settled ? order_of(locale) : ""};
  return last.second;
}

}  // namespace dekko
