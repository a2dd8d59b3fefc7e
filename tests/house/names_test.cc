#include "tests/house/names.h"

#include <gtest/gtest.h>

namespace dekko::house {
namespace {

std::string in_dekko(const std::string& text) {
  return "namespace dekko {\n" + text + "\n}  // namespace dekko\n";
}

Faults faults_of(const std::string& first, const std::string& second) {
  return name_faults({{.path = "archive/a.h", .text = first}, {.path = "db/b.h", .text = second}});
}

TEST(Names, TwoRoomsMustNotDefineTheSameType) {
  std::string reading = in_dekko("struct Reading {\n};");
  EXPECT_EQ(faults_of(reading, reading), Faults{"db/b.h: dekko::Reading is defined in archive/a.h too"});
  EXPECT_EQ(faults_of(reading, in_dekko("class Reading final : public Thing {")).size(), 1u);
  EXPECT_EQ(faults_of(reading, in_dekko("enum class Reading { kA };")).size(), 1u);
  EXPECT_EQ(faults_of(reading, "namespace dekko {\nnamespace {\n}  // namespace\n" + in_dekko("")).size(),
            0u);
  EXPECT_EQ(faults_of(reading, "namespace dekko {\nnamespace {\n}  // namespace\nstruct Reading {\n").size(),
            1u);
}

TEST(Names, DeclarationsMembersAndOtherNamespacesMayBeNamedAlike) {
  std::string reading = in_dekko("struct Reading {\n};");
  for (const char* other :
       {"class Reading;", "  struct Reading {", "class Reading::Impl {", "struct Readings {",
        "namespace {\nstruct Reading {\n}  // namespace", "// struct Reading {"})
    EXPECT_EQ(faults_of(reading, in_dekko(other)), Faults{}) << other;
  EXPECT_EQ(faults_of(reading, "namespace dekko::css {\nstruct Reading {\n"), Faults{});
}

}  // namespace
}  // namespace dekko::house
