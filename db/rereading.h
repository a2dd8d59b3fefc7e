// A page that was stored before, read anew: what it shows takes the place of what it was said to show. Items
// keep their numbers. Throws SQLite::Exception.
#pragma once

#include <optional>
#include <set>

#include "core/capture.h"
#include "core/page.h"
#include "db/captures.h"
#include "db/history.h"
#include "db/ledger.h"

namespace dekko {

class Rereading {
 public:
  // Borrowed; they must outlive this.
  struct Parts {
    const SQLite::Database& db;
    Captures& captures;
    History& history;
    Ledger& ledger;
  };
  explicit Rereading(Parts parts);

  // The run that stored this capture; nothing if none did. A page that is no listing any more leaves no trace in items; an
  // item that no page shows any more is gone.
  std::optional<int64_t> replace(const Capture& capture, const Page& page);

 private:
  void forget(int64_t capture);
  void add_cards(const Scene& scene, const std::vector<Card>& cards);
  void settle(int64_t run);
  void settle_item(int64_t item);

  Parts parts_;
  std::set<int64_t> entries_, items_;  // that the page touches
  Query of_capture_, touched_, delete_sightings_, delete_problems_, delete_copy_, set_capture_;
  Query delete_changes_, delete_names_, free_entry_, free_items_, delete_versions_, delete_entry_;
  Query set_version_, set_first_, has_entries_, delete_absences_, delete_item_, count_run_;
};

}  // namespace dekko
