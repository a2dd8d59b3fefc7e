// The corpora, replayed: what once reached the most code, and what once went wrong.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

// How gtest names a target, found by its namespace.
void PrintTo(const Target& target, std::ostream* out) {
  *out << target.name;
}

namespace {

namespace fs = std::filesystem;

const fs::path kFixtures = DEKKO_SOURCE_DIR "/fixtures";

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (fs::exists(folder)) files.assign(fs::directory_iterator(folder), fs::directory_iterator());
  std::sort(files.begin(), files.end());
  return files;
}

class Corpus : public testing::TestWithParam<Target> {
 protected:
  // The name of each file is said before it is read, for where a check ends the process.
  static void replay(const fs::path& file) {
    std::cout << file.lexically_relative(kFixtures).string() << std::endl;
    std::ifstream stream(file, std::ios::binary);
    // Of just its size, so that the sanitizers see a step beyond its end.
    std::vector<char> octets(std::istreambuf_iterator<char>(stream), {});
    octets.shrink_to_fit();
    try {
      GetParam().check({octets.data(), octets.size()});
    } catch (const std::exception& broken) {
      ADD_FAILURE() << file << ": " << broken.what();
    }
  }
};

TEST_P(Corpus, Holds) {
  const std::vector<fs::path> files = files_in(kFixtures / "fuzz" / GetParam().name);
  EXPECT_FALSE(files.empty()) << "scripts/fuzz --minimise fills it";
  for (const fs::path& file : files) replay(file);
}

TEST_P(Corpus, OfOnceFoundCrashesHolds) {
  for (const fs::path& file : files_in(kFixtures / "crashes" / GetParam().name)) replay(file);
}

TEST_P(Corpus, OfNothingHolds) {
  EXPECT_NO_THROW(GetParam().check({}));
}

INSTANTIATE_TEST_SUITE_P(Every, Corpus, testing::ValuesIn(kTargets), [](const auto& test) {
  std::string name = test.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Corpora, AreOfTargetsThatThereAre) {
  for (const char* kept : {"fuzz", "crashes"}) {
    for (const fs::path& folder : files_in(kFixtures / kept)) {
      const auto is_its = [&](const Target& target) { return folder.filename() == target.name; };
      EXPECT_TRUE(folder.extension() == ".md" || std::any_of(kTargets.begin(), kTargets.end(), is_its))
          << folder;
    }
  }
}

}  // namespace
}  // namespace dekko::fuzz
