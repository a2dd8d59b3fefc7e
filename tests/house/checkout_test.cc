// The rules, held against this very checkout; and the reading of a checkout, against one made for it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/house/habits.h"
#include "tests/house/includes.h"
#include "tests/house/names.h"
#include "tests/house/rooms.h"
#include "tests/house/tree.h"
#include "tests/support/scratch.h"

namespace dekko::house {
namespace {

std::string read(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

const Rooms& our_rooms() {
  static const Rooms kRooms(read(DEKKO_BINARY_DIR "/rooms.txt"));
  return kRooms;
}

const Tree& our_tree() {
  static const Tree kTree = read_tree(DEKKO_SOURCE_DIR);
  return kTree;
}

class MadeCheckout : public testing::Test {
 protected:
  void write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }

  Scratch scratch_;
  std::filesystem::path root_ = scratch_.path();
};

TEST(Checkout, TheTableNamesTheRoomsThatThereAre) {
  for (const char* room : {"core", "crawler/fetch", "archive", "extractors/html", "db", "app", "support"})
    EXPECT_EQ(our_rooms().room_of(room == std::string("support") ? "tests/support/x.h"
                                                                 : std::string(room) + "/x.h"),
              room);
}

TEST(Checkout, NoRoomNamesAForbiddenNeighbour) {
  EXPECT_EQ(joined(our_rooms().faults()), "");
}

TEST(Checkout, EveryIncludePointsTheRightWay) {
  EXPECT_GT(our_tree().size(), 100u);
  EXPECT_EQ(joined(include_faults(our_tree(), our_rooms())), "");
}

TEST(Checkout, NoTypeHasTwoDefinitions) {
  EXPECT_EQ(joined(name_faults(our_tree())), "");
}

TEST(Checkout, HabitsAreKept) {
  EXPECT_EQ(joined(habit_faults(our_tree())), "");
}

TEST_F(MadeCheckout, ABadIncludeOnDiskIsFound) {
  write("db/store.cc", "#include \"archive/archive.h\"\n");
  EXPECT_EQ(include_faults(read_tree(root_), our_rooms()),
            Faults{"db/store.cc:1: \"archive/archive.h\": archive is no neighbour of db"});
}

TEST_F(MadeCheckout, BuiltInstalledAndFixtureFilesAreNotOurs) {
  for (const char* path :
       {"build/dev/a.h", "tests/e2e/node_modules/a/util.h", ".git/a.h", "fixtures/a.h", "demo/a.h"})
    write(path, "");
  write(".ci/run", "#!/bin/bash\n");
  write("scripts/demo", "#!/bin/bash\n");
  Tree tree = read_tree(root_);
  ASSERT_EQ(tree.size(), 2u);
  EXPECT_EQ(tree[0].path, ".ci/run");
  EXPECT_EQ(tree[1].path, "scripts/demo");
}

}  // namespace
}  // namespace dekko::house
