#include "extractors/robots_meta.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

std::vector<std::string> asked_by(std::string body) {
  const Capture capture{.url = Url::parse("https://gazette.example/tag/harbor/").value(),
                        .fetched_at = Moment(),
                        .content_type = "text/html; charset=utf-8",
                        .body = std::move(body)};
  return robots_meta(capture, "dekko", {"noarchive", "none"});
}
using Contents = std::vector<std::string>;

TEST(RobotsMeta, ReadsWhatStandsInTheHead) {
  EXPECT_EQ(asked_by("<head><meta name=robots content='noindex, noarchive'></head><p>Hi"),
            Contents{"noindex, noarchive"});
  EXPECT_EQ(asked_by("<META NAME=\"Robots\" CONTENT=\"None\">"), Contents{"None"});
}

TEST(RobotsMeta, ReadsWhatIsMeantForUsInOrder) {
  EXPECT_EQ(asked_by("<meta name=dekko content=noarchive><meta name=googlebot content=none>"
                     "<body><meta name=robots content=nofollow>"),
            (Contents{"noarchive", "nofollow"}));
}

TEST(RobotsMeta, ReadsLettersThatAreWrittenAsReferences) {
  EXPECT_EQ(asked_by("<meta name=robots content='no&#97;rchive'>"), Contents{"noarchive"});
}

TEST(RobotsMeta, ReadsOnBeyondAnAngleInAValue) {
  EXPECT_EQ(asked_by("<meta content='a > b, noarchive' name=robots>"), Contents{"a > b, noarchive"});
}

TEST(RobotsMeta, NeedNotReadAPageWhoseRobotsSayNothingOfCopies) {
  EXPECT_EQ(asked_by("<meta name=robots content='index, follow, max-image-preview:large'>"), Contents{});
}

TEST(RobotsMeta, FindsNothingWhereNothingIsAsked) {
  EXPECT_EQ(asked_by(""), Contents{});
  EXPECT_EQ(asked_by("<p>robots everywhere</p><meta name=description content=noarchive>"), Contents{});
  EXPECT_EQ(asked_by("<!-- <meta name=robots content=noarchive> --><p>Hi"), Contents{});
}

TEST(RobotsMeta, ReadsPagesInOtherCharsets) {
  const std::string page = "<meta name=robots content=noarchive>";
  std::string wide = "\xFF\xFE";
  for (const char c : page) wide += {c, '\0'};
  EXPECT_EQ(asked_by(wide), Contents{"noarchive"});
}

}  // namespace
}  // namespace dekko
