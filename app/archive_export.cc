#include "app/archive_export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "app/warc_copy.h"
#include "archive/digest.h"
#include "archive/zip_file.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kData = "data.warc.gz";

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<void> rename_to(const fs::path& part, const fs::path& out) {
  std::error_code failure;
  fs::rename(part, out, failure);
  if (failure) return Error{ErrorCode::kIo, out.string(), "cannot be written: " + failure.message()};
  return {};
}

// Goes when the export does, whatever became of it.
struct Part {
  explicit Part(fs::path name) : path(std::move(name)) {}
  ~Part() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  fs::path path;
};

Error nothing_chosen(const ExportOrder& order) {
  return Error{ErrorCode::kNotFound, order.archive.string(), "holds no record of that listing, page and time",
               "dekko archive list shows what there is"};
}

// WACZ 1.1.1, "pages.jsonl": a header, then a line each.
std::string pages_text(const std::vector<ViewablePage>& pages) {
  std::string text = dumped({{"format", "json-pages-1.0"}, {"id", "pages"}, {"title", "All pages"}}) + "\n";
  for (size_t i = 0; i < pages.size(); ++i) {
    text +=
        dumped({{"id", std::to_string(i + 1)}, {"url", pages[i].url}, {"ts", to_text(pages[i].at)}}) + "\n";
  }
  return text;
}

Json resource(const std::string& path, const std::string& sha256, uint64_t bytes) {
  return {{"name", path.substr(path.rfind('/') + 1)},
          {"path", path},
          {"hash", "sha256:" + sha256},
          {"bytes", bytes}};
}

// Fills a WACZ and tells in its datapackage.json what it holds.
class Wacz {
 public:
  Wacz(ZipFile zip, const ExportOrder& order) : zip_(std::move(zip)), order_(order) {}

  Result<void> add_data(const fs::path& file) {
    const std::string path = std::string("archive/") + kData;
    const Result<std::string> sha256 = sha256_hex_of_file(file);
    if (!sha256) return sha256.error();
    std::error_code ignored;
    resources_.push_back(resource(path, *sha256, fs::file_size(file, ignored)));
    return zip_.add_file(path, file);
  }
  Result<void> add_text(const std::string& path, std::string text) {
    const Result<std::string> sha256 = sha256_hex(text);
    if (!sha256) return sha256.error();
    resources_.push_back(resource(path, *sha256, text.size()));
    return zip_.add_text(path, std::move(text));
  }
  Result<void> close(const std::vector<ViewablePage>& pages) {
    Json package{{"profile", "data-package"},
                 {"wacz_version", "1.1.1"},
                 {"title", order_.choice.listing ? order_.choice.listing->text() : order_.archive.string()},
                 {"created", to_text(order_.made)},
                 {"software", order_.software}};
    if (!pages.empty()) {
      package["mainPageUrl"] = pages.front().url;
      package["mainPageDate"] = to_text(pages.front().at);
    }
    package["resources"] = resources_;
    std::string text = dumped(package, 2);
    const Result<std::string> sha256 = sha256_hex(text);
    if (!sha256) return sha256.error();
    if (const auto added = zip_.add_text("datapackage.json", std::move(text)); !added) return added;
    const Json digest{{"path", "datapackage.json"}, {"hash", "sha256:" + *sha256}};
    if (const auto added = zip_.add_text("datapackage-digest.json", dumped(digest, 2)); !added) return added;
    return zip_.close();
  }

 private:
  ZipFile zip_;
  const ExportOrder& order_;
  Json resources_ = Json::array();
};

}  // namespace

Result<ExportReport> export_warc(const ExportOrder& order, Console& console) {
  const Part part(order.out.string() + ".part");
  WarcCopy copy(order, part.path, order.out.filename().string());
  if (const Result<void> written = copy.write(console); !written) return written.error();
  if (copy.report().records == 0) return nothing_chosen(order);
  if (const Result<void> named = rename_to(part.path, order.out); !named) return named.error();
  return copy.report();
}

Result<ExportReport> export_wacz(const ExportOrder& order, Console& console) {
  const Part data(order.out.string() + ".data.part"), part(order.out.string() + ".part");
  WarcCopy copy(order, data.path, kData);
  if (const Result<void> written = copy.write(console); !written) return written.error();
  if (copy.report().records == 0) return nothing_chosen(order);
  Result<ZipFile> zip = ZipFile::create(part.path, order.made);
  if (!zip) return zip.error();
  Wacz wacz(std::move(*zip), order);
  Result<void> done = wacz.add_data(data.path);
  if (done) done = wacz.add_text("indexes/index.cdxj", copy.index());
  if (done) done = wacz.add_text("pages/pages.jsonl", pages_text(copy.pages()));
  if (done) done = wacz.close(copy.pages());
  if (done) done = rename_to(part.path, order.out);
  if (!done) return done.error();
  return copy.report();
}

}  // namespace dekko
