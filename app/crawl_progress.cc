#include "app/crawl_progress.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "app/run_report.h"

namespace dekko {

namespace {

std::string line_of_one(const CrawlProgress& crawl) {
  return fmt::format("page {}{} · {} new, {} changed · pause {}{}", crawl.page,
                     crawl.last_page ? fmt::format(" of {}", *crawl.last_page) : "", crawl.items_new,
                     crawl.items_changed, time_text(crawl.pause),
                     crawl.left ? fmt::format(" · {} left", time_text(*crawl.left)) : "");
}

std::string line_of_many(const std::vector<CrawlProgress>& going, size_t listings) {
  std::set<std::string_view> hosts;
  int pages = 0;
  const CrawlProgress* slowest = nullptr;
  for (const CrawlProgress& crawl : going) {
    hosts.insert(crawl.host);
    pages += crawl.pages;
    if (crawl.left && (!slowest || *crawl.left > *slowest->left)) slowest = &crawl;
  }
  std::string line =
      fmt::format("{} hosts · {} of {} listings · {} pages", hosts.size(), going.size(), listings, pages);
  if (slowest) line += fmt::format(" · {}: {} left", slowest->host, time_text(*slowest->left));
  return line;
}

}  // namespace

std::string progress_line(const std::vector<CrawlProgress>& going, size_t listings) {
  if (going.empty()) return "";
  return listings == 1 ? line_of_one(going.front()) : line_of_many(going, listings);
}

}  // namespace dekko
