// Saved JSON lines held against what pages say today, byte for byte.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/result.h"

namespace dekko {

class Expectation {
 public:
  // A file holds the lines of all pages, one after another. In a folder the golden of page `a/b/page.html` is
  // `a/b/expected.jsonl`, and of any other source `a/b/name.html` it is `a/b/name.jsonl`.
  explicit Expectation(std::filesystem::path file_or_folder);

  void add(const std::filesystem::path& origin, const std::string& json_lines);

  struct Verdict {
    int compared = 0;
    int different = 0;
    std::string diff;  // for a person; empty if all are equal
  };
  // A golden that is missing differs, and so does one in the folder that no page was read for.
  Result<Verdict> compare() const;
  // Writes what was read as the new goldens, only where they differ.
  Result<void> bless() const;

 private:
  std::filesystem::path golden_of(const std::filesystem::path& origin) const;
  std::vector<std::filesystem::path> orphans() const;

  std::filesystem::path place_;
  bool folder_;
  std::map<std::filesystem::path, std::string> read_;
};

// The lines that differ, key by key where both are JSON objects. Empty if the texts are equal.
std::string diff_json_lines(const std::string& name, const std::string& expected, const std::string& actual);

}  // namespace dekko
