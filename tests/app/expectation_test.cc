#include "app/expectation.h"

#include <gtest/gtest.h>

#include "app/page_file.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

TEST(Expectation, EqualTextHasNoDiff) { EXPECT_EQ(diff_json_lines("g", "{\"a\":1}\n", "{\"a\":1}\n"), ""); }

TEST(Expectation, DiffNamesLineRecordAndKey) {
  EXPECT_EQ(diff_json_lines("g.jsonl", "{\"record\":\"card\",\"position\":2,\"headline\":\"Old\"}\n",
                            "{\"record\":\"card\",\"position\":2,\"headline\":\"New\"}\n"),
            "g.jsonl:1: card 2\n  headline\n  - \"Old\"\n  + \"New\"\n");
}

TEST(Expectation, DiffShowsLinesThatOnlyOneSideHas) {
  EXPECT_EQ(diff_json_lines("g", "{\"a\":1}\n", ""), "g:1: \n  - {\"a\":1}\n");
}

TEST(Expectation, DiffNoticesALostLineEnd) {
  EXPECT_EQ(diff_json_lines("g", "{\"a\":1}\n", "{\"a\":1}"), "g: the last line end differs\n");
}

TEST(Expectation, GoldenStandsBesideThePage) {
  const Scratch scratch;
  scratch.write("site/case/expected.jsonl", "{\"a\":1}\n");
  Expectation expectation(scratch.path());
  expectation.add("site/case/page.html", "{\"a\":1}\n");
  const auto verdict = expectation.compare();
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->compared, 1);
  EXPECT_EQ(verdict->different, 0) << verdict->diff;
}

TEST(Expectation, OneByteMakesADifference) {
  const Scratch scratch;
  scratch.write("case/expected.jsonl", "{\"a\":2}\n");
  Expectation expectation(scratch.path());
  expectation.add("case/page.html", "{\"a\":1}\n");
  EXPECT_EQ(expectation.compare()->different, 1);
}

TEST(Expectation, MissingGoldenAndGoldenWithoutPageDiffer) {
  const Scratch scratch;
  scratch.write("old/expected.jsonl", "{}\n");
  Expectation expectation(scratch.path());
  expectation.add("new/page.html", "{}\n");
  const auto verdict = expectation.compare();
  EXPECT_EQ(verdict->different, 2);
  EXPECT_NE(verdict->diff.find("there is no such file yet"), std::string::npos);
  EXPECT_NE(verdict->diff.find("no page was read for it"), std::string::npos);
}

TEST(Expectation, BlessWritesWhatWasRead) {
  const Scratch scratch;
  Expectation expectation(scratch.path());
  expectation.add("a/page.html", "{\"a\":1}\n");
  ASSERT_TRUE(expectation.bless());
  EXPECT_EQ(*read_file(scratch.path() / "a/expected.jsonl", 100), "{\"a\":1}\n");
  EXPECT_EQ(expectation.compare()->different, 0);
}

TEST(Expectation, OneFileHoldsAllPages) {
  const Scratch scratch;
  Expectation expectation(scratch.write("all.jsonl", "{\"a\":1}\n{\"a\":2}\n"));
  expectation.add("a.html", "{\"a\":1}\n");
  expectation.add("b.html", "{\"a\":2}\n");
  EXPECT_EQ(expectation.compare()->different, 0);
}

}  // namespace
}  // namespace dekko
