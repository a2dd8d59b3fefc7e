#include "extractors/infer/stable_names.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(StableNames, AreThoseThatPeopleWrote) {
  for (const char* name :
       {"headline", "entry-title", "card__title", "postCard", "h2", "story-body-text", "news", "list-type1",
        "archive_feed", "byline", "is-active", "mt-4", "td-module-title"})
    EXPECT_TRUE(name_cost(name)) << name;
}

TEST(StableNames, AreNoneThatAToolMade) {
  for (const char* name :
       {"css-1x2y3z", "sc-bdVaJa", "jsx-2871293847", "svelte-9z1abc", "_3k9dF", "post-48151", "e1abcd0f",
        "Card_title__x7Gh2", "kXbGqz", "style__Title-sc-1ab2", ""})
    EXPECT_FALSE(name_cost(name)) << name;
}

TEST(StableNames, AreBetterTheMoreTheyMean) {
  EXPECT_LT(*name_cost("headline"), *name_cost("harbor"));
  EXPECT_LT(*name_cost("harbor"), *name_cost("mt-4"));
  EXPECT_LT(*name_cost("harbor"), *name_cost("is-active"));
}

TEST(StableNames, HaveAStemWhereAToolCompletedThem) {
  EXPECT_EQ(written_stem("Card_title__x7Gh2"), "Card_title__");
  EXPECT_EQ(written_stem("teaser-3kd9s"), "teaser-");
  EXPECT_EQ(written_stem("sc-bdVaJa"), "");
  EXPECT_EQ(written_stem("headline"), "");
}

}  // namespace
}  // namespace dekko
