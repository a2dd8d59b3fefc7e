#include "db/search_index.h"

namespace dekko {

// Two listings may show one item in turn with the same words: then there is nothing to index again.
//
// CROSS JOIN, because SQLite takes `search_due`, of which it knows nothing, for as large as `item`, and would
// read all of that instead.
SearchIndex::SearchIndex(const SQLite::Database& db)
    : is_due_(db, "SELECT 1 FROM search_due LIMIT 1"),
      drop_unchanged_(db, R"(
        DELETE FROM search_due WHERE indexed AND EXISTS (
          SELECT 1 FROM item JOIN version ON version.id = item.version_id
          WHERE item.id = search_due.item_id AND version.headline IS search_due.headline
            AND version.dek IS search_due.dek AND version.bylines IS search_due.bylines))"),
      forget_words_(db, R"(
        INSERT INTO items_fts (items_fts, rowid, headline, dek, bylines)
        SELECT 'delete', item_id, headline, dek, bylines FROM search_due WHERE indexed)"),
      forget_trigrams_(db, R"(
        INSERT INTO items_trigram (items_trigram, rowid, headline, dek, bylines)
        SELECT 'delete', item_id, headline, dek, bylines FROM search_due WHERE unspaced)"),
      add_words_(db, R"(
        INSERT INTO items_fts (rowid, headline, dek, bylines)
        SELECT item.id, version.headline, version.dek, version.bylines
        FROM search_due CROSS JOIN item ON item.id = item_id JOIN version ON version.id = item.version_id)"),
      add_trigrams_(db, R"(
        INSERT INTO items_trigram (rowid, headline, dek, bylines)
        SELECT item.id, version.headline, version.dek, version.bylines
        FROM search_due CROSS JOIN item ON item.id = item_id JOIN version ON version.id = item.version_id
        WHERE version.unspaced)"),
      clear_(db, "DELETE FROM search_due") {}

void SearchIndex::settle() {
  if (!is_due_.value<int>()) return;
  drop_unchanged_.run();
  forget_words_.run();
  forget_trigrams_.run();
  add_words_.run();
  add_trigrams_.run();
  clear_.run();
}

}  // namespace dekko
