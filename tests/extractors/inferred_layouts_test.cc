// Profiles inferred from two pages of a site, held against its other pages, in each way in which it lays out its cards.
#include <gtest/gtest.h>

#include "core/card_fields.h"
#include "extractors/extract.h"
#include "extractors/infer/inference.h"
#include "extractors/sites/profiles.h"
#include "tests/support/newspaper.h"

namespace dekko {
namespace {

class InferredLayout : public testing::TestWithParam<site::Layout> {
 protected:
  Capture capture(int page) const {
    const std::string address = "https://gazette.example/tag/x/";
    return {.url = *Url::parse(page == 1 ? address : address + "page/" + std::to_string(page) + "/"),
            .fetched_at = *parse_moment("2024-03-20T08:00:00Z"),
            .content_type = "text/html; charset=utf-8",
            .body = newspaper_.page(page)};
  }
  site::Newspaper newspaper_{{.posts = 60, .layout = GetParam(), .page_bytes = 6000}};
  Profiles profiles_ = Profiles::builtin();
};

TEST_P(InferredLayout, ReadsTheOtherPagesAsTheirShapeDoes) {
  const Capture first = capture(1), second = capture(2);
  const Result<Inference> inference =
      infer_profile({{.capture = &first}, {.capture = &second}}, profiles_.shape(), {});
  ASSERT_TRUE(inference) << inference.error().message();
  EXPECT_TRUE(inference->draft.each);
  const Profile profile = parse_profile(inference->toml, "inferred").value();
  for (int number = 3; number <= 6; ++number) {
    const Page inferred = extract(capture(number), profile).value();
    const Page shape = extract(capture(number), profiles_.shape()).value();
    ASSERT_EQ(inferred.cards.size(), shape.cards.size()) << inference->toml;
    for (size_t i = 0; i < shape.cards.size(); ++i) {
      for (const char* field : kCardFields)
        EXPECT_EQ(value_of(inferred.cards[i], field), value_of(shape.cards[i], field)) << field << number;
    }
    EXPECT_EQ(inferred.title, shape.title);
    EXPECT_EQ(inferred.next, shape.next);
  }
}

INSTANTIATE_TEST_SUITE_P(Every, InferredLayout, testing::ValuesIn(site::kLayouts),
                         [](const auto& test) { return std::string(name_of(test.param)); });

}  // namespace
}  // namespace dekko
