// db_bench [NIGHTS [LISTINGS [FILE]]]: fills a database as so many nights would and prints what a page's
// transaction, a sighting's octets and every question cost. 30 nights of 30 listings are a million sightings;
// 0 nights ask a file that was filled before.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "bench/db/bare.h"
#include "bench/db/world.h"
#include "db/reading.h"
#include "db/store.h"

namespace {

using namespace dekko;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times.at(times.size() / 2);
}

// Milliseconds of a processor: of five times the median; the first, which warms the cache, is not counted.
template <class Work>
double warm(Work work) {
  std::vector<double> times;
  work();
  for (int i = 0; i < 5; ++i) {
    const std::clock_t begin = std::clock();
    work();
    times.push_back(double(std::clock() - begin) / CLOCKS_PER_SEC * 1000);
  }
  return median(times);
}

struct Filled {
  std::vector<double> page_times;
  int64_t sightings = 0;
  double processor = 0;  // milliseconds
};

void fill_night(Store& store, const bench::World& world, int night, Filled& filled) {
  for (int listing = 1; listing <= world.listings; ++listing) {
    const Moment started = world.capture(listing, night, 1).fetched_at;
    const RunId run = *store.begin_run({.listing = world.url(listing), .kind = "crawl", .started = started});
    for (int number = 1; number <= world.pages; ++number) {
      const Page page = world.page(listing, night, number);
      const Capture capture = world.capture(listing, night, number);
      const auto begin = Clock::now();
      const std::clock_t cpu = std::clock();
      const Result<Applied> applied = store.apply(run, capture, page, {.next_page = number + 1});
      filled.processor += double(std::clock() - cpu) / CLOCKS_PER_SEC * 1000;
      filled.page_times.push_back(milliseconds_since(begin));
      if (!applied) std::exit(1);
      filled.sightings += int64_t(page.cards.size());
    }
    if (!store.finish_run(
            run, {started + std::chrono::minutes(10), StopReason::kReachedLast, Coverage::kComplete}))
      std::exit(1);
  }
}

void remove_database(const std::filesystem::path& file) {
  for (const char* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file.string() + tail);
}

// Three nights more, by the Store and bare. The same rows, so the times compare as rows a second do.
void compare_with_bare(const std::filesystem::path& file, const bench::World& world, int nights) {
  const std::filesystem::path copy = file.string() + ".bare";
  remove_database(copy);
  std::filesystem::copy_file(file, copy);
  Filled filled;
  {
    Store store = *Store::open(file);
    for (int night = nights + 1; night <= nights + 3; ++night) fill_night(store, world, night, filled);
  }
  // The processor's time: what a busy disk adds to it is the same for both, and noise.
  const double pages = double(filled.page_times.size());
  const double ours = filled.processor / pages, bare = bench::write_bare(copy, file) / pages;
  fmt::print(
      "a page of three nights more: {:.2f} ms of processor by the Store, {:.2f} ms bare: {:.0f} % of its rows a "
      "second\n",
      ours, bare, bare / ours * 100);
  remove_database(copy);
}

Filled fill(const std::filesystem::path& file, const bench::World& world, int nights) {
  Store store = *Store::open(file);
  Filled filled;
  for (int night = 1; night <= nights; ++night) fill_night(store, world, night, filled);
  std::sort(filled.page_times.begin(), filled.page_times.end());
  return filled;
}

void print(const std::string& what, double milliseconds) {
  fmt::print("{:<60} {:>10.2f} ms\n", what, milliseconds);
}

void ask(const std::filesystem::path& file) {
  SQLite::Database db(file, SQLite::OPEN_READONLY);
  const auto question = [&](const std::string& sql) {
    print(sql.substr(0, 60), warm([&] {
            SQLite::Statement statement(db, sql);
            while (statement.executeStep()) {
            }
          }));
  };
  const std::string url = db.execAndGet("SELECT url FROM items ORDER BY id DESC LIMIT 1").getString();
  question("SELECT * FROM items WHERE url = '" + url + "'");
  for (const std::string view :
       {"new_since_yesterday", "headline_edits", "vanished", "posts_per_day", "posts_per_week", "authors",
        "coauthors", "sighting_delays", "page_one_stays", "coverage_by_run", "gaps", "field_health"}) {
    question("SELECT * FROM " + view);
  }
  question("SELECT * FROM changes");
  const Reading reading = *Reading::open(file);
  for (const std::string words : {"ferry", "ferry bridge", "\"harbor council\"", "lighth*"})
    print("search " + words, warm([&] { return reading.search(words, 20)->size(); }));
  print("show", warm([&] { return reading.life(url)->states.size(); }));
  print("status", warm([&] { return reading.status()->size(); }));
}

}  // namespace

int main(int argc, char** argv) {
  const int nights = argc > 1 ? std::atoi(argv[1]) : 3;
  bench::World world;
  if (argc > 2) world.listings = std::atoi(argv[2]);
  const std::filesystem::path file = argc > 3 ? argv[3] : "db_bench.db";
  if (nights == 0) {
    ask(file);
    return 0;
  }
  remove_database(file);
  const Filled filled = fill(file, world, nights);
  const auto at = [&](double share) {
    return filled.page_times[size_t(share * double(filled.page_times.size() - 1))];
  };
  fmt::print("{} sightings, {:.1f} octets each\n", filled.sightings,
             double(std::filesystem::file_size(file)) / double(filled.sightings));
  fmt::print("a page's transaction: median {:.2f} ms, 99 % below {:.2f} ms\n", at(0.5), at(0.99));
  ask(file);
  compare_with_bare(file, world, nights);
}
