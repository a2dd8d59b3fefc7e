// docs/guarantees.md and docs/security.md name the tests that prove them: each has to be there.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/house/tree.h"

namespace dekko::house {
namespace {

const Tree& our_tree() {
  static const Tree kTree = read_tree(DEKKO_SOURCE_DIR);
  return kTree;
}

// What stands between backquotes and looks like `Suite.Test` or a script of tests/e2e.
std::vector<std::string> tests_named_in(std::string_view text) {
  std::vector<std::string> names;
  for (size_t begin = text.find('`'); begin != text.npos;) {
    const size_t end = std::min(text.find('`', begin + 1), text.size());
    const std::string_view word = text.substr(begin + 1, end - begin - 1);
    const size_t dot = word.find('.');
    const auto is_capital = [&](size_t at) { return at < word.size() && word[at] >= 'A' && word[at] <= 'Z'; };
    const bool suite = dot != word.npos && is_capital(0) && (is_capital(dot + 1) || word.ends_with(".*"));
    if (suite || word.starts_with("tests/e2e/")) names.emplace_back(word);
    begin = end < text.size() ? text.find('`', end + 1) : text.npos;
  }
  return names;
}

bool is_there(const std::string& name) {
  const size_t dot = name.find('.');
  const std::string test = name.substr(dot + 1);
  const std::string declared = '(' + name.substr(0, dot) + ", " + (test == "*" ? "" : test + ")");
  return std::any_of(our_tree().begin(), our_tree().end(), [&](const File& file) {
    if (name.starts_with("tests/e2e/")) return file.path == name;
    return file.is_below("tests") && file.text.find(declared) != std::string::npos;
  });
}

TEST(Guarantees, NameOnlyTestsThatAreThere) {
  size_t named = 0;
  for (const File& file : our_tree()) {
    if (file.path != "docs/guarantees.md" && file.path != "docs/security.md") continue;
    for (const std::string& name : tests_named_in(file.text)) {
      ++named;
      EXPECT_TRUE(is_there(name)) << file.path << " names " << name;
    }
  }
  EXPECT_GT(named, 50u);
}

TEST(Guarantees, AreFoundWantingWhereATestIsNot) {
  EXPECT_EQ(tests_named_in("| a | `A.B`, `tests/e2e/x.sh`, `C.*` `core/limits.h`, `CHANGELOG.md` |"),
            (std::vector<std::string>{"A.B", "tests/e2e/x.sh", "C.*"}));
  EXPECT_FALSE(
      is_there("Guarantees.Were"
               "NeverTested"));
  EXPECT_FALSE(is_there("tests/e2e/no-such.sh"));
}

}  // namespace
}  // namespace dekko::house
