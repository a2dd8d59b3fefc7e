// Records of an archive as one file for others: a .warc.gz, or a WACZ (WACZ 1.1.1) that ReplayWeb.page opens.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/console.h"
#include "app/record_choice.h"

namespace dekko {

struct ExportOrder {
  std::filesystem::path archive;
  std::filesystem::path out;
  RecordChoice choice = {};
  std::string software;  // "dekko/0.1.0"
  Moment made;
};

struct ExportReport {
  int64_t records = 0;
  int64_t pages = 0;  // answers 2xx that hold HTML, or revisits of such
};

// Answers, their requests, what was noted of them, and the warcinfo of their files; the journal stays behind.
// A file of that name is written over once the new one is whole.
Result<ExportReport> export_warc(const ExportOrder& order, Console& console);
Result<ExportReport> export_wacz(const ExportOrder& order, Console& console);

}  // namespace dekko
