// Every page under fixtures/sites against the JSON lines beside it, and every built-in profile against the
// pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/expectation.h"
#include "app/page_file.h"
#include "core/limits.h"
#include "extractors/extract.h"
#include "extractors/page_json.h"
#include "extractors/sites/profiles.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

namespace fs = std::filesystem;

const fs::path kSites = DEKKO_SOURCE_DIR "/fixtures/sites";

std::vector<std::string> cases() {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(kSites)) {
    if (entry.path().filename() == "page.html")
      found.push_back(entry.path().parent_path().lexically_relative(kSites).string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

const Profiles& profiles() {
  static const Profiles builtin = Profiles::builtin();
  return builtin;
}

Page page_of(const std::string& name) {
  const FakeClock clock;
  const Result<Capture> capture = read_page_file(kSites / name / "page.html", std::nullopt, clock);
  EXPECT_TRUE(capture) << (capture ? "" : capture.error().message());
  const Result<Page> page = extract(*capture, profiles().for_url(capture->url));
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  return *page;
}

class Fixture : public testing::TestWithParam<std::string> {
 protected:
  fs::path golden() const { return kSites / GetParam() / "expected.jsonl"; }
};

TEST_P(Fixture, ReadsAsItsGoldenSays) {
  const std::string today = to_json_lines(page_of(GetParam()));
  if (!fs::exists(golden())) {
    ASSERT_TRUE(write_file(golden(), today));
    FAIL() << golden()
           << " was missing and is written now. Read it line by line against page.html before you keep it.";
  }
  const std::string golden_text = *read_file(golden(), limits::kBodyBytes);
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  ASSERT_EQ(lines(today), lines(golden_text)) << "cards, and one line for the page\n"
                                              << diff_json_lines(golden(), golden_text, today);
  EXPECT_EQ(diff_json_lines(golden(), golden_text, today), "");
}

TEST_P(Fixture, SaysWhereItCameFrom) {
  EXPECT_TRUE(fs::exists(kSites / GetParam() / "page.toml")) << "url, fetched_at, status, content_type";
}

INSTANTIATE_TEST_SUITE_P(Every, Fixture, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(Fixtures, HaveAPageForEveryBuiltInProfile) {
  std::set<std::string> shown;
  for (const std::string& name : cases()) shown.insert(page_of(name).profile);
  for (const Profile* profile : profiles().all()) {
    EXPECT_TRUE(shown.contains(profile->name)) << "no page under fixtures/sites is read by " << profile->name;
  }
}

}  // namespace
}  // namespace dekko
