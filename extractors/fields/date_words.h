// What words mean inside a date, in every language at once or in one.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dekko {

enum class WordRole : uint8_t {
  kMonth,         // 1 to 12
  kWeekday,       // 0 to 6 from Sunday
  kShortWeekday,  // the same, one character, only in brackets: (日)
  kDayPart,       // am, evening: a bit for each hour that it names
  kFixedTime,     // the hour: noon, midnight
  kEra,           // stands before a year; what makes that Gregorian
  kYearMark,      // 年, г., stands beside its number; so do the next five
  kMonthMark,     // 月; before its number in Vietnamese
  kDayMark,       // 日
  kHourMark,      // 時, h, Uhr
  kMinuteMark,    // 分
  kSecondMark,    // 秒
  kOrdinal,       // th, er, শে
  kLink,          // of, at, de
  kClock,         // a link after which "5.45" is a time: klo, um, kl
  kLabel,         // Published, Aktualisiert
  kZone,          // minutes east of UTC
  kZoneName,      // ET: its offset depends on the day; see date_time_of_day.cc
  kVagueZone,     // CST: means several
  kAgo,           // ago, назад; before its number in some languages: vor, hace
  kUnit,          // seconds in it
  kUnitAgo,       // the same, and that they have passed: órája
  kCoarseUnit,    // week, month, year: names no day
  kCount,         // an hour, two hours
  kDaysBack,      // 0 today, 1 yesterday, 2 the day before
  kSecondsBack,   // an hour ago, in one phrase
  kNow,           // just now
};

// A set of languages, by their index in date_languages().
using LanguageSet = std::bitset<256>;

struct Meaning {
  WordRole role;
  int value;
  LanguageSet languages;
};

// A bit for each role.
using RoleSet = uint32_t;
constexpr RoleSet role_bit(WordRole role) {
  return RoleSet{1} << static_cast<unsigned>(role);
}
RoleSet roles_of(std::span<const Meaning> meanings);

// Which books words are looked up in besides dekko's own: none, one language's, the world's.
struct WordBooks {
  static constexpr int kOwn = -2, kWorld = -1;
  int language = kOwn;
};

// Tags, sorted: "af", "agq", ... About 220.
const std::vector<std::string>& date_languages();
// The index of a tag's language ("pt-BR" is "pt"), -1 for one that is not known.
int language_index(std::string_view tag);
int english_index();
// Those that dekko has words of its own for. What they mean goes before what words mean in the many others.
const LanguageSet& leading_languages();

// Words are looked up by key: folded (fold_key) and without full stops.
std::string word_key(std::string_view word);

// dekko's own words: all of English, and what CLDR does not say in forty languages. Longest key: kWordParts
// words.
std::span<const Meaning> own_meanings(std::string_view key);

// CLDR's words (world_words.h) of one language, or of all (index -1).
std::span<const Meaning> calendar_meanings(std::string_view key, int language);

// Months by no more than how their names begin ("paźdz", "list"): at least three code points, and no other
// month or weekday of the language begins so. For words that are none of the above.
std::span<const Meaning> shortened_meanings(std::string_view key, int language);

// Whether a longer name of dekko's own words or of those of the language begins with this word, or ends with
// it
// ("the", "yesterday": "the day before yesterday").
bool begins_name(std::string_view key, int language);
bool ends_name(std::string_view key, int language);

inline constexpr int kWordParts = 4;  // "sexta-feira", "the day before yesterday"

}  // namespace dekko
