#include "extractors/fields/date_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extractors/fields/date_word_rows.h"
#include "extractors/text/calendar_names.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

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

bool is_initial(const std::string& key) {
  const CodePoint first = code_point_at(key, 0);
  return first.size == key.size() && !is_unspaced(first.value);
}

class WordBook {
 public:
  void add(std::string_view word, WordRole role, int value, size_t language) {
    std::string key = word_key(word);
    // One letter is an abbreviation of too much; one ideograph is a word.
    const bool is_name = role == WordRole::kMonth || role == WordRole::kWeekday;
    if (key.empty() || (is_name && is_initial(key))) return;
    if (role == WordRole::kDayPart && key.size() == 1) return;
    note_parts(key);
    std::vector<Meaning>& meanings = words_[std::move(key)];
    const auto same = [&](const Meaning& m) { return m.role == role && m.value == value; };
    auto found = std::find_if(meanings.begin(), meanings.end(), same);
    if (found == meanings.end()) found = meanings.insert(found, {role, value, {}});
    found->languages.set(language);
  }

  std::span<const Meaning> find(const std::string& key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? std::span<const Meaning>{} : std::span<const Meaning>(found->second);
  }

  bool has_first(const std::string& key) const { return first_words_.contains(key); }
  bool has_last(const std::string& key) const { return last_words_.contains(key); }

 private:
  void note_parts(const std::string& key) {
    static constexpr std::string_view kJoiners = " -'";
    const size_t first = key.find_first_of(kJoiners);
    if (first == key.npos) return;
    first_words_.insert(key.substr(0, first));
    last_words_.insert(key.substr(key.find_last_of(kJoiners) + 1));
  }

  std::unordered_map<std::string, std::vector<Meaning>> words_;
  std::unordered_set<std::string> first_words_, last_words_;  // of names of several words
};

using Names = std::vector<CalendarName>;

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

// CLDR's words, and apart from them what only begins a month.
struct CalendarBook {
  WordBook words, beginnings;

  void add(size_t language) {
    const Names names = calendar_names(calendar_languages()[language]);
    for (const CalendarName& name : names) words.add(name.text, role_of(name.kind), name.value, language);
    add_beginnings(names, language, beginnings);
  }
};

size_t known_languages() {
  return std::min(calendar_languages().size(), LanguageSet{}.size());
}

void add_row(const WordRow& row, WordBook& book) {
  const int language = language_index(row.language);
  std::string_view rest = row.words;
  for (int value = row.value; !rest.empty() && language >= 0; value += row.step) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    if (!word.empty()) book.add(word, row.role, value, static_cast<size_t>(language));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
}

std::array<std::span<const WordRow>, 3> own_tables() {
  return {english_words(), world_words_a_to_i(), world_words_j_to_z()};
}

WordBook own_book() {
  WordBook book;
  for (const std::span<const WordRow> table : own_tables()) {
    for (const WordRow& row : table) add_row(row, book);
  }
  return book;
}

const WordBook& dekkos_book() {
  static const WordBook kBook = own_book();
  return kBook;
}

LanguageSet languages_of_tables() {
  LanguageSet languages;
  for (const std::span<const WordRow> table : own_tables()) {
    for (const WordRow& row : table) {
      if (const int language = language_index(row.language); language >= 0) languages.set(size_t(language));
    }
  }
  return languages;
}

CalendarBook world_book() {
  CalendarBook book;
  for (size_t language = 0; language < known_languages(); ++language) book.add(language);
  return book;
}

// Of one language, made when first asked for, or of all.
const CalendarBook& book_of(int language) {
  if (language < 0) {
    static const CalendarBook kWorld = world_book();
    return kWorld;
  }
  static std::array<std::once_flag, LanguageSet{}.size()> made;
  static std::array<std::unique_ptr<CalendarBook>, LanguageSet{}.size()> books;
  const auto at = static_cast<size_t>(language);
  std::call_once(made[at], [at] {
    books[at] = std::make_unique<CalendarBook>();
    books[at]->add(at);
  });
  return *books[at];
}

}  // namespace

namespace {
int looked_up_language(std::string_view tag) {
  std::string language = fold_key(tag.substr(0, tag.find_first_of("-_")));
  if (language == "tl") language = "fil";
  if (language == "nb") language = "no";
  const auto& all = calendar_languages();
  const auto found =
      std::lower_bound(all.begin(), all.begin() + static_cast<ptrdiff_t>(known_languages()), language);
  return found != all.end() && *found == language ? static_cast<int>(found - all.begin()) : -1;
}
}  // namespace

// A page is of one language.
int language_index(std::string_view tag) {
  thread_local std::string last_tag;
  thread_local int last = looked_up_language("");
  if (tag != last_tag) {
    last = looked_up_language(tag);
    last_tag = tag;
  }
  return last;
}

int english_index() {
  static const int kIndex = language_index("en");
  return kIndex;
}

const LanguageSet& leading_languages() {
  static const LanguageSet kLanguages = languages_of_tables();
  return kLanguages;
}

std::string word_key(std::string_view word) {
  std::string key = fold_key(word);
  std::erase(key, '.');
  for (const std::string_view stop : {"\u0970", "\u05F3"}) {
    for (size_t at = key.find(stop); at != key.npos; at = key.find(stop)) key.erase(at, stop.size());
  }
  return key;
}

std::span<const Meaning> own_meanings(const std::string& key) {
  return dekkos_book().find(key);
}

std::span<const Meaning> calendar_meanings(const std::string& key, int language) {
  return book_of(language).words.find(key);
}

std::span<const Meaning> shortened_meanings(const std::string& key, int language) {
  return book_of(language).beginnings.find(key);
}

bool begins_name(const std::string& key, int language) {
  const bool is_known = language != WordBooks::kOwn && book_of(language).words.has_first(key);
  return is_known || dekkos_book().has_first(key);
}

bool ends_name(const std::string& key, int language) {
  const bool is_known = language != WordBooks::kOwn && book_of(language).words.has_last(key);
  return is_known || dekkos_book().has_last(key);
}

}  // namespace dekko
