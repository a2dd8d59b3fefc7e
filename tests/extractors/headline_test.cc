#include "extractors/fields/headline.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Headline, NoneWithoutText) {
  EXPECT_FALSE(agree_on_headline({}));
  EXPECT_FALSE(agree_on_headline({"", " \n"}));
}

TEST(Headline, IsGivenOnceHoweverOftenItIsShown) {
  const auto headline = agree_on_headline({"Port closes", "Port closes", "Port closes"});
  ASSERT_TRUE(headline);
  EXPECT_EQ(headline->text, "Port closes");
  EXPECT_FALSE(headline->disagree);
}

TEST(Headline, FirstCopyKeepsItsTypography) {
  const auto headline = agree_on_headline({"The defectors’ path", "The defectors' path"});
  EXPECT_EQ(headline->text, "The defectors’ path");
  EXPECT_FALSE(headline->disagree);
}

TEST(Headline, CutCopyIsCompletedByAnother) {
  const auto headline =
      agree_on_headline({"Port closes for…", "", "Port closes…", "Port closes for the winter"});
  EXPECT_EQ(headline->text, "Port closes for the winter");
  EXPECT_FALSE(headline->disagree);
}

TEST(Headline, CutEverywhereGivesTheLongest) {
  EXPECT_EQ(agree_on_headline({"Port…", "Port closes…"})->text, "Port closes…");
}

TEST(Headline, CutIsNotCompletedBySomethingElse) {
  const auto headline = agree_on_headline({"And then…", "IMG 0042"});
  EXPECT_EQ(headline->text, "And then…");
  EXPECT_TRUE(headline->disagree);
}

TEST(Headline, CopiesThatDifferDisagreeAndTheFirstWins) {
  const auto headline = agree_on_headline({"Port closes", "Port opens"});
  EXPECT_EQ(headline->text, "Port closes");
  EXPECT_TRUE(headline->disagree);
}

}  // namespace
}  // namespace dekko
