// A month of nights against a newspaper that remembers: ten posts come each day, headlines are edited at any
// time, old ones too. What the database says of it is held against the newspaper's own record.
#include "crawler/walk/sweep.h"
#include "tests/app/crawling.h"
#include "tests/app/newspaper_fetcher.h"
#include "tests/support/prng.h"

namespace dekko {
namespace {

constexpr int kNights = 30;    // with edits
constexpr int kNewPosts = 10;  // each of them
constexpr int kCycle = 28;     // nights of a sweep (docs/coverage.md)

class Month : public Crawling {
 protected:
  struct Edit {
    std::string url;
    std::string at;  // as the views give moments
    int night;
  };
  struct Change {
    std::string url, before, after, not_before, not_after;
  };

  std::string now() const { return to_text(clock_.now()); }

  // Another headline for some post that a run may have seen, wherever it stands.
  void edit_one(int night) {
    const auto old = static_cast<size_t>(paper_.listing().size() - kNewPosts);
    const int place = kNewPosts + static_cast<int>(chance_.below(old));
    const auto post = [&] {
      return paper_.listing().page(1 + place / 10).at(static_cast<size_t>(place % 10));
    };
    const std::string url = "https://h.example" + post().path;
    auto& headlines = headlines_[url];
    if (headlines.empty()) headlines[""] = post().headline;
    paper_.apply({.kind = site::Change::Kind::kEdit, .number = place + 1});
    headlines[now()] = post().headline;
    edits_.push_back({url, now(), night});
  }
  // What the post was called at that moment.
  std::string headline_at(const std::string& url, const std::string& moment) const {
    const auto& headlines = headlines_.at(url);
    return std::prev(headlines.upper_bound(moment))->second;
  }

  // One run of some minutes; posts and edits come before it, and an edit in its midst.
  RunReport walk(int night) {
    const int answered = fetcher_.requests();
    fetcher_.before_answers([=, this](int answers) {
      if (night > 0 && night <= kNights && answers == answered + 4) edit_one(night);
    });
    return crawl("https://h.example/tag/x/", fetcher_, clock_, {});
  }
  // From one night to the next. The newspaper dates three posts a day, so ten of them take so many hours.
  void go_on_until(int night) {
    paper_.apply({.kind = site::Change::Kind::kInsert, .number = kNewPosts});
    for (int hour = 0; hour < 80; ++hour) {
      clock_.advance(std::chrono::hours(1));
      if (hour % 20 == 5 && night <= kNights) edit_one(night);
    }
  }

  std::vector<Change> changes() const {
    std::vector<Change> found;
    const auto urls = column("changes", "url"), fields = column("changes", "field");
    const auto before = column("changes", "before"), after = column("changes", "after");
    const auto from = column("changes", "not_before"), to = column("changes", "not_after");
    for (size_t i = 0; i < urls.size(); ++i) {
      EXPECT_EQ(fields[i], "headline") << urls[i];
      found.push_back({urls[i], before[i], after[i], from[i], to[i]});
    }
    return found;
  }

  FakeClock clock_{std::chrono::sys_days(std::chrono::year(2024) / 3 / 19) + std::chrono::hours(22)};
  site::Newspaper paper_{{.posts = 400, .page_bytes = 3000}};
  NewspaperFetcher fetcher_{paper_, clock_, Seconds(1)};
  site::Prng chance_{1};
  std::vector<Edit> edits_;
  std::map<std::string, std::map<std::string, std::string>>
      headlines_;  // of posts that were edited, by moment
};

TEST_F(Month, FindsEveryEditWithinASweepCycleAndItsTrueInterval) {
  ASSERT_EQ(walk(0).reason, StopReason::kReachedLast);
  std::vector<std::string> over;  // when each night was
  for (int night = 1; night <= kNights + kCycle; ++night) {
    go_on_until(night);
    const int before = fetcher_.requests();
    EXPECT_EQ(walk(night).reason, StopReason::kOnlyKnown) << night;
    EXPECT_LE(fetcher_.requests() - before - sweep_size(paper_.page_count()), 5) << night;
    over.push_back(now());
  }
  const std::vector<Change> found = changes();
  for (const Change& change : found) {
    EXPECT_EQ(headline_at(change.url, change.not_before), change.before) << change.url;
    EXPECT_EQ(headline_at(change.url, change.not_after), change.after) << change.url;
  }
  for (const Edit& edit : edits_) {
    const std::string& due = over[static_cast<size_t>(edit.night + kCycle - 1)];
    const bool in_time = std::any_of(found.begin(), found.end(), [&](const Change& change) {
      return change.url == edit.url && change.not_before < edit.at && edit.at <= change.not_after &&
             change.not_after <= due;
    });
    EXPECT_TRUE(in_time) << edit.url << " edited at " << edit.at;
  }
  EXPECT_GT(edits_.size(), 100u);
}

}  // namespace
}  // namespace dekko
