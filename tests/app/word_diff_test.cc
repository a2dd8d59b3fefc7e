#include "app/word_diff.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

// As git shows it, without the spaces that follow.
std::string shown(const std::string& before, const std::string& after) {
  std::string text;
  for (const WordEdit& edit : word_diff(before, after)) {
    switch (edit.kind) {
      case WordEdit::Kind::kKept:
        text += edit.text;
        break;
      case WordEdit::Kind::kGone:
        text += "[-" + edit.text + "-]";
        break;
      case WordEdit::Kind::kAdded:
        text += "{+" + edit.text + "+}";
        break;
    }
  }
  return text;
}

TEST(WordDiff, KeepsTheLongestCommonSequence) {
  EXPECT_EQ(shown("the old mill burns", "the new mill burns"), "the [-old -]{+new +}mill burns");
  EXPECT_EQ(shown("a b c d", "b x d"), "[-a -]b [-c -]{+x +}d");
}

TEST(WordDiff, ATextThatEndsEarlierKeepsItsLastWord) {
  EXPECT_EQ(shown("mill burns down", "mill burns"), "mill burns[-down-]");
  EXPECT_EQ(shown("mill burns", "mill burns down"), "mill burns {+down+}");
}

TEST(WordDiff, NothingAndEverything) {
  EXPECT_EQ(shown("", ""), "");
  EXPECT_EQ(shown("", "a b"), "{+a b+}");
  EXPECT_EQ(shown("a b", ""), "[-a b-]");
  EXPECT_EQ(shown("a b", "a b"), "a b");
}

TEST(WordDiff, ScriptsWithoutSpacesGoLetterByLetter) {
  EXPECT_EQ(shown("다리를 놓는다", "다리가 놓는다"), "다리[-를 -]{+가 +}놓는다");
}

TEST(WordDiff, TheRestOfALongTextIsToldAsAWhole) {
  std::string before = "same ", after = "same ";
  for (int i = 0; i < 600; ++i) {
    before += "b" + std::to_string(i) + " x ";
    after += "a" + std::to_string(i) + " x ";
  }
  const auto edits = word_diff(before + "end", after + "end");
  ASSERT_EQ(edits.size(), 4U);
  EXPECT_EQ(edits.front().text, "same ");
  EXPECT_EQ(edits.back().text, "x end");
}

TEST(WordDiff, OctetsThatAreNoTextAreWords) {
  EXPECT_EQ(shown("\xFF\xFE a", "\xFF a"), "[-\xFF\xFE -]{+\xFF +}a");
}

}  // namespace
}  // namespace dekko
