// Files cut at every length and damaged at every octet.
#include <gtest/gtest.h>

#include "archive/warc_reader.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

std::string plain(std::string_view text) {
  return std::string(text);
}
std::string zstd_frame(std::string_view text) {
  return zstd(text);
}

struct Packing {
  const char* name;
  std::string (*pack)(std::string_view);
};

class WarcDamage : public testing::TestWithParam<Packing> {
 protected:
  std::string pack(std::string_view text) const { return GetParam().pack(text); }
  Contents read(std::string_view octets) const { return contents_of(folder_.write("file", octets)); }

  ScratchFolder folder_;
  const std::string a_ = page_record("a", noise(300, 1)), b_ = page_record("b", noise(300, 2)),
                    c_ = page_record("c", noise(300, 3)), d_ = page_record("d", noise(300, 4));
};

INSTANTIATE_TEST_SUITE_P(Formats, WarcDamage,
                         testing::Values(Packing{"plain", plain}, Packing{"gzip", gzip},
                                         Packing{"zstd", zstd_frame}),
                         [](const auto& packing) { return packing.param.name; });

TEST_P(WarcDamage, ATailCutAnywhereGivesEveryWholeRecordAndNoOther) {
  const std::string front = pack(a_) + pack(b_);
  const std::string third = pack(c_);
  const std::string whole = front + third + pack(d_);
  const size_t line_ends =
      GetParam().pack == plain ? 4 : 0;  // these may be missing at the end of a plain file
  for (size_t size = front.size(); size < whole.size() - line_ends; ++size) {
    const Contents contents = read(std::string_view(whole).substr(0, size));
    const size_t past = size - front.size();
    EXPECT_EQ(contents.pages(), past + line_ends < third.size() ? "a b" : "a b c") << size;
    const bool torn = past != 0 && (past + line_ends < third.size() || past > third.size());
    ASSERT_EQ(contents.faults.size(), torn ? 1u : 0u) << size;
    EXPECT_EQ(torn ? contents.faults[0].what : "torn tail", "torn tail") << size;
    EXPECT_EQ(contents.error, "");
  }
}

TEST_P(WarcDamage, AFileCutInItsFirstRecordIsATornTail) {
  const std::string whole = pack(a_);
  for (size_t size = 0; size + 4 < whole.size(); ++size) {
    const Contents contents = read(std::string_view(whole).substr(0, size));
    EXPECT_TRUE(contents.records.empty()) << size;
    ASSERT_EQ(contents.faults.size(), 1u) << size;
    EXPECT_EQ(contents.faults[0].what, "torn tail") << size;
  }
}

// Plain files carry no checksum: damage inside a block goes unseen.
class ChecksummedDamage : public WarcDamage {};

INSTANTIATE_TEST_SUITE_P(Formats, ChecksummedDamage,
                         testing::Values(Packing{"gzip", gzip}, Packing{"zstd", zstd_frame}),
                         [](const auto& packing) { return packing.param.name; });

TEST_P(ChecksummedDamage, OneDamagedOctetCostsOneRecord) {
  const std::string front = pack(a_);
  const std::string whole = front + pack(b_) + pack(c_) + pack(d_);
  for (size_t at = front.size(); at < front.size() + pack(b_).size(); ++at) {
    for (const int mask : {0x01, 0x80}) {
      std::string damaged = whole;
      damaged[at] = char(damaged[at] ^ mask);
      const Contents contents = read(damaged);
      const std::string pages = contents.pages();
      EXPECT_TRUE(pages == "a c d" || pages == "a b c d")
          << "octet " << at << " mask " << mask << ": " << pages;
      EXPECT_EQ(contents.faults.size(), pages == "a c d" ? 1u : 0u) << "octet " << at << " mask " << mask;
    }
  }
}

TEST_P(WarcDamage, NoiseBetweenRecordsIsPassedOver) {
  const Contents contents = read(pack(a_) + noise(5'000, 9) + "\r\n" + pack(b_));
  EXPECT_EQ(contents.pages(), "a b");
  ASSERT_EQ(contents.faults.size(), 1u);
}

TEST_P(WarcDamage, AChangedLengthCostsOneRecord) {
  std::string changed = b_;
  const size_t at = changed.find("Content-Length: ") + 16;
  for (const char digit : {'1', '2', '9'}) {
    changed[at] = digit;
    const Contents contents = read(pack(a_) + pack(changed) + pack(c_) + pack(d_));
    EXPECT_EQ(contents.pages(), "a c d") << digit;
    EXPECT_EQ(contents.faults.size(), 1u) << digit;
  }
}

TEST_P(WarcDamage, OctetsAtRandomNeverCrash) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::string octets = pack(a_) + pack(b_);
    const std::string bad = noise(40, seed);
    for (size_t i = 0; i + 2 < bad.size(); i += 3) {
      const size_t at = size_t(bad[i] * 97 + bad[i + 1] * 13) % octets.size();
      octets[at] = bad[i + 2];
    }
    EXPECT_LE(read(octets).records.size(), 2u);
  }
}

TEST(WarcReader, ATornTailOfForgedMembersIsNotSearched) {
  // A server can send gzip members inside a body, and deflate keeps what it cannot compress as it is.
  ScratchFolder folder;
  const std::string forged = gzip(page_record("forged", "x"));
  const std::string outer = page_record("a", noise(300, 1) + forged + noise(300, 2));
  const std::string member = "\x1F\x8B\x08" + std::string(6, '\0') + "\x03\x01" +
                             std::string{char(outer.size() & 255), char(outer.size() >> 8),
                                         char(~outer.size() & 255), char((~outer.size() >> 8) & 255)} +
                             outer;
  const Contents contents = contents_of(folder.write("file", member.substr(0, member.size() - 100)));
  EXPECT_EQ(contents.pages(), "");
  EXPECT_EQ(contents.faults.at(0).what, "torn tail");
}

}  // namespace
}  // namespace dekko
