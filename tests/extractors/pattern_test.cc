#include "extractors/fields/pattern.h"

#include <gtest/gtest.h>

#include <ctime>

#include "core/limits.h"
#include "extractors/fields/date_pattern.h"

namespace dekko {
namespace {

Pattern pattern(const std::string& text) {
  Result<Pattern> compiled = Pattern::compile(text);
  EXPECT_TRUE(compiled) << (compiled ? "" : compiled.error().message());
  return *compiled;
}

std::string refusal(const std::string& text) {
  const Result<Pattern> compiled = Pattern::compile(text);
  return compiled ? "accepted" : compiled.error().detail;
}

TEST(Pattern, GivesTheWholeMatchAndItsGroups) {
  const auto groups = pattern("(\\d+) of (\\d+)").match("page 3 of 113, at last");
  ASSERT_TRUE(groups);
  EXPECT_EQ(*groups, (std::vector<std::string_view>{"3 of 113", "3", "113"}));
}

TEST(Pattern, GivesNothingWhereNothingMatches) {
  EXPECT_FALSE(pattern("^By (.+)$").match("Ada Moor"));
  EXPECT_FALSE(pattern("^By (.+)$").match(""));
}

TEST(Pattern, LeavesAGroupThatTookNoPartEmpty) {
  EXPECT_EQ(pattern("(a)|(b)").match("b"), (std::vector<std::string_view>{"b", "", "b"}));
}

TEST(Pattern, ReadsUtf8) {
  EXPECT_EQ((*pattern("von (\\pL+)").match("von Jürg"))[1], "Jürg");
}

TEST(Pattern, NamesWhatIsWrongWithIt) {
  EXPECT_EQ(refusal("a(b"), "missing ): a(b");
  EXPECT_EQ(refusal("a**"), "bad repetition operator: **");
  EXPECT_EQ(refusal("(?=x)"), "invalid perl operator: (?=");
  EXPECT_EQ(refusal("\\1"), "invalid escape sequence: \\1");
}

TEST(Pattern, RefusesWhatIsTooLongOrTooLargeOnceCompiled) {
  EXPECT_EQ(refusal(std::string(limits::kPatternBytes + 1, 'a')),
            "a pattern may have 1024 bytes, this has 1025");
  EXPECT_EQ(refusal("((\\pL{100}){100}){100}"), "invalid repetition size: {100}");
  EXPECT_EQ(refusal("(\\pL{30}){30}"), "needs more than 1024 KiB once compiled; use smaller counts in {n,m}");
}

TEST(Pattern, TakesLinearTimeOnWhatBlowsUpBacktracking) {
  const std::string text(limits::kFieldBytes, 'a');
  const std::clock_t before = std::clock();  // of this process: other programs do not count
  EXPECT_FALSE(pattern("^(a|aa|a*)*b$").match(text));
  EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC);
}

struct DateCase {
  const char* pattern;
  const char* text;
  const char* value;  // "" for none
  const char* found;
};

class DatePattern : public testing::TestWithParam<DateCase> {};

TEST_P(DatePattern, ReadsAFormThatOnlyOneSiteWrites) {
  DateRules rules{.language = "en", .zone = "+09:00", .patterns = {pattern(GetParam().pattern)}};
  EXPECT_EQ(date_pattern_fault(rules.patterns.front()), "");
  const auto found = date_by_pattern(GetParam().text, rules, *parse_moment("2024-03-20T09:00:00Z"));
  EXPECT_EQ(found ? found->value : "", GetParam().value);
  EXPECT_EQ(found ? found->text : "", GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, DatePattern,
    testing::Values(
        DateCase{"(?P<day>\\d+)/(?P<month>\\d+)\\.(?P<year>\\d+)", "No 9, 14/3.2024", "2024-03-14",
                 "14/3.2024"},
        DateCase{"(?P<month>\\d)(?P<day>\\d\\d)(?P<year>\\d\\d)", "31424", "2024-03-14", "31424"},
        DateCase{"(?P<month>\\d)(?P<day>\\d\\d)(?P<year>\\d\\d)", "31499", "1999-03-14", "31499"},
        DateCase{"(?P<year>\\d+) week of (?P<month>\\pL+) (?P<day>\\d+)", "2024 week of March 14",
                 "2024-03-14", "2024 week of March 14"},
        DateCase{"(?P<day>\\d+)\\.(?P<month>\\d+)\\.(?P<year>\\d+) kl\\. (?P<hour>\\d+)\\.(?P<minute>\\d+)",
                 "14.3.2024 kl. 7.05", "2024-03-14T07:05:00+09:00", "14.3.2024 kl. 7.05"},
        DateCase{"issue \\d+ \\((.+)\\)", "issue 12 (March 14, 2024)", "2024-03-14", "March 14, 2024"},
        DateCase{"(?P<day>\\d+)/(?P<month>\\d+)\\.(?P<year>\\d+)", "31/2.2024", "", ""},
        DateCase{"(?P<day>\\d+)/(?P<month>\\d+)\\.(?P<year>\\d+)", "March 14, 2024", "", ""}));

TEST(DatePattern, ComesBeforeTheCommonForms) {
  DateRules rules{.order = DateRules::Order::kMonthFirst,
                  .patterns = {pattern("(?P<day>\\d+)/(?P<month>\\d+)/(?P<year>\\d+)")}};
  EXPECT_EQ(read_date("04/03/2024", rules, Moment())->value, "2024-03-04");
  EXPECT_EQ(date_at_end("Ada Moor 04/03/2024", rules, Moment())->value, "2024-03-04");
  EXPECT_EQ(read_date("March 5, 2024", rules, Moment())->value, "2024-03-05");
}

TEST(DatePattern, NeedsItsParts) {
  EXPECT_NE(date_pattern_fault(pattern("\\d+")), "");
  EXPECT_NE(date_pattern_fault(pattern("(?P<day>\\d+) (?P<month>\\d+)")), "");
  EXPECT_NE(date_pattern_fault(pattern("(\\d+) (\\d+)")), "");
  EXPECT_EQ(date_pattern_fault(pattern("(?P<yaer>\\d+)")),
            "names a group \"yaer\"; there are year, month, day, hour, minute, second");
}

}  // namespace
}  // namespace dekko
