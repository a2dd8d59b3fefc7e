#include "tests/house/rooms.h"

#include <gtest/gtest.h>

namespace dekko::house {
namespace {

TEST(Rooms, TheLongestFolderIsAFilesRoom) {
  Rooms rooms("core: \nextractors: core\nextractors/html: core\nsupport: core\n");
  EXPECT_EQ(rooms.room_of("core/url.h"), "core");
  EXPECT_EQ(rooms.room_of("extractors/extract.h"), "extractors");
  EXPECT_EQ(rooms.room_of("extractors/html/document.h"), "extractors/html");
  EXPECT_EQ(rooms.room_of("extractors/html/deep/node.h"), "extractors/html");
  EXPECT_EQ(rooms.room_of("tests/support/site.h"), "support");
  EXPECT_EQ(rooms.room_of("tests/core/url_test.cc"), "");
  EXPECT_EQ(rooms.room_of("corey/url.h"), "");
  EXPECT_EQ(rooms.room_of("url.h"), "");
}

TEST(Rooms, OnlyItselfAndItsNeighboursMayBeIncluded) {
  Rooms rooms("core: \ndb: core\napp: core db\n");
  EXPECT_TRUE(rooms.may_include("db", "db"));
  EXPECT_TRUE(rooms.may_include("db", "core"));
  EXPECT_FALSE(rooms.may_include("core", "db"));
  EXPECT_FALSE(rooms.may_include("nowhere", "core"));
}

TEST(Rooms, SiblingsMustNotNameEachOther) {
  EXPECT_EQ(Rooms("core: \ndb: core archive\narchive: core\n").faults(),
            Faults{"db: must not name archive as a neighbour"});
  EXPECT_EQ(Rooms("extractors/find: crawler/walk\n").faults(),
            Faults{"extractors/find: must not name crawler/walk as a neighbour"});
  EXPECT_EQ(Rooms("extractors/find: extractors/html\ncrawler/walk: crawler/polite\n").faults(), Faults{});
}

TEST(Rooms, CoreKnowsNobodyAndNobodyKnowsApp) {
  EXPECT_EQ(Rooms("core: db\n").faults().size(), 1u);
  EXPECT_EQ(Rooms("support: app\n").faults().size(), 1u);
  EXPECT_EQ(Rooms("app/cli: app db archive\n").faults(), Faults{});
}

}  // namespace
}  // namespace dekko::house
