#include "app/crawl_progress.h"

#include <fmt/format.h>

#include <set>

namespace dekko {

namespace {

std::string line_of_one(const Crawl& crawl, const Pacer& pacer) {
  const RunReport& report = crawl.report();
  const auto last = crawl.last_page();
  const auto left = crawl.time_left();
  return fmt::format("page {}{} · {} new, {} changed · pause {}{}", crawl.page(),
                     last ? fmt::format(" of {}", *last) : "", report.items_new, report.items_changed,
                     time_text(pacer.pause(crawl.url())), left ? fmt::format(" · {} left", time_text(*left)) : "");
}

std::string line_of_many(const std::vector<const Crawl*>& crawls, size_t begun) {
  std::set<std::string_view> hosts;
  int pages = 0;
  const Crawl* slowest = nullptr;
  for (const Crawl* crawl : crawls) {
    hosts.insert(crawl->url().host());
    pages += crawl->report().pages;
    if (crawl->time_left() && (!slowest || *crawl->time_left() > *slowest->time_left())) slowest = crawl;
  }
  std::string line = fmt::format("{} hosts · {} of {} listings · {} pages", hosts.size(), crawls.size(), begun, pages);
  if (slowest) line += fmt::format(" · {}: {} left", slowest->url().host(), time_text(*slowest->time_left()));
  return line;
}

}  // namespace

std::string progress_line(const std::vector<std::unique_ptr<Crawl>>& crawls, const Pacer& pacer) {
  std::vector<const Crawl*> going;
  for (const auto& crawl : crawls) {
    if (crawl) going.push_back(crawl.get());
  }
  if (going.empty()) return "";
  return crawls.size() == 1 ? line_of_one(*going.front(), pacer) : line_of_many(going, crawls.size());
}

}  // namespace dekko
