// A line taken apart for reading dates: numbers, words with what they mean, marks.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extractors/fields/date_words.h"

namespace dekko {

struct DateToken {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  size_t begin = 0, end = 0;                         // octets in the line
  bool spaced = false;                               // white space before it
  bool is_phrase = false;                            // of several words
  int number = 0, digits = 0;                        // of kNumber; the value of more than nine digits is cut
  char32_t mark = 0;                                 // of kMark; full-width and typographic forms made plain
  std::span<const Meaning> own = {}, calendar = {};  // of kWord; both empty for an unknown word
  RoleSet roles = 0;                                 // that these have
};

// Names of several words and abbreviations with inner dots ("p.m.", "sexta-feira") are one token; a name with
// a month glued to it ("ZwirkoMarch") is two, and so is text in scripts without spaces. Numbers in Han
// numerals are numbers; one of twelve or fourteen digits that begins with a day is two. Lives as long as
// `line`.
std::vector<DateToken> lex_date(std::string_view line, WordBooks books);

// False for a word that means nothing.
bool is_known(const DateToken& token);

// The same up to the first word that means nothing, which may stand in brackets only: a zone's name does.
std::vector<DateToken> lex_known_date(std::string_view line, WordBooks books);

// False where the last word of `line` means nothing in a date, told without reading the rest. True proves
// nothing.
bool may_end_in_date(std::string_view line, WordBooks books);

}  // namespace dekko
