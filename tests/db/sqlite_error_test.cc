#include "db/sqlite_error.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/db/scene.h"

namespace dekko {
namespace {

TEST(SqliteError, EachCodeHasItsMeaning) {
  const std::pair<int, ErrorCode> meanings[] = {
      {SQLITE_FULL, ErrorCode::kIo},         {SQLITE_READONLY, ErrorCode::kIo},
      {SQLITE_CANTOPEN, ErrorCode::kIo},     {SQLITE_PERM, ErrorCode::kIo},
      {SQLITE_IOERR, ErrorCode::kIo},        {SQLITE_IOERR_WRITE, ErrorCode::kIo},
      {SQLITE_CORRUPT, ErrorCode::kCorrupt}, {SQLITE_NOTADB, ErrorCode::kCorrupt},
      {SQLITE_BUSY, ErrorCode::kBusy},       {SQLITE_LOCKED, ErrorCode::kBusy},
      {SQLITE_TOOBIG, ErrorCode::kLimit},    {SQLITE_NOMEM, ErrorCode::kLimit},
      {SQLITE_ERROR, ErrorCode::kInvalid}};
  for (const auto& [code, meaning] : meanings) {
    EXPECT_EQ(to_error(SQLite::Exception("words", code), "d.db").code, meaning) << sqlite3_errstr(code);
  }
}

TEST(SqliteError, NamesTheFileTheWordsAndTheNextStep) {
  EXPECT_EQ(to_error(SQLite::Exception("database or disk is full", SQLITE_FULL), "d.db").message(),
            "d.db: the disk is full (database or disk is full); free some space and run it again; what was "
            "stored stays whole");
}

TEST_F(Database, AFolderInPlaceOfTheFileIsAnIoError) {
  std::filesystem::create_directory(file());
  EXPECT_EQ(Store::open(file()).error().code, ErrorCode::kIo);
}

// Root may write everything: for as long as this lives, it is nobody, and the folder with all in it is his.
class Nobody {
 public:
  explicit Nobody(const std::filesystem::path& folder) {
    if (::geteuid() != 0) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) give(entry.path());
    give(folder);
    EXPECT_EQ(::seteuid(kNobody), 0);
  }
  Nobody(const Nobody&) = delete;
  ~Nobody() {
    if (::geteuid() != ::getuid()) {
      EXPECT_EQ(::seteuid(::getuid()), 0);
    }
  }

 private:
  static constexpr uid_t kNobody = 65534;
  static void give(const std::filesystem::path& path) {
    EXPECT_EQ(::chown(path.c_str(), kNobody, gid_t(-1)), 0);
  }
};

TEST_F(Database, AFileThatMayNotBeWrittenIsAnIoError) {
  store();
  close();
  std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
  const Nobody nobody(file().parent_path());
  const Error error = Store::open(file()).error();
  EXPECT_EQ(error.code, ErrorCode::kIo);
  EXPECT_EQ(error.cure, "make the file and its folder writable, or name another file with --db");
}

// The system refuses to let any file grow, as a full disk does.
class NoRoom {
 public:
  NoRoom() : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit none{0, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &none);
  }
  NoRoom(const NoRoom&) = delete;
  ~NoRoom() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST_F(Database, AWriteThatFailsLeavesWhatWasStoredWhole) {
  const RunId run = begin();
  ASSERT_TRUE(store().apply(run, capture(day(1)), page({card("a")}), {}));
  {
    const NoRoom no_room;
    EXPECT_EQ(store().apply(run, capture(day(2)), page({card("b")}), {}).error().code, ErrorCode::kIo);
  }
  EXPECT_EQ(rows("SELECT url FROM items"), Rows{"https://news.example/a/"});
  EXPECT_TRUE(store().apply(run, capture(day(2)), page({card("b")}), {}));
  EXPECT_EQ(row("PRAGMA integrity_check"), "ok");
}

}  // namespace
}  // namespace dekko
