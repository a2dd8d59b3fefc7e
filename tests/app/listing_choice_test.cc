#include "app/listing_choice.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

class ListingChoice : public testing::Test {
 protected:
  Result<std::vector<ListingPlan>> choose(std::vector<std::string> words) {
    return choose_listings({.words = std::move(words)}, config_, profiles_);
  }
  static std::vector<Url> urls(const std::vector<std::string>& texts) {
    std::vector<Url> all;
    for (const std::string& text : texts) all.push_back(Url::parse(text).value());
    return all;
  }
  Profiles profiles_ = Profiles::builtin();
  Config config_{.listings = {{.url = "https://a.org/tag/x/", .name = "politics", .pages = "1-2"},
                              {.url = "https://b.org/tag/y/"}}};
};

TEST_F(ListingChoice, WithoutWordsIsTheWholeConfig) {
  const auto plans = choose({});
  ASSERT_TRUE(plans);
  ASSERT_EQ(plans->size(), 2u);
  EXPECT_EQ(plans->at(0).pages->last, 2);
  EXPECT_FALSE(plans->at(1).pages);
}

TEST_F(ListingChoice, NamesAndAddresses) {
  const auto plans = choose({"politics", "https://c.org/z/#top"});
  ASSERT_TRUE(plans);
  EXPECT_EQ(plans->at(0).url.text(), "https://a.org/tag/x/");
  EXPECT_EQ(plans->at(1).url.text(), "https://c.org/z/");
}

TEST_F(ListingChoice, UnknownWordGetsTheNearestName) {
  EXPECT_EQ(choose({"politcs"}).error().message(),
            "politcs: is neither an address nor a listing of the config file; did you mean `politics`?");
}

TEST_F(ListingChoice, NothingToWalkIsAUsageError) {
  config_.listings.clear();
  EXPECT_EQ(choose({}).error().code, ErrorCode::kUsage);
  EXPECT_EQ(choose({"ftp://a.org/"}).error().code, ErrorCode::kUsage);
}

TEST_F(ListingChoice, OnlyLoopbackNeedsNoContact) {
  EXPECT_TRUE(require_contact(urls({"http://127.0.0.1:8080/x/", "http://localhost/"}), ""));
  const auto refused = require_contact(urls({"http://127.0.0.1/", "https://a.org/x/"}), "");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().context, "a.org");
  EXPECT_TRUE(require_contact(urls({"https://a.org/x/"}), "me@example.org"));
  EXPECT_TRUE(require_contact(urls({"https://a.org/x/"}), "https://example.org/about"));
}

TEST_F(ListingChoice, ContactMustBeReachable) {
  EXPECT_FALSE(require_contact(urls({"https://a.org/x/"}), "me"));
  EXPECT_FALSE(require_contact(urls({"https://a.org/x/"}), "me@example.org\r\nX: y"));
}

}  // namespace
}  // namespace dekko
