// Captures and what they are filed under: listing, profile, archive segment. Throws SQLite::Exception.
#pragma once

#include "core/capture.h"
#include "core/page.h"
#include "db/query.h"

namespace dekko {

class Captures {
 public:
  explicit Captures(const SQLite::Database& db);

  // Finds or makes the listing; `profile` counts until a page says better.
  int64_t listing(const std::string& url, const std::string& profile);
  // What a page says of its listing, unless a later page has spoken already. What it does not say, stays.
  void describe_listing(int64_t listing, const Page& page, Moment seen);

  // A capture is one for its moment, address and payload.
  std::optional<int64_t> find(const Capture& capture);
  // The one at this place (file and offset) of the archive, and the other way round.
  std::optional<int64_t> at(const RecordRef& record);
  RecordRef place(int64_t capture);
  int64_t add(int64_t run, int64_t listing, const Capture& capture, const Page& page);
  // With the verdict, cards and profile of an earlier capture that it repeats.
  int64_t add_again(int64_t run, int64_t listing, const Capture& capture, int64_t earlier, int page);
  int64_t add_without_verdict(int64_t run, int64_t listing, const Capture& capture, int page);
  // Finds or makes it.
  int64_t profile(const std::string& name, const std::string& fingerprint);

 private:
  int64_t segment(const std::string& name);

  const SQLite::Database& db_;
  Query find_listing_, insert_listing_, describe_listing_;
  Query find_segment_, insert_segment_, find_profile_, insert_profile_;
  Query find_, at_, place_, insert_, insert_again_;
};

}  // namespace dekko
