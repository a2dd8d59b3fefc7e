#include "tests/support/site_arguments.h"

#include <gtest/gtest.h>

namespace dekko::site {
namespace {

TEST(SiteArguments, TakeValuesInBothForms) {
  auto arguments = parse_arguments({"--posts", "25", "--layout=P22", "--fault", "503@2x3", "--insert", "1@4",
                                    "--no-gzip", "--port", "8080"});
  ASSERT_TRUE(arguments) << arguments.error().message();
  EXPECT_EQ(arguments->site.posts, 25);
  EXPECT_EQ(arguments->site.layout, Layout::kP22);
  EXPECT_EQ(arguments->site.faults.at(0).times, 3);
  EXPECT_EQ(arguments->site.changes.at(0).after, 4);
  EXPECT_FALSE(arguments->site.gzip);
  EXPECT_EQ(arguments->port, 8080);
}

TEST(SiteArguments, RefuseWhatTheyDoNotKnow) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--postts", "1"},
                                             {"posts"},
                                             {"--posts"},
                                             {"--posts", "many"},
                                             {"--posts", "-1"},
                                             {"--port", "65536"},
                                             {"--layout", "T25"},
                                             {"--no-gzip=1"},
                                             {"--robots", "/nowhere/robots.txt"},
                                             {"--insert", "0@1"},
                                             {"--insert", "3"},
                                             {"--insert", "3@"},
                                             {"--edit", "@3"}})
    EXPECT_FALSE(parse_arguments(words)) << words[0];
}

TEST(SiteArguments, FaultsAreANameAPageAndMaybeTimes) {
  EXPECT_EQ(parse_fault("slow@1")->times, FaultRule::kAlways);
  EXPECT_EQ(parse_fault("wrong-length@12x1")->fault, Fault::kWrongLength);
  for (const char* text :
       {"", "@", "slow", "slow@", "slow@x", "slow@1x", "slow@1x2x3", "sloow@1", "slow@1 ", "slow@-1"})
    EXPECT_FALSE(parse_fault(text)) << text;
}

TEST(SiteArguments, UsageNamesEveryFault) {
  for (const char* name :
       {"slow", "drop", "truncated", "wrong-length", "429", "503", "redirect-loop", "login"})
    EXPECT_NE(usage().find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace dekko::site
