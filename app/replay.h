// Saved pages through the same path as a crawl's, from the archived record on: no network.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/console.h"
#include "app/followed_pages.h"
#include "app/interrupt.h"
#include "app/run_report.h"
#include "app/sources.h"
#include "db/store.h"
#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {

// Picks the profile for an address: the one that the user named, the user's own that claims it, the one that
// the database has pinned to its listing, or the built-in one that claims it. Never changes: any thread may
// ask.
class ProfileChoice {
 public:
  // profiles and named are borrowed. pinned: by the listing's address.
  ProfileChoice(const Profiles& profiles, const Profile* named, std::map<std::string, Profile> pinned = {})
      : profiles_(profiles), named_(named), pinned_(std::move(pinned)) {}
  const Profile& for_url(const Url& url) const;

 private:
  const Profiles& profiles_;
  const Profile* named_;
  std::map<std::string, Profile> pinned_;
};

class Replay {
 public:
  // Pages a transaction, read in a twentieth of a second.
  static constexpr int kTogether = 128;

  // All borrowed; they must outlive the replay.
  struct Parts {
    Store& store;
    const ProfileChoice& profiles;
    const Clock& clock;
    const Interrupt& interrupt;
    Console& console;
  };

  explicit Replay(Parts parts) : parts_(parts) {}

  // Stores one capture and what extract() read of it: a run for each listing begins with its first page. It
  // is stored with the next few, for each transaction costs the disk a sync and a page that was read can be
  // read again; after an error none of those few is.
  Result<void> take(Capture capture, Result<Page> page);
  // Stores what waits and ends the runs. One report a listing, in the order of their first pages.
  Result<std::vector<RunReport>> finish(StopReason reason);

 private:
  struct Listing {
    RunReport report;
    Seconds started{0};
    std::set<int> pages;                          // that were the listing
    std::map<std::string, std::string> bad = {};  // page address to what is wrong with it
  };

  struct Waiting {
    Capture capture;  // without its body
    size_t bytes;     // of that
    Result<Page> page;
  };

  Result<void> store_waiting();
  Result<void> store(const Waiting& waiting);
  Result<Listing*> listing_of(const std::string& address, const std::string& profile);
  Result<void> apply(Listing& listing, const Waiting& waiting, const Page& page);

  Parts parts_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> order_;
  std::map<std::string, Listing> listings_;
  FollowedPages followed_;
};

}  // namespace dekko
