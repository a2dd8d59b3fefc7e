#include "tests/extractors/markups.h"

#include <gtest/gtest.h>

#include "extractors/page_json.h"
#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

using markup::Markup;
using markup::Story;

const std::string kSite = "https://observer.example";

Page page_in(const Markup& markup) {
  static const Profiles profiles = Profiles::builtin();
  Capture capture{.url = *Url::parse(kSite + "/topics/harbour-works/"),
                  .fetched_at = *parse_moment("2024-03-19T21:00:00Z")};
  capture.content_type = "text/html; charset=utf-8";
  capture.body = markup::render(markup::stories(), markup);
  const Result<Page> page = extract(capture, profiles.for_url(capture.url));
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  return page ? *page : Page{};
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
  return all;
}

void expect_card(const Card& card, const Story& story, const Markup& markup) {
  EXPECT_EQ(card.url, kSite + story.path);
  EXPECT_EQ(card.headline.value_or("none"), story.headline);
  EXPECT_EQ(card.dek.value_or("none"), story.dek);
  EXPECT_EQ(card.kind.value_or(""), story.kicker);
  EXPECT_EQ(names_of(card), joined(story.authors));
  EXPECT_EQ(card.published.value_or("none"), story.day);
  EXPECT_EQ(card.published_text.value_or("none"), markup::date_of(story, markup));
  EXPECT_EQ(card.image.value_or("none"), kSite + story.image);
  EXPECT_TRUE(card.problems.empty());
}

class Markups : public testing::TestWithParam<Markup> {};

TEST_P(Markups, ShowTenCardsWithEveryFieldExact) {
  const Page page = page_in(GetParam());
  const std::vector<Story>& stories = markup::stories();
  ASSERT_EQ(page.cards.size(), stories.size()) << to_json_lines(page);
  for (size_t i = 0; i < stories.size(); ++i) {
    SCOPED_TRACE(i + 1);
    expect_card(page.cards[i], stories[i], GetParam());
  }
  EXPECT_EQ(page.verdict, Verdict::kListing);
  EXPECT_TRUE(page.problems.empty()) << to_json_lines(page);
}

TEST_P(Markups, ShowWhatTheListingIsCalledAndHowItGoesOn) {
  const Page page = page_in(GetParam());
  EXPECT_EQ(page.title.value_or("none"), markup::kListingTitle);
  EXPECT_EQ(page.description.value_or("none"), markup::kListingDescription);
  EXPECT_EQ(page.page_count.value_or(0), 57);
  EXPECT_EQ(page.next.value_or("none"), kSite + "/topics/harbour-works/page/2/");
}

INSTANTIATE_TEST_SUITE_P(EachOne, Markups, testing::ValuesIn(markup::markups()),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace dekko
