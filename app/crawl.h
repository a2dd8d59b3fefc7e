// One crawl of one listing, as a state machine: it is asked what to fetch next, and told what came. It joins
// walk, politeness, archive, extractors and database; it neither waits nor fetches (app/crawl_loop.h does).
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/console.h"
#include "app/keeper.h"
#include "app/page_range.h"
#include "app/run_report.h"
#include "app/visit.h"
#include "crawler/walk/walk.h"
#include "db/recall.h"

namespace dekko {

struct ListingPlan {
  Url url;
  std::optional<PageRange> pages = {};         // none: all for a listing never seen, else new
  const Profile* profile = nullptr;            // borrowed
  ProfileSource source = ProfileSource::kDeclared;  // of it
  bool claimed = false;  // it claims the address; nobody named it for this listing
  std::optional<std::string> permission = {};  // who allowed this walk, and when
  bool certify = false;                        // prove every seam in this run
  std::optional<int> sweep = {};               // old pages to look at again; none: a month's share
};

// What all listings of one crawl share. All borrowed; they must outlive the Crawl.
struct CrawlTools {
  Politeness politeness;
  Store& store;
  const Recall& recall;
  const std::filesystem::path& archive_folder;
  const Clock& clock;
  Console& console;
};

class Crawl {
 public:
  Crawl(const CrawlTools& tools, ListingPlan plan, ArchiveWriter archive);

  // Decides what to walk and begins the run in the database. An Error means that it could not be begun.
  Result<void> begin();
  // The request to make next, or nothing once the crawl is over: then finish() is due. May be asked again
  // before the request is made, for what other listings of the host learnt meanwhile counts.
  std::optional<Request> next();
  // Completes that request with the validators of the page that an earlier run had.
  void add_validators(Request& request) const;
  // The request that next() gave was made: counted for report and budget.
  void asked(const LedgerLine& line);
  // Archives, reads and stores the answer. May run on another thread, while nothing else of this crawl is
  // used.
  Stored keep(Delivery delivery);
  // What keep() said.
  void heard(Stored stored);
  // Ends the crawl from outside: budget, signal.
  void stop(StopReason reason, std::string why = "");
  // Ends the run in the database; may run where keep() may. The one who asked for the run has to hear of an
  // Error.
  Result<RunReport> finish();

  int requests() const { return report_.requests; }
  // Whether the host's robots.txt is under way: others of the same host wait until it is read.
  bool is_on_errand() const { return visit_ && visit_->is_on_errand(); }
  // Whether the next request goes on with what the last one began: a retry, a redirect, the page after
  // robots.txt.
  bool is_midway() const { return visit_.has_value(); }

  // For the progress line.
  const RunReport& report() const { return report_; }
  const Url& url() const { return plan_.url; }
  int page() const { return page_wanted_; }
  std::optional<int> last_page() const { return walk_ ? walk_->last_page() : std::nullopt; }
  // As far as it can be told: nothing while it is not known how many pages there are.
  std::optional<Seconds> time_left() const;

 private:
  Result<void> choose_walk(const std::string& listing);
  void conclude(StopReason reason);
  void take(VisitEnd end);
  void take(const PageSeen& seen);
  void take(const RefusedByRobots& refused);
  void take(const NotHad& failure);
  void count(const PageSeen& seen);
  Keeper::Place place() const;

  const CrawlTools& tools_;
  ListingPlan plan_;
  PageAddress address_;
  Keeper keeper_;
  std::optional<Walk> walk_;
  std::optional<Visit> visit_;
  RunReport report_;
  std::set<std::string> urls_seen_;
  std::vector<int64_t> told_;         // the captures that the walk heard of
  std::vector<MissingItem> missing_;  // whose absence it proved
  int page_wanted_ = 0;
  int unrecognized_ = 0;  // pages in a row
  bool over_ = false;
  Seconds started_{0};
};

}  // namespace dekko
