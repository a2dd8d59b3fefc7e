// Which steps go into the journal for what a transaction stores.
#include "tests/db/scene.h"

namespace dekko {
namespace {

class JournaledSteps : public Database {
 protected:
  void listen() {
    store().write_ahead([this](const std::vector<JournalStep>& steps) -> Result<RecordRef> {
      steps_.insert(steps_.end(), steps.begin(), steps.end());
      return RecordRef{"journal.warc.gz", 0, 10};
    });
  }
  template <class What>
  std::vector<What> all() const {
    std::vector<What> found;
    for (const JournalStep& step : steps_)
      if (const What* what = std::get_if<What>(&step.what)) found.push_back(*what);
    return found;
  }
  static Capture capture_at(uint64_t offset, Moment at) {
    Capture one = capture(at);
    one.record.offset = offset;
    return one;
  }

 private:
  std::vector<JournalStep> steps_;
};

TEST_F(JournaledSteps, NameTheItemsThatEachCaptureShowedToBeGone) {
  show(day(1), page({card("a"), card("b"), card("c"), card("d")}));
  const RunId run = begin(kListing, day(2));
  const int64_t first = store().apply(run, capture_at(200, day(2)), page({card("x")}), {})->capture_id;
  const int64_t second = store().apply(run, capture_at(300, day(2, 5)), page({card("d")}), {})->capture_id;
  listen();
  ASSERT_TRUE(
      store().mark_missing(run, {{card("a").url, first}, {card("b").url, first}, {card("c").url, second}}));
  const std::vector<ItemsMissing> steps = all<ItemsMissing>();
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[0].record.offset, 200u);
  EXPECT_EQ(steps[0].urls, (Rows{card("a").url, card("b").url}));
  EXPECT_EQ(steps[1].record.offset, 300u);
  EXPECT_EQ(steps[1].urls, Rows{card("c").url});
}

TEST_F(JournaledSteps, AreOneForPagesOfARunThatTheSameReadsAnew) {
  for (int night = 1; night <= 2; ++night) {
    const RunId run = begin(kListing, day(night));
    for (const uint64_t half : {0u, 1u})
      ASSERT_TRUE(store().apply(run, capture_at(200 * uint64_t(night) + half, day(night, int(half))),
                                page({card("a")}), {}));
  }
  listen();
  const ReadBy one{"name = \"one\"", "1"}, other{"name = \"other\"", "2"};
  const auto again = [&](uint64_t offset, Moment at, const ReadBy& by) {
    return store().reread(capture_at(offset, at), page({card("a")}), by);
  };
  ASSERT_TRUE(store().together([&]() -> Result<void> {
    for (const auto& done : {again(200, day(1), one), again(201, day(1, 1), one), again(400, day(2), one),
                             again(401, day(2, 1), other)})
      if (!done) return done;
    return {};
  }));
  const std::vector<PagesReread> steps = all<PagesReread>();
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0].records.size(), 2u);
  EXPECT_EQ(steps[1].records.size(), 1u);
  EXPECT_EQ(steps[2].read_by, other);
}

}  // namespace
}  // namespace dekko
