// One segment file, written from front to back. What append() returned for is on disk for good.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/disk.h"
#include "core/result.h"

namespace dekko {

class Segment {
 public:
  // A new file, never an existing one: kBusy if the name is taken. `disk` must outlive the segment.
  static Result<std::unique_ptr<Segment>> create(Disk& disk, const std::filesystem::path& file);
  // A segment of an earlier run, to be gone on with: cut to its last whole record. kBusy while somebody
  // writes it.
  static Result<std::unique_ptr<Segment>> reopen(Disk& disk, const std::filesystem::path& file);
  ~Segment();
  Segment(const Segment&) = delete;  // owns a descriptor
  Segment& operator=(const Segment&) = delete;

  // Writes `octets` whole; they are on disk once sync() says so. Returns the offset they begin at. After an
  // error the file has been cut back to where it was; if even that failed, sound() is false and nothing more
  // can be appended.
  Result<uint64_t> append(std::string_view octets);
  // All that was appended is on disk; after an error what was not yet is cut off, and sound() is false.
  Result<void> sync();
  // Makes the file's name durable.
  Result<void> sync_name();
  // Takes the file away again: for one that never got its first record.
  void discard();

  bool sound() const { return sound_; }
  bool sync_failed() const { return sync_failure_.has_value(); }
  uint64_t size() const { return size_; }
  std::string name() const { return file_.filename().string(); }

 private:
  Segment(Disk& disk, std::filesystem::path file, int descriptor)
      : disk_(disk), file_(std::move(file)), descriptor_(descriptor) {}
  Result<void> write(std::string_view octets);
  void cut_back(uint64_t size);

  Disk& disk_;
  std::filesystem::path file_;
  int descriptor_;
  uint64_t size_ = 0;    // of whole records
  uint64_t synced_ = 0;  // of those on disk
  bool sound_ = true;
  std::optional<Error> sync_failure_;  // once it happened: what was cut off then is never on disk
};

}  // namespace dekko
