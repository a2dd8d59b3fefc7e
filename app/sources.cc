#include "app/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <system_error>

#include "app/page_file.h"
#include "app/unarchived_page.h"
#include "archive/originals.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

using Take = std::function<Result<void>(Sourced)>;

bool is_warc(const fs::path& file) { return is_warc_name(file.filename().string()); }

bool is_page(const fs::path& file) {
  const std::string ending = file.extension().string();
  return ending == ".html" || ending == ".htm" || ending == ".xhtml";
}

// Folder by folder: "a/z" before "a-b".
bool stands_before(const std::string& a, const std::string& b) {
  const auto weight = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return weight(x) < weight(y); });
}

class Walker {
 public:
  Walker(const std::optional<std::string>& url, const Clock& clock, const Take& take)
      : url_(url), clock_(clock), take_(take) {}

  Result<void> source(const fs::path& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return folder(path);
    const bool exists = path == "-" || fs::exists(path, failure);
    if (!exists) return Error{ErrorCode::kNotFound, path.string(), "there is no such file or folder"};
    return is_warc(path) ? warc(path, path.filename()) : page(path, path.filename());
  }

  SourceReport report() && { return std::move(report_); }

 private:
  Result<void> folder(const fs::path& top) {
    std::vector<std::string> files;  // of a hundred thousand pages: a path is ten times as large
    std::error_code failure;
    for (fs::recursive_directory_iterator it(top, failure), end; !failure && it != end; it.increment(failure)) {
      if (!it->is_regular_file(failure)) continue;
      if (is_warc(it->path()) || is_page(it->path())) {
        files.push_back(it->path().lexically_relative(top).string());
      } else {
        ++report_.skipped["file of another kind"];
      }
    }
    if (failure) return Error{ErrorCode::kIo, top.string(), "cannot be read: " + failure.message()};
    std::sort(files.begin(), files.end(), stands_before);
    for (const std::string& name : files) {
      const fs::path origin = name, file = top / origin;
      if (const Result<void> done = is_warc(file) ? warc(file, origin) : page(file, origin); !done) return done;
    }
    return {};
  }

  Result<void> page(const fs::path& file, const fs::path& origin) {
    Result<Capture> capture = read_page_file(file, url_, clock_);
    if (!capture) {
      report_.faults.push_back(capture.error());
      return {};
    }
    return hand_over(std::move(*capture), origin);
  }

  Result<void> warc(const fs::path& file, const fs::path& origin) {
    Result<WarcReader> reader = WarcReader::open(file);
    if (!reader) return reader.error();
    const fs::path beside = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (originals_folder_ != beside) {
      originals_folder_ = beside;
      originals_ = std::make_unique<Originals>(originals_folder_);
    }
    for (;;) {
      Result<std::optional<WarcRecord>> record = reader->next();
      if (!record) return record.error();
      if (!*record) break;
      if (const Result<void> done = warc_record(**record, origin); !done) return done;
    }
    for (const WarcFault& fault : reader->faults()) note(file, fault);
    return {};
  }

  Result<void> warc_record(const WarcRecord& record, const fs::path& origin) {
    const bool is_revisit = record.type() == "revisit";
    if (record.type() == "metadata" && record.field("content-type") == kUnarchivedType) return cards(record, origin);
    if (record.type() != "response" && !is_revisit) {
      ++report_.skipped[fmt::format("{} record", record.type())];
      return {};
    }
    originals_->remember(record);
    Result<Capture> capture = is_revisit ? originals_->capture_of(record) : to_capture(record);
    if (!capture) {
      report_.faults.push_back(capture.error());
      return {};
    }
    if (capture->url.path() == "/robots.txt") {
      ++report_.skipped["robots.txt"];
      return {};
    }
    return hand_over(std::move(*capture), origin);
  }

  Result<void> cards(const WarcRecord& record, const fs::path& origin) {
    Result<UnarchivedPage> unarchived = read_unarchived(record);
    if (!unarchived) {
      report_.faults.push_back(unarchived.error());
      return {};
    }
    ++report_.captures;
    return take_(Sourced{std::move(unarchived->capture), origin, std::move(unarchived->page)});
  }

  // A tail cut by a crash is what an archive has to survive; damage in the middle is a fault.
  void note(const fs::path& file, const WarcFault& fault) {
    ++report_.skipped[fault.what];
    if (fault.what == "torn tail") return;
    report_.faults.push_back(
        Error{ErrorCode::kCorrupt, fmt::format("{}, offset {}", file.string(), fault.offset), fault.what});
  }

  Result<void> hand_over(Capture capture, const fs::path& origin) {
    ++report_.captures;
    return take_(Sourced{std::move(capture), origin, std::nullopt});
  }

  const std::optional<std::string>& url_;
  const Clock& clock_;
  const Take& take_;
  SourceReport report_;
  fs::path originals_folder_;  // of the WARC file that was read last
  std::unique_ptr<Originals> originals_;
};

}  // namespace

Result<SourceReport> each_capture(const std::vector<std::string>& sources, const std::optional<std::string>& url,
                                  const Clock& clock, const Take& take) {
  Walker walker(url, clock, take);
  for (const std::string& source : sources) {
    if (const Result<void> done = walker.source(source); !done) return done.error();
  }
  return std::move(walker).report();
}

}  // namespace dekko
