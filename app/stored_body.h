// The body of a page that the database knows, from the archive.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/capture.h"
#include "core/result.h"
#include "core/stored_page.h"

namespace dekko {

// Remembers where the first answer with each payload stands, for those that only refer to it. Pages have to
// be asked for by time.
class StoredBodies {
 public:
  explicit StoredBodies(std::filesystem::path archive) : archive_(std::move(archive)) {}

  // With the moment, address and record of `page`. kNotFound for one whose body was never archived.
  Result<Capture> capture_of(const StoredPage& page);

 private:
  std::filesystem::path archive_;
  std::map<std::string, RecordRef> first_;  // by payload
};

}  // namespace dekko
