#include "extractors/find/names.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(NameTest, KnowsAndWhereNoRuleSaysIt) {
  const BylineRules rules;
  NameTest names(rules);
  for (const char* const line :
       {"Bo Stark and Al Roe", "Bo Stark und Al Roe", "Bo Stark et Al Roe", "Bo Stark & Al Roe"})
    EXPECT_TRUE(names.reads_as_names(line)) << line;
  for (const char* const line : {"Bo Stark mit Al Roe", "Bo Stark at Al Roe", "Bo Stark x Al Roe"})
    EXPECT_FALSE(names.reads_as_names(line)) << line;
}

TEST(NameTest, TakesNoClauseOfIdeographsForAName) {
  const BylineRules rules;
  NameTest names(rules);
  for (const char* const line : {"山田太郎", "日本経済新聞社編集局", "王小明", "김민지 기자"})
    EXPECT_TRUE(names.reads_as_names(line)) << line;
  for (const char* const line : {"港の灯台が昨日から点灯された", "关键字：港口"})
    EXPECT_FALSE(names.reads_as_names(line)) << line;
}

}  // namespace
}  // namespace dekko
