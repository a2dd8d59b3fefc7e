#include "app/page_line.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extractors/page_json.h"
#include "extractors/sites/profiles.h"
#include "tests/support/scratch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/listing_page.h"

namespace dekko {
namespace {

constexpr int kPages = 24;

// A listing of 24 pages, a page of 2 MB that takes long, and one that is not to be read at all.
void write_pages(const Scratch& scratch) {
  for (int number = 1; number <= kPages; ++number) {
    site::ListingPage page;
    page.page = number;
    page.page_count = kPages;
    page.bytes = number == 3 ? 2'000'000 : 20'000;
    for (int i = 0; i < 10; ++i) page.posts.push_back(site::make_post(5, number * 10 + i));
    const std::string name = std::to_string(100 + number);
    scratch.write(name + ".html", number == 7 ? "no mark-up at all" : site::render(page));
    scratch.write(name + ".toml", "url = \"http://localhost/tag/x/page/" + std::to_string(number) + "/\"\n" +
                                      "fetched_at = \"2024-03-19T08:00:00Z\"\n");
  }
}

struct Fixture {
  Fixture() { write_pages(scratch); }
  Scratch scratch;
  FakeClock clock;
  Profiles builtin = Profiles::builtin();
  ProfileChoice profiles{builtin, nullptr};

  Result<SourceReport> each(size_t threads, const std::function<Result<void>(const ReadPage&)>& take) const {
    return each_page({scratch.path().string()}, std::nullopt, clock, profiles, threads, take);
  }
};

TEST(PageLine, HandsPagesOutInTheOrderOfTheirSources) {
  const Fixture fixture;
  for (const size_t threads : {1u, 3u, 8u}) {
    std::vector<std::string> order;
    const auto take = [&](const ReadPage& read) {
      order.push_back(read.sourced.origin.string());
      return Result<void>();
    };
    ASSERT_TRUE(fixture.each(threads, take));
    EXPECT_EQ(order.size(), size_t{kPages});
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  }
}

TEST(PageLine, SaysTheSameHoweverManyThreadsRead) {
  const Fixture fixture;
  const auto lines = [&](size_t threads) {
    std::string all;
    const auto take = [&](const ReadPage& read) {
      all += read.page ? to_json_lines(*read.page) : read.page.error().message() + "\n";
      return Result<void>();
    };
    EXPECT_TRUE(fixture.each(threads, take));
    return all;
  };
  const std::string one = lines(1);
  EXPECT_NE(one.find("is not HTML"), std::string::npos);
  EXPECT_EQ(lines(8), one);
}

TEST(PageLine, StopsWhereTheTakerStops) {
  const Fixture fixture;
  int taken = 0;
  const auto take = [&](const ReadPage&) {
    return ++taken == 5 ? Result<void>(Error{ErrorCode::kInterrupted, "test", "enough"}) : Result<void>();
  };
  const auto read = fixture.each(4, take);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kInterrupted);
  EXPECT_EQ(taken, 5);
}

TEST(PageLine, HandsOutWhatStoodBeforeASourceThatIsMissing) {
  const Fixture fixture;
  int taken = 0;
  const auto read = each_page({fixture.scratch.path().string(), "/nowhere/at/all"}, std::nullopt,
                              fixture.clock, fixture.profiles, 2, [&](const ReadPage&) {
                                ++taken;
                                return Result<void>();
                              });
  EXPECT_FALSE(read);
  EXPECT_EQ(taken, kPages);
}

}  // namespace
}  // namespace dekko
