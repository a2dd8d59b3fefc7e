#include "tests/soak/audit.h"

#include <fmt/format.h>

#include <algorithm>

namespace dekko {
namespace {

constexpr size_t kExamples = 5;
constexpr std::chrono::hours kLongestWalk{
    3};  // five failures with a Retry-After of ten minutes each, and as many limits

std::string host_in(const std::string& url) {
  return std::string(Url::parse(url).value().host());
}

}  // namespace

void YearAudit::check(const std::string& invariant, bool holds, const std::string& where) {
  Invariant& known = invariants_[invariant];
  ++known.checked;
  if (holds) return;
  ++known.broken;
  if (known.examples.size() < kExamples)
    known.examples.push_back(fmt::format("night {}: {}", year_.nights(), where));
}

SQLite::Database YearAudit::open() const {
  return SQLite::Database(year_.db().string(), SQLite::OPEN_READONLY);
}

const Chronicle& YearAudit::paper_of(const std::string& url) const {
  const std::string host = host_in(url);
  return *std::find_if(year_.papers().begin(), year_.papers().end(),
                       [&](const Chronicle& paper) { return paper.host() == host; });
}

std::vector<Moment> YearAudit::told_at(const Chronicle& paper, const std::string& wall) const {
  std::vector<Moment> moments;
  for (const UnrulyClock::Stretch& stretch : year_.clock().true_times(parse_moment(wall).value())) {
    moments.push_back(stretch.begin);
    // What happens at the very moment of a look may come after it.
    moments.push_back(stretch.begin - std::chrono::milliseconds(1));
    for (const Chronicle::Stale& stale : paper.stale())
      if (stale.answered == stretch.begin) moments.push_back(stale.as_of);
  }
  return moments;
}

void YearAudit::after_walk(const Year::Walked& walked) {
  const std::string name = "a walk that is not killed, on a disk with room, comes to its end";
  if (!walked.killed && !walked.disk_was_full) check(name, !walked.failed, walked.failed.value_or(""));
  check("a walk takes no longer than its pauses", walked.ended - walked.began < kLongestWalk,
        fmt::format("{} s from {}", (walked.ended - walked.began) / std::chrono::seconds(1),
                    to_text(walked.began)));
  if (!std::filesystem::exists(year_.db())) return;
  SQLite::Database db = open();
  check_sightings(db);
  check_changes(db);
  check_missing(db);
  check_runs(db);
  last_capture_ = db.execAndGet("SELECT coalesce(max(id), 0) FROM capture").getInt64();
}

// What an item is said to have been called when it was seen, it was called then, and it stood there.
void YearAudit::check_sightings(SQLite::Database& db) {
  SQLite::Statement rows(db, R"(
      SELECT item.url, capture.fetched_at, version.headline FROM sighting
        JOIN capture ON capture.id = sighting.capture_id JOIN version ON version.id = sighting.version_id
        JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id
       WHERE sighting.capture_id > ?)");
  rows.bind(1, last_capture_);
  while (rows.executeStep()) {
    const std::string url = rows.getColumn(0), at = rows.getColumn(1), headline = rows.getColumn(2);
    const Chronicle& paper = paper_of(url);
    const Chronicle::Life* life = paper.life(url);
    check("no item is invented", life != nullptr, url);
    if (!life) continue;
    const std::vector<Moment> moments = told_at(paper, at);
    const bool stood = std::any_of(moments.begin(), moments.end(), [&](Moment moment) {
      return life->lasted(moment, moment) && life->name_at(moment) == headline;
    });
    check("an item was seen where and as it stood", stood, fmt::format("{} at {}: {}", url, at, headline));
  }
}

void YearAudit::check_changes(SQLite::Database& db) {
  SQLite::Statement rows(db, R"(
      SELECT item.url, prior.headline, version.headline, was.fetched_at, now.fetched_at FROM change
        JOIN version ON version.id = change.version_id
        JOIN version AS prior ON prior.id = change.prior_version_id
        JOIN capture AS now ON now.id = change.capture_id
        JOIN capture AS was ON was.id = change.prior_capture_id
        JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id
       WHERE change.capture_id > ?)");
  rows.bind(1, last_capture_);
  while (rows.executeStep()) {
    const std::string url = rows.getColumn(0), from = rows.getColumn(3), to = rows.getColumn(4);
    const Chronicle& paper = paper_of(url);
    const Chronicle::Life* life = paper.life(url);
    const auto was = [&](const std::string& at, const std::string& headline) {
      const std::vector<Moment> moments = told_at(paper, at);
      return std::any_of(moments.begin(), moments.end(),
                         [&](Moment moment) { return life && life->name_at(moment) == headline; });
    };
    const bool holds = was(from, rows.getColumn(1)) && was(to, rows.getColumn(2));
    check("a change has its true interval", holds, fmt::format("{} from {} to {}", url, from, to));
  }
  SQLite::Statement others(db, "SELECT url, field FROM changes WHERE field <> 'headline' AND capture_id > ?");
  others.bind(1, last_capture_);
  check("nothing changes but what the newspaper edits", !others.executeStep(),
        others.hasRow()
            ? fmt::format("{} of {}", others.getColumn(1).getString(), others.getColumn(0).getString())
            : "");
}

void YearAudit::check_missing(SQLite::Database& db) {
  SQLite::Statement rows(db, "SELECT url, missing_since FROM item WHERE missing_since IS NOT NULL");
  while (rows.executeStep()) {
    const std::string url = rows.getColumn(0), since = rows.getColumn(1);
    const Chronicle::Life* life = paper_of(url).life(url);
    check("an item is called missing only when it is", life && life->end <= year_.clock().truth(),
          fmt::format("{} since {}", url, since));
  }
}

}  // namespace dekko
