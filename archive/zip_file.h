// A ZIP file that is written once: what a WACZ is packed in.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/moment.h"
#include "core/result.h"

namespace dekko {

class ZipFile {
 public:
  // Takes the place of a file of that name once it is closed. made: the moment that its entries bear.
  static Result<ZipFile> create(const std::filesystem::path& file, Moment made);

  ZipFile(ZipFile&&) noexcept;
  ZipFile& operator=(ZipFile&&) noexcept;
  ~ZipFile();

  // Stored as it is, for a reader that goes to offsets in it. `source` has to stay until close().
  Result<void> add_file(const std::string& name, const std::filesystem::path& source);
  // Compressed.
  Result<void> add_text(const std::string& name, std::string text);
  // Nothing is written before.
  Result<void> close();

 private:
  class Impl;
  explicit ZipFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
