#include "db/schema.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "tests/db/scene.h"

namespace dekko {
namespace {

class Schema : public Database {
 protected:
  // A history with everything in it: changes both ways, two listings, two profiles, problems, requests.
  void mixed_history() {
    for (int d = 1; d <= 8; ++d) {
      Page shown = page({card("a", d % 3 ? "A" : "B"), card("b"), card("n" + std::to_string(d))},
                        d % 4 ? kListing : kOther);
      shown.profile_fingerprint = d < 5 ? "one" : "two";
      shown.problems = {{0, "charset", "unknown"}};
      show(day(d), shown);
    }
    show(day(2, 7), page({card("a", "Late"), card("b", "Late")}));
    ASSERT_TRUE(store().note_request(
        1, {.at = day(1), .url = kListing, .host = "h", .rule = "none", .outcome = "fetched"}));
    ASSERT_TRUE(store().note_capture(1, capture(day(9), kListing + "page/9/"), 9, {}));
    close();
  }
  void write(const std::string& sql) {
    SQLite::Database db(file(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec(sql);
  }
  void write_octets(const std::string& octets) { std::ofstream(file(), std::ios::binary) << octets; }
  Error refusal() { return Store::open(file()).error(); }
};

TEST_F(Schema, TheFileCarriesItsMarks) {
  store();
  EXPECT_EQ(row("PRAGMA application_id"), std::to_string(0x64656B6B));
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number()));
  EXPECT_EQ(row("PRAGMA journal_mode"), "wal");
}

TEST_F(Schema, AMixedHistoryIsSound) {
  mixed_history();
  EXPECT_EQ(row("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(rows("PRAGMA foreign_key_check"), Rows{});
  EXPECT_EQ(row("SELECT count(*) FROM item WHERE version_id IS NULL"), "0");
  EXPECT_EQ(row("SELECT count(*) FROM entry WHERE version_id IS NULL"), "0");
  EXPECT_EQ(row("SELECT sum(times_seen) = (SELECT count(*) FROM sighting) FROM version"), "1");
}

TEST_F(Schema, EveryTableIsStrict) {
  store();
  EXPECT_EQ(
      rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND "
           "name NOT LIKE 'sqlite_%'"),
      Rows{});
}

TEST_F(Schema, EveryForeignKeyIsIndexed) {
  store();
  EXPECT_EQ(rows(R"(SELECT t.name, k."from" FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS k
                     WHERE t.schema = 'main' AND t.type = 'table'
                       AND NOT EXISTS (SELECT 1
                                        FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
                                        WHERE c.seqno = 0 AND c.name = k."from")
                       AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS c
                                        WHERE c.pk = 1 AND c.name = k."from"))"),
            Rows{});
}

TEST_F(Schema, ADatabaseOfSomebodyElseIsRefusedAndLeftAlone) {
  write("CREATE TABLE recipe (id INTEGER PRIMARY KEY)");
  EXPECT_EQ(refusal().message(),
            file().string() + ": is an SQLite file, but not dekko's; name another file with --db");
  EXPECT_EQ(refusal().code, ErrorCode::kUnsupported);
  EXPECT_EQ(row("PRAGMA journal_mode"), "delete");
}

TEST_F(Schema, AnotherApplicationsIdIsRefused) {
  write("PRAGMA application_id = 252006675");
  EXPECT_EQ(refusal().code, ErrorCode::kUnsupported);
}

TEST_F(Schema, ANewerSchemaIsRefusedNamingBothNumbers) {
  store();
  close();
  write("PRAGMA user_version = 9");
  EXPECT_EQ(refusal().message(), file().string() + ": has schema 9, but this dekko knows schemas up to " +
                                     std::to_string(schema_number()) + "; use the newer dekko that wrote it");
  EXPECT_EQ(Reading::open(file()).error().code, ErrorCode::kUnsupported);
}

TEST_F(Schema, AnEmptyFileBecomesADatabase) {
  write_octets("");
  EXPECT_TRUE(Store::open(file()));
}

TEST_F(Schema, AFileThatIsNoDatabaseIsCorruptAndLeftAlone) {
  write_octets("<!doctype html>" + std::string(5000, 'x'));
  EXPECT_EQ(refusal().code, ErrorCode::kCorrupt);
  EXPECT_NE(refusal().message().find("is not an SQLite file"), std::string::npos);
  EXPECT_EQ(std::filesystem::file_size(file()), 5015U);
}

TEST_F(Schema, ADatabaseCutShortIsCorrupt) {
  mixed_history();
  for (const uintmax_t size : {50U, 500U, 5000U, 20000U}) {
    std::filesystem::resize_file(file(), size);
    EXPECT_EQ(refusal().code, ErrorCode::kCorrupt) << size;
  }
}

class Migrations : public Schema {
 protected:
  std::vector<Migration> with(const char* sql) const {
    std::vector<Migration> steps = migrations();
    steps.push_back({steps.back().number + 1, sql});
    return steps;
  }
  void lift(const std::vector<Migration>& steps) {
    SQLite::Database db(file(), SQLite::OPEN_READWRITE);
    migrate(db, file(), steps);
  }
  std::filesystem::path backup() const {
    return file().string() + ".schema-" + std::to_string(schema_number()) + ".backup";
  }
};

TEST_F(Migrations, AnOlderSchemaIsLiftedAndACopyKept) {
  mixed_history();
  const Rows before = rows("SELECT * FROM items");
  lift(with("ALTER TABLE item ADD COLUMN note TEXT"));
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number() + 1));
  EXPECT_EQ(rows("SELECT * FROM items"), before);
  EXPECT_EQ(rows_of(backup(), "PRAGMA user_version"), Rows{std::to_string(schema_number())});
  EXPECT_EQ(rows_of(backup(), "SELECT * FROM items"), before);
}

TEST_F(Migrations, OneThatFailsLeavesTheOldSchemaWhole) {
  mixed_history();
  EXPECT_THROW(lift(with("ALTER TABLE item ADD COLUMN note TEXT; SELECT no_such_column")), SQLite::Exception);
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number()));
  EXPECT_EQ(row("SELECT count(*) FROM pragma_table_info('item') WHERE name = 'note'"), "0");
  EXPECT_TRUE(Store::open(file()));
}

TEST_F(Migrations, ACopyCutShortByAKillIsMadeAnew) {
  mixed_history();
  std::ofstream(backup().string() + ".part") << "half a copy";
  lift(with("ALTER TABLE item ADD COLUMN note TEXT"));
  EXPECT_EQ(rows_of(backup(), "PRAGMA integrity_check"), Rows{"ok"});
  EXPECT_FALSE(std::filesystem::exists(backup().string() + ".part"));
}

TEST_F(Migrations, AKillInTheMiddleLeavesTheOldSchemaWhole) {
  mixed_history();
  const Rows before = rows("SELECT * FROM items");
  const pid_t child = ::fork();
  if (child == 0) {
    SQLite::Database db(file(), SQLite::OPEN_READWRITE);
    db.createFunction("die", 0, false, nullptr,
                      [](sqlite3_context*, int, sqlite3_value**) { ::raise(SIGKILL); });
    migrate(db, file(),
            with("ALTER TABLE item ADD COLUMN note TEXT; UPDATE item SET note = 'x'; SELECT die()"));
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number()));
  EXPECT_EQ(row("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(rows("SELECT * FROM items"), before);
  EXPECT_EQ(rows_of(backup(), "SELECT * FROM items"), before);
  lift(with("ALTER TABLE item ADD COLUMN note TEXT"));
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number() + 1));
}

// A database as each earlier schema left it, with changes and a Korean listing: fixtures/README.md.
class EarlierSchema : public Migrations, public testing::WithParamInterface<int> {
 protected:
  std::filesystem::path saved() const {
    return DEKKO_SOURCE_DIR "/fixtures/databases/schema-" + std::to_string(GetParam()) + ".db";
  }
};

TEST_P(EarlierSchema, IsLiftedWithAllThatItHolds) {
  std::filesystem::copy_file(saved(), file());
  const char* const versions = "SELECT id, headline, dek, bylines, unspaced, times_seen FROM version";
  const char* const changes = "SELECT * FROM change";
  const Rows had = rows(versions), changed = rows(changes);
  ASSERT_EQ(row("PRAGMA user_version"), std::to_string(GetParam()));
  ASSERT_EQ(changed.size(), 1U);
  store();
  close();
  EXPECT_EQ(row("PRAGMA user_version"), std::to_string(schema_number()));
  EXPECT_EQ(rows(versions), had);
  EXPECT_EQ(rows(changes), changed);
  EXPECT_EQ(row("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(rows("PRAGMA foreign_key_check"), Rows{});
}

TEST_P(EarlierSchema, IsSearchedOnceItIsLifted) {
  std::filesystem::copy_file(saved(), file());
  store();
  close();
  const auto found = [&](const std::string& words) {
    return Reading::open(file())->search(words, 20)->size();
  };
  EXPECT_EQ(found("anchorage"), 1U);
  EXPECT_EQ(found("공사"), 2U);
  write("INSERT INTO items_fts (items_fts) VALUES ('integrity-check')");
  write("INSERT INTO items_trigram (items_trigram) VALUES ('integrity-check')");
}

INSTANTIATE_TEST_SUITE_P(Saved, EarlierSchema, testing::Range(1, schema_number()));

TEST_F(Migrations, ViewsAndTheirDescriptionAreMadeAnew) {
  store();
  close();
  write("DROP VIEW authors; CREATE VIEW authors AS SELECT 1 AS old; DELETE FROM about");
  lift(with("ALTER TABLE item ADD COLUMN note TEXT"));
  EXPECT_EQ(row("SELECT count(*) FROM pragma_table_info('authors') WHERE name = 'author_key'"), "1");
  EXPECT_EQ(row("SELECT count(*) > 100 FROM about"), "1");
}

TEST_F(Migrations, TodaysSchemaNeedsNone) {
  store();
  close();
  EXPECT_TRUE(Store::open(file()));
  EXPECT_FALSE(std::filesystem::exists(backup()));
}

}  // namespace
}  // namespace dekko
