// A file for checks of what reads files: the same one all the time, for a check is called a thousand times a
// second.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "tests/support/scratch.h"

namespace dekko::fuzz {

class ScratchFile {
 public:
  explicit ScratchFile(const std::string& name) : name_(name) {}

  // Alone in its folder, whatever was left there.
  std::filesystem::path holding(std::string_view octets) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      std::filesystem::remove_all(entry);
    return folder_.write(name_, octets);
  }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  Scratch folder_;
  std::string name_;
};

}  // namespace dekko::fuzz
