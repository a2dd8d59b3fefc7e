#include "archive/whole_member.h"

#include <gtest/gtest.h>

#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

class WholeMember : public testing::Test {
 protected:
  std::optional<WarcRecord> read(const std::string& octets, uint64_t offset, uint64_t length) const {
    return record_in_member(folder_.write("a.warc.gz", octets),
                            {.file = "a.warc.gz", .offset = offset, .length = length});
  }

  ScratchFolder folder_;
  std::string before_ = gzip(page_record("a", "first")), member_ = gzip(page_record("b", noise(900, 7)));
};

TEST_F(WholeMember, IsTheRecordThatAReaderFindsThere) {
  const auto quick = read(before_ + member_ + before_, before_.size(), member_.size());
  const WarcRecord slow = contents_of(folder_.path() / "a.warc.gz").records.at(1);
  ASSERT_TRUE(quick);
  EXPECT_EQ(quick->fields, slow.fields);
  EXPECT_EQ(quick->block, slow.block);
  EXPECT_EQ(quick->ref.offset, slow.ref.offset);
  EXPECT_EQ(quick->ref.id, slow.ref.id);
}

TEST_F(WholeMember, IsNoneForAnyOtherLength) {
  for (uint64_t length = 0; length < member_.size() + 9; ++length) {
    const bool whole = length == member_.size();
    EXPECT_EQ(read(member_ + before_, 0, length).has_value(), whole) << length;
  }
}

// What no checksum covers may differ: time, flags and system in the member's head (RFC 1952 section 2.3).
TEST_F(WholeMember, GivesNothingElseForADamagedOctet) {
  const std::string block = read(member_, 0, member_.size())->block;
  for (size_t at = 0; at < member_.size(); ++at) {
    std::string damaged = member_;
    damaged[at] = char(damaged[at] ^ 0x55);
    const auto record = read(damaged, 0, damaged.size());
    EXPECT_TRUE(!record || (at < 10 && record->block == block)) << at;
  }
}

TEST_F(WholeMember, IsNoneForTwoRecordsInAMemberAndForOneWithoutItsEnd) {
  const std::string record = page_record("a", "text");
  for (const std::string& text :
       {record + record, record.substr(0, record.size() - 1), std::string("WARC/1.0")}) {
    const std::string odd = gzip(text);
    EXPECT_FALSE(read(odd, 0, odd.size())) << text.size();
  }
}

}  // namespace
}  // namespace dekko
