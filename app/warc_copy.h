// Chosen records of an archive in one new .warc.gz, and what an index needs to know of them.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "app/archive_export.h"
#include "archive/gzip_member.h"

namespace dekko {

// An answer that a person can look at.
struct ViewablePage {
  std::string url;
  Moment at;
};

class WarcCopy {
 public:
  // indexed_as: the file's name in the index.
  WarcCopy(const ExportOrder& order, std::filesystem::path file, std::string indexed_as)
      : order_(order), file_(std::move(file)), indexed_as_(std::move(indexed_as)) {}

  Result<void> write(Console& console);

  const ExportReport& report() const { return report_; }
  // Sorted, a line each, with its line feed.
  std::string index();
  const std::vector<ViewablePage>& pages() const { return pages_; }

 private:
  Result<void> take(const WarcRecord& record);
  Result<RecordRef> copy(const WarcRecord& record);
  void note_page(const WarcRecord& record);
  Error failed() const;

  const ExportOrder& order_;
  std::filesystem::path file_;
  std::string indexed_as_;
  std::ofstream out_;
  uint64_t size_ = 0;
  GzipMember gzip_;
  std::string source_;                 // the file that is read
  std::optional<WarcRecord> opening_;  // its warcinfo, until something of it is chosen
  std::vector<std::string> lines_;
  std::vector<ViewablePage> pages_;
  ExportReport report_;
};

}  // namespace dekko
