#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "extractors/extract.h"
#include "extractors/page_json.h"
#include "extractors/sites/profiles.h"
#include "tests/extractors/listing_markup.h"

namespace dekko {
namespace {

using markup::Layout;
using markup::Skin;

const char* const kSeed = DEKKO_SOURCE_DIR "/../shared/seed/nkpro-foreign-relations-2024-03-19.txt";

std::vector<std::string> lines_of_file(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> split(const std::string& text, const std::string& bar) {
  std::vector<std::string> parts;
  size_t at = 0;
  for (size_t end = text.find(bar); end != text.npos; end = text.find(bar, at)) {
    parts.push_back(text.substr(at, end - at));
    at = end + bar.size();
  }
  parts.push_back(text.substr(at));
  return parts;
}

// "Chad O'CarrollChad O'Carroll | Joon Ha Park March 14, 2024": the first name stands twice, the date has
// three words.
void read_byline(const std::string& line, markup::Entry& entry) {
  size_t space = line.size();
  for (int i = 0; i < 3; ++i) space = line.rfind(' ', space - 1);
  entry.date = line.substr(space + 1);
  entry.authors = split(line.substr(0, space), " | ");
  entry.authors.front().erase(0, entry.authors.front().size() / 2);
}

// title / kicker / title / dek / title / byline, ten times over, between four lines of heading and the pager.
markup::Listing read_seed() {
  const std::vector<std::string> lines = lines_of_file(kSeed);
  markup::Listing listing;
  if (lines.size() != 66) return listing;
  listing = {
      .title = lines[3], .description = lines[4], .banner = lines[0], .entries = {}, .pager = lines.back()};
  for (size_t at = 5; at + 6 <= lines.size() - 1; at += 6) {
    markup::Entry entry{.headline = lines[at],
                        .dek = lines[at + 3],
                        .kicker = lines[at + 1],
                        .authors = {},
                        .date = "",
                        .path = "/pro/story-" + std::to_string(at) + "/"};
    read_byline(lines[at + 5], entry);
    listing.entries.push_back(entry);
  }
  return listing;
}

struct SeedCase {
  Layout layout;
  Skin skin;
};

class Seed : public testing::TestWithParam<SeedCase> {
 protected:
  void SetUp() override {
    if (!std::ifstream(kSeed)) GTEST_SKIP() << kSeed << " is not there";
    listing_ = read_seed();
    ASSERT_EQ(listing_.entries.size(), 10u);
  }

  Page read() const {
    static const Profiles profiles = Profiles::builtin();
    Capture capture{.url = *Url::parse("https://www.nknews.org/pro/tag/foreign-relations/"),
                    .fetched_at = *parse_moment("2024-03-19T09:00:00Z")};
    capture.body = markup::render(listing_, GetParam().layout, GetParam().skin);
    const Result<Page> page = extract(capture, profiles.for_url(capture.url));
    return page ? *page : Page{};
  }

  void expect_cards(const Page& page) const {
    ASSERT_EQ(page.cards.size(), listing_.entries.size()) << to_json_lines(page);
    for (size_t i = 0; i < page.cards.size(); ++i) expect_card(page.cards[i], listing_.entries[i]);
  }

  markup::Listing listing_;

 private:
  void expect_card(const Card& card, const markup::Entry& entry) const {
    EXPECT_EQ(card.url, "https://www.nknews.org" + entry.path);
    EXPECT_EQ(card.headline, entry.headline);
    EXPECT_EQ(card.dek.value_or("none"), entry.dek);
    const bool kicked = markup::shows_kicker(GetParam().layout) && !entry.kicker.empty();
    EXPECT_EQ(card.kind.value_or("none"), kicked ? entry.kicker : "none");
    std::vector<std::string> names;
    for (const Author& author : card.bylines) names.push_back(author.name);
    EXPECT_EQ(names, entry.authors);
    EXPECT_EQ(card.published_text.value_or(""), entry.date);
    EXPECT_EQ(card.published.has_value(), !entry.date.empty());
    EXPECT_TRUE(card.problems.empty());
  }
};

TEST_P(Seed, ComesBackAsTenCards) {
  const Page page = read();
  expect_cards(page);
  EXPECT_EQ(page.verdict, Verdict::kListing);
  EXPECT_EQ(page.cards.front().published, "2024-03-19");
  EXPECT_EQ(page.cards.back().published, "2024-03-14");
}

TEST_P(Seed, KnowsItsHeadingAndItsPager) {
  const Page page = read();
  EXPECT_EQ(page.title, "Foreign Relations");
  EXPECT_EQ(page.description, listing_.description);
  EXPECT_EQ(page.page_count, 113);
  EXPECT_EQ(page.next, "https://www.nknews.org/pro/tag/foreign-relations/page/2/");
}

TEST_P(Seed, KeepsTwoCardsInARowWithoutBylineAndDate) {
  for (const size_t i : {3u, 4u}) {
    listing_.entries[i].authors.clear();
    listing_.entries[i].date.clear();
  }
  expect_cards(read());
}

TEST_P(Seed, KeepsKickersToTheirOwnCards) {
  for (const size_t i : {0u, 3u, 4u, 8u}) listing_.entries[i].kicker.clear();
  if (GetParam().layout == Layout::kT24N || GetParam().layout == Layout::kP22) expect_cards(read());
}

TEST_P(Seed, ReadsOneTwoAndFiveCards) {
  const std::vector<markup::Entry> all = listing_.entries;
  for (const size_t count : {1u, 2u, 5u}) {
    listing_.entries.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    SCOPED_TRACE(count);
    expect_cards(read());
  }
}

TEST_P(Seed, ShowsNoCardPastTheEnd) {
  listing_.entries.clear();
  const Page page = read();
  EXPECT_EQ(page.cards.size(), 0u) << to_json_lines(page);
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
}

// LISTINGS' cards that break naive rules, all on one page.
TEST_P(Seed, ReadsCardsThatBreakNaiveRules) {
  auto& entries = listing_.entries;
  entries[0].dek = "What the envoys did from Feb. 1, 2021 to Feb. 28, 2021";
  entries[1].dek = "“We will never come back”";
  entries[2].authors = {"Jin"};
  entries[2].date = "March 9, 2024";
  entries[3].authors = {"NK Pro"};
  entries[4].authors = {"Jessie DePetris", "Won-Gi Jung"};
  entries[5].authors = {"Anthony V. Rinna"};
  entries[6].authors = {"Théo Clément"};
  entries[7].headline = "3,000 days in March 2019: Review of a $230M deal. And @after";
  entries[8].dek = "Report from the border on March 3, 2024";
  entries[8].authors.clear();
  entries[8].date.clear();
  entries[9].authors = {"Chad O’Carroll", "Joon Ha Park"};
  expect_cards(read());
}

std::vector<SeedCase> all_cases() {
  std::vector<SeedCase> cases;
  for (const Layout layout : markup::kLayouts) {
    for (const Skin skin : markup::kSkins) cases.push_back({layout, skin});
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(EveryLayoutInEverySkin, Seed, testing::ValuesIn(all_cases()), [](const auto& test) {
  return std::string(markup::name_of(test.param.layout)) + std::string(markup::name_of(test.param.skin));
});

}  // namespace
}  // namespace dekko
