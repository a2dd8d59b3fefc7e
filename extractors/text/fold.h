// Text folded for comparison, and white space as readers see it. All input is valid UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// Runs of white space (also U+00A0 and other Unicode spaces) become one space; ends trimmed; zero-width
// space, byte order mark and soft hyphen dropped.
std::string collapse_space(std::string_view text);

// `text` with its typography set aside: quotes, dashes, dots, spaces, compatibility forms (NFKC) and case are
// unified, accents stay. Texts that give the same say the same to a reader.
std::string plain_text(std::string_view text);

// What spellings of one name share: compatibility forms unified (NFKC), accents and vowel points dropped,
// quotes and dashes made straight, case folded, spaces collapsed. "Chad O’Carroll" and "CHAD O'CARROLL" give
// the same key. Marks that spell a letter of their own stay: Indic and Thai vowels, kana voicing.
std::string fold_key(std::string_view text);
// The same of what plain_text() made of it.
std::string fold_plain(std::string plain);
// Whether fold_key(text) is `key`, mostly told without folding.
bool has_key(std::string_view text, std::string_view key);

// Whether two texts say the same, typography aside (quotes, dashes, spaces, case); "…" or "..." at the end of
// one matches any ending of the other.
bool says_the_same(std::string_view a, std::string_view b);
// Whether the first characters of both tell already that they do not.
bool begins_otherwise(std::string_view a, std::string_view b);
// The same as says_the_same() of what plain_text() made of both.
bool plain_says_the_same(std::string_view a, std::string_view b);

// `text` without the "…", "...", "[…]" that tells of a cut, and without the space before it; `text` if it has
// none.
std::string_view without_ellipsis(std::string_view text);

// Code points, not octets.
size_t length_of(std::string_view text);

}  // namespace dekko
