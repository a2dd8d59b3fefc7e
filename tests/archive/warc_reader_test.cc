#include "archive/warc_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include "archive/archive_limits.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

using testing::HasSubstr;

class WarcFiles : public testing::Test {
 protected:
  // The file is called nothing in particular: formats are told by their octets.
  Contents read(std::string_view octets) const { return contents_of(folder_.write("file", octets)); }

  ScratchFolder folder_;
  const std::string a_ = page_record("a", "first"), b_ = page_record("b", "second"),
                    c_ = page_record("c", "third");
};

TEST_F(WarcFiles, PlainRecordsHaveTheirOwnAddresses) {
  const Contents contents = read(a_ + b_ + c_);
  EXPECT_EQ(contents.pages(), "a b c");
  EXPECT_EQ(contents.records[1].ref.offset, a_.size());
  EXPECT_EQ(contents.records[1].ref.length, b_.size());
  EXPECT_EQ(contents.records[2].block, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nthird");
  EXPECT_TRUE(contents.faults.empty());
}

TEST_F(WarcFiles, GzipRecordsHaveTheirMembersAddresses) {
  const Contents contents = read(gzip(a_) + gzip(b_) + gzip(c_));
  EXPECT_EQ(contents.pages(), "a b c");
  EXPECT_EQ(contents.records[2].ref.offset, gzip(a_).size() + gzip(b_).size());
  EXPECT_EQ(contents.records[2].ref.length, gzip(c_).size());
  EXPECT_TRUE(contents.faults.empty());
}

TEST_F(WarcFiles, ZstdRecordsHaveTheirFramesAddresses) {
  const Contents contents = read(zstd(a_) + zstd(b_));
  EXPECT_EQ(contents.pages(), "a b");
  EXPECT_EQ(contents.records[1].ref.offset, zstd(a_).size());
  EXPECT_EQ(contents.records[1].ref.length, zstd(b_).size());
}

TEST_F(WarcFiles, ARecordMayBeSpreadOverSeveralFrames) {
  const Contents contents = read(zstd(a_.substr(0, 30)) + zstd(a_.substr(30)) + zstd(b_));
  EXPECT_EQ(contents.pages(), "a b");
  EXPECT_EQ(contents.records[0].ref.length, zstd(a_.substr(0, 30)).size() + zstd(a_.substr(30)).size());
  EXPECT_EQ(contents.records[1].ref.length, zstd(b_).size());
}

TEST_F(WarcFiles, ExtensionFramesAndEmptyFramesAreNoRecords) {
  const Contents contents = read(zstd(a_) + skippable_frame(0x184D2A50, "padding") + zstd("") + zstd(b_));
  EXPECT_EQ(contents.pages(), "a b");
  EXPECT_TRUE(contents.faults.empty());
}

class ZstdDictionaries : public WarcFiles {
 protected:
  // Any octets do as a dictionary; the format of section 5 only adds tables.
  const std::string raw_ = a_ + b_ + c_;
};

TEST_F(ZstdDictionaries, AreUsedWhereTheFileBeginsWithOne) {
  const Contents contents = read(skippable_frame(0x184D2A5D, raw_) + zstd(a_, raw_) + zstd(b_, raw_));
  EXPECT_EQ(contents.pages(), "a b");
  EXPECT_EQ(contents.records[0].ref.offset, 8 + raw_.size());
}

TEST_F(ZstdDictionaries, MayBeCompressedThemselves) {
  EXPECT_EQ(read(skippable_frame(0x184D2A5D, zstd(raw_)) + zstd(a_, raw_)).pages(), "a");
}

TEST_F(ZstdDictionaries, AreUsedAtAKnownAddressToo) {
  const std::string front = skippable_frame(0x184D2A5D, raw_) + zstd(a_, raw_);
  Result<WarcReader> reader =
      WarcReader::open_at(folder_.write("file", front + zstd(b_, raw_)), front.size());
  EXPECT_EQ((*reader->next())->field("warc-target-uri"), "https://example.org/b");
}

TEST_F(ZstdDictionaries, OverTheLimitAreRefused) {
  std::string frame = skippable_frame(0x184D2A5D, "");
  frame[7] = 1;  // 16 MiB
  EXPECT_THAT(read(frame + zstd(a_)).error, HasSubstr("has a zstd dictionary over 8 MiB"));
  const std::string bomb(9 * limits::kMiB, 'x');
  EXPECT_THAT(read(skippable_frame(0x184D2A5D, zstd(bomb))).error, HasSubstr("dictionary's body grows over"));
}

TEST_F(WarcFiles, OneGzipMemberForTheWholeFileIsReadInOnePass) {
  const Contents contents = read(gzip(a_ + b_ + c_));
  EXPECT_EQ(contents.pages(), "a b c");
  for (const WarcRecord& record : contents.records) {
    EXPECT_EQ(record.ref.offset, 0u);
    EXPECT_EQ(record.ref.length, 0u);
  }
}

TEST_F(WarcFiles, AnotherWritersHabitsAreUnderstood) {
  const struct {
    const char* habit;
    std::string octets;
  } kHabits[] = {
      {"bare LF in the header", "WARC/1.0\nWARC-Target-URI: http://x/a\nContent-Length: 1\n\nz\n\n"},
      {"bare LF after the block",
       "WARC/1.0\r\nWARC-Target-URI: http://x/a\r\nContent-Length: 1\r\n\r\nz\n\n"},
      {"address in angle brackets",
       "WARC/1.0\r\nWARC-Target-URI: <http://x/a>\r\nContent-Length: 0\r\n\r\n\r\n\r\n"},
      {"odd case and no space",
       "WARC/0.18\r\nwarc-target-uri:http://x/a\r\nCONTENT-LENGTH:0\r\n\r\n\r\n\r\n"},
      {"a folded line", "WARC/1.0\r\nWARC-Target-URI:\r\n http://x/a\r\nContent-Length: 0\r\n\r\n\r\n\r\n"},
      {"nothing after the block", "WARC/1.1\r\nWARC-Target-URI: http://x/a\r\nContent-Length: 1\r\n\r\nz"},
      {"one line end too many",
       "WARC/1.1\r\nWARC-Target-URI: http://x/a\r\nContent-Length: 0\r\n\r\n\r\n\r\n\r\n"},
      {"unknown fields",
       "WARC/1.1\r\nX-A: 1\r\nWARC-Target-URI: http://x/a\r\nContent-Length: 0\r\n\r\n\r\n\r\n"},
  };
  for (const auto& habit : kHabits) {
    for (const std::string& octets : {habit.octets, gzip(habit.octets), zstd(habit.octets)}) {
      const Contents contents = read(octets);
      EXPECT_EQ(contents.pages(), "a") << habit.habit;
      EXPECT_TRUE(contents.faults.empty()) << habit.habit;
    }
  }
}

TEST_F(WarcFiles, TheFirstOfARepeatedFieldCounts) {
  EXPECT_EQ(read(warc_record("A: 1\r\nA: 2\r\n", "")).records.at(0).field("a"), "1");
}

TEST_F(WarcFiles, WhatIsNoWarcFileIsRefused) {
  for (const char* octets : {"<html>", "PK\x03\x04", "WARD/1.0", "filedesc://x"}) {
    EXPECT_THAT(read(octets).error, HasSubstr("file: is no WARC file: it begins neither with \"WARC/\" nor"));
  }
  EXPECT_THAT(contents_of(folder_.path()).error, HasSubstr("is no regular file"));
  EXPECT_THAT(contents_of(folder_.path() / "none").error, HasSubstr("cannot be read: No such file"));
}

TEST_F(WarcFiles, AGzipOfSomethingElseIsAFault) {
  const Contents contents = read(gzip("<html>"));
  EXPECT_TRUE(contents.records.empty());
  EXPECT_EQ(contents.faults.at(0).what, "no WARC record");
}

TEST_F(WarcFiles, BrokenRecordsArePassedOverWithTheirPlace) {
  const struct {
    const char* what;
    std::string record;
  } kBroken[] = {
      {"no WARC record", "HTTP/1.1 200 OK\r\n\r\n"},
      {"no WARC record", "WARC/1.0.0.0.0\r\nContent-Length: 0\r\n\r\n"},
      {"record without Content-Length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n"},
      {"record whose Content-Length is no number", "WARC/1.0\r\nContent-Length: -1\r\n\r\nx\r\n\r\n"},
      {"record whose Content-Length is no number",
       "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"},
      {"record header over 64 KiB",
       "WARC/1.0\r\nX: " + std::string(70'000, 'x') + "\r\nContent-Length: 0\r\n\r\n"},
      {"record longer than its Content-Length", "WARC/1.0\r\nContent-Length: 1\r\n\r\nxyz\r\n\r\n"},
  };
  for (const auto& broken : kBroken) {
    for (auto* packed : {+[](const std::string& text) { return gzip(text); },
                         +[](const std::string& text) { return zstd(text); }}) {
      const Contents contents = read(packed(a_) + packed(broken.record) + packed(b_));
      EXPECT_EQ(contents.pages(), "a b") << broken.record.substr(0, 80);
      ASSERT_EQ(contents.faults.size(), 1u) << broken.record.substr(0, 80);
      EXPECT_EQ(contents.faults[0].what, broken.what);
      EXPECT_EQ(contents.faults[0].offset, packed(a_).size());
    }
    const Contents plain = read(a_ + broken.record + b_);
    EXPECT_EQ(plain.pages(), "a b") << broken.record.substr(0, 80);
    EXPECT_EQ(plain.faults.size(), 1u) << broken.record.substr(0, 80);
  }
}

TEST_F(WarcFiles, AMemberThatEndsBeforeItsRecordLosesOnlyThatRecord) {
  std::string shorter = b_;
  shorter.replace(shorter.find("Content-Length: "), 17, "Content-Length: 9");
  const Contents contents = read(gzip(a_) + gzip(shorter) + gzip(c_));
  EXPECT_EQ(contents.pages(), "a c");
  ASSERT_EQ(contents.faults.size(), 1u);
  EXPECT_EQ(contents.faults[0].what, "record shorter than its Content-Length");
}

TEST_F(WarcFiles, ARecordOverTheLimitIsPassedOverWhole) {
  const std::string huge = warc_record("", std::string(limits::kWarcBlockBytes + 1, '0'));
  const Contents contents = read(gzip(a_) + gzip(huge) + gzip(b_));
  EXPECT_EQ(contents.pages(), "a b");
  ASSERT_EQ(contents.faults.size(), 1u);
  EXPECT_EQ(contents.faults[0].what, "record over 40 MiB");
}

TEST_F(WarcFiles, AFileOfFaultsIsGivenUp) {
  std::string octets;
  for (size_t i = 0; i < 2 * limits::kWarcFaults; ++i)
    octets += gzip("WARC/1.0\r\nContent-Length: x\r\n\r\n");
  const Contents contents = read(octets);
  EXPECT_THAT(contents.error, HasSubstr("has 1000 damaged places; restore it from a copy"));
}

}  // namespace
}  // namespace dekko
