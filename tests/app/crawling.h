// A crawl as the command runs it, without the command: over a fetcher and a clock of the test's choice.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "app/crawl_loop.h"
#include "app/earlier_runs.h"
#include "db/reading.h"
#include "extractors/sites/profiles.h"
#include "tests/support/scratch.h"

namespace dekko {

class Crawling : public testing::Test {
 protected:
  struct Wishes {
    PaceRules pace = {};
    Budget budget = {};
    std::optional<PageRange> pages = {};
    std::optional<std::string> permission = {};
    bool certify = false;
    bool own_thread = false;
    const Profile* profile = nullptr;  // of every listing; none: the built-in one that claims it
    ProfileSource source = ProfileSource::kDeclared;
  };

  // One run of each listing, side by side, into the same database and archive as earlier ones. Reports by
  // listing.
  std::map<std::string, RunReport> crawl(const std::vector<std::string>& listings, Fetcher& fetcher,
                                         const Clock& clock, const Wishes& wishes) {
    std::map<std::string, RunReport> reports;
    Store store = Store::open(db()).value();
    const Recall recall = Recall::open(db()).value();
    RobotsGate gate("dekko");
    Pacer pacer(wishes.pace);
    Console console(out_, err_, Loudness::kNormal, false);
    const CrawlTools tools{.politeness = {gate, pacer},
                           .store = store,
                           .recall = recall,
                           .archive_folder = folder_,
                           .clock = clock,
                           .console = console};
    std::vector<Url> urls;
    for (const std::string& listing : listings) urls.push_back(Url::parse(listing).value());
    EXPECT_TRUE(recall_hosts(urls, recall, tools.politeness, clock));
    std::vector<std::unique_ptr<Crawl>> crawls;
    for (const Url& url : urls) {
      crawls.push_back(std::make_unique<Crawl>(
          tools,
          ListingPlan{.url = url,
                      .pages = wishes.pages,
                      .profile = wishes.profile ? wishes.profile : &profiles_.for_url(url),
                      .source = wishes.source,
                      .permission = wishes.permission,
                      .certify = wishes.certify},
          ArchiveWriter::open(folder_, {.software = "dekko/test", .label = "test"}, clock).value()));
      EXPECT_TRUE(crawls.back()->begin());
    }
    CrawlLoop loop({.fetcher = fetcher,
                    .store = store,
                    .politeness = tools.politeness,
                    .clock = clock,
                    .interrupt = interrupt_,
                    .console = console,
                    .budget = wishes.budget,
                    .chance = [] { return 0.0; },
                    .report = [&](const RunReport& report) { reports[report.listing] = report; },
                    .own_thread = wishes.own_thread},
                   crawls);
    EXPECT_TRUE(loop.run());
    return reports;
  }

  RunReport crawl(const std::string& listing, Fetcher& fetcher, const Clock& clock, const Wishes& wishes) {
    const auto reports = crawl(std::vector{listing}, fetcher, clock, wishes);
    EXPECT_EQ(reports.size(), 1u);
    return reports.empty() ? RunReport() : reports.begin()->second;
  }

  // One column of a view, a text each.
  std::vector<std::string> column(const std::string& view, const std::string& name) const {
    std::vector<std::string> values;
    size_t at = 0;
    const Reading reading = Reading::open(db()).value();
    EXPECT_TRUE(reading.each_row(
        {.view = view},
        [&](const std::vector<std::string>& columns) {
          at = static_cast<size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
        },
        [&](const std::vector<Value>& row) { values.push_back(text_of(row.at(at))); }));
    return values;
  }

  // All of a view, a line a row.
  std::vector<std::string> rows(const std::string& view) const {
    std::vector<std::string> lines;
    const Reading reading = Reading::open(db()).value();
    EXPECT_TRUE(reading.each_row(
        {.view = view}, [](const auto&) {},
        [&](const std::vector<Value>& row) {
          std::string& line = lines.emplace_back();
          for (const Value& value : row) line += text_of(value) + "\t";
        }));
    return lines;
  }

  std::filesystem::path db() const { return scratch_.path() / "d.db"; }
  const std::filesystem::path& folder() const { return folder_; }
  const Profiles& profiles() const { return profiles_; }

 private:
  static std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real);
    return "";
  }

  Scratch scratch_;
  std::filesystem::path folder_ = scratch_.path() / "archive";
  Profiles profiles_ = Profiles::builtin();
  Interrupt interrupt_;
  std::ostringstream out_, err_;
};

// How it ended: "reached_last", "refused_by_robots: why".
inline std::string ending_of(const RunReport& report) {
  std::string text(to_text(report.reason));
  if (!report.why.empty()) text += ": " + report.why;
  return text;
}

}  // namespace dekko
