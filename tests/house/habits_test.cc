#include "tests/house/habits.h"

#include <gtest/gtest.h>

namespace dekko::house {
namespace {

Faults faults_of(const std::string& path, const std::string& text) {
  return habit_faults({{.path = path, .text = text}});
}

std::string lines(size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += "//\n";
  return text;
}

TEST(Habits, AcceptWhatTheHouseAllows) {
  EXPECT_EQ(faults_of("core/url.h", "#pragma once\n"), Faults{});
  EXPECT_EQ(faults_of("core/url.cc", lines(kMostLines)), Faults{});
  EXPECT_EQ(faults_of("core/words.cc", "// d\u00e9j\u00e0 vu\n"), Faults{});
  EXPECT_EQ(faults_of("README.md", "d\u00e9j\u00e0 vu\n" + lines(900)), Faults{});
  EXPECT_EQ(faults_of("tests/core/url_test.cc", "\"d\u00e9j\u00e0 vu\"\n"), Faults{});
  EXPECT_EQ(faults_of("tests/core/seed_test.cc",
                      "\".."
                      "/shared/seed\"\n"),
            Faults{});
}

TEST(Habits, RefuseWhatItDoesNot) {
  for (const auto& [path, text] : std::vector<std::pair<std::string, std::string>>{
           {"core/url_utils.cc", ""},
           {"core/CommonUrl.cc", ""},
           {"scripts/helper", ""},
           {"core/url.h", "// pragma once\n"},
           {"core/url.cc", lines(kMostLines + 1)},
           {"tests/e2e/lib.sh", lines(kMostLines + 1)},
           {"core/url.cc", "// caf\u200b\n"},
           {"scripts/demo", "# caf\u00a0\n"},
           {"core/url.cc",
            "// TO"
            "DO: later\n"},
           {"README.md",
            "FIX"
            "ME\n"},
           {"README.md",
            "see /wo"
            "rk/main\n"},
           {"scripts/test",
            "cp /ro"
            "ot/.npmrc .\n"},
           {"tests/e2e/package-lock.json",
            "https://registry."
            "npmjs"
            ".org/x\n"},
           {"scripts/check-fresh",
            "http://deb."
            "debian.org/debian\n"},
           {"tests/e2e/torture.sh",
            "ldd dekko | gr"
            "ep -q libasan\n"},
           {"core/url.cc",
            "\".."
            "/shared/seed\"\n"},
       })
    EXPECT_FALSE(faults_of(path, text).empty()) << path << ": " << text.substr(0, 40);
}

TEST(Habits, AFaultNamesFileLineAndReason) {
  EXPECT_EQ(faults_of("core/url.cc", "//\n// a\u202eb\n"), Faults{"core/url.cc:2: \"\u202e\" cannot be seen"});
  EXPECT_EQ(faults_of("core/url.h", ""), Faults{"core/url.h: no #pragma once"});
}

}  // namespace
}  // namespace dekko::house
