// make_world_words: writes the source of kWorldWords (world_words.h) from what ICU knows on this machine.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "extractors/fields/word_book.h"
#include "extractors/text/calendar_names.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Names = std::vector<CalendarName>;

WordRole role_of(CalendarName::Kind kind) {
  using Kind = CalendarName::Kind;
  switch (kind) {
    case Kind::kMonth:
      return WordRole::kMonth;
    case Kind::kWeekday:
      return WordRole::kWeekday;
    case Kind::kDayPart:
      return WordRole::kDayPart;
    case Kind::kFixedTime:
      return WordRole::kFixedTime;
    case Kind::kYearMark:
      return WordRole::kYearMark;
    case Kind::kMonthMark:
      return WordRole::kMonthMark;
    case Kind::kDayMark:
      return WordRole::kDayMark;
    case Kind::kHourMark:
      return WordRole::kHourMark;
    case Kind::kMinuteMark:
      return WordRole::kMinuteMark;
    case Kind::kSecondMark:
      return WordRole::kSecondMark;
    case Kind::kLink:
      return WordRole::kLink;
    case Kind::kAgo:
      return WordRole::kAgo;
    case Kind::kUnit:
      return WordRole::kUnit;
    case Kind::kUnitAgo:
      return WordRole::kUnitAgo;
    case Kind::kCoarseUnit:
      return WordRole::kCoarseUnit;
    case Kind::kDaysBack:
      return WordRole::kDaysBack;
    case Kind::kSecondsBack:
      return WordRole::kSecondsBack;
    case Kind::kNow:
      return WordRole::kNow;
  }
  return WordRole::kLink;
}

// Every beginning of a month's name that begins no other month and no weekday.
void add_beginnings(const Names& names, size_t language, WordBook& book) {
  constexpr size_t kLeast = 3;  // code points
  constexpr int kNoMonth = 0;
  std::map<std::string, int> beginnings;
  for (const CalendarName& name : names) {
    const bool is_month = name.kind == CalendarName::Kind::kMonth;
    if (!is_month && name.kind != CalendarName::Kind::kWeekday) continue;
    const std::string key = word_key(name.text);
    size_t count = 1;
    for (size_t end = code_point_at(key, 0).size; end < key.size();
         end += code_point_at(key, end).size, ++count) {
      if (count < kLeast) continue;
      const int value = is_month ? name.value : kNoMonth;
      const auto [found, is_new] = beginnings.emplace(key.substr(0, end), value);
      if (!is_new && found->second != value) found->second = kNoMonth;
    }
  }
  for (const auto& [beginning, month] : beginnings) {
    if (month != kNoMonth) book.add(beginning, WordRole::kMonth, month, language);
  }
}

size_t known_languages() {
  return std::min(calendar_languages().size(), LanguageSet{}.size());
}

void write_tags() {
  for (size_t i = 0; i < known_languages(); ++i) std::cout << (i > 0 ? " " : "") << calendar_languages()[i];
  std::cout << '\n';
}

void write_meaning(const Meaning& meaning) {
  std::cout << fmt::format("\t{},{}", static_cast<int>(meaning.role), meaning.value);
  char mark = ',';
  for (size_t i = 0; i < known_languages(); ++i) {
    if (!meaning.languages.test(i)) continue;
    std::cout << mark << i;
    mark = '.';
  }
}

void write_book(const WordBook& book) {
  for (const auto& [key, meanings] : book.words()) {
    std::cout << key;
    for (const Meaning& meaning : meanings) write_meaning(meaning);
    std::cout << '\n';
  }
  std::cout << '\n';
}

}  // namespace

}  // namespace dekko

int main() {
  using namespace dekko;
  WordBook words, beginnings;
  for (size_t language = 0; language < known_languages(); ++language) {
    const Names names = calendar_names(calendar_languages()[language]);
    for (const CalendarName& name : names) words.add(name.text, role_of(name.kind), name.value, language);
    add_beginnings(names, language, beginnings);
  }
  std::cout << "#include \"extractors/fields/world_words.h\"\n\nnamespace dekko {\n\n"
            << "const std::string_view kWorldWords = R\"words(";
  write_tags();
  write_book(words);
  write_book(beginnings);
  std::cout << ")words\";\n\n}  // namespace dekko\n";
}
