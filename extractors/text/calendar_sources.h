// Where the words of calendar_names() come from. ICU's types: for this room only.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "extractors/text/calendar_names.h"

namespace dekko {

std::string utf8(const icu::UnicodeString& text);
// Whether `text` holds a letter and no digit.
bool is_wordy(std::string_view text);
// Adds `text` unless it says nothing or holds a digit.
void add_name(CalendarName::Kind kind, int value, std::string text, std::vector<CalendarName>& out);

// How the language says that something was some time ago.
void add_relative_words(const icu::Locale& locale, std::vector<CalendarName>& out);
// am and pm, and the finer parts of the day: "in the evening", noon, midnight.
void add_day_parts(const icu::Locale& locale, std::vector<CalendarName>& out);
// What the patterns of dates and times have beside their numbers: "y年M月d日", "d 'de' MMMM", "H 'Uhr'".
void add_pattern_words(const icu::Locale& locale, std::vector<CalendarName>& out);

}  // namespace dekko
