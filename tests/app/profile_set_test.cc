#include "app/profile_set.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/profile_table.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

class UsersFolder : public testing::Test {
 protected:
  ProfileSet load(Loudness loudness = Loudness::kVerbose) {
    Console console(out_, err_, loudness, false);
    return load_profile_set({.profiles = scratch_.path()}, console);
  }
  Result<const Profile*> choose(ProfileSet& set, const std::string& name) {
    Console console(out_, err_, Loudness::kVerbose, false);
    return choose_profile(set.profiles, name, console);
  }

  Scratch scratch_;
  std::ostringstream out_, err_;
};

TEST_F(UsersFolder, AddsToTheBuiltInOnes) {
  scratch_.write("a.toml", "name = \"mine\"");
  scratch_.write("notes.txt", "name = 3");
  const ProfileSet set = load();
  EXPECT_TRUE(set.faults.empty());
  EXPECT_NE(set.profiles.by_name("mine"), nullptr);
  EXPECT_NE(set.profiles.by_name("nknews"), nullptr);
  EXPECT_EQ(err_.str(), "");
}

TEST_F(UsersFolder, ReplacesABuiltInOneAndSaysSoWhenAsked) {
  const auto file = scratch_.write("a.toml", "name = \"nknews\"");
  EXPECT_EQ(load().profiles.by_name("nknews")->origin, file.string());
  EXPECT_EQ(err_.str(), "profile nknews: " + file.string() + " takes the place of the one built in\n");
  err_.str("");
  load(Loudness::kNormal);
  EXPECT_EQ(err_.str(), "");
}

TEST_F(UsersFolder, TellsTheFaultsOfEveryFile) {
  const auto a = scratch_.write("a.toml", "name = \"a\"\nx = 1\ny = 2"),
             b = scratch_.write("b.toml", "name = ");
  scratch_.write("c.toml", "name = \"c\"");
  const ProfileSet set = load();
  ASSERT_EQ(set.faults.size(), 3u);
  EXPECT_EQ(set.faults[1].context, a.string() + ":3:1");
  EXPECT_TRUE(set.faults[2].context.starts_with(b.string() + ":1:"));
  EXPECT_NE(set.profiles.by_name("c"), nullptr);
  EXPECT_EQ(set.profiles.by_name("a"), nullptr);
}

TEST_F(UsersFolder, ThatIsNamedHasToBeThere) {
  Console console(out_, err_, Loudness::kNormal, false);
  const ProfileSet set = load_profile_set({.profiles = scratch_.path() / "none"}, console);
  ASSERT_EQ(set.faults.size(), 1u);
  EXPECT_EQ(set.faults[0].code, ErrorCode::kIo);
}

TEST_F(UsersFolder, GivesAProfileByNameOrFile) {
  ProfileSet set = load();
  EXPECT_EQ((*choose(set, "nknews"))->name, "nknews");
  const auto file = scratch_.write("elsewhere/x.toml", "name = \"nknews\"\nlanguage = \"de\"");
  const auto chosen = choose(set, file.string());
  ASSERT_TRUE(chosen);
  EXPECT_EQ((*chosen)->language, "de");
  EXPECT_EQ(choose(set, "nknwes").error().cure, "did you mean `nknews`?");
}

TEST_F(UsersFolder, IsShownAsATableAndAsJson) {
  const auto file =
      scratch_.write("a.toml", "name = \"mine\"\nhosts = \"a.example\"\npaths = [\"/x\", \"/y\"]");
  ProfileSet set = load();
  const std::vector<const Profile*> one = {set.profiles.by_name("mine")};
  const std::string width(file.string().size() - 6, ' ');
  EXPECT_EQ(profiles_text(one),
            "NAME  ORIGIN" + width + "  CLAIMS\nmine  " + file.string() + "  a.example/x, a.example/y\n");
  EXPECT_NE(profiles_json(one).find("\"hosts\":[\"a.example\"],\"paths\":[\"/x\",\"/y\"],\"by_shape\":true"),
            std::string::npos);
}

}  // namespace
}  // namespace dekko
