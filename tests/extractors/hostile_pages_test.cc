// Pages built to make an extraction slow: each would take minutes where any step went over all of it for each
// part.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/limits.h"
#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

std::string times(size_t count, std::string_view part) {
  std::string all;
  all.reserve(count * part.size());
  for (size_t i = 0; i < count; ++i) all += part;
  return all;
}

std::string card(size_t number, std::string_view more = "") {
  return fmt::format(
      "<article><h2><a href='/2024/03/post-{0}/'>What happened to the harbor, part {0}</a></h2>"
      "<p>Everything that is known of it so far</p>{1}<span>By Orla Fenwick</span> <time>March 19, "
      "2024</time></article>",
      number, more);
}

std::string cards(size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) all += card(i);
  return all;
}

Result<Page> extracted(std::string body) {
  static const Profiles kProfiles = Profiles::builtin();
  const Capture capture{.url = *Url::parse("http://localhost/tag/x/"),
                        .fetched_at = *parse_moment("2024-03-20T00:00:00Z"),
                        .body = "<!DOCTYPE html><meta charset=utf-8><main>" + std::move(body)};
  return extract(capture, kProfiles.for_url(capture.url));
}

size_t cards_in(std::string body) {
  const Result<Page> page = extracted(std::move(body));
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  return page ? page->cards.size() : 0;
}

TEST(HostilePage, OfTensOfThousandsOfCardsKeepsTheFirst) {
  EXPECT_EQ(cards_in(cards(10'000)), limits::kCards);
}

TEST(HostilePage, OfOneCardThousandsOfTimesShowsItOnce) {
  EXPECT_EQ(cards_in(times(10'000, card(1))), 1u);
}

TEST(HostilePage, MayHaveALongCard) {
  for (const std::string& more :
       {times(100'000, "<p>a line of words</p>"), times(50'000, "<a href='/author/o/'>Orla Fenwick</a> "),
        times(60'000, "March 19, 2024 "), times(60'000, "<img src='/a.jpg' alt='What happened'>"),
        "<img srcset='" + times(400'000, "/a.jpg 1w, ") + "'>",
        "<p style='" + times(100'000, "a:b;") + "'>x</p>"})
    EXPECT_EQ(cards_in(card(1, more) + cards(3)), 3u) << more.substr(0, 40);
}

TEST(HostilePage, MayHaveAHeadlineOfAMegabyte) {
  const Result<Page> page = extracted("<article><h2><a href='/2024/03/a/'>" + times(200'000, "word ") +
                                      "</a></h2></article>" + cards(3));
  ASSERT_TRUE(page);
  for (const Card& card : page->cards) EXPECT_LE(card.headline.value_or("").size(), limits::kFieldBytes);
}

TEST(HostilePage, MayRepeatALinkOrAPageNumberWithoutEnd) {
  EXPECT_LE(cards_in(times(50'000,
                           "<div><h2><a href='/2024/03/same/'>The very same headline again</a></h2></div>")),
            1u);
  EXPECT_EQ(cards_in(cards(3) + "<nav>" + times(30'000, "<a href='/tag/x/page/2/'>2</a>") + "</nav>"), 3u);
}

TEST(HostilePage, MayHaveAddressesOfNothingButItsPageNumber) {
  const std::string ones = "/help/" + times(7'900, "1");
  const std::string row = fmt::format("<div><p>{}</p><p><a href='{}'>1</a><a href='{}'>11</a></p></div>",
                                      times(210, "w"), ones, ones);
  EXPECT_EQ(cards_in(cards(3) + times(500, row)), 3u);
}

}  // namespace
}  // namespace dekko
