#include "archive/segment_name.h"

#include <gtest/gtest.h>

#include "tests/archive/scratch_folder.h"

namespace dekko {
namespace {

std::string name(std::string_view label, int number = 0) {
  return segment_name(*parse_moment("2024-03-19T08:15:30.999Z"), label, number);
}

TEST(SegmentName, TellsTimeLabelAndNumber) {
  EXPECT_EQ(name("example.org", 42), "dekko-20240319081530-example.org-00042.warc.gz");
}

TEST(SegmentName, SortsBehindThoseOfTheSameSecond) {
  const ScratchFolder folder;
  const Moment moment = *parse_moment("2024-03-19T08:15:30.999Z");
  EXPECT_EQ(next_number(folder.path(), moment, "a"), 0);
  for (const char* other : {"dekko-20240319081530-a-00001.warc.gz", "dekko-20240319081530-a-00000.warc.gz",
                            "dekko-20240319081531-a-00007.warc.gz", "dekko-20240319081530-a-b-00008.warc.gz"})
    folder.write(other, "");
  EXPECT_EQ(next_number(folder.path(), moment, "a"), 2);
}

TEST(SegmentName, LabelsAreMadeSafe) {
  EXPECT_EQ(name("../a b:8443/\xC3\xA9"), "dekko-20240319081530-..-a-b-8443----00000.warc.gz");
  EXPECT_EQ(name(std::string(300, 'x')).size(),
            std::string("dekko-20240319081530--00000.warc.gz").size() + 64);
  EXPECT_EQ(name(""), "dekko-20240319081530-listing-00000.warc.gz");
}

}  // namespace
}  // namespace dekko
