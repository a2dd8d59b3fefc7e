#include "extractors/fields/doubled_name.h"

#include <algorithm>
#include <string>

#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// Two spellings of one name differ by quotes and accents: a few code points, a dozen octets.
constexpr size_t kSpellingOctets = 12;

// Past the accents that belong to the letter before `at`.
size_t past_marks(std::string_view line, size_t at) {
  while (at < line.size() && is_mark(code_point_at(line, at).value)) at += code_point_at(line, at).size;
  return at;
}

// Nothing that would make the name before `at` go on: the end, a space, a bar, but no letter and no
// apostrophe.
bool name_ends(std::string_view line, size_t at) {
  if (at == line.size()) return true;
  const char32_t next = code_point_at(line, at).value;
  return next != '-' && next != '\'' && next != U'’' && !is_letter(next) && !is_mark(next);
}

// Whether a new name can begin at the seam: a capital after something else, or a script without capitals.
bool is_seam(std::string_view text, size_t at) {
  const char32_t before = code_point_before(text, at).value, after = code_point_at(text, at).value;
  if (before == ' ' || !is_letter(after) || is_lower(after)) return false;
  return !is_upper(before) || text.substr(0, at).find(' ') != std::string_view::npos;
}

// Whether what follows the avatar is another name: a capital right after a small letter of a name of several
// words (one word may just be how a longer one begins).
bool another_name_follows(std::string_view line, size_t at) {
  return is_upper(code_point_at(line, at).value) && is_seam(line, at) &&
         line.substr(0, at).find(' ') != std::string_view::npos;
}

}  // namespace

size_t spelled_at_front(std::string_view line, std::string_view name) {
  if (line.starts_with(name)) return name.size();
  if (begins_otherwise(line, name)) return 0;
  const std::string key = fold_key(name);
  const size_t most = std::min(line.size(), name.size() + kSpellingOctets);
  for (size_t at = 0; at < most;) {
    at = past_marks(line, at + code_point_at(line, at).size);
    if (at + kSpellingOctets >= name.size() && line[at - 1] != ' ' && has_key(line.substr(0, at), key))
      return at;
  }
  return 0;
}

std::string_view without_avatar(std::string_view line, std::string_view avatar) {
  if (avatar.empty()) return line;
  const size_t front = spelled_at_front(line, avatar);
  if (front == 0 || front == line.size()) return line;
  const std::string_view after = line.substr(front);
  const std::string_view rest = after.front() == ' ' ? after.substr(1) : after;
  const size_t again = spelled_at_front(rest, avatar);
  if (again != 0 && name_ends(rest, again)) return rest;
  return another_name_follows(line, front) ? after : line;
}

std::string_view undoubled(std::string_view name) {
  const size_t middle = name.size() / 2;
  const size_t first = middle - std::min(middle, kSpellingOctets / 2);
  for (size_t at = 0; at < std::min(name.size(), middle + kSpellingOctets / 2);) {
    at += code_point_at(name, at).size;
    if (at < first || at >= name.size() || !is_seam(name, at)) continue;
    const std::string_view left = name.substr(0, at), right = name.substr(at);
    if (length_of(left) > 1 &&
        (left == right || (!begins_otherwise(left, right) && has_key(left, fold_key(right)))))
      return right;
  }
  return name;
}

}  // namespace dekko
