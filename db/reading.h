// The reading side: a read-only connection that never blocks the writer and is never blocked by it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "core/run.h"

namespace dekko {

using Value = std::variant<std::monostate, int64_t, double, std::string>;

struct RunSummary {
  int64_t id = 0;
  std::string listing, kind, started, ended, stop_reason, coverage;
  int64_t pages = 0, requests = 0, bytes = 0, items_seen = 0, items_new = 0, items_changed = 0,
          items_missing = 0, problems = 0;
};

struct ListingStatus {
  int64_t id = 0;
  std::string url, title, profile;
  std::optional<int64_t> pages = {};
  int64_t items = 0;
  std::optional<RunSummary> last_run = {};
  // Share of the last run's cards that had each field, 0 to 1, in the order of the card record.
  std::vector<std::pair<std::string, double>> field_health = {};
};

// An item that a search found. Hits within headline, dek and bylines stand between kBegin and kEnd; each is
// empty where the card shows none.
struct SearchHit {
  static constexpr char kBegin = '\x02', kEnd = '\x03';
  int64_t id = 0;
  std::string url = {}, published = {}, first_seen = {}, last_seen = {}, headline = {}, dek = {},
              bylines = {};
};

// Where a page stands: warc_length is 0 for a plain file.
struct Proof {
  int64_t capture_id = 0;
  int64_t page = 0;
  std::string url = {}, fetched_at = {}, warc_file = {}, sha256 = {};
  int64_t warc_offset = 0, warc_length = 0;
};

// All that is known of one item. Moments are UTC text, empty where there is none.
struct Life {
  // One state in one listing; proof: the first page that showed it.
  struct State {
    int64_t version_id = 0;
    std::string listing = {};
    std::vector<std::pair<std::string, std::optional<std::string>>> fields =
        {};  // in the order of the card record
    std::string first_seen = {}, last_seen = {};
    int64_t times_seen = 0;
    Proof proof = {};
  };
  // A field that changed; proof: the first page that showed it changed.
  struct Change {
    std::string listing = {}, field = {}, kind = {};
    std::optional<std::string> before = {}, after = {};
    std::string not_before = {}, not_after = {};
    Proof proof = {};
  };
  struct Absence {
    std::string last_seen = {}, missing_since = {}, returned = {};
  };
  int64_t id = 0;
  std::string url = {}, first_seen = {}, last_seen = {};
  int64_t times_seen = 0;
  std::vector<State> states = {};    // by first sighting
  std::vector<Change> changes = {};  // by time
  std::vector<Absence> absences = {};
};

struct ExportQuery {
  std::string view;
  // A date or an RFC 3339 moment; keeps rows whose own moment is not before it: first_seen of items and
  // versions, not_after of changes, seen_at, last_run of listings, started of runs, fetched_at of pages, at
  // of requests; likewise of the ready questions. kUsage for the views without a moment, such as bylines.
  std::string since = {};
  // An SQL condition over the view's columns; kUsage with SQLite's words if it is none.
  std::string where = {};
};

class Reading {
 public:
  static Result<Reading> open(const std::filesystem::path& file);

  Reading(Reading&&) noexcept;
  Reading& operator=(Reading&&) noexcept;
  ~Reading();

  // The public views and the ready questions, in the order of the documentation.
  static const std::vector<std::string>& views();
  // What can be said of a query without a database: kUsage for a view or date that is none.
  static Result<void> check(const ExportQuery& query);

  Result<std::vector<ListingStatus>> status() const;
  Result<RunSummary> run(int64_t id) const;
  // Items with all of the words in headline, dek or bylines, best first. "double quotes" keep words together,
  // a star at a word's end stands for any ending; all else is taken literally. kUsage when no word was typed.
  Result<std::vector<SearchHit>> search(const std::string& words, int limit) const;
  // The item with this number or address; kNotFound.
  Result<Life> life(const std::string& which) const;
  // Where this capture stands; kNotFound.
  Result<Proof> proof(int64_t capture) const;
  // Streams rows in the order of the view's key. `head` is called once, with the column names, before them.
  Result<void> each_row(const ExportQuery& query,
                        const std::function<void(const std::vector<std::string>& columns)>& head,
                        const std::function<void(const std::vector<Value>& row)>& row) const;

 private:
  class Impl;
  explicit Reading(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
