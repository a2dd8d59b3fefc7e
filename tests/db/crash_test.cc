// What a kill leaves behind: copies of the file and its log, taken while a run is under way.
#include <fstream>

#include "db/schema.h"
#include "tests/db/scene.h"

namespace dekko {
namespace {

class Crash : public Database {
 protected:
  std::filesystem::path log(const std::filesystem::path& of) const { return of.string() + "-wal"; }

  void walk_pages(RunId run, int pages) {
    for (int k = 1; k <= pages; ++k) {
      const std::string name = std::to_string(k);
      ASSERT_TRUE(store().apply(run, capture(day(2, k)), page({card("a" + name), card("b" + name)}),
                                {.next_page = k + 1}));
    }
  }
  // What the disk holds at this moment, the log cut to its first `size` octets.
  std::filesystem::path killed_now(uintmax_t size) {
    const std::filesystem::path copy = folder_ / "killed.db";
    std::filesystem::copy_file(file(), copy, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::copy_file(log(file()), log(copy), std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(log(copy), size);
    std::filesystem::remove(copy.string() + "-shm");
    return copy;
  }
};

TEST_F(Crash, ARunThatWasKilledHasNoEndAndGoesOn) {
  walk_pages(begin(), 3);
  const std::filesystem::path copy = killed_now(std::filesystem::file_size(log(file())));
  const Store survivor = *Store::open(copy);
  EXPECT_EQ(rows_of(copy, "SELECT ended, stop_reason, coverage, pages, items_seen FROM runs"),
            Rows{"-|-|-|3|6"});
  EXPECT_EQ(survivor.resume_point(kListing)->value().position.next_page, 4);
}

TEST_F(Crash, EveryCutOfTheLogLeavesWholePages) {
  show(day(1), page({card("first")}));
  walk_pages(begin(), 6);
  const uintmax_t size = std::filesystem::file_size(log(file()));
  for (uintmax_t cut = 0; cut <= size; cut += 7001) {
    const std::filesystem::path copy = killed_now(cut);
    if (!Reading::open(copy)) continue;  // cut before the schema was whole: nothing was ever durable
    ASSERT_EQ(rows_of(copy, "PRAGMA integrity_check"), Rows{"ok"}) << cut;
    ASSERT_EQ(rows_of(copy, "PRAGMA foreign_key_check"), Rows{}) << cut;
    ASSERT_EQ(rows_of(copy,
                      "SELECT capture_id FROM pages GROUP BY capture_id HAVING cards <> "
                      "(SELECT count(*) FROM sightings WHERE sightings.capture_id = pages.capture_id)"),
              Rows{})
        << cut;
    ASSERT_EQ(rows_of(copy, "SELECT count(*) FROM items WHERE headline IS NULL OR times_seen <> 1"),
              Rows{"0"});
  }
}

TEST_F(Crash, TheFileIsWholeWithoutALogThatWasFolded) {
  walk_pages(begin(), 3);
  ASSERT_TRUE(store().fold_log());
  EXPECT_EQ(rows_of(killed_now(0), "SELECT pages FROM runs"), Rows{"3"});
  const Reading reader = *Reading::open(file());
  EXPECT_TRUE(store().fold_log()) << "a reader between two readings hinders nothing";
}

TEST_F(Crash, AMigrationCutShortIsDoneAgain) {
  store();
  for (const uintmax_t cut : {uintmax_t{0}, uintmax_t{5000}, uintmax_t{50000}}) {
    const std::filesystem::path copy = killed_now(cut);
    EXPECT_TRUE(Store::open(copy)) << cut;
    EXPECT_EQ(rows_of(copy, "PRAGMA user_version"), Rows{std::to_string(schema_number())});
  }
}

}  // namespace
}  // namespace dekko
