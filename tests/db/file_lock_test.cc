#include "core/file_lock.h"

#include <unistd.h>

#include <fstream>

#include "tests/db/scene.h"

namespace dekko {
namespace {

class Lock : public Database {
 protected:
  std::filesystem::path lock_file() const { return file().string() + ".lock"; }
};

TEST_F(Lock, ASecondWriterIsToldWhoHoldsIt) {
  store();
  const Error error = Store::open(file()).error();
  EXPECT_EQ(error.code, ErrorCode::kBusy);
  EXPECT_EQ(error.message(), lock_file().string() + ": another dekko is writing this database, process " +
                                 std::to_string(::getpid()) +
                                 "; wait until it has ended, or name another file with --db");
}

TEST_F(Lock, ALockFileWithoutAProcessIdNamesNobody) {
  store();
  std::ofstream(lock_file()) << "rubbish";
  EXPECT_EQ(Store::open(file()).error().detail, "another dekko is writing this database");
}

TEST_F(Lock, EndsWithTheStore) {
  store();
  close();
  EXPECT_TRUE(Store::open(file()));
}

TEST_F(Lock, MovesWithTheStore) {
  Store first = *Store::open(file());
  const Store second = std::move(first);
  EXPECT_EQ(Store::open(file()).error().code, ErrorCode::kBusy);
}

TEST_F(Lock, DoesNotHinderReaders) {
  store();
  EXPECT_TRUE(Reading::open(file()));
}

TEST_F(Lock, AMissingFolderIsNamedWithTheNextStep) {
  const std::filesystem::path lost = folder_ / "no" / "d.db";
  const Error error = Store::open(lost).error();
  EXPECT_EQ(error.code, ErrorCode::kIo);
  EXPECT_EQ(
      error.message(),
      lost.string() + ".lock: No such file or directory; check that its folder exists and may be written");
}

}  // namespace
}  // namespace dekko
