#include "extractors/infer/steps.h"

#include <gtest/gtest.h>

#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

std::vector<std::string> steps_to(const std::string& element) {
  const Document document = parse(element);
  std::vector<std::string> texts;
  for (const Step& step : steps_of(compile("body > *").all(document.root()).front()))
    texts.push_back(step.text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Steps, WriteANameAsItIsWhereASelectorReadsItSo) {
  for (const char* const name : {"az", "AZ", "_card", "card-list", "part0", "part9"})
    EXPECT_EQ(steps_to("<p class=" + std::string(name) + ">"),
              (Texts{"p", "." + std::string(name), "p." + std::string(name)}));
}

TEST(Steps, QuoteANameThatNoSelectorReadsAsItIs) {
  for (const char* const name :
       {"0-up", "9-up", "-part", "md:card", "part@", "part[", "part`", "part{", "part/"})
    EXPECT_EQ(steps_to("<p class=" + std::string(name) + ">"),
              (Texts{"p", "[class~=\"" + std::string(name) + "\"]"}));
}

TEST(Steps, LeaveOutWhatCannotBeQuoted) {
  for (const char* const name : {"pa\"rt", "part\\"})
    EXPECT_EQ(steps_to("<p class='" + std::string(name) + "'>"), Texts{"p"}) << name;
  EXPECT_EQ(steps_to("<p id=part>"), (Texts{"p", "#part"}));
  EXPECT_EQ(steps_to("<p id=0-up>"), Texts{"p"});
}

}  // namespace
}  // namespace dekko
