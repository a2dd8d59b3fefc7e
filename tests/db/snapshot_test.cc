#include "db/snapshot.h"

#include <fstream>
#include <sstream>

#include "tests/db/scene.h"

namespace dekko {
namespace {

class Snapshot : public Database {
 protected:
  void SetUp() override {
    show(day(1), page({card("a", "Old")}));
    show(day(2), page({card("a", "New"), card("b")}));
  }
  Result<void> take(bool replace = false) { return take_snapshot({file(), copy(), replace}); }
  std::filesystem::path copy() const { return folder_ / "copy.db"; }
  static std::string octets(const std::filesystem::path& file) {
    std::stringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }
};

TEST_F(Snapshot, IsTheWholeHistoryInOneClosedFile) {
  ASSERT_TRUE(take());
  for (const std::string& view : Reading::views())
    EXPECT_EQ(rows_of(copy(), "SELECT * FROM " + view), rows("SELECT * FROM " + view)) << view;
  EXPECT_EQ(rows_of(copy(), "PRAGMA journal_mode"), Rows{"delete"});
  EXPECT_EQ(rows_of(copy(), "PRAGMA integrity_check"), Rows{"ok"});
  EXPECT_EQ(rows_of(copy(), "PRAGMA freelist_count"), Rows{"0"});
  EXPECT_EQ(rows_of(copy(), "PRAGMA application_id"), Rows{std::to_string(0x64656B6B)});
  for (const std::string tail : {"-wal", "-shm", "-journal", ".part"})
    EXPECT_FALSE(std::filesystem::exists(copy().string() + tail));
}

TEST_F(Snapshot, IsReadByDekkoAndCanBeGoneOnWith) {
  ASSERT_TRUE(take());
  EXPECT_EQ(Reading::open(copy())->search("new", 5)->size(), 1U);
  EXPECT_TRUE(Store::open(copy()));
}

TEST_F(Snapshot, TakesTheStateOfAMomentWhileAPageIsWritten) {
  const RunId run = begin(kListing, day(3));
  ASSERT_TRUE(take());
  ASSERT_TRUE(store().apply(run, capture(day(3)), page({card("c")}), {}));
  EXPECT_EQ(rows_of(copy(), "SELECT count(*) FROM items"), Rows{"2"});
}

TEST_F(Snapshot, ReplacesNothingUnasked) {
  std::ofstream(copy()) << "a letter";
  EXPECT_EQ(take().error().message(),
            copy().string() + ": is there already; name another file, or replace it with --force");
  EXPECT_EQ(octets(copy()), "a letter");
  EXPECT_TRUE(take(true));
  EXPECT_EQ(rows_of(copy(), "SELECT count(*) FROM items"), Rows{"2"});
}

TEST_F(Snapshot, NeverReplacesTheDatabaseItself) {
  EXPECT_EQ(take_snapshot({file(), file(), true}).error().code, ErrorCode::kUsage);
  std::filesystem::create_symlink(file(), copy());
  EXPECT_EQ(take(true).error().code, ErrorCode::kUsage);
}

TEST_F(Snapshot, AFolderThatIsNotThereIsAnIoErrorAndLeavesNothing) {
  EXPECT_EQ(take_snapshot({file(), folder_ / "none" / "copy.db"}).error().code, ErrorCode::kIo);
}

TEST_F(Snapshot, ForgetsWhoGaveAPermission) {
  close();
  {
    SQLite::Database db(file(), SQLite::OPEN_READWRITE);
    const bool known =
        db.execAndGet("SELECT count(*) FROM pragma_table_info('run') WHERE name = 'permission'").getInt() ==
        1;
    if (!known) db.exec("ALTER TABLE run ADD COLUMN permission TEXT");
    db.exec("UPDATE run SET permission = 'Eve Marplot, by telephone'");
  }
  ASSERT_TRUE(take());
  EXPECT_EQ(octets(copy()).find("Marplot"), std::string::npos);
}

}  // namespace
}  // namespace dekko
