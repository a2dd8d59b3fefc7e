#include "tests/soak/months.h"

#include <fmt/format.h>
#include <malloc.h>

#include <fstream>
#include <numeric>

namespace dekko {
namespace {

constexpr double kMiB = 1024.0 * 1024.0;
constexpr double kFlat = 1.5;         // of the second month's memory
constexpr double kLinear = 2;         // of the second month's growth
constexpr uintmax_t kLog = 20 << 20;  // octets of SQLite's log, which is folded at 4000 pages of 4 KiB
constexpr int kWholeMonth = 30;       // nights

// "VmRSS" or "VmHWM", in octets.
uint64_t memory(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name + ":")) return std::stoull(line.substr(name.size() + 1)) * 1024;
  return 0;
}

// The peak begins anew.
void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << 5;
}

int descriptors() {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
  return count;
}

uint64_t octets_below(const std::filesystem::path& folder) {
  uint64_t octets = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) octets += entry.file_size();
  return octets;
}

std::string changed(int64_t now, int64_t before) {
  return fmt::format("{}", now - before);
}

}  // namespace

void Months::close() {
  malloc_trim(0);  // what the allocator only keeps for later is nobody's
  SQLite::Database db(year_.db().string(), SQLite::OPEN_READONLY);
  const auto count = [&](const std::string& what) {
    return db.execAndGet("SELECT count(*) FROM " + what).getInt64();
  };
  const auto& struck = year_.watch().struck;
  const int faults = std::accumulate(struck.begin(), struck.end(), 0,
                                     [](int sum, const auto& kind) { return sum + kind.second; });
  months_.push_back({.nights = year_.nights(),
                     .requests = count("request"),
                     .pages = count("capture WHERE verdict IS NOT NULL"),
                     .items = count("item"),
                     .versions = count("version"),
                     .verdicts = audit_.verdicts(),
                     .faults = faults,
                     .resident = memory("VmRSS"),
                     .peak = memory("VmHWM"),
                     .descriptors = descriptors(),
                     .db = std::filesystem::file_size(year_.db()),
                     .archive = octets_below(year_.folder())});
  forget_peak();
}

void Months::check_growth() {
  audit_.check("the database's log stays short", year_.longest_log() < kLog,
               fmt::format("{} octets", year_.longest_log()));
  for (size_t month = 3; month < months_.size(); ++month) {
    const Month& now = months_[month];
    const Month& second = months_[2];
    audit_.check(
        "memory stays flat", static_cast<double>(now.resident) < kFlat * static_cast<double>(second.resident),
        fmt::format("month {}: {:.1f} MiB, {:.1f} in the second", month,
                    static_cast<double>(now.resident) / kMiB, static_cast<double>(second.resident) / kMiB));
    audit_.check("descriptors stay flat", now.descriptors == second.descriptors,
                 fmt::format("month {}: {}, {} in the second", month, now.descriptors, second.descriptors));
    check_files(month);
  }
}

void Months::check_files(size_t month) {
  const auto grew = [&](size_t which, uint64_t Month::*size) {
    return static_cast<double>(months_[which].*size - months_[which - 1].*size);
  };
  if (months_[month].nights - months_[month - 1].nights != kWholeMonth) return;
  for (const auto& [name, size] :
       {std::pair("database", &Month::db), std::pair("archive", &Month::archive)}) {
    const double now = grew(month, size), then = grew(2, size);
    audit_.check("files grow by the same each month", now < kLinear * then && now > then / kLinear,
                 fmt::format("month {}: the {} grew by {:.2f} MiB, {:.2f} in the second", month, name,
                             now / kMiB, then / kMiB));
  }
}

void Months::print() const {
  fmt::print("{:>5} {:>6} {:>8} {:>6} {:>6} {:>8} {:>30} {:>6} {:>9} {:>9} {:>4} {:>8} {:>11}\n", "month",
             "nights", "requests", "pages", "items", "versions", "complete/repaired/open/partial", "faults",
             "MiB", "peak MiB", "fds", "db MiB", "archive MiB");
  for (size_t i = 1; i < months_.size(); ++i) {
    const Month& now = months_[i];
    const Month& before = months_[i - 1];
    const auto verdict = [&](const std::string& name) {
      const auto count = [&](const Month& month) {
        const auto found = month.verdicts.find(name);
        return found == month.verdicts.end() ? 0 : found->second;
      };
      return count(now) - count(before);
    };
    fmt::print(
        "{:>5} {:>6} {:>8} {:>6} {:>6} {:>8} {:>30} {:>6} {:>9.1f} {:>9.1f} {:>4} {:>8.2f} {:>11.2f}\n", i,
        now.nights - before.nights, changed(now.requests, before.requests), changed(now.pages, before.pages),
        now.items, now.versions,
        fmt::format("{}/{}/{}/{}", verdict("complete"), verdict("repaired"), verdict("open"),
                    verdict("partial")),
        now.faults - before.faults, static_cast<double>(now.resident) / kMiB,
        static_cast<double>(now.peak) / kMiB, now.descriptors, static_cast<double>(now.db) / kMiB,
        static_cast<double>(now.archive) / kMiB);
  }
  print_invariants();
}

void Months::print_invariants() const {
  fmt::print("\nfaults:");
  for (const auto& [name, times] : year_.watch().struck) fmt::print(" {} {};", name, times);
  fmt::print("\nlisting's pages at the end:");
  for (const Chronicle& paper : year_.papers()) fmt::print(" {}", paper.paper().page_count());
  fmt::print("\nthe database's log at its longest: {:.1f} MiB\n\n",
             static_cast<double>(year_.longest_log()) / kMiB);
  for (const auto& [name, invariant] : audit_.invariants()) {
    fmt::print("{:>9} {} {}\n", invariant.checked, invariant.broken == 0 ? "hold: " : "BROKEN", name);
    for (const std::string& example : invariant.examples) fmt::print("          {}\n", example);
  }
}

}  // namespace dekko
