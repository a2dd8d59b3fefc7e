// The public face: every view with its columns, by name and in order. A change here needs a note in
// CHANGELOG.md.
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
        Promise{"changes", "item_id, url, field, before, after, not_before, not_after, capture_id"},
        Promise{"sightings", "item_id, listing_id, run_id, page, position, seen_at, capture_id"},
        Promise{"listings", "id, url, title, description, profile, pages, first_run, last_run"},
        Promise{"runs",
                "id, listing_id, kind, started, ended, stop_reason, coverage, pages, requests, bytes, "
                "items_seen, items_new, items_changed, items_missing, problems"},
        Promise{"pages",
                "capture_id, listing_id, run_id, page, url, fetched_at, status, verdict, cards, warc_file, "
                "warc_offset, warc_length, sha256"},
        Promise{"requests",
                "run_id, at, url, host, purpose, waited_s, rule, status, bytes, seconds, outcome"},
        Promise{"problems", "run_id, capture_id, position, field, reason, excerpt"},
        Promise{"items_fts", "headline, dek, bylines"}),
    [](const testing::TestParamInfo<Promise>& promise) { return promise.param.view; });

TEST(PublicViews, AreTheseInTheOrderOfTheDocumentation) {
  EXPECT_EQ(Reading::views(), (Rows{"items", "bylines", "versions", "changes", "sightings", "listings",
                                    "runs", "pages", "requests", "problems", "items_fts"}));
}

TEST_F(Database, NothingElseIsAView) {
  store();
  EXPECT_EQ(row("SELECT count(*) FROM sqlite_schema WHERE type = 'view'"),
            std::to_string(Reading::views().size() - 1));
}

}  // namespace
}  // namespace dekko
