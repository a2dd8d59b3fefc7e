// The public face: every view with its columns, by name and in order. A change here needs a note in
// CHANGELOG.md.
#include <sstream>

#include "tests/db/scene.h"

namespace dekko {
namespace {

struct Promise {
  const char* view;
  const char* columns;
};

class Views : public Database, public testing::WithParamInterface<Promise> {};

TEST_P(Views, HaveTheirColumnsInOrder) {
  store();
  EXPECT_EQ(
      row(std::string("SELECT group_concat(name, ', ') FROM pragma_table_info('") + GetParam().view + "')"),
      GetParam().columns);
}

INSTANTIATE_TEST_SUITE_P(
    All, Views,
    testing::Values(
        Promise{"items",
                "id, url, headline, dek, kind, published, published_text, bylines, image, first_seen, "
                "last_seen, times_seen, versions, missing_since"},
        Promise{"bylines", "item_id, position, author, author_key"},
        Promise{"versions",
                "id, item_id, listing_id, headline, dek, kind, published, bylines, image, first_seen, "
                "last_seen, capture_id"},
        Promise{"changes", "item_id, url, field, before, after, not_before, not_after, capture_id, kind"},
        Promise{"sightings", "item_id, listing_id, run_id, page, position, seen_at, capture_id"},
        Promise{"listings", "id, url, title, description, profile, pages, first_run, last_run"},
        Promise{"runs",
                "id, listing_id, kind, started, ended, stop_reason, coverage, pages, requests, bytes, "
                "items_seen, items_new, items_changed, items_missing, problems, permission"},
        Promise{"pages",
                "capture_id, listing_id, run_id, page, url, fetched_at, status, verdict, cards, warc_file, "
                "warc_offset, warc_length, sha256"},
        Promise{"requests",
                "run_id, at, url, host, purpose, waited_s, rule, status, bytes, seconds, outcome, pause_s, "
                "began, address, asked_s, permission"},
        Promise{"problems", "run_id, capture_id, position, field, reason, excerpt"},
        Promise{"items_fts", "headline, dek, bylines"}),
    [](const testing::TestParamInfo<Promise>& promise) { return promise.param.view; });

TEST(PublicViews, AreTheseInTheOrderOfTheDocumentation) {
  const Rows promised = {"items", "bylines", "versions", "changes",  "sightings", "listings",
                         "runs",  "pages",   "requests", "problems", "items_fts"};
  ASSERT_GE(Reading::views().size(), promised.size());
  EXPECT_EQ(Rows(Reading::views().begin(), Reading::views().begin() + int64_t(promised.size())), promised);
}

class About : public Database {
 protected:
  void SetUp() override { store(); }
};

TEST_F(About, DescribesEveryViewAndColumnAndNothingElse) {
  EXPECT_EQ(rows("SELECT name, \"column\" FROM about WHERE \"column\" IS NOT NULL ORDER BY 1, 2"),
            rows(R"(SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
                    WHERE s.type = 'view' OR s.name IN ('items_fts', 'items_trigram') ORDER BY 1, 2)"));
  EXPECT_EQ(rows("SELECT name FROM about WHERE \"column\" IS NULL ORDER BY 1"),
            rows("SELECT DISTINCT name FROM about ORDER BY 1"));
}

TEST_F(About, NamesEveryViewThatCanBeExported) {
  for (const std::string& view : Reading::views()) {
    if (view == "about") continue;
    EXPECT_EQ(row("SELECT count(*) FROM about WHERE \"column\" IS NULL AND name = '" + view + "'"), "1")
        << view;
  }
}

TEST_F(About, IsRightAboutTypesAndNulls) {
  for (int d = 1; d <= 6; ++d) {
    Card bare;
    bare.url = "https://news.example/bare" + std::to_string(d);
    bare.headline = "\uD55C\uAD6D " + std::to_string(d);
    Card pair = card("pair", d % 2 ? "One" : "Two");
    pair.bylines.push_back({"Bo", "bo"});
    pair.published = "2024-03-01T08:00:00+09:00";
    show(day(d), page({bare, pair, card("a" + std::to_string(d))}, d % 3 ? kListing : kOther));
  }
  for (const std::string& pair : rows(R"(SELECT name || '|' || "column" || '|' || type || '|' ||
                                           (null_means IS NOT NULL) FROM about WHERE "column" IS NOT NULL)")) {
    std::istringstream parts(pair);
    std::string view, column, type, nullable;
    for (std::string* part : {&view, &column, &type, &nullable}) std::getline(parts, *part, '|');
    for (const std::string& found : rows("SELECT DISTINCT typeof(\"" + column + "\") FROM " + view)) {
      EXPECT_TRUE(found == type || (found == "null" && nullable == "1"))
          << view << "." << column << " is " << found;
    }
  }
}

}  // namespace
}  // namespace dekko
