// Segments of zstd frames over the listing's own dictionary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include "archive/archive.h"
#include "archive/dictionary.h"
#include "archive/mend_tail.h"
#include "archive/series.h"
#include "tests/archive/exchanges.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

// A page of many lines, most of them the same on every page.
std::string page_text(unsigned number) {
  std::string text;
  for (unsigned line = 0; line < 60; ++line) text += "<p class=\"chrome\">" + noise(40, line) + "</p>\n";
  return text + "<article>" + noise(400, 1000 + number) + "</article>\n";
}

class ZstdSegment : public testing::Test {
 protected:
  // One night: a writer of its own, twelve pages.
  ArchiveWriter writer(const std::string& listing = "l") {
    return *ArchiveWriter::open(folder_.path(),
                                {.software = "dekko/9",
                                 .label = "x",
                                 .fields = {{"isPartOf", listing}},
                                 .compression = Compression::kZstd},
                                clock_);
  }
  void night(unsigned first = 0) {
    ArchiveWriter writer = this->writer();
    for (unsigned k = 0; k < 12; ++k) refs_.push_back(*writer.append(page_exchange(page_text(first + k))));
    clock_.advance(Seconds(3600));
  }
  std::string octets(size_t segment) const { return folder_.read(folder_.names().at(segment)); }

  ScratchFolder folder_;
  FakeClock clock_;
  std::vector<RecordRef> refs_;
};

TEST_F(ZstdSegment, EveryRecordIsAFrameWithItsSizeAndChecksum) {
  night();
  const std::string segment = octets(0);
  const std::string frame = segment.substr(refs_[0].offset, refs_[0].length);
  EXPECT_EQ(ZSTD_findFrameCompressedSize(frame.data(), frame.size()), frame.size());
  EXPECT_GT(ZSTD_getFrameContentSize(frame.data(), frame.size()), page_text(0).size());
  EXPECT_TRUE(static_cast<unsigned char>(frame[4]) & 4)
      << "Content_Checksum_flag, RFC 8878 section 3.1.1.1.1";
}

TEST_F(ZstdSegment, TheSecondNightHasADictionaryOfTheFirst) {
  night();
  night(6);
  EXPECT_NE(octets(0).substr(0, 4), "\x5D\x2A\x4D\x18");
  EXPECT_EQ(octets(1).substr(0, 4), "\x5D\x2A\x4D\x18");
  EXPECT_LT(refs_[12].length, refs_[0].length / 3);
  EXPECT_EQ(read_capture(folder_.path(), refs_[12])->body, page_text(6));
  EXPECT_EQ(read_capture(folder_.path(), refs_[23])->body, page_text(17));
}

TEST_F(ZstdSegment, ItsOwnDictionaryFrameIsAllThatAReaderNeeds) {
  night();
  night();
  const std::string segment = octets(1);
  size_t size = 0;
  for (size_t i = 4; i-- > 0;) size = (size << 8) | static_cast<unsigned char>(segment[4 + i]);
  const std::string packed = segment.substr(8, size);
  std::string dictionary(ZSTD_getFrameContentSize(packed.data(), packed.size()), '\0');
  ASSERT_EQ(ZSTD_decompress(dictionary.data(), dictionary.size(), packed.data(), packed.size()),
            dictionary.size());
  const std::string frame = segment.substr(refs_[12].offset, refs_[12].length);
  std::string record(ZSTD_getFrameContentSize(frame.data(), frame.size()), '\0');
  const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  ASSERT_EQ(ZSTD_decompress_usingDict(context.get(), record.data(), record.size(), frame.data(), frame.size(),
                                      dictionary.data(), dictionary.size()),
            record.size());
  EXPECT_TRUE(record.starts_with("WARC/1.1\r\nWARC-Type: response"));
}

TEST_F(ZstdSegment, CutAnywhereInItsLastTwoRecordsGivesTheWholeOnesAndNoOther) {
  night();
  night();
  const std::string segment = octets(1);
  const uint64_t begin = refs_[22].offset;
  const size_t before = size_t(std::count_if(
      refs_.begin(), refs_.begin() + 22, [&](const RecordRef& ref) { return ref.file == refs_[22].file; }));
  for (uint64_t size = begin; size < segment.size(); ++size) {
    const std::filesystem::path file = folder_.write("cut.warc.zst", segment.substr(0, size));
    const Contents contents = contents_of(file);
    const size_t responses =
        size_t(std::count_if(contents.records.begin(), contents.records.end(),
                             [](const auto& record) { return record.type() == "response"; }));
    ASSERT_EQ(responses, before + (size < begin + refs_[22].length ? 0 : 1)) << size;
    ASSERT_LE(contents.faults.size(), 1u) << size;
  }
}

TEST_F(ZstdSegment, ANightGoesOnInTheSegmentOfTheNightBefore) {
  night();
  night(6);
  ASSERT_EQ(folder_.names().size(), 2u);  // without a dictionary, and with one of the first eight pages
  EXPECT_EQ(refs_[11].file, refs_[23].file);
  const Contents contents = contents_of(folder_.path() / folder_.names().at(1));
  EXPECT_TRUE(contents.faults.empty());
  EXPECT_EQ(std::count_if(contents.records.begin(), contents.records.end(),
                          [](const auto& record) { return record.type() == "warcinfo"; }),
            2);
}

TEST_F(ZstdSegment, AnotherListingOfTheHostHasSegmentsOfItsOwn) {
  night();
  ArchiveWriter other = writer("m");
  EXPECT_NE(other.append(page_exchange(page_text(1)))->file, refs_[11].file);
  EXPECT_EQ(folder_.names().size(), 3u);
}

TEST_F(ZstdSegment, WhatIsBeingWrittenIsLeftToItsWriter) {
  night();
  ArchiveWriter first = writer(), second = writer();
  EXPECT_EQ(first.append(page_exchange(page_text(1)))->file, refs_[11].file);
  EXPECT_NE(second.append(page_exchange(page_text(2)))->file, refs_[11].file);
}

TEST_F(ZstdSegment, ATornTailIsCutOffBeforeANightGoesOn) {
  night();
  const std::filesystem::path file = folder_.path() / refs_[11].file;
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 3);
  night(6);
  EXPECT_EQ(refs_[12].file, refs_[11].file);
  EXPECT_TRUE(contents_of(file).faults.empty());
  EXPECT_EQ(read_capture(folder_.path(), refs_[12])->body, page_text(6));
}

TEST(Series, ADictionaryIsWornOnceManyTimesItsWeightWasWrittenOverIt) {
  EXPECT_FALSE(is_worn(0, 500'000, 7));
  EXPECT_TRUE(is_worn(0, 500'000, 8));
  EXPECT_FALSE(is_worn(300'000, 5'099'999, 500));
  EXPECT_TRUE(is_worn(300'000, 5'100'000, 1));
  EXPECT_FALSE(is_worn(1'000, 200'000, 50)) << "a light one is not made anew for a few pages";
}

TEST_F(ZstdSegment, FewPagesGetNoDictionary) {
  EXPECT_EQ(make_dictionary({page_text(1), page_text(2)}), "");
  EXPECT_EQ(make_dictionary({}), "");
}

TEST(MendTail, CutsWhatIsNoRecordAndNothingElse) {
  for (std::string (*pack)(std::string_view) :
       {+[](std::string_view t) { return gzip(t); }, +[](std::string_view t) { return zstd(t); }}) {
    ScratchFolder folder;
    const std::string whole = pack(page_record("a", "x")) + pack(page_record("b", "y"));
    const std::string torn = pack(page_record("c", noise(200, 1)));
    for (size_t size = 1; size < torn.size(); size += 13) {
      const auto file = folder.write("s.warc.gz", whole + torn.substr(0, size));
      ASSERT_EQ(*mend_tail(file), size);
      ASSERT_EQ(folder.read("s.warc.gz"), whole);
      ASSERT_EQ(*mend_tail(file), 0u);
    }
  }
}

TEST(MendTail, ASegmentWithoutARecordIsTakenAway) {
  ScratchFolder folder;
  const std::string torn = gzip(page_record("a", "x"));
  EXPECT_GT(*mend_tail(folder.write("s.warc.gz", torn.substr(0, 20))), 0u);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "s.warc.gz"));
  EXPECT_GT(*mend_tail(folder.write("empty.warc.gz", "")), 0u);
}

TEST_F(ZstdSegment, CutWithinItsDictionaryIsTakenAway) {
  night();
  night(6);
  const auto file = folder_.write("torn.warc.zst", octets(1).substr(0, 100));
  const Result<uint64_t> cut = mend_tail(file);
  ASSERT_TRUE(cut) << cut.error().message();
  EXPECT_EQ(*cut, 100u);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(ZstdSegment, WithADictionaryThatIsTooLargeToReadStays) {
  night();
  night(6);
  const auto file =
      folder_.write("s.warc.zst", octets(1).substr(0, 4) + "\xff\xff\xff\xff" + octets(1).substr(8));
  const Result<uint64_t> cut = mend_tail(file);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kLimit);
  EXPECT_TRUE(std::filesystem::exists(file));
}

TEST(MendTail, NeverTakesAWholeRecordThatSharesTheTornOnesMember) {
  ScratchFolder folder;
  const std::string a = page_record("a", "x");
  const auto file = folder.write("s.warc.gz", gzip(a + a.substr(0, 40)));
  EXPECT_EQ(*mend_tail(file), 0u);
  EXPECT_EQ(contents_of(file).pages(), "a");
}

}  // namespace
}  // namespace dekko
