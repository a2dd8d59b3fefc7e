#include "app/replay.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

#include "db/reading.h"
#include "extractors/sites/profiles.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

class ReplayTest : public testing::Test {
 protected:
  Result<void> take(int number) {
    const Url url = *Url::parse("http://localhost/tag/x/page/" + std::to_string(number) + "/");
    Capture capture{.url = url, .fetched_at = clock_.now(), .body = "a page"};
    Page page{.url = url.text(), .listing = "http://localhost/tag/x/", .page = number};
    page.verdict = Verdict::kListing;
    page.cards.push_back({.position = 1, .url = url.text() + "card/", .headline = "Harbour opens again"});
    return replay_.take(std::move(capture), std::move(page));
  }
  size_t items() const {
    const Reading reading = Reading::open(scratch_.path() / "d.db").value();
    size_t count = 0;
    EXPECT_TRUE(reading.each_row(
        {.view = "items"}, [](const auto&) {}, [&](const auto&) { ++count; }));
    return count;
  }

  Scratch scratch_;
  FakeClock clock_;
  Profiles builtin_ = Profiles::builtin();
  ProfileChoice profiles_{builtin_, nullptr};
  Interrupt interrupt_;
  std::ostringstream out_, err_;
  Console console_{out_, err_, Loudness::kQuiet, false};
  Store store_ = Store::open(scratch_.path() / "d.db").value();
  Replay replay_{{.store = store_,
                  .profiles = profiles_,
                  .clock = clock_,
                  .interrupt = interrupt_,
                  .console = console_}};
};

TEST(ProfileChoice, AsksWhatIsPinnedBeforeWhatIsBuiltInAndAfterWhatTheUserSays) {
  const Profiles builtin = Profiles::builtin();
  const auto pins = [] {
    std::map<std::string, Profile> made;
    made.emplace("https://h.example/tag/x/", parse_profile("name = \"pinned\"\n", "pinned").value());
    return made;
  };
  const Url page = *Url::parse("https://h.example/tag/x/page/3/"),
            other = *Url::parse("https://h.example/tag/y/");
  EXPECT_EQ(ProfileChoice(builtin, nullptr, pins()).for_url(page).name, "pinned");
  EXPECT_EQ(ProfileChoice(builtin, nullptr, pins()).for_url(other).name, "shape");
  EXPECT_EQ(ProfileChoice(builtin, &builtin.shape(), pins()).for_url(page).name, "shape");
  EXPECT_EQ(ProfileChoice(builtin, nullptr).for_url(page).name, "shape");
}

TEST_F(ReplayTest, CountsPagesThatOnlyANextLinkNames) {
  const std::string listing = "http://localhost/news";
  for (const std::string offset : {"", "?start=10", "?start=20"}) {
    const Url url = *Url::parse(listing + offset);
    Page page{.url = url.text(), .listing = url.text()};
    if (offset != "?start=20")
      page.next = listing + (offset.empty() ? "?start=10&utm_source=x" : "?start=20");
    page.cards.push_back(
        {.position = 1, .url = listing + "/story" + offset, .headline = "Harbour opens again"});
    ASSERT_TRUE(replay_.take({.url = url, .fetched_at = clock_.now(), .body = "a page"}, std::move(page)));
  }
  const auto reports = replay_.finish(StopReason::kReachedLast).value();
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].listing, listing);
  EXPECT_EQ(reports[0].pages, 3);
  const auto pages = store_.memory().pages(listing).value();
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages.back().page, 3);
}

TEST_F(ReplayTest, ShowsReadersAGroupOfPagesAtOnce) {
  for (int page = 1; page < Replay::kTogether; ++page) ASSERT_TRUE(take(page));
  EXPECT_EQ(items(), 0U);
  ASSERT_TRUE(take(Replay::kTogether));
  EXPECT_EQ(items(), size_t{Replay::kTogether});
}

TEST_F(ReplayTest, WhenInterruptedStoresWhatItHasTaken) {
  ASSERT_TRUE(take(1));
  std::raise(SIGINT);
  const Result<void> refused = take(2);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInterrupted);
  ASSERT_TRUE(replay_.finish(StopReason::kInterrupted));
  EXPECT_EQ(items(), 1U);
}

}  // namespace
}  // namespace dekko
