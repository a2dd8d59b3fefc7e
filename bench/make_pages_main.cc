// make_pages FOLDER [COUNT]: the bench's pages as files, each with what is known of it beside it; with COUNT,
// a listing of so many pages in a single theme.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "bench/listing_pages.h"

namespace {

bool write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  return bool(out);
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 2 ? std::atoi(argv[2]) : dekko::bench::kPages;
  if (argc < 2 || argc > 3 || count < 1) {
    std::cerr << "usage: make_pages FOLDER [COUNT]\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  for (int number = 0; number < count; ++number) {
    const dekko::bench::SavedPage page =
        argc > 2 ? dekko::bench::themed_page(number, count) : dekko::bench::listing_page(number);
    const std::string stem = fmt::format("{:05}", number + 1);
    const std::string facts = fmt::format("url = \"{}\"\nfetched_at = \"2024-03-19T12:00:00Z\"\n", page.url);
    if (write(folder / (stem + ".html"), page.html) && write(folder / (stem + ".toml"), facts)) continue;
    std::cerr << "make_pages: cannot write to " << folder << "\n";
    return 1;
  }
}
