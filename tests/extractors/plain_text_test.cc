#include <gtest/gtest.h>

#include "extractors/text/fold.h"

namespace dekko {
namespace {

struct Pair {
  const char *a, *b;
};

TEST(PlainText, SetsTypographyAside) {
  for (const Pair& pair : {Pair{"“Old” mill’s end", "\"Old\" mill's end"},
                           {"1990–2000", "1990-2000"},
                           {"wait…", "wait..."},
                           {"A  B", "a\u00A0b"},
                           {"ﬁre", "fire"},
                           {"ＡＢＣ", "abc"},
                           {"STRASSE", "straße"}}) {
    EXPECT_EQ(plain_text(pair.a), plain_text(pair.b)) << pair.a;
  }
}

TEST(PlainText, KeepsWhatIsSaid) {
  for (const Pair& pair :
       {Pair{"resume", "résumé"}, {"Mill burns", "Mill burns?"}, {"re-sign", "resign"}, {"1,000", "1000"}}) {
    EXPECT_NE(plain_text(pair.a), plain_text(pair.b)) << pair.a;
  }
}

}  // namespace
}  // namespace dekko
