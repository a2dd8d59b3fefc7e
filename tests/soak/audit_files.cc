// What is kept, held against itself: archive and database, the database and the one that is made anew, the
// ledger.
#include <fmt/format.h>

#include <sstream>

#include "app/politeness_proof.h"
#include "app/rebuild.h"
#include "app/verify.h"
#include "tests/soak/audit.h"

namespace dekko {
namespace {

std::string text_of(const SQLite::Statement& row) {
  std::string text;
  for (int i = 0; i < row.getColumnCount(); ++i) {
    const SQLite::Column column = const_cast<SQLite::Statement&>(row).getColumn(i);
    text += fmt::format("{}:{}\t", column.getType(), column.isNull() ? "" : column.getString());
  }
  return text;
}

std::vector<std::string> statements_of(SQLite::Database& db) {
  std::vector<std::string> all;
  SQLite::Statement rows(
      db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1");
  while (rows.executeStep()) all.push_back(rows.getColumn(0));
  return all;
}

std::vector<std::string> tables_of(SQLite::Database& db) {
  std::vector<std::string> all;
  SQLite::Statement rows(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  while (rows.executeStep()) all.push_back(rows.getColumn(0));
  return all;
}

// The first row in which a table differs; empty if there is none.
std::string difference(SQLite::Database& a, SQLite::Database& b, const std::string& table, int64_t& rows) {
  SQLite::Statement left(a, "SELECT * FROM \"" + table + "\""), right(b, "SELECT * FROM \"" + table + "\"");
  for (;;) {
    const bool more = left.executeStep();
    if (more != right.executeStep()) return table + ": another number of rows";
    if (!more) return "";
    ++rows;
    const std::string was = text_of(left), is = text_of(right);
    if (was != is) return fmt::format("{}: {} was {}", table, is, was);
  }
}

LedgerRow row_of(SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  const auto number = [&](int column) { return row.getColumn(column).getDouble(); };
  return {.run_id = row.getColumn(0).getInt64(),
          .at = text(1),
          .url = text(2),
          .host = text(3),
          .rule = text(4),
          .outcome = text(5),
          .waited_s = number(6),
          .seconds = number(7),
          .pause_s = number(8),
          .began = number(9),
          .asked_s = number(10),
          .status = row.getColumn(11).getInt64(),
          .address = text(12)};
}

}  // namespace

void YearAudit::after_month() {
  check_archive();
  SQLite::Database db = open();
  check_cycles(db);
}

void YearAudit::at_end() {
  check_rebuilt();
  check_politeness();
  const PressFetcher::Watch& watch = year_.watch();
  for (int64_t i = 0; i < watch.requests; ++i)
    check("no host is asked too soon by a clock that never jumped", i >= watch.too_soon,
          "by the fetcher's watch");
  for (int64_t i = 0; i < watch.requests; ++i)
    check("robots.txt is asked for once a day before anything else", i >= watch.ungoverned,
          "by the fetcher's watch");
}

// Structure, digests, both ways, and within the database integrity_check and foreign keys.
void YearAudit::check_archive() {
  std::ostringstream out, err;
  Console console(out, err, Loudness::kQuiet, false);
  const auto report = verify(year_.db(), year_.folder(), console, [&](const ArchiveFault& fault) {
    check("archive and database are sound", false,
          fmt::format("{} at {}: {}", fault.file, fault.offset.value_or(0), fault.what));
  });
  check("archive and database are sound", report && report->faults == 0,
        report ? fmt::format("{} faults", report->faults) : report.error().message());
}

void YearAudit::check_rebuilt() {
  const std::string name = "the database made anew is the one that lived";
  std::ostringstream out, err;
  Console console(out, err, Loudness::kQuiet, false);
  const Interrupt interrupt;
  const std::filesystem::path again = year_.db().parent_path() / "again.db";
  const auto report = rebuild({.archive = year_.folder(), .db = again, .threads = 2}, interrupt, console);
  check(name, report.has_value(), report ? "" : report.error().message());
  if (!report) return;
  SQLite::Database lived = open(), anew(again.string(), SQLite::OPEN_READONLY);
  check(name, statements_of(lived) == statements_of(anew), "another schema");
  for (const std::string& table : tables_of(lived)) {
    int64_t rows = 0;
    const std::string differs = difference(lived, anew, table, rows);
    check(name, differs.empty(), differs);
    invariants_[name].checked += rows;
  }
}

// Where the wall clock was put back, two requests that were far apart seem to be close.
void YearAudit::check_politeness() {
  SQLite::Database db = open();
  SQLite::Statement rows(db, R"(
      SELECT run_id, at, url, host, rule, outcome, waited_s, seconds, pause_s, began, asked_s,
             coalesce(status, 0), coalesce(address, '') FROM requests)");
  PolitenessProof proof;
  while (rows.executeStep()) {
    const auto pair = proof.take(row_of(rows));
    const auto at = [](double began) {
      return Moment(std::chrono::milliseconds(static_cast<int64_t>(began * 1000)));
    };
    const bool excused = pair && year_.clock().is_ambiguous(at(pair->second.began));
    check("the ledger proves every pause, but for those of a clock put back", !pair || excused,
          pair ? to_text(*pair) : "");
    if (excused) check("pauses that a clock put back hides from the ledger", true, "");
  }
}

}  // namespace dekko
