// read_back FOLDER: how long it takes to read one page back out of an archive, warm. The folder's last
// responses are read one by one, each by its address alone, as `archive cat` and `show --open` do.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

#include "archive/archive.h"
#include "archive/warc_reader.h"

namespace {

using namespace dekko;
namespace fs = std::filesystem;

constexpr size_t kPages = 200;
constexpr size_t kWorthIt = 10'000;  // octets of a page, to leave robots.txt and error pages out

std::vector<RecordRef> responses_in(const fs::path& file) {
  std::vector<RecordRef> found;
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader) return found;
  for (auto record = reader->next(); record && *record; record = reader->next()) {
    if ((*record)->type() != "response" || (*record)->block.size() < kWorthIt) continue;
    found.push_back((*record)->ref);
    found.back().file = file.filename().string();
  }
  return found;
}

double milliseconds_for(const fs::path& folder, const RecordRef& record) {
  const auto begun = std::chrono::steady_clock::now();
  const Result<Capture> capture = read_capture(folder, record);
  if (!capture) fmt::print(stderr, "{}\n", capture.error().message());
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return fmt::print(stderr, "usage: read_back FOLDER\n"), 2;
  const fs::path folder = words[1];
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<RecordRef> records;
  for (const fs::path& file : files)
    for (RecordRef& record : responses_in(file)) records.push_back(std::move(record));
  if (records.empty()) return fmt::print(stderr, "{}: no page\n", folder.string()), 1;
  if (records.size() > kPages) records.erase(records.begin(), records.end() - kPages);
  std::vector<double> times;
  for (int round = 0; round < 2; ++round) {  // the second is warm
    times.clear();
    for (const RecordRef& record : records) times.push_back(milliseconds_for(folder, record));
  }
  std::sort(times.begin(), times.end());
  fmt::print("{} pages read back: median {:.2f} ms, slowest {:.2f} ms\n", times.size(),
             times[times.size() / 2], times.back());
}
