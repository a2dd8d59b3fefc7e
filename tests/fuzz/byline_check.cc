// A byline, and on a second line the alt text of the card's avatar.
#include <set>

#include "core/limits.h"
#include "extractors/fields/bylines.h"
#include "extractors/text/fold.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

void check_names(const std::vector<Author>& names, std::string_view line) {
  claim(names.size() <= limits::kBylines, "no more names than the limit");
  std::set<std::string> keys;
  for (const Author& author : names) {
    claim(!author.name.empty() && is_utf8(author.name), "a name is text", author.name);
    claim(author.name == collapse_space(author.name), "a name has no needless white space", author.name);
    claim(author.name.size() <= line.size(), "a name is no longer than its line", author.name);
    claim(author.key == fold_key(author.name), "a key is that of its name", author.name);
    claim(keys.insert(author.name).second, "each name is given once", author.name);
  }
}

}  // namespace

void check_byline(std::string_view octets) {
  const std::string text = as_text(octets);
  std::string_view rest = text;
  const std::string line(first_line(rest));
  const std::string avatar(first_line(rest));
  const BylineRules others = {
      .separators = {",", "/", "and"}, .prefixes = {"Von", "Author:"}, .constants = {"Staff"}};
  for (const BylineRules& rules : {BylineRules(), others}) {
    const std::vector<Author> names = read_bylines(line, rules, avatar);
    check_names(names, line);
    claim(names == read_bylines(line, rules, avatar), "twice the same", line);
    claim(names == read_bylines(" " + line + "\t", rules, avatar), "white space around a line tells nothing",
          line);
  }
}

}  // namespace dekko::fuzz
