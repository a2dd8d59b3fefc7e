// The disk fails; the archive stays whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/archive_folder.h"
#include "archive/archive_limits.h"
#include "tests/archive/exchanges.h"
#include "tests/archive/faulty_disk.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ArchiveFaults : public testing::Test {
 protected:
  Contents contents(size_t segment = 0) const {
    return contents_of(folder_.path() / folder_.names().at(segment));
  }

  ScratchFolder folder_;
  FakeClock clock_;
  FaultyDisk disk_;
  ArchiveWriter archive_ = *ArchiveWriter::open_on(
      disk_, folder_.path(), {.software = "dekko/9", .label = "x"}, clock_, limits::kSegmentBytes);
};

TEST_F(ArchiveFaults, FileAndFolderAreSyncedBeforeAppendReturns) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  EXPECT_THAT(disk_.calls, ElementsAre("create", "write", "sync", "sync folder", "write", "sync"));
}

TEST_F(ArchiveFaults, AFolderThatIsMadeHasItsNameOnDisk) {
  ASSERT_TRUE(make_archive_folder(folder_.path() / "a" / "b/", disk_));
  EXPECT_EQ(disk_.synced_folders, (std::vector{folder_.path() / "a", folder_.path()}));
  disk_.folder_sync_fails = true;
  ASSERT_TRUE(make_archive_folder(folder_.path() / "a" / "b", disk_)) << "was there";
  const Result<void> made = make_archive_folder(folder_.path() / "c", disk_);
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message(), HasSubstr("cannot be made: Input/output error"));
}

TEST_F(ArchiveFaults, ShortWritesAreGoneOnWith) {
  disk_.longest_write = 7;
  ASSERT_TRUE(archive_.append(page_exchange()));
  EXPECT_EQ(contents().records.size(), 3u);
}

TEST_F(ArchiveFaults, InterruptedWritesAreRepeated) {
  disk_.interrupts = true;
  ASSERT_TRUE(archive_.append(page_exchange()));
  EXPECT_EQ(contents().records.size(), 3u);
}

TEST_F(ArchiveFaults, AFullDiskCutsBackToTheLastWholeRecord) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  const std::string before = folder_.read(folder_.names().front());
  disk_.room = 100;
  const Result<RecordRef> record = archive_.append(page_exchange());
  ASSERT_FALSE(record);
  EXPECT_THAT(record.error().message(),
              HasSubstr("the disk is full (No space left on device); free some space"));
  EXPECT_EQ(folder_.read(folder_.names().front()), before);
}

TEST_F(ArchiveFaults, TheSameSegmentGoesOnOnceThereIsRoom) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  disk_.room = 100;
  ASSERT_FALSE(archive_.append(page_exchange()));
  disk_.room = SIZE_MAX;
  ASSERT_TRUE(archive_.append(page_exchange()));
  EXPECT_EQ(folder_.names().size(), 1u);
  EXPECT_EQ(contents().records.size(), 5u);
  EXPECT_TRUE(contents().faults.empty());
}

TEST_F(ArchiveFaults, ASegmentThatNeverGotItsFirstRecordIsTakenAway) {
  disk_.room = 20;
  ASSERT_FALSE(archive_.append(page_exchange()));
  EXPECT_THAT(folder_.names(), ElementsAre());
}

TEST_F(ArchiveFaults, WhatASegmentThatIsLeftBehindLostIsToldAndNothingFollows) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  ASSERT_TRUE(archive_.write(page_exchange()));
  disk_.room = 100;
  disk_.truncate_fails = true;
  ASSERT_FALSE(archive_.write(page_exchange()));
  disk_.room = SIZE_MAX;
  disk_.sync_fails = true;
  EXPECT_FALSE(archive_.write(page_exchange()));
  disk_.sync_fails = false;
  EXPECT_FALSE(archive_.write(page_exchange()));
  EXPECT_FALSE(archive_.sync());
}

TEST_F(ArchiveFaults, AfterAFailedSyncTheSegmentIsLeftAlone) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  disk_.sync_fails = true;
  const Result<RecordRef> record = archive_.append(page_exchange());
  EXPECT_THAT(record.error().message(), HasSubstr("cannot be synced: Input/output error"));
  disk_.sync_fails = false;
  ASSERT_TRUE(archive_.append(page_exchange()));
  EXPECT_EQ(folder_.names().size(), 2u);
  EXPECT_EQ(contents(0).records.size(), 3u);
  EXPECT_EQ(contents(1).records.size(), 3u);
}

TEST_F(ArchiveFaults, AFolderThatCannotBeSyncedLeavesNoSegment) {
  disk_.folder_sync_fails = true;
  ASSERT_FALSE(archive_.append(page_exchange()));
  EXPECT_THAT(folder_.names(), ElementsAre());
}

TEST_F(ArchiveFaults, WhatCannotBeCutBackStaysATornTail) {
  ASSERT_TRUE(archive_.append(page_exchange()));
  disk_.room = 100;
  disk_.truncate_fails = true;
  ASSERT_FALSE(archive_.append(page_exchange()));
  disk_.room = SIZE_MAX;
  ASSERT_TRUE(archive_.append(page_exchange()));
  ASSERT_EQ(folder_.names().size(), 2u);
  EXPECT_EQ(contents(0).records.size(), 3u);
  ASSERT_EQ(contents(0).faults.size(), 1u);
  EXPECT_EQ(contents(0).faults[0].what, "torn tail");
  EXPECT_EQ(contents(1).records.size(), 3u);
}

}  // namespace
}  // namespace dekko
