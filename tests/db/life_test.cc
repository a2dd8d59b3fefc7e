#include "tests/db/scene.h"

namespace dekko {
namespace {

class LifeTest : public Database {
 protected:
  Life life(const std::string& which) { return *Reading::open(file())->life(which); }
};

TEST_F(LifeTest, TellsEveryStateWithItsProof) {
  show(day(1), page({card("a", "Old")}));
  show(day(2), page({card("a", "New")}));
  show(day(3), page({card("a", "New")}));
  const Life a = life("https://news.example/a/");
  ASSERT_EQ(a.states.size(), 2U);
  EXPECT_EQ(a.states[1].listing, kListing);
  EXPECT_EQ(a.states[1].fields[0], (std::pair<std::string, std::optional<std::string>>("headline", "New")));
  EXPECT_EQ(a.states[1].first_seen + " " + a.states[1].last_seen,
            "2024-03-02T12:00:00Z 2024-03-03T12:00:00Z");
  EXPECT_EQ(a.states[1].times_seen, 2);
  EXPECT_EQ(a.states[1].proof.capture_id, 2);
  EXPECT_EQ(a.states[1].proof.warc_file, "dekko-0001.warc.gz");
  EXPECT_EQ(a.times_seen, 3);
}

TEST_F(LifeTest, TellsChangesInTheOrderOfTime) {
  for (const auto& [d, headline] : {std::pair(1, "A"), {2, "B"}, {3, "A"}})
    show(day(d), page({card("a", headline)}));
  const Life a = life("1");
  ASSERT_EQ(a.changes.size(), 2U);
  EXPECT_EQ(*a.changes[0].before + *a.changes[0].after, "AB");
  EXPECT_EQ(*a.changes[1].before + *a.changes[1].after, "BA");
  EXPECT_EQ(a.changes[1].proof.capture_id, 3);
  EXPECT_EQ(a.changes[1].kind, "text");
}

TEST_F(LifeTest, AnItemThatIsNotThereSaysWhatToDo) {
  show(day(1), page({card("a")}));
  for (const std::string which : {"7", "https://news.example/z/", "", "99999999999999999999"}) {
    const Error error = Reading::open(file())->life(which).error();
    EXPECT_EQ(error.code, ErrorCode::kNotFound);
    EXPECT_NE(error.cure.find("dekko search"), std::string::npos);
  }
}

TEST_F(LifeTest, APlainFileIsProofWithoutLength) {
  Capture plain = capture(day(1));
  plain.record = {"page.html", 0, 0, "bb"};
  ASSERT_TRUE(store().apply(begin(), plain, page({card("a")}), {}));
  EXPECT_EQ(life("1").states[0].proof.warc_length, 0);
  EXPECT_EQ(Reading::open(file())->proof(1)->warc_file, "page.html");
  EXPECT_EQ(Reading::open(file())->proof(2).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dekko
