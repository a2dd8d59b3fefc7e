#include "app/fixture.h"

#include <fmt/format.h>

#include <system_error>

#include "app/page_file.h"
#include "extractors/page_json.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

constexpr int kCopies = 1000;  // of one page number in one folder

// Addresses hold no quote and no backslash; a header's value may.
std::string toml_text(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < ' ') continue;
    escaped += (c == '"' || c == '\\') ? std::string("\\") + c : std::string(1, c);
  }
  return "\"" + escaped + "\"";
}

std::string description_of(const Capture& capture) {
  std::string text = fmt::format("url = {}\nfetched_at = {}\nstatus = {}\n", toml_text(capture.url.text()),
                                 toml_text(to_text(capture.fetched_at)), capture.status);
  if (!capture.content_type.empty())
    text += fmt::format("content_type = {}\n", toml_text(capture.content_type));
  return text;
}

}  // namespace

bool is_fixture(const fs::path& page_file) {
  std::error_code ignored;
  return fs::exists(page_file.parent_path() / "expected.jsonl", ignored) &&
         fs::exists(page_file.parent_path() / "page.toml", ignored);
}

Result<fs::path> keep_fixture(const fs::path& folder, const Capture& capture, const Page& page) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) return Error{ErrorCode::kIo, folder.string(), "cannot be made: " + failure.message()};
  for (int copy = 1; copy <= kCopies; ++copy) {
    const fs::path place =
        folder / (copy == 1 ? fmt::format("page-{}", page.page) : fmt::format("page-{}-{}", page.page, copy));
    if (!fs::create_directory(place, failure)) {
      if (failure) return Error{ErrorCode::kIo, place.string(), "cannot be made: " + failure.message()};
      continue;
    }
    if (auto kept = write_file(place / "page.html", capture.body); !kept) return kept.error();
    if (auto kept = write_file(place / "page.toml", description_of(capture)); !kept) return kept.error();
    if (auto kept = write_file(place / "expected.jsonl", to_json_lines(page)); !kept) return kept.error();
    return place;
  }
  return Error{ErrorCode::kLimit, folder.string(),
               fmt::format("holds {} pages of that number already", kCopies)};
}

}  // namespace dekko
