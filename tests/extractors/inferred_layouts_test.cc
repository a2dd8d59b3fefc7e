// Profiles inferred from two pages of a site, held against its other pages, in each way in which it lays out
// its cards.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <functional>
#include <iostream>

#include "core/card_fields.h"
#include "extractors/extract.h"
#include "extractors/infer/inference.h"
#include "extractors/sites/profiles.h"
#include "tests/extractors/listing_markup.h"
#include "tests/extractors/markups.h"
#include "tests/support/agreement.h"
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

// Pages of ten invented posts in the mark-up of others, whose every field is known.
constexpr int kPages = 5;  // the first two are inferred from

std::string day_of(const site::Post& post) {
  const std::chrono::year_month_day day(post.published);
  return fmt::format("{}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

Card card_of(const site::Post& post, const std::string& origin) {
  Card card{.url = origin + post.path, .headline = post.headline, .dek = post.dek};
  for (const std::string& author : post.authors) card.bylines.push_back({author, author});
  card.published = day_of(post);
  return card;
}

// Of these renderers, some know nothing of the characters that HTML gives a meaning.
std::vector<site::Post> plain(std::vector<site::Post> posts) {
  for (site::Post& post : posts) std::erase_if(post.headline, [](char c) { return c == '<' || c == '>'; });
  return posts;
}

class InferredMarkup : public testing::Test {
 protected:
  using Page = std::function<std::string(const std::vector<site::Post>&)>;
  using Shown = std::function<void(const site::Post&, Card&)>;  // what the mark-up does not show, or has more

  // What a profile inferred from pages 1 and 2 reads on the others, against what the posts say.
  void expect_others_read(const std::string& name, const std::string& listing, const Page& page,
                          const Shown& shown) {
    std::vector<Capture> captures;
    for (int number = 1; number <= kPages; ++number)
      captures.push_back(
          {.url = *Url::parse(number == 1 ? listing : fmt::format("{}page/{}/", listing, number)),
           .fetched_at = *parse_moment("2024-03-19T21:00:00Z"),
           .content_type = "text/html; charset=utf-8",
           .body = page(plain(posts_.page(number)))});
    const Profile& base = profiles_.for_url(captures[0].url);
    const Result<Inference> inference =
        infer_profile({{.capture = &captures[0]}, {.capture = &captures[1]}}, base, {});
    ASSERT_TRUE(inference) << inference.error().message();
    const Profile profile = parse_profile(inference->toml, "inferred").value();
    const std::string origin = listing.substr(0, listing.find('/', 8));
    Agreement found;
    for (int number = 3; number <= kPages; ++number) {
      std::vector<Card> wanted;
      for (const site::Post& post : plain(posts_.page(number))) {
        wanted.push_back(card_of(post, origin));
        shown(post, wanted.back());
      }
      found.add(wanted, extract(captures[static_cast<size_t>(number - 1)], profile).value().cards);
    }
    std::cout << name << ": " << found.text() << (inference->draft.each ? "" : "no each") << "\n";
    for (const char* field : {"url", "headline", "published"})
      EXPECT_TRUE(found.all(field)) << field << ": " << found.text() << inference->toml;
    for (const char* field : {"dek", "bylines"})
      EXPECT_TRUE(found.nine_of_ten(field)) << field << ": " << found.text() << inference->toml;
  }

  site::Listing posts_{1, 10 * kPages};
  Profiles profiles_ = Profiles::builtin();
};

class InferredSkin : public InferredMarkup,
                     public testing::WithParamInterface<std::tuple<markup::Layout, markup::Skin>> {};

TEST_P(InferredSkin, ReadsTheOtherPagesAsTheirPostsSay) {
  const auto [layout, skin] = GetParam();
  expect_others_read(
      fmt::format("{}/{}", name_of(layout), name_of(skin)), "https://www.nknews.org/tag/harbor-affairs/",
      [&](const std::vector<site::Post>& posts) {
        markup::Listing listing{.title = "Harbor Affairs",
                                .description = "From the quay to the quarry",
                                .banner = "March 19, 2024",
                                .entries = {},
                                .pager = "1 2 3 4 113"};
        for (const site::Post& post : posts)
          listing.entries.push_back({.headline = post.headline,
                                     .dek = post.dek,
                                     .kicker = post.often_kicked ? post.kicker : "",
                                     .authors = post.authors,
                                     .date = post.authors.empty() ? "" : site::long_date(post.published),
                                     .path = post.path});
        return markup::render(listing, layout, skin);
      },
      [layout = layout](const site::Post& post, Card& card) {
        if (markup::shows_kicker(layout) && post.often_kicked) card.kind = post.kicker;
        if (post.authors.empty()) card.published.reset();
      });
}

INSTANTIATE_TEST_SUITE_P(Every, InferredSkin,
                         testing::Combine(testing::ValuesIn(markup::kLayouts),
                                          testing::ValuesIn(markup::kSkins)),
                         [](const auto& test) {
                           return std::string(name_of(std::get<0>(test.param))) + "_" +
                                  std::string(name_of(std::get<1>(test.param)));
                         });

class InferredStories : public InferredMarkup, public testing::WithParamInterface<markup::Markup> {};

// This mark-up has no card without a name.
const std::string kHouse = "The Observer";
std::vector<std::string> named(const site::Post& post) {
  return post.authors.empty() ? std::vector{kHouse} : post.authors;
}

TEST_P(InferredStories, AreReadOnTheOtherPagesAsTheirPostsSay) {
  expect_others_read(
      std::string(GetParam().name), "https://observer.example/topics/harbour-works/",
      [](const std::vector<site::Post>& posts) {
        std::vector<markup::Story> stories;
        for (const site::Post& post : posts)
          stories.push_back({.kicker = post.kicker,
                             .headline = post.headline,
                             .dek = post.dek,
                             .authors = named(post),
                             .day = day_of(post),
                             .path = post.path,
                             .image = post.image});
        return markup::render(stories, GetParam());
      },
      [](const site::Post& post, Card& card) {
        card.kind = post.kicker;
        if (post.authors.empty()) card.bylines = {{kHouse, kHouse}};
      });
}

INSTANTIATE_TEST_SUITE_P(EachOne, InferredStories, testing::ValuesIn(markup::markups()),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace dekko
