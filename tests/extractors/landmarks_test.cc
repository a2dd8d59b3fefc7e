#include "extractors/find/landmarks.h"

#include <gtest/gtest.h>

#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

// Whether a box with this class beside a page's text is one of its frames.
bool frames(const std::string& names) {
  const Document document =
      parse("<p>" + std::string(100, 'x') + "</p><div class=\"" + names + "\">More</div>");
  const Outline outline(document.root());
  for (Outline::Place place = 0; place < outline.size(); ++place) {
    if (outline.at(place).node.tag() == "div") return Landmarks(outline).is_frame(place);
  }
  return false;
}

TEST(Landmarks, AreKnownByAnyWholeNameOfTheirClass) {
  for (const char* const names : {"sidebar", "Sidebar", "sidebar wide", "wide sidebar", "wide\tmenu\nleft"})
    EXPECT_TRUE(frames(names)) << names;
  for (const char* const names : {"", "has-sidebar", "sidebars", "side bar"})
    EXPECT_FALSE(frames(names)) << names;
}

}  // namespace
}  // namespace dekko
