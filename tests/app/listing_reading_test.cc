// A listing's pages as a crawl reads them: held against earlier runs, and the profile that they lead to.
#include "app/listing_reading.h"

#include <gtest/gtest.h>

#include "app/pinned_profiles.h"
#include "extractors/page_fit.h"
#include "extractors/sites/profiles.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

const std::string kListing = "https://gazette.example/tag/quay/";

class ListingReadings : public testing::Test {
 protected:
  // Page `number` as it looks on a night, a post newer each night; with or without names.
  static Capture capture(int number, int night, bool names = true) {
    std::string body = "<!DOCTYPE html><meta charset=utf-8><title>Quay</title><h1>Quay</h1>";
    for (int i = 0; i < 10; ++i) {
      const int post = 100 + night - 10 * (number - 1) - i;
      const std::string n = std::to_string(post);
      body += "<article class=card><h2><a href=/a/" + n + "/>Harbor notes, part " + n +
              "</a></h2><p class=dek>" + n + " ferries wait at the quay this morning</p>" +
              (names ? "<span class=by>By Ada Marsh</span>" : "") + "<time datetime=2024-0" +
              std::to_string(1 + post / 40) + "-01>x</time></article>";
    }
    body += "<p><a href=/tag/quay/page/2/>2</a> <a href=/tag/quay/page/3/>3</a></p>";
    const std::string url = number == 1 ? kListing : kListing + "page/" + std::to_string(number) + "/";
    Capture capture{
        .url = *Url::parse(url), .fetched_at = *parse_moment("2024-06-01T02:00:00Z"), .body = body};
    capture.fetched_at += std::chrono::days(night);
    capture.record = {"a.warc.gz", 1, 1, url + std::to_string(night)};
    return capture;
  }
  // One run of pages 1 and 2; the names of profiles that it led to.
  std::string run(int night, const Profile& profile, ProfileSource source) {
    ListingReading reading(store_, profile, source, kListing);
    EXPECT_TRUE(reading.recall(capture(1, night).fetched_at));
    const RunId id = *store_.begin_run({.listing = kListing, .kind = "crawl", .profile = profile.name});
    std::string pinned;
    for (int number = 1; number <= 2; ++number) {
      const Capture page = capture(number, night);
      const Page read = reading.read(page, number);
      EXPECT_EQ(read.verdict, Verdict::kListing) << night;
      EXPECT_TRUE(store_.apply(id, page, read, {}));
      pinned += reading.learn(page, read).value().value_or("");
    }
    return pinned;
  }
  Page read_on(int night, const Profile& profile, const Capture& page) {
    ListingReading reading(store_, profile, ProfileSource::kInferred, kListing);
    EXPECT_TRUE(reading.recall(page.fetched_at));
    EXPECT_GT(night, 0);
    return reading.read(page, 1);
  }

  Scratch scratch_;
  Store store_ = Store::open(scratch_.path() / "d.db").value();
  Profiles profiles_ = Profiles::builtin();
};

TEST_F(ListingReadings, PinAProfileWithTheSecondPageAndOnce) {
  EXPECT_EQ(run(1, profiles_.shape(), ProfileSource::kNone), "gazette.example-tag-quay");
  const PinnedProfile pinned = store_.memory().pinned(kListing).value().value();
  const Profile profile = profile_of(pinned).value();
  EXPECT_EQ(profile.cards.front().text(), "article.card");
  EXPECT_EQ(profile.fingerprint, profiles_.shape().fingerprint);  // it reads on where the shape left off
  EXPECT_EQ(run(2, profile, ProfileSource::kInferred), "");
}

TEST_F(ListingReadings, PinNothingWhereAProfileIsDeclared) {
  EXPECT_EQ(run(1, profiles_.shape(), ProfileSource::kDeclared), "");
  EXPECT_FALSE(store_.memory().pinned(kListing).value());
}

TEST_F(ListingReadings, SetAPageAsideThatLostAField) {
  for (int night = 1; night <= 3; ++night) run(night, profiles_.shape(), ProfileSource::kDeclared);
  const Page page = read_on(4, profiles_.shape(), capture(1, 4, false));
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
  ASSERT_FALSE(page.problems.empty());
  EXPECT_EQ(page.problems.front().reason, kUnlikeBefore);
  EXPECT_EQ(page.problems.front().field, "bylines");
  EXPECT_EQ(page.problems.front().excerpt, "100 % until 2024-06-04, now 0 %");
  EXPECT_EQ(read_on(4, profiles_.shape(), capture(1, 4)).verdict, Verdict::kListing);
}

TEST_F(ListingReadings, ReadAllCardsOfWhichAPinnedProfileFindsSome) {
  const Profile narrow =
      parse_profile(
          "name = \"n\"\n[cards]\neach = \"article:nth-of-type(-n+7)\"\nurl = \"h2 a\"\nheadline = \"h2\"\n",
          "n")
          .value();
  const Page page = read_on(1, narrow, capture(1, 1));
  EXPECT_EQ(page.cards.size(), 10u);
  EXPECT_EQ(page.profile, "n");
  EXPECT_EQ(page.problems.back().reason, "pinned_profile_misses_some");
}

}  // namespace
}  // namespace dekko
