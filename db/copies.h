// What was had before and may still hold: pages with their validators, and each origin's robots.txt. Works on
// the writing and on a reading connection. Throws SQLite::Exception.
#pragma once

#include "core/page.h"
#include "core/page_copy.h"
#include "core/robots_copy.h"
#include "db/query.h"

namespace dekko {

class Copies {
 public:
  explicit Copies(const SQLite::Database& db);

  // `listing` and `url` are addresses.
  std::optional<PageCopy> page(const std::string& listing, const Url& url);
  std::optional<RobotsCopy> robots(const std::string& origin);

 private:
  Query page_, urls_, robots_;
};

// The writing side of it.
class CopyKeeper {
 public:
  explicit CopyKeeper(const SQLite::Database& db);

  // A page that was stored takes the place of an earlier one at its address, unless that one is later.
  void keep(int64_t listing, int64_t capture_id, const Capture& capture, const Page& page);
  // The same page, seen again: the copy stays that of the capture with the body, with the validators of the
  // latest answer that names some.
  void keep_again(int64_t listing, const Capture& capture);
  void keep(const std::string& origin, const RobotsCopy& copy);

 private:
  Query keep_page_, keep_again_, keep_robots_;
};

}  // namespace dekko
