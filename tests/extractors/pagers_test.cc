// Real pages with the link to the next one that people marked, where that data lies beside the checkout.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

namespace fs = std::filesystem;

const fs::path kData = DEKKO_SOURCE_DIR "/../shared/data/pagers";

// One line of pagers.tsv: file, page_url, encoding, forward_label, forward_href, note.
struct Marked {
  std::string file;
  Url url;
  std::vector<std::string> next;  // either will do; none where nobody marked one
};

std::vector<Marked> marked_pages() {
  std::vector<Marked> pages;
  std::ifstream table(kData / "pagers.tsv");
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    cells.resize(6);
    pages.push_back({cells[0], *Url::parse(cells[1]), {}});
    std::istringstream hrefs(cells[4]);
    for (std::string href; hrefs >> href;)
      pages.back().next.push_back(pages.back().url.resolve(href)->without_fragment().text());
  }
  return pages;
}

std::string next_on(const Marked& marked) {
  static const Profiles profiles = Profiles::builtin();
  Capture capture{.url = marked.url, .fetched_at = *parse_moment("2024-03-19T09:00:00Z")};
  std::ifstream in(kData / "html" / marked.file, std::ios::binary);
  capture.body = {std::istreambuf_iterator<char>(in), {}};
  const Result<Page> page = extract(capture, profiles.for_url(marked.url));
  EXPECT_TRUE(page) << marked.file;
  return page ? page->next.value_or("") : "";
}

// The one that is missed is a comic's "previous", an article's link. Of the three that nobody marked two are
// plain links to the page after ("Suivante", a 9 beside the 8), the third is declared by the page's head.
TEST(Pagers, LeadWherePeopleFollowThem) {
  if (!fs::exists(kData)) GTEST_SKIP() << "no pagers beside the checkout: " << kData;
  std::vector<std::string> missed, unmarked;
  const std::vector<Marked> pages = marked_pages();
  for (const Marked& marked : pages) {
    const std::string next = next_on(marked);
    const bool right = std::find(marked.next.begin(), marked.next.end(), next) != marked.next.end();
    if (!marked.next.empty() && !right) missed.push_back(marked.file);
    if (marked.next.empty() && !next.empty()) unmarked.push_back(marked.file);
  }
  EXPECT_EQ(pages.size(), 60u);
  EXPECT_LE(missed.size(), 1u) << testing::PrintToString(missed);
  EXPECT_LE(unmarked.size(), 3u) << testing::PrintToString(unmarked);
}

}  // namespace
}  // namespace dekko
