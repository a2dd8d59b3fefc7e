#include "archive/record_check.h"

#include <gtest/gtest.h>

#include "archive/digest.h"
#include "archive/record_copy.h"
#include "archive/zip_file.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

WarcRecord response(const std::string& body) {
  WarcRecord record;
  record.block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
  record.fields = {{"warc-type", "response"},
                   {"warc-block-digest", *sha1_label({record.block})},
                   {"warc-payload-digest", *sha1_label({body})}};
  return record;
}

TEST(RecordCheck, ASoundRecordHasNothingWrong) {
  EXPECT_TRUE(unsound_digests(response("<p>bees</p>"))->empty());
}

TEST(RecordCheck, AnotherBlockAndAnotherPayloadAreTwoFaults) {
  WarcRecord record = response("<p>bees</p>");
  record.block.back() = '!';
  EXPECT_EQ(unsound_digests(record)->size(), 2u);
}

TEST(RecordCheck, DigestsOfOtherKindsSayNothing) {
  WarcRecord record = response("<p>bees</p>");
  record.fields["warc-block-digest"] = "md5:1B2M2Y8AsgTpgAmY7PhCfg==";
  record.fields["warc-payload-digest"] = "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709";
  EXPECT_TRUE(unsound_digests(record)->empty());
}

TEST(RecordCheck, LowerCaseIsTheSameDigest) {
  WarcRecord record = response("x");
  for (char& c : record.fields["warc-block-digest"]) c = char(std::tolower(c));
  EXPECT_TRUE(unsound_digests(record)->empty());
}

TEST(RecordCopy, GivesTheVeryOctetsOfEachFormat) {
  ScratchFolder folder;
  const std::string a = page_record("a", noise(300, 1)), b = page_record("b", noise(300, 2));
  for (const std::string& text : {a + b, gzip(a) + gzip(b), zstd(a) + zstd(b)}) {
    const auto file = folder.write("f", text);
    const Contents contents = contents_of(file);
    ASSERT_EQ(contents.records.size(), 2u);
    EXPECT_EQ(*record_octets(file, contents.records[0].ref), a);
    EXPECT_EQ(*record_octets(file, contents.records[1].ref), b);
  }
}

TEST(RecordCopy, ATornRecordIsRefused) {
  ScratchFolder folder;
  const std::string member = gzip(page_record("a", noise(300, 1)));
  const RecordRef ref{.file = "f", .offset = 0, .length = member.size()};
  EXPECT_FALSE(record_octets(folder.write("f", member.substr(0, member.size() - 9)), ref));
  EXPECT_FALSE(record_octets(folder.write("f", member), {.file = "f", .offset = 0, .length = 0}));
}

TEST(ZipFile, AFolderThatIsNotThereIsNamed) {
  ScratchFolder folder;
  auto zip = ZipFile::create(folder.path() / "no" / "a.wacz", Moment());
  ASSERT_TRUE(!zip || (zip->add_text("a", "b") && !zip->close()));
}

}  // namespace
}  // namespace dekko
