// The names that are stored and printed, and the text of errors.
#include <gtest/gtest.h>

#include <set>

#include "core/page.h"
#include "core/result.h"
#include "core/run.h"
#include "core/spelling.h"

namespace dekko {
namespace {

TEST(Words, NameEveryStopReasonOnce) {
  std::set<std::string_view> names;
  for (int reason = 0; reason <= static_cast<int>(StopReason::kStorageFailed); ++reason) {
    names.insert(to_text(static_cast<StopReason>(reason)));
  }
  EXPECT_EQ(names.size(), 12u);
  EXPECT_FALSE(names.contains("unknown"));
  EXPECT_EQ(to_text(StopReason::kOnlyKnown), "only_known");
}

TEST(Words, NameCoverageAndPurpose) {
  EXPECT_EQ(to_text(Coverage::kComplete), "complete");
  EXPECT_EQ(to_text(Coverage::kRepaired), "repaired");
  EXPECT_EQ(to_text(Coverage::kOpen), "open");
  EXPECT_EQ(to_text(Coverage::kPartial), "partial");
  EXPECT_EQ(to_text(Gap::Why::kSeamSeenOnce), "seam_seen_once");
  EXPECT_EQ(parse_gap("emptied"), Gap::Why::kEmptied);
  EXPECT_FALSE(parse_gap("unknown"));
  EXPECT_EQ(to_text(Purpose::kRobots), "robots");
  EXPECT_EQ(to_text(Purpose::kPage), "page");
  EXPECT_EQ(to_text(Purpose::kRecheck), "recheck");
}

TEST(Words, ReadBackEveryVerdict) {
  for (const Verdict verdict : {Verdict::kListing, Verdict::kPastTheEnd, Verdict::kEmpty,
                                Verdict::kNotAListing, Verdict::kUnrecognized}) {
    EXPECT_EQ(parse_verdict(to_text(verdict)), verdict);
  }
  for (const char* text : {"", "Listing", "listing ", "list"})
    EXPECT_EQ(parse_verdict(text), std::nullopt) << text;
}

TEST(Error, NamesItsObjectThenTheFaultThenTheCure) {
  EXPECT_EQ((Error{ErrorCode::kIo, "a.db", "cannot be written", "free some space"}).message(),
            "a.db: cannot be written; free some space");
  EXPECT_EQ((Error{ErrorCode::kIo, "", "cannot be written"}).message(), "cannot be written");
}

TEST(Spelling, SuggestsTheNearestOfWhatThereIs) {
  const std::vector<std::string> commands = {"crawl", "replay", "extract", "select", "export"};
  EXPECT_EQ(nearest_spelling("crwal", commands), "crawl");
  EXPECT_EQ(nearest_spelling("exprot", commands), "export");
  EXPECT_EQ(nearest_spelling("slect", commands), "select");
  for (const char* word : {"", "xyzzy", "banana"}) EXPECT_EQ(nearest_spelling(word, commands), "") << word;
  EXPECT_EQ(nearest_spelling(std::string(100'000, 'a'), commands), "");
}

}  // namespace
}  // namespace dekko
