// One crawl of one listing, as a state machine: it is asked what to fetch next, and told what came. It joins
// walk, politeness, archive, extractors and database; it neither waits nor fetches (app/crawl_loop.h does).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/console.h"
#include "app/crawl_progress.h"
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
  // The pages that may be asked for while the answer to the last request is stored.
  std::optional<Foreseen> foreseen() const;

  // Storing an answer, in the steps of app/keeper.h. From take() until the answer is stored, nothing else of
  // this crawl may be used but foreseen pages' add_validators().
  Result<void> note(const LedgerLine& line) { return keeper_.note(line); }
  Filed take(Delivery delivery) { return keeper_.take(std::move(delivery)); }
  void pack(Filed& filed) const { keeper_.pack(filed); }
  void file(Filed& filed) { keeper_.file(filed); }
  Result<void> sync() { return keeper_.sync(); }
  void read(Filed& filed) const { keeper_.read(filed); }
  // Pages are heard of by the walk at once, so that the next one can follow; of anything else, what heard()
  // is to be told.
  Result<std::optional<Stored>> store(Filed filed);
  // It could not be stored.
  void lost(const Error& why);
  void heard(Stored stored);
  // Ends the crawl from outside: budget, signal.
  void stop(StopReason reason, std::string why = "");
  // Ends the run in the database; may run where keep() may. The one who asked for the run has to hear of an
  // Error.
  Result<RunReport> finish();

  // Whether the host's robots.txt is under way: others of the same host wait until it is read.
  bool is_on_errand() const { return visit_ && visit_->is_on_errand(); }
  // Whether the next request goes on with what the last one began: a retry, a redirect, the page after
  // robots.txt.
  bool is_midway() const { return visit_.has_value(); }

  CrawlProgress progress() const;  // without the pause
  const Url& url() const { return plan_.url; }

 private:
  Result<void> choose_walk(const std::string& listing);
  std::optional<Request> decide();
  void settle();
  bool expects(const Url& url);
  void conclude(StopReason reason);
  void take(VisitEnd end);
  void take(const PageSeen& seen);
  void take(const RefusedByRobots& refused);
  void take(const NotHad& failure);
  void count(const PageSeen& seen);
  Keeper::Place place() const;
  std::optional<Seconds> time_left() const;

  const CrawlTools& tools_;
  ListingPlan plan_;
  PageAddress address_;
  Keeper keeper_;
  std::optional<Walk> walk_;
  std::optional<Visit> visit_;
  RunReport report_;
  std::unordered_set<size_t> cards_seen_;  // a hash of each card's address
  std::vector<int64_t> told_;         // the captures that the walk heard of
  std::vector<MissingItem> missing_;  // whose absence it proved
  std::vector<std::string> unsaid_;   // words for the user, said where the console may be used
  int page_wanted_ = 0;
  int unrecognized_ = 0;  // pages in a row
  bool over_ = false;
  bool lost_ = false;  // something could not be stored
  Seconds started_{0};
};

}  // namespace dekko
