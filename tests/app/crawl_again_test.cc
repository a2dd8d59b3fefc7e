// The second crawl of a listing: what did not change costs a revisit record and its sightings. And pages of
// which the site wants no copy kept.
#include "app/page_line.h"
#include "app/replay.h"
#include "archive/originals.h"
#include "archive/warc_reader.h"
#include "tests/app/crawling_site.h"

namespace dekko {
namespace {

class CrawlAgain : public CrawlingSite {
 protected:
  RunReport crawl_all() { return crawl_site({.pages = PageRange{.mode = WalkPlan::Mode::kAll}}); }
  // The records of the archive's latest segment, "type profile" of each, without warcinfo and requests.
  std::vector<std::string> records_of_last_crawl() const {
    std::vector<std::string> kinds;
    WarcReader reader = WarcReader::open(warc_files(folder()).back()).value();
    for (auto record = reader.next().value(); record; record = reader.next().value()) {
      std::string kind(record->type());
      if (kind == "warcinfo" || kind == "request") continue;
      const std::string profile(record->field("warc-profile"));
      kinds.push_back(kind + profile.substr(profile.empty() ? 0 : profile.rfind('/')));
    }
    return kinds;
  }
  // Items, versions and sightings of a database made from the archive alone.
  std::vector<size_t> replayed_rows() const {
    const std::filesystem::path file = folder().parent_path() / "again.db";
    std::filesystem::remove(file);
    {
      Store store = Store::open(file).value();
      const Profiles profiles = Profiles::builtin();
      const ProfileChoice choice(profiles, nullptr);
      const Interrupt interrupt;
      std::ostringstream out, err;
      Console console(out, err, Loudness::kNormal, false);
      Replay replay(
          {.store = store, .profiles = choice, .clock = clock_, .interrupt = interrupt, .console = console});
      EXPECT_TRUE(each_page({folder().string()}, std::nullopt, clock_, choice, 1, [&](const ReadPage& read) {
        return replay.take(read.sourced.capture, read.page);
      }));
      EXPECT_TRUE(replay.finish(StopReason::kReachedLast));
    }
    return rows_of(file);
  }
  std::vector<size_t> rows_of(const std::filesystem::path& file) const {
    const Reading reading = Reading::open(file).value();
    std::vector<size_t> counts;
    for (const char* view : {"items", "versions", "sightings"}) {
      counts.push_back(0);
      EXPECT_TRUE(reading.each_row(
          {.view = view}, [](const auto&) {}, [&](const auto&) { ++counts.back(); }));
    }
    return counts;
  }
};

const std::vector<std::string> kTwoNotModified(2, "revisit/server-not-modified");
const std::vector<std::string> kTwoIdentical(2, "revisit/identical-payload-digest");

TEST_F(CrawlAgain, OverUnchangedPagesArchivesNoBodyAndAddsNoVersion) {
  serve({.posts = 20});
  const RunReport first = crawl_all(), second = crawl_all();
  EXPECT_EQ(second.counters.at("unchanged"), 2);
  EXPECT_EQ(second.items_seen, 20);
  EXPECT_EQ(second.items_new + second.items_changed, 0);
  EXPECT_EQ(records_of_last_crawl(), kTwoNotModified);
  EXPECT_EQ(rows_of(db()), (std::vector<size_t>{20, 20, 40}));
  EXPECT_EQ(replayed_rows(), rows_of(db()));
}

TEST_F(CrawlAgain, ArchivesTheSameOctetsAsARevisitWhereThereAreNoValidators) {
  serve({.posts = 20, .validators = false});
  crawl_all();
  const RunReport second = crawl_all();
  EXPECT_EQ(second.counters.at("unchanged"), 2);
  EXPECT_EQ(records_of_last_crawl(), kTwoIdentical);
  EXPECT_EQ(rows_of(db()), (std::vector<size_t>{20, 20, 40}));
  EXPECT_EQ(replayed_rows(), rows_of(db()));
}

TEST_F(CrawlAgain, ReadsThePagesThatChanged) {
  serve({.posts = 20});
  crawl_all();
  site_->apply({.kind = site::Change::Kind::kEdit, .number = 13, .after = 0});
  const RunReport second = crawl_all();
  EXPECT_EQ(second.items_changed, 1);
  EXPECT_EQ(second.counters.at("unchanged"), 1);
  EXPECT_EQ(records_of_last_crawl(), (std::vector<std::string>{"revisit/server-not-modified", "response"}));
  EXPECT_EQ(rows_of(db()), (std::vector<size_t>{20, 21, 40}));
}

TEST_F(CrawlAgain, AsksWholeForWhatIsNotInThisArchive) {
  serve({.posts = 20});
  crawl_all();
  std::filesystem::remove_all(folder());
  EXPECT_FALSE(crawl_all().counters.contains("unchanged"));
  EXPECT_EQ(records_of_last_crawl(), std::vector<std::string>(2, "response"));
}

TEST_F(CrawlAgain, ProvesSeamsByPagesThatAreNotModified) {
  serve({.posts = 30});
  const RunReport report = crawl_site({.certify = true});
  EXPECT_EQ(report.coverage, Coverage::kComplete);
  EXPECT_EQ(report.items_seen, 30);
  ASSERT_GT(report.pages, 3);  // looks that close seams
  EXPECT_EQ(report.counters.at("unchanged"), report.pages - 3);
}

TEST_F(CrawlAgain, SaysInTheDatabaseWhatItDidNotProve) {
  serve({.posts = 30});
  const RunReport report = crawl_all();
  EXPECT_EQ(report.coverage, Coverage::kOpen);
  EXPECT_EQ(column("gaps", "why"), std::vector<std::string>{"seam_seen_once"});
  EXPECT_EQ(column("gaps", "from_page"), std::vector<std::string>{"1"});
  EXPECT_EQ(column("gaps", "to_page"), std::vector<std::string>{"3"});
}

TEST_F(CrawlAgain, ProvesWhatIsGoneBesidePagesThatAreNotModified) {
  serve({.posts = 30});
  crawl_all();
  site_->apply({.kind = site::Change::Kind::kRemove, .number = 25, .after = 0});
  const RunReport second = crawl_site({.pages = PageRange{.mode = WalkPlan::Mode::kAll}, .certify = true});
  EXPECT_EQ(second.counters.at("unchanged"), second.pages - 1);
  EXPECT_EQ(second.coverage, Coverage::kComplete);
  EXPECT_EQ(second.items_missing, 1);
}

TEST_F(CrawlAgain, MeetsKnownTerritoryOnAPageThatIsNotModified) {
  serve({.posts = 30});
  crawl_all();
  const RunReport second = crawl_site();
  EXPECT_EQ(second.reason, StopReason::kOnlyKnown);
  EXPECT_EQ(second.coverage, Coverage::kComplete);
  EXPECT_EQ(second.counters.at("unchanged"), second.pages);
}

TEST_F(CrawlAgain, OverAllPagesGoesOnSoThoughItEndedBeforeTheFirst) {
  serve({.posts = 30});
  crawl_all();
  const PageRange all{.mode = WalkPlan::Mode::kAll};
  EXPECT_EQ(crawl_site({.budget = {.ends_at = clock_.steady()}, .pages = all}).pages, 0);
  const RunReport third = crawl_site();
  EXPECT_EQ(third.continues, 2);
  EXPECT_EQ(third.pages, 3);
  EXPECT_EQ(third.reason, StopReason::kReachedLast);
  EXPECT_FALSE(third.began_anew);
  EXPECT_EQ(crawl_site().reason, StopReason::kOnlyKnown);
}

TEST_F(CrawlAgain, ForWhatIsNewFirstGoesOnWithAWalkThatIsNotOver) {
  serve({.posts = 50});
  const RunReport first = crawl_site({.budget = {.requests = 3}});
  EXPECT_EQ(first.reason, StopReason::kBudget);
  const RunReport second = crawl_site({.pages = PageRange{.mode = WalkPlan::Mode::kNew}});
  EXPECT_EQ(second.continues, first.run);
  EXPECT_EQ(first.items_new + second.items_new, 50);
}

class NoArchive : public CrawlAgain {};

TEST_F(NoArchive, KeepsTheCardsInsteadOfTheBody) {
  for (const auto& [tag, meta] : {std::pair("noarchive", ""), std::pair("", "noindex, NoArchive"),
                                  std::pair("none", ""), std::pair("dekko: none", "")}) {
    serve({.posts = 20, .robots_tag = tag, .robots_meta = meta});
    std::filesystem::remove_all(folder());
    std::filesystem::remove(db());
    const RunReport report = crawl_all();
    EXPECT_EQ(report.exit_code(), ExitCode::kDone);
    EXPECT_EQ(report.counters.at("body not archived: the site asks for it"), 2) << tag << meta;
    EXPECT_EQ(records_of_last_crawl(),
              (std::vector<std::string>{"response", "metadata", "metadata"}));  // robots.txt
    EXPECT_EQ(rows_of(db()), (std::vector<size_t>{20, 20, 20}));
    EXPECT_EQ(replayed_rows(), rows_of(db()));
  }
}

TEST_F(NoArchive, OfAnotherRobotIsNotForUs) {
  serve({.posts = 20, .robots_tag = "googlebot: noarchive", .robots_meta = "noindex, nofollow"});
  crawl_all();
  EXPECT_EQ(records_of_last_crawl(), std::vector<std::string>(3, "response"));
}

TEST_F(NoArchive, IsReadWholeEachTime) {
  serve({.posts = 20, .robots_tag = "noarchive"});
  crawl_all();
  EXPECT_FALSE(crawl_all().counters.contains("unchanged"));
  EXPECT_EQ(records_of_last_crawl(), std::vector<std::string>(2, "metadata"));
  EXPECT_EQ(rows_of(db()), (std::vector<size_t>{20, 20, 40}));
}

}  // namespace
}  // namespace dekko
