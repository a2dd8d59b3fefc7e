// Every statement that the writing side keeps finds its rows by a key: a page costs the same among ten
// sightings and among a million.
#include <sqlite3.h>

#include "db/captures.h"
#include "db/copies.h"
#include "db/database.h"
#include "db/history.h"
#include "db/ledger.h"
#include "db/looks.h"
#include "db/pins.h"
#include "db/runs.h"
#include "db/search_index.h"
#include "tests/db/scene.h"

namespace dekko {
namespace {

class QueryPlan : public Database {
 protected:
  // Lists and tables within the statement itself, the field names of `changes`, what one transaction has for the
  // indexes.
  static bool reads_no_table(const std::string& step) {
    return step.find("CONSTANT ROW") != std::string::npos || step.starts_with("SCAN json_each") ||
           step == "SCAN field" || step == "SCAN walk_of" || step == "SCAN search_due";
  }
  // The steps that read a whole table.
  static Rows scans_of(const SQLite::Database& db, const std::string& sql) {
    SQLite::Statement plan(db, "EXPLAIN QUERY PLAN " + sql);
    Rows scans;
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      if (step.starts_with("SCAN") && !reads_no_table(step)) {
        scans.push_back(step + " in " + sql);
      }
    }
    return scans;
  }
};

TEST_F(QueryPlan, NoStatementOfTheWriterScansATable) {
  const auto db = *open_for_writing(file());
  dekko::History history(*db);
  Captures captures(*db);
  Ledger ledger(*db);
  Runs runs(*db);
  Copies copies(*db);
  CopyKeeper keeper(*db);
  Looks looks(*db);
  SearchIndex search(*db);
  PinKeeper pins(*db);
  int statements = 0;
  for (sqlite3_stmt* s = sqlite3_next_stmt(db->getHandle(), nullptr); s != nullptr;
       s = sqlite3_next_stmt(db->getHandle(), s)) {
    if (std::string_view(sqlite3_sql(s)).starts_with("EXPLAIN")) continue;
    EXPECT_EQ(scans_of(*db, sqlite3_sql(s)), Rows{});
    ++statements;
  }
  EXPECT_GT(statements, 30);
}

TEST_F(QueryPlan, TheQuestionsOfEveryDayScanNothing) {
  const auto db = *open_for_writing(file());
  for (const std::string sql :
       {"SELECT * FROM items WHERE url = 'u'", "SELECT * FROM items WHERE id = 1",
        "SELECT * FROM bylines WHERE item_id = 1", "SELECT * FROM versions WHERE item_id = 1",
        "SELECT * FROM changes WHERE item_id = 1", "SELECT * FROM changes WHERE capture_id = 1",
        "SELECT * FROM sightings WHERE capture_id = 1", "SELECT * FROM sightings WHERE item_id = 1",
        "SELECT * FROM sightings WHERE run_id = 1", "SELECT * FROM runs WHERE id = 1",
        "SELECT * FROM pages WHERE run_id = 1", "SELECT * FROM requests WHERE run_id = 1",
        "SELECT * FROM problems WHERE run_id = 1", "SELECT * FROM bylines WHERE author_key = 'ada'"}) {
    EXPECT_EQ(scans_of(*db, sql), Rows{});
  }
}

}  // namespace
}  // namespace dekko
