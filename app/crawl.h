// One crawl of one listing: the loop that joins walk, politeness, archive, extractors and database.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "app/budget.h"
#include "app/console.h"
#include "app/interrupt.h"
#include "app/page_range.h"
#include "app/run_report.h"
#include "app/visitor.h"
#include "crawler/walk/walk.h"
#include "db/store.h"
#include "extractors/extract.h"

namespace dekko {

struct ListingPlan {
  Url url;
  std::optional<PageRange> pages = {};  // none: all for a listing never seen, else new
  const Profile* profile = nullptr;     // borrowed
  bool certify = false;                 // prove every seam in this run
  std::optional<int> sweep = {};        // old pages to look at again; none: a month's share
};

// What all listings of one crawl share. All borrowed; they must outlive the Crawl.
struct CrawlTools {
  Fetcher& fetcher;
  RobotsGate& gate;
  Pacer& pacer;
  Store& store;
  ArchiveWriter& archive;
  std::filesystem::path archive_folder;
  const Clock& clock;
  const Interrupt& interrupt;
  Console& console;
  Budget budget;
};

class Crawl {
 public:
  Crawl(CrawlTools& tools, ListingPlan plan);

  // Walks to a named end. An Error means that not even the run could be begun or ended in the database.
  Result<RunReport> run();

 private:
  Result<Walk> begin();
  void step(Walk& walk, const PageRequest& wanted);
  void take(Walk& walk, const PageRequest& wanted, const Capture& capture, Purpose purpose);
  void look_again(Walk& walk, const PageRequest& wanted);
  Page read(const PageRequest& wanted, const Capture& capture) const;
  void count(const Page& page, const Applied& applied);
  void stop(Walk& walk, StopReason reason, std::string why);
  void conclude(const Walk& walk);
  void show_progress(const Walk& walk, Seconds pause);

  CrawlTools& tools_;
  ListingPlan plan_;
  PageAddress address_;
  Visitor visitor_;
  RunReport report_;
  WalkPosition position_;  // as last told by the walk: goes into the database with what comes next
  std::set<std::string> urls_seen_;
  std::vector<int64_t> told_;  // the captures that the walk heard of
  int page_wanted_ = 0;
  Seconds started_{0};
};

}  // namespace dekko
