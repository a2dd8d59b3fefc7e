#include "app/journal.h"

#include <gtest/gtest.h>

#include "archive/segment_name.h"

namespace dekko {
namespace {

TEST(Journal, IsNotTakenForAHostThatIsCalledSo) {
  const std::string journal = segment_name(Moment{}, "journal", 0);
  EXPECT_NE(segment_label(segment_name(Moment{}, host_label("journal"), 0)), segment_label(journal));
  EXPECT_EQ(host_label("journal.example"), "journal.example");
}

}  // namespace
}  // namespace dekko
