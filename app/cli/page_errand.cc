#include "app/cli/page_errand.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "app/cli/identity.h"
#include "app/crawl_loop.h"
#include "app/sources.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

// A folder that is gone with whoever made it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code ignored;
    std::string name = (fs::temp_directory_path(ignored) / "dekko-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Result<RunReport> walk(const PageErrand& errand, const fs::path& folder, Fetcher& fetcher, const Clock& clock,
                       Console& console) {
  Result<Store> store = Store::open(folder / "errand.db");
  if (!store) return store.error();
  const Result<Recall> recall = Recall::open(folder / "errand.db");
  if (!recall) return recall.error();
  RobotsGate gate("dekko");
  Pacer pacer(errand.pace);
  const fs::path archive_folder = folder / "archive";
  const CrawlTools tools{.politeness = {gate, pacer},
                         .store = *store,
                         .recall = *recall,
                         .archive_folder = archive_folder,
                         .clock = clock,
                         .console = console};
  Result<ArchiveWriter> archive =
      ArchiveWriter::open(archive_folder, {.software = kSoftware, .label = "errand"}, clock);
  if (!archive) return archive.error();
  std::vector<std::unique_ptr<Crawl>> crawls;
  const ListingPlan plan{.url = errand.listing,
                         .pages = PageRange{.mode = WalkPlan::Mode::kRange, .first = 1, .last = errand.pages},
                         .profile = &errand.profile};
  crawls.push_back(std::make_unique<Crawl>(tools, plan, std::move(*archive)));
  if (const Result<void> begun = crawls.front()->begin(); !begun) return begun.error();
  const Interrupt interrupt;
  RunReport report;
  CrawlLoop loop({.fetcher = fetcher,
                  .store = *store,
                  .politeness = tools.politeness,
                  .clock = clock,
                  .interrupt = interrupt,
                  .console = console,
                  .budget = {},
                  .chance = [] { return 0.0; },
                  .report = [&](const RunReport& done) { report = done; },
                  .own_thread = false},
                 crawls);
  const Result<void> run = loop.run();
  return run ? Result<RunReport>(std::move(report)) : Result<RunReport>(run.error());
}

}  // namespace

Result<std::vector<Capture>> fetch_pages(const PageErrand& errand, Fetcher& fetcher, const Clock& clock,
                                         Console& console) {
  const ScratchFolder folder;
  if (folder.path().empty()) return Error{ErrorCode::kIo, "a folder for temporary files", "cannot be made"};
  const Result<RunReport> report = walk(errand, folder.path(), fetcher, clock, console);
  if (!report) return report.error();
  std::vector<Capture> pages;
  const auto take = [&](const Sourced& sourced) -> Result<void> {
    if (sourced.capture.status == 200) pages.push_back(sourced.capture);
    return {};
  };
  const Result<SourceReport> read =
      each_capture({(folder.path() / "archive").string()}, std::nullopt, clock, take);
  if (pages.empty()) {
    if (const auto fault = fault_of(*report)) return *fault;
    return read ? Error{ErrorCode::kNotFound, errand.listing.text(), "no page came"} : read.error();
  }
  return pages;
}

}  // namespace dekko
