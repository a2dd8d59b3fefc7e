// Real listing pages with the cards that a person marked, where that data lies beside the checkout.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

namespace fs = std::filesystem;

const fs::path kData = DEKKO_SOURCE_DIR "/../shared/data/listings";

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// One line of listings.tsv: file, source, cards, has_pagination, next_href, encoding, base_url.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::string resolved(const Url& base, const std::string& reference) {
  const auto url = base.resolve(reference);
  return url ? url->without_fragment().text() : "";
}

Page page_of(const fs::path& file, const Url& base) {
  static const Profiles profiles = Profiles::builtin();
  Capture capture{.url = base, .fetched_at = *parse_moment("2024-03-19T09:00:00Z")};
  capture.body = content_of(file);
  const Result<Page> page = extract(capture, profiles.for_url(base));
  EXPECT_TRUE(page) << file;
  return page ? *page : Page{};
}

void expect_cards(const fs::path& truth, const Url& base, const Page& page) {
  std::set<std::string> wanted, found;
  for (const auto& card : nlohmann::json::parse(content_of(truth)))
    wanted.insert(resolved(base, card["href"]));
  for (const Card& card : page.cards) found.insert(card.url);
  EXPECT_EQ(found, wanted) << truth;
}

TEST(Listings, ShowTheCardsThatAPersonMarked) {
  if (!fs::exists(kData)) GTEST_SKIP() << "no listings beside the checkout: " << kData;
  std::ifstream table(kData / "listings.tsv");
  std::string line;
  std::getline(table, line);
  int count = 0;
  while (std::getline(table, line)) {
    const std::vector<std::string> cells = cells_of(line);
    ASSERT_EQ(cells.size(), 7u) << line;
    const Url base = *Url::parse(cells[6]);
    const Page page = page_of(kData / cells[0], base);
    expect_cards((kData / "truth" / cells[0]).replace_extension(".json"), base, page);
    EXPECT_EQ(page.next.value_or(""), cells[4].empty() ? "" : resolved(base, cells[4])) << cells[0];
    ++count;
  }
  EXPECT_EQ(count, 14);
}

}  // namespace
}  // namespace dekko
