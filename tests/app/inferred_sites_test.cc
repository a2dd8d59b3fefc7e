// Profiles inferred from two pages of a site under fixtures/, held against what the profile that a person
// wrote for it reads on the site's other pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "app/page_file.h"
#include "core/limits.h"
#include "extractors/extract.h"
#include "extractors/infer/inference.h"
#include "extractors/sites/profiles.h"
#include "tests/support/agreement.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

namespace fs = std::filesystem;

const fs::path kSites = DEKKO_SOURCE_DIR "/fixtures/sites";

std::vector<std::string> described_sites() {
  std::vector<std::string> sites;
  for (const auto& entry : fs::directory_iterator(kSites)) {
    if (fs::exists(entry.path() / "profile.toml")) sites.push_back(entry.path().filename().string());
  }
  std::sort(sites.begin(), sites.end());
  return sites;
}

class InferredSite : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const FakeClock clock;
    for (const auto& entry : fs::directory_iterator(kSites / GetParam())) {
      if (!entry.is_directory()) continue;
      const Result<Capture> capture = read_page_file(entry.path() / "page.html", std::nullopt, clock);
      ASSERT_TRUE(capture) << capture.error().message();
      pages_.push_back(*capture);
    }
    ASSERT_GE(pages_.size(), 3u);
    const auto number = [](const Capture& page) { return page_address(page.url, {}).page; };
    std::sort(pages_.begin(), pages_.end(),
              [&](const Capture& a, const Capture& b) { return number(a) < number(b); });
  }

  Profile by_hand() const {
    const fs::path file = kSites / GetParam() / "profile.toml";
    return parse_profile(*read_file(file, limits::kProfileBytes), file.string()).value();
  }
  Profile inferred(const Capture& one, const Capture& other) const {
    const Result<Inference> inference =
        infer_profile({{.capture = &one}, {.capture = &other}}, profiles_.shape(), {});
    EXPECT_TRUE(inference) << (inference ? "" : inference.error().message());
    return parse_profile(inference ? inference->toml : "", "inferred").value();
  }
  std::vector<Card> cards(const Capture& page, const Profile& profile) const {
    return extract(page, profile).value().cards;
  }
  // What a profile inferred from these two reads on all others.
  Agreement agreement(size_t one, size_t other) const {
    const Profile hand = by_hand(), made = inferred(pages_[one], pages_[other]);
    Agreement agreement;
    for (size_t i = 0; i < pages_.size(); ++i) {
      if (i != one && i != other) agreement.add(cards(pages_[i], hand), cards(pages_[i], made));
    }
    return agreement;
  }

  std::vector<Capture> pages_;  // by number
  Profiles profiles_ = Profiles::builtin();
};

void expect_enough(const Agreement& agreement) {
  for (const char* field : {"url", "headline", "published"})
    EXPECT_TRUE(agreement.all(field)) << field << ": " << agreement.text();
  for (const char* field : {"dek", "bylines"})
    EXPECT_TRUE(agreement.nine_of_ten(field)) << field << ": " << agreement.text();
}

TEST_P(InferredSite, ReadsItsOtherPagesAsTheProfileOfAPersonDoes) {
  const Agreement found = agreement(0, 1);
  std::cout << GetParam() << ": " << found.text() << "\n";
  expect_enough(found);
}

TEST_P(InferredSite, ReadsWhicheverPageIsLeftOut) {
  // The lead story stands on page 1 alone: no other page says how it is marked up.
  const size_t first = GetParam() == "upland-post" ? 1 : 0;
  for (size_t left_out = first; left_out < pages_.size(); ++left_out) {
    SCOPED_TRACE(pages_[left_out].url.text());
    const size_t one = left_out == 0 ? 1 : 0;
    expect_enough(agreement(one, left_out == one + 1 ? one + 2 : one + 1));
  }
}

INSTANTIATE_TEST_SUITE_P(Every, InferredSite, testing::ValuesIn(described_sites()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace dekko
