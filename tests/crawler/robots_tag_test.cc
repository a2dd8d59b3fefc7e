#include "crawler/polite/robots_tag.h"

#include <gtest/gtest.h>

#include <string>

namespace dekko {
namespace {

TEST(RobotsTag, ForbidsACopyInAnyOfItsForms) {
  for (const char* directives :
       {"noarchive", "none", "NoArchive", " noindex ,\tnoarchive ", "noindex,,none", "dekko: noarchive",
        "Dekko:none", "*: noarchive", "robots: none", "max-snippet: 20, noarchive",
        "unavailable_after: 25 Jun 2024 15:00:00 PST, none", "googlebot: nofollow, dekko: noindex, noarchive",
        "noarchive, googlebot: nofollow"}) {
    EXPECT_TRUE(forbids_archiving(directives, "dekko")) << directives;
  }
}

TEST(RobotsTag, LeavesOtherDirectivesAndOtherRobotsAlone) {
  for (const char* directives :
       {"", ",", ":", "all", "index, follow", "noindex, nofollow", "nosnippet", "noarchives", "no archive",
        "nonexistent", "googlebot: noarchive", "googlebot: nofollow, noarchive", "dekkobot: none",
        "max-image-preview: none", "max-snippet: 0", "noindex; noarchive"}) {
    EXPECT_FALSE(forbids_archiving(directives, "dekko")) << directives;
  }
}

TEST(RobotsTag, SurvivesDirectivesCutAnywhere) {
  const std::string whole = "noindex, dekko: nofollow, max-snippet: 3, noarchive";
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(forbids_archiving(whole.substr(0, size), "dekko")) << size;
  }
  EXPECT_TRUE(forbids_archiving(whole, "dekko"));
}

}  // namespace
}  // namespace dekko
