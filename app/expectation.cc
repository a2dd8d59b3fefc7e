#include "app/expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/page_file.h"
#include "core/limits.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr size_t kGoldenBytes = 64 * limits::kMiB;  // a year of pages in one file; a fixture is 10 KB
constexpr int kLinesShown = 20;                     // of one file's differences; a person reads no more

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string shown(const Json& object, const std::string& key) {
  return object.contains(key) ? object[key].dump(-1, ' ', false, Json::error_handler_t::replace) : "(no such key)";
}

std::string name_of(const Json& record) {
  const std::string kind = record.value("record", "record");
  const auto position = record.find("position");
  return position == record.end() ? kind : kind + " " + position->dump();
}

std::string diff_objects(const Json& expected, const Json& actual) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : expected.items()) keys.push_back(key);
  for (const auto& [key, value] : actual.items()) {
    if (!expected.contains(key)) keys.push_back(key);
  }
  std::string text;
  for (const std::string& key : keys) {
    const std::string before = shown(expected, key), after = shown(actual, key);
    if (before != after) text += fmt::format("  {}\n  - {}\n  + {}\n", key, before, after);
  }
  return text.empty() ? "  the order of keys or the white space differs\n" : text;
}

std::string diff_line(std::string_view expected, std::string_view actual) {
  const Json before = Json::parse(expected, nullptr, false), after = Json::parse(actual, nullptr, false);
  if (before.is_object() && after.is_object() && name_of(before) == name_of(after)) {
    return fmt::format("{}\n{}", name_of(after), diff_objects(before, after));
  }
  std::string text = "\n";
  if (!expected.empty()) text += fmt::format("  - {}\n", expected);
  if (!actual.empty()) text += fmt::format("  + {}\n", actual);
  return text;
}

}  // namespace

std::string diff_json_lines(const std::string& name, const std::string& expected, const std::string& actual) {
  if (expected == actual) return "";
  const std::vector<std::string_view> before = lines_of(expected), after = lines_of(actual);
  std::string text;
  int different = 0;
  for (size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    const std::string_view old_line = i < before.size() ? before[i] : "";
    const std::string_view new_line = i < after.size() ? after[i] : "";
    if (old_line == new_line || ++different > kLinesShown) continue;
    text += fmt::format("{}:{}: {}", name, i + 1, diff_line(old_line, new_line));
  }
  if (different > kLinesShown) text += fmt::format("{}: and {} more lines\n", name, different - kLinesShown);
  return different > 0 ? text : fmt::format("{}: the last line end differs\n", name);
}

Expectation::Expectation(fs::path file_or_folder) : place_(std::move(file_or_folder)) {
  std::error_code ignored;
  folder_ = fs::is_directory(place_, ignored);
}

fs::path Expectation::golden_of(const fs::path& origin) const {
  if (!folder_) return place_;
  if (origin.filename() == "page.html") return place_ / origin.parent_path() / "expected.jsonl";
  return (place_ / origin).replace_extension(".jsonl");
}

void Expectation::add(const fs::path& origin, const std::string& json_lines) {
  read_[golden_of(origin)] += json_lines;
}

std::vector<fs::path> Expectation::orphans() const {
  std::vector<fs::path> found;
  std::error_code failure;
  if (!folder_) return found;
  for (fs::recursive_directory_iterator it(place_, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->path().filename() == "expected.jsonl" && !read_.contains(it->path())) found.push_back(it->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<Expectation::Verdict> Expectation::compare() const {
  Verdict verdict;
  for (const auto& [golden, actual] : read_) {
    ++verdict.compared;
    const Result<std::string> expected = read_file(golden, kGoldenBytes);
    if (!expected && expected.error().code != ErrorCode::kNotFound) return expected.error();
    const std::string diff = expected ? diff_json_lines(golden.string(), *expected, actual)
                                      : fmt::format("{}: there is no such file yet\n", golden.string());
    if (!diff.empty()) ++verdict.different;
    verdict.diff += diff;
  }
  for (const fs::path& golden : orphans()) {
    ++verdict.different;
    verdict.diff += fmt::format("{}: no page was read for it\n", golden.string());
  }
  return verdict;
}

Result<void> Expectation::bless() const {
  for (const auto& [golden, actual] : read_) {
    const Result<std::string> expected = read_file(golden, kGoldenBytes);
    if (expected && *expected == actual) continue;
    std::error_code ignored;
    if (golden.has_parent_path()) fs::create_directories(golden.parent_path(), ignored);
    if (const Result<void> written = write_file(golden, actual); !written) return written;
  }
  return {};
}

}  // namespace dekko
