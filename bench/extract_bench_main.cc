// extract_bench [FILE...]: CPU time a page, in one process and one thread: Gumbo alone, a plain walk over Gumbo
// (the unit), dekko's parse, its finding too, its whole extraction to JSON; over the generated pages, over
// fixtures/ and over the files named.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/gumbo_walk.h"
#include "bench/listing_pages.h"
#include "extractors/extract.h"
#include "extractors/html/document.h"
#include "extractors/page_json.h"
#include "extractors/sites/profiles.h"

namespace {

namespace fs = std::filesystem;
using dekko::bench::SavedPage;
using Pages = std::vector<SavedPage>;

Pages generated() {
  Pages pages;
  for (int number = 0; number < dekko::bench::kPages; ++number)
    pages.push_back(dekko::bench::listing_page(number));
  return pages;
}

SavedPage read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {"https://gazette.example/tag/x/", std::string(std::istreambuf_iterator<char>(in), {})};
}

Pages fixtures() {
  Pages pages;
  const fs::path folder = DEKKO_SOURCE_DIR "/fixtures";
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") pages.push_back(read(entry.path()));
  }
  return pages;
}

void just_gumbo(const SavedPage& page) {
  benchmark::DoNotOptimize(dekko::bench::gumbo_parse_only(page.html));
}

void plain_walk(const SavedPage& page) {
  benchmark::DoNotOptimize(dekko::bench::gumbo_walk(page.html));
}

void dekko_parse(const SavedPage& page) {
  benchmark::DoNotOptimize(dekko::Document::parse(page.html));
}

auto found_on(const SavedPage& page) {
  static const dekko::Profiles profiles = dekko::Profiles::builtin();
  const dekko::Capture capture{.url = *dekko::Url::parse(page.url),
                               .fetched_at = *dekko::parse_moment("2024-03-19T12:00:00Z"),
                               .body = page.html};
  return dekko::extract(capture, profiles.for_url(capture.url));
}

void dekko_find(const SavedPage& page) {
  benchmark::DoNotOptimize(found_on(page));
}

void dekko_extract(const SavedPage& page) {
  const auto found = found_on(page);
  if (found) benchmark::DoNotOptimize(dekko::to_json_lines(*found));
}

// One iteration is one page, the next of the corpus.
void run(benchmark::State& state, const Pages& pages, void (*job)(const SavedPage&)) {
  size_t at = 0;
  size_t bytes = 0;
  for (auto _ : state) {
    const SavedPage& page = pages[at++ % pages.size()];
    job(page);
    bytes += page.html.size();
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

void add(const std::string& corpus, const Pages& pages) {
  if (pages.empty()) return;
  const std::pair<const char*, void (*)(const SavedPage&)> jobs[] = {{"gumbo", just_gumbo},
                                                                     {"plain_walk", plain_walk},
                                                                     {"dekko_parse", dekko_parse},
                                                                     {"dekko_find", dekko_find},
                                                                     {"dekko_extract", dekko_extract}};
  for (const auto& [name, job] : jobs) {
    benchmark::RegisterBenchmark((corpus + "/" + name).c_str(),
                                 [&pages, job = job](benchmark::State& state) { run(state, pages, job); })
        ->Unit(benchmark::kMicrosecond)
        ->Iterations(static_cast<benchmark::IterationCount>(std::max<size_t>(pages.size(), 2'000)));
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  Pages named;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_regular_file(argv[i])) return std::fprintf(stderr, "extract_bench: no file: %s\n", argv[i]), 2;
    named.push_back(read(argv[i]));
  }
  const Pages invented = generated(), saved = fixtures();
  add("pages", invented);
  add("fixtures", saved);
  add("named", named);
  benchmark::RunSpecifiedBenchmarks();
}
