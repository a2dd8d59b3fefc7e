// What a listing showed before: the shape of its pages, and its items as they were last seen. Throws
// SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "core/page_shape.h"
#include "core/stored_page.h"
#include "db/query.h"

namespace dekko {

class Known {
 public:
  explicit Known(const SQLite::Database& db);

  // Of the latest `most` pages that runs before `before` read with this fingerprint, the latest first.
  // `listing` is an address.
  std::vector<PageShape> shapes(const std::string& listing, const std::string& fingerprint, int64_t before,
                                int most);
  // The item as this listing showed it last.
  std::optional<Card> card(const std::string& listing, const std::string& url);
  // The `most` that were seen last, the latest first.
  std::vector<Card> cards(const std::string& listing, int most);
  // All that were read, by time; of every listing where none is named.
  std::vector<StoredPage> pages(const std::string& listing);
  // What a page showed, in its order, positions as on the page.
  std::vector<Card> shown_by(int64_t capture);

 private:
  Query shapes_, card_, cards_, pages_, shown_by_;
};

}  // namespace dekko
