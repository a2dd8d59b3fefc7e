// Finds the answer that a revisit record refers to (WARC 1.1 section 6.7): by address and moment, among the
// WARC files of one folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "archive/warc_reader.h"

namespace dekko {

// Remembers places, never bodies. Files of the folder are read through once, when a revisit refers to an
// answer that was not remembered; damaged places in them are passed over. At most limits::kOriginals answers
// are remembered, the first ones.
class Originals {
 public:
  explicit Originals(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Remembers a response that somebody has just read, so that its file need not be read again for it.
  void remember(const WarcRecord& response);

  // kNotFound if no such answer is there, kUnsupported for a revisit that names none.
  Result<Capture> capture_of(const WarcRecord& revisit);

 private:
  struct Place {
    uint32_t file;  // in files_
    uint64_t offset;
  };

  void read_folder();
  std::optional<Place> place_of(std::string_view url, Moment at) const;
  Result<Capture> read(const Place& place) const;

  std::filesystem::path folder_;
  std::vector<std::string> files_;              // paths
  std::unordered_map<uint64_t, Place> places_;  // by a hash of address and moment
  bool folder_read_ = false;
};

// The WARC files of a folder and those below it, in the order in which they were begun: by the moment of
// their first record, then by name. Files that hold no record come last.
std::vector<std::filesystem::path> warc_files(const std::filesystem::path& folder);

// ".warc", ".warc.gz", ".warc.zst"
bool is_warc_name(std::string_view name);

}  // namespace dekko
