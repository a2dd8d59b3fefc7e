#include "app/config.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Config, ReadsSettingsAndListings) {
  const auto config = parse_config(R"(
contact = "me@example.org"
delay = 7
db = "data/x.db"

[[listing]]
url = "https://example.org/tag/x/"
name = "x"
pages = "1-3"

[[listing]]
url = "https://example.org/tag/y/"
)", "/home/me/dekko.toml");
  ASSERT_TRUE(config) << config.error().message();
  EXPECT_EQ(config->contact, "me@example.org");
  EXPECT_EQ(config->delay, Seconds(7));
  EXPECT_EQ(config->db, "/home/me/data/x.db");
  ASSERT_EQ(config->listings.size(), 2u);
  EXPECT_EQ(config->listings[0].name, "x");
  EXPECT_EQ(config->listings[0].pages, "1-3");
}

TEST(Config, AbsolutePathsStayAbsolute) {
  const auto config = parse_config("archive = \"/srv/warc\"", "conf/dekko.toml");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->archive, "/srv/warc");
}

struct Refused {
  const char* toml;
  const char* message;
};

class ConfigRefuses : public testing::TestWithParam<Refused> {};

TEST_P(ConfigRefuses, NamingPlaceAndCure) {
  const auto config = parse_config(GetParam().toml, "dekko.toml");
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().message(), GetParam().message);
  EXPECT_EQ(config.error().code, ErrorCode::kUsage);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ConfigRefuses,
    testing::Values(
        Refused{"contakt = \"a@b\"", "dekko.toml:1:11: unknown key `contakt`; did you mean `contact`?"},
        Refused{"delay = \"5\"", "dekko.toml:1:9: `delay` has to be a number of seconds"},
        Refused{"delay = -1", "dekko.toml:1:9: `delay` has to be 0 or more seconds"},
        Refused{"\n[[listing]]\nname = \"x\"", "dekko.toml:2:1: a [[listing]] needs a `url`"},
        Refused{"listing = 3", "dekko.toml:1: listings are written as [[listing]] tables"},
        Refused{"[[listing]]\nurl = \"https://a.org/\"\npage = \"1\"",
                "dekko.toml:3:8: unknown key `page`; did you mean `pages`?"}));

TEST(Config, SyntaxErrorNamesLineAndColumn) {
  const auto config = parse_config("contact = \n", "dekko.toml");
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().context, "dekko.toml:1:11");
}

}  // namespace
}  // namespace dekko
