#include "extractors/sites/profile.h"

#include <gtest/gtest.h>

#include "core/limits.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

// All faults, one a line.
std::string faults(const std::string& toml) {
  std::string text;
  for (const Error& fault : read_profile(toml, "p.toml").faults)
    text += fault.context + ": " + fault.detail + "\n";
  return text;
}

TEST(Profile, ReadsEveryWayToWriteAPlace) {
  const auto profile = parse_profile(R"toml(
name = "x"
[cards]
each = [".card", "article"]
headline = "h2"
dek = ["p.dek", "p"]
kind = { select = ".kicker" }
published = { select = ["time", ".date"], agree = true, pattern = "on (.*)" }
)toml",
                                     "p.toml");
  ASSERT_TRUE(profile) << profile.error().message();
  EXPECT_EQ(profile->cards.size(), 2u);
  EXPECT_EQ(profile->rule("headline")->select.size(), 1u);
  EXPECT_EQ(profile->rule("dek")->select.size(), 2u);
  EXPECT_FALSE(profile->rule("kind")->agree);
  EXPECT_TRUE(profile->rule("published")->agree);
  EXPECT_EQ(profile->rule("published")->pattern->text(), "on (.*)");
  EXPECT_EQ(profile->rule("image"), nullptr);
}

TEST(Profile, HasAFingerprintOfItsText) {
  const auto one = parse_profile("name = \"x\"", "a.toml"), same = parse_profile("name = \"x\"", "b.toml"),
             other = parse_profile("name = \"x\" ", "a.toml");
  EXPECT_EQ(one->fingerprint, same->fingerprint);
  EXPECT_NE(one->fingerprint, other->fingerprint);
}

struct Refused {
  const char* toml;
  const char* fault;
};

class RefusedProfile : public testing::TestWithParam<Refused> {};

TEST_P(RefusedProfile, NamesThePlaceAndWhatWasMeant) {
  EXPECT_EQ(faults(std::string("name = \"x\"\n") + GetParam().toml), std::string(GetParam().fault) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Keys, RefusedProfile,
    testing::Values(
        Refused{"pathes = []", "p.toml:2:1: unknown key \"pathes\"; did you mean \"paths\"?"},
        Refused{"headline = \"h2\"", "p.toml:2:1: unknown key \"headline\"; it belongs into [cards]"},
        Refused{
            "zzz = 1",
            "p.toml:2:1: unknown key \"zzz\"; expected one of name, hosts, paths, noise, language, cards, "
            "page, bylines, dates, signs, version"},
        Refused{"[cards]\nhedline = \"h2\"",
                "p.toml:3:1: unknown key \"hedline\" in [cards]; did you mean \"headline\"?"},
        Refused{"[cards]\norder = 1",
                "p.toml:3:1: unknown key \"order\" in [cards]; it belongs into [dates]"},
        Refused{"[cards]\ndek = { select = \"p\", agre = true }",
                "p.toml:3:23: unknown key \"agre\" in \"dek\"; did you mean \"agree\"?"}));

INSTANTIATE_TEST_SUITE_P(
    Types, RefusedProfile,
    testing::Values(
        Refused{"language = 3", "p.toml:2:12: \"language\" must be a string"},
        Refused{"hosts = 3", "p.toml:2:9: \"hosts\" must be a string or an array of strings"},
        Refused{"hosts = [\"a.example\", 3]", "p.toml:2:23: every entry of \"hosts\" must be a string"},
        Refused{"cards = \"article\"", "p.toml:2:9: \"cards\" must be a table: [cards]"},
        Refused{"[cards]\ndek = 3",
                "p.toml:3:7: \"dek\" must be a selector, an array of selectors or a table { select = ... }"},
        Refused{"[cards]\ndek = {}", "p.toml:3:7: \"dek\" needs \"select\""},
        Refused{"[cards]\ndek = { select = \"p\", agree = 1 }",
                "p.toml:3:31: \"agree\" must be true or false"},
        Refused{"[cards]\neach = { select = \"p\" }",
                "p.toml:3:8: \"each\" must be a selector or an array of selectors"},
        Refused{"name = \"y\"",
                "p.toml:2:8: Error while parsing key-value pair: cannot redefine existing string 'name'"}));

INSTANTIATE_TEST_SUITE_P(
    Values, RefusedProfile,
    testing::Values(
        Refused{"[cards]\ndek = [\"p\", \"div[\"]",
                "p.toml:3:13: selector \"div[\": column 5: expected the name of an attribute"},
        Refused{"[cards]\ndek = { select = \"p\", pattern = \"a(b\" }",
                "p.toml:3:33: pattern \"a(b\": missing ): a(b"},
        Refused{"[cards]\ndek = { select = \"p\", pattern = \"a\" }",
                "p.toml:3:33: pattern \"a\" has 0 groups and must have one: what stands in ( ) is the value, "
                "(?: ) is no "
                "group"},
        Refused{"[dates]\norder = \"day-frist\"",
                "p.toml:3:9: \"order\" does not know \"day-frist\"; did you mean \"day-first\"?"},
        Refused{"[dates]\nzone = \"Asia/Soul\"",
                "p.toml:3:8: \"Asia/Soul\" is no time zone; write \"Asia/Seoul\" or \"+09:00\""},
        Refused{"[dates]\npatterns = [\"\\\\d+\"]",
                "p.toml:3:13: pattern \"\\d+\" needs the groups (?P<year>...), (?P<month>...) and "
                "(?P<day>...), or one "
                "group that holds the date"},
        Refused{"language = \"qq\"",
                "p.toml:2:12: \"qq\" is no known language; write a tag like \"en\", \"de\" or \"ko\""},
        Refused{"hosts = [\"https://a.example/\"]",
                "p.toml:2:10: \"https://a.example/\": a host is a name only, \"example.org\"; paths stand in "
                "\"paths\""},
        Refused{"hosts = \"a.example:8080\"", "p.toml:2:9: \"a.example:8080\": a host has no port here"},
        Refused{"paths = \"tag/*\"", "p.toml:2:9: \"tag/*\": a path begins with \"/\" or \"*\": \"/tag/*\""},
        Refused{"noise = [\"\"]", "p.toml:2:10: \"\": must not be empty"}));

TEST(RefusedProfile, TellsAllFaultsInTheOrderOfTheLines) {
  EXPECT_EQ(
      faults("[dates]\norder = \"x\"\n[cards]\ndek = \"p[\"\nhedline = \"h2\"\n"),
      "p.toml:1:1: a profile needs a name of lower-case letters, digits, \"-\", \"_\" and \".\": name = "
      "\"example\"\n"
      "p.toml:2:9: \"order\" does not know \"x\"; expected unknown, day-first, month-first, year-first\n"
      "p.toml:4:7: selector \"p[\": column 3: expected the name of an attribute\n"
      "p.toml:5:1: unknown key \"hedline\" in [cards]; did you mean \"headline\"?\n");
}

TEST(RefusedProfile, HasAllFaultsInOneErrorWhereOneIsAsked) {
  const auto profile = parse_profile("name = \"x\"\na = 1\nb = 2\n", "p.toml");
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.error().context, "p.toml:2:1");
  EXPECT_NE(profile.error().message().find("\np.toml:3:1: unknown key \"b\""), std::string::npos);
}

TEST(RefusedProfile, CountsTheFaultsThatAreTooMany) {
  std::string toml = "name = \"x\"\n";
  for (int i = 0; i < 200; ++i) toml += "[cards.k" + std::to_string(i) + "]\n";
  const std::vector<Error> told = read_profile(toml, "p.toml").faults;
  EXPECT_EQ(told.size(), limits::kProfileFaults + 1);
  EXPECT_EQ(told.back().detail, "and 150 more");
}

TEST(RefusedProfile, IsOverALimit) {
  EXPECT_NE(faults("name = \"x\"\n#" + std::string(limits::kProfileBytes, '-'))
                .find("a profile may have 262144 bytes"),
            std::string::npos);
  std::string many = "name = \"x\"\n[cards]\n";
  for (const char* key : {"each", "url", "dek"}) {
    many += std::string(key) + " = [";
    for (int i = 0; i < 100; ++i) many += "\"p\",";
    many += "]\n";
  }
  EXPECT_EQ(faults(many), "p.toml:5:232: a profile may have 256 selectors\n");
}

TEST(RefusedProfile, IsCutAnywhere) {
  const std::string whole =
      "name = \"x\"\n[cards]\neach = [\".a\"]\ndek = { select = \"p\", pattern = \"(a)\" }\n";
  for (size_t size = 0; size <= whole.size(); ++size) {
    const ProfileReading reading = read_profile(whole.substr(0, size), "p.toml");
    EXPECT_EQ(reading.profile.has_value(), reading.faults.empty()) << size;
  }
}

std::string chosen(const std::vector<std::string>& tomls, const std::string& url) {
  Profiles profiles = Profiles::builtin();
  for (const std::string& toml : tomls) {
    Result<Profile> profile = parse_profile(toml, "user.toml");
    EXPECT_TRUE(profile) << (profile ? "" : profile.error().message());
    profiles.add(std::move(*profile));
  }
  return profiles.for_url(*Url::parse(url)).name;
}

std::string toml(const std::string& name, const std::string& hosts, const std::string& paths = "[]") {
  return "name = \"" + name + "\"\nhosts = " + hosts + "\npaths = " + paths + "\n";
}

TEST(Profiles, ClaimAHostAndAllBelowIt) {
  const std::vector<std::string> tomls = {toml("a", "[\"a.example\"]")};
  EXPECT_EQ(chosen(tomls, "https://a.example/x"), "a");
  EXPECT_EQ(chosen(tomls, "https://www.a.example/x"), "a");
  EXPECT_EQ(chosen(tomls, "https://aa.example/x"), "shape");
  EXPECT_EQ(chosen(tomls, "https://a.example.org/x"), "shape");
}

TEST(Profiles, PreferTheLongerHostThenTheLongerPath) {
  const std::vector<std::string> tomls = {
      toml("all", "\"a.example\""), toml("tags", "\"a.example\"", "\"/tag/*\""),
      toml("fog", "\"a.example\"", "\"/tag/fog*\""), toml("east", "\"east.a.example\"")};
  EXPECT_EQ(chosen(tomls, "https://a.example/news/"), "all");
  EXPECT_EQ(chosen(tomls, "https://a.example/tag/x/"), "tags");
  EXPECT_EQ(chosen(tomls, "https://a.example/tag/fog/"), "fog");
  EXPECT_EQ(chosen(tomls, "https://east.a.example/tag/fog/"), "east");
}

TEST(Profiles, CountNoStarsOfAPath) {
  EXPECT_EQ(chosen({toml("stars", "\"a.example\"", "\"/t*****\""), toml("tag", "\"a.example\"", "\"/tag*\"")},
                   "https://a.example/tag/x/"),
            "tag");
}

TEST(Profiles, HoldAQueryAgainstPatternsWithAQuestionMark) {
  const std::vector<std::string> tomls = {toml("search", "\"a.example\"", "\"/find?*q=*\"")};
  EXPECT_EQ(chosen(tomls, "https://a.example/find?s=1&q=fog"), "search");
  EXPECT_EQ(chosen(tomls, "https://a.example/find"), "shape");
}

TEST(Profiles, PreferTheUsersOwnOfTwoAlikeThenTheFirstName) {
  EXPECT_EQ(chosen({toml("zz", "\"nknews.org\"")}, "https://www.nknews.org/tag/x/"), "zz");
  EXPECT_EQ(chosen({toml("b", "\"a.example\""), toml("a", "\"a.example\"")}, "https://a.example/"), "a");
}

TEST(Profiles, ReplaceABuiltInOneOfTheSameName) {
  Profiles profiles = Profiles::builtin();
  const Profiles::Added added = profiles.add(*parse_profile("name = \"nknews\"", "mine.toml"));
  EXPECT_EQ(added.replaced, kBuiltIn);
  EXPECT_EQ(added.profile, profiles.by_name("nknews"));
  EXPECT_EQ(profiles.by_name("nknews")->origin, "mine.toml");
  EXPECT_EQ(profiles.for_url(*Url::parse("https://nknews.org/")).name, "shape");
}

TEST(Profiles, BuiltInOnesSayWhereTheyComeFrom) {
  const Profiles profiles = Profiles::builtin();
  ASSERT_NE(profiles.by_name("nknews"), nullptr);
  EXPECT_EQ(profiles.by_name("nknews")->origin, kBuiltIn);
  EXPECT_NE(profiles.by_name("nknews")->text.find("name = \"nknews\""), std::string::npos);
}

}  // namespace
}  // namespace dekko
