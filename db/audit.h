// The database held against itself, and what it says of an archive: for dekko verify.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/capture.h"
#include "core/result.h"
#include "db/step.h"

namespace dekko {

// A capture that stands in a WARC file, as the database has it. fetched_at: as stored.
struct AuditedCapture {
  int64_t id = 0;
  std::string url, fetched_at;
  RecordRef record;
};

class Audit {
 public:
  // Reads only; errors as Reading::open's.
  static Result<Audit> open(const std::filesystem::path& file);

  Audit(Audit&&) noexcept;
  Audit& operator=(Audit&&) noexcept;
  ~Audit();

  // PRAGMA integrity_check and foreign_key_check: a sentence for each thing wrong, empty for a sound file.
  Result<std::vector<std::string>> faults() const;
  // The WARC files that captures of crawls stand in, by name.
  Result<std::vector<std::string>> segments() const;
  // The captures in one of them, by offset.
  Result<std::vector<AuditedCapture>> captures_in(const std::string& segment) const;
  // Whether the ledger has a request for this address about that moment: two seconds, for the moments are
  // taken one after the other.
  Result<bool> has_request(std::string_view url, Moment at) const;
  Result<JournalMark> journal_mark() const;

 private:
  class Impl;
  explicit Audit(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
