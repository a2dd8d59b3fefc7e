// The rules of history: what a page's cards make of items, versions, sightings and changes.
//
// - An item is its address. What a listing shows of it is its entry there; states of one entry are compared
// with each
//   other only, for two listings may show an item differently at the same time.
// - A version is one distinct state of an entry. A state that comes back is the version that it was: A, B, A
// are two
//   versions and two changes.
// - A change lies between two sightings of an entry that follow each other in time, differ, and were read
// with the
//   same profile fingerprint. A difference between two ways of reading is dekko's, not the site's.
// - An item that was proven missing and is seen again is back; table `absence` keeps both moments.
// - Time is the capture's, and at equal moments its number. Order of arrival does not matter: a sighting that
// is not
//   the latest of its entry has the entry's changes counted anew from its sightings.
// Throws SQLite::Exception.
#pragma once

#include <vector>

#include "core/page.h"
#include "db/query.h"
#include "db/state.h"

namespace dekko {

// The page on which cards are seen. moment: as stored.
struct Scene {
  int64_t run;
  int64_t listing;
  int64_t capture;
  std::string moment;
  std::string fingerprint;
};

class History {
 public:
  explicit History(const SQLite::Database& db);

  struct Seen {
    bool new_item = false;      // never seen before, in any listing
    bool known = false;         // seen before in this listing
    bool changed = false;       // this capture ends a state of the entry and begins another
    bool first_in_run = false;  // not seen before in this run
  };
  // Once for each item of a page.
  Seen add(const Scene& scene, const Card& card);
  // The same for all items of an earlier capture that the page shows again, unread: one Seen for each.
  std::vector<Seen> add_again(const Scene& scene, int64_t earlier_capture);
  // Spans, changes and the latest version of an entry whose sightings somebody else has touched.
  void recount(int64_t entry);

 private:
  struct Item {
    int64_t id;
    std::string first_seen, last_seen, missing_since;
    bool fresh = false;  // added with this sighting: nothing else is known of it
  };
  // A sighting of an entry, as far as the rules look at it.
  struct Sighting {
    int64_t capture, version, run;
    std::string moment, fingerprint;
  };
  struct Entry {
    int64_t id;
    std::optional<Sighting> latest = {};
  };

  struct Version {
    int64_t id;
    bool fresh = false;  // added with this sighting, which it counts
  };

  Item find_or_add_item(const Scene& scene, const std::string& url, Seen& seen);
  Entry find_or_add_entry(const Item& item, int64_t listing);
  void sight(const Scene& scene, const Item& item, const Entry& entry, Version version, int position,
             Seen& seen);
  Version find_or_add_version(const Scene& scene, const Entry& entry, const Card& card);
  void add_bylines(int64_t version, const std::vector<Author>& authors);
  void extend(const Entry& entry, const Sighting& now, Seen& seen);
  void count_anew(const Entry& entry, const Sighting& added, Seen& seen);
  std::vector<Sighting> sightings_of(int64_t entry);
  void set_spans(const std::vector<Sighting>& sightings);
  bool add_change(const Sighting& prior, const Sighting& now);
  void set_current(const Item& item, const Scene& scene, int64_t version);

  const SQLite::Database& db_;
  Query find_item_, insert_item_, set_item_version_, set_item_back_, set_item_first_;
  Query find_entry_, insert_entry_, set_entry_version_;
  Query find_version_, insert_version_, extend_version_, set_version_span_;
  Query find_author_, insert_author_, set_author_key_, insert_byline_;
  Query insert_sighting_, sightings_of_, shown_by_, insert_change_, delete_changes_;
};

}  // namespace dekko
