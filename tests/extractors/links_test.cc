#include "extractors/fields/links.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

std::optional<std::string> link(std::string_view reference) {
  return resolve_link(Url::parse("https://h.example/tag/x/page/2/").value(), reference);
}

TEST(ResolveLink, GivesAbsoluteAddressesWithoutFragment) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"/a/b/", "https://h.example/a/b/"},
      {"c", "https://h.example/tag/x/page/2/c"},
      {"../3/", "https://h.example/tag/x/page/3/"},
      {"//other.example/d#e", "https://other.example/d"},
      {" \n/a#top\t", "https://h.example/a"},
      {"?q=1", "https://h.example/tag/x/page/2/?q=1"},
      {"HTTP://H.example:80/A", "http://h.example/A"},
  };
  for (const auto& [reference, expected] : table) EXPECT_EQ(link(reference), expected) << reference;
}

TEST(ResolveLink, NoneForWhatIsNoPage) {
  for (const std::string_view reference :
       {"", "  ", "#", "#top", "javascript:void(0)", "JavaScript:void(0)", "mailto:a@b.example", "tel:+1234",
        "data:text/html,x", "file:///etc/passwd", "ftp://h.example/", "http://", "java\nscript:x()"}) {
    EXPECT_EQ(link(reference), std::nullopt) << reference;
  }
}

TEST(Srcset, TakesTheLargest) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"a.jpg", "a.jpg"},
      {"a.jpg 1x, b.jpg 2x", "b.jpg"},
      {"a.jpg, b.jpg 1.5x", "b.jpg"},
      {"a.jpg 300w, b.jpg 1024w, c.jpg 640w", "b.jpg"},
      {"a.jpg 300w 200h,b.jpg 200w", "a.jpg"},
      {"a,b.jpg 2w, c.jpg 1w", "a,b.jpg"},
      {"a.jpg,, b.jpg 2x", "b.jpg"},
      {"a.jpg 2x, b.jpg 2x", "a.jpg"},
      {"\n a.jpg\t1w ,\n b.jpg 2w \n", "b.jpg"},
      {"a.jpg 9q, b.jpg 1x", "b.jpg"},
      {"a.jpg 0w, b.jpg 1x", "b.jpg"},
      {"a.jpg f(1, 2), b.jpg", "b.jpg"},
  };
  for (const auto& [srcset, expected] : table) EXPECT_EQ(best_of_srcset(srcset), expected) << srcset;
}

TEST(Srcset, EmptyIfThereIsNone) {
  for (const std::string_view srcset :
       {"", " ", ",", " , ,", "a.jpg 1q", "a.jpg -1x", "a.jpg w", "a.jpg nanx"}) {
    EXPECT_EQ(best_of_srcset(srcset), "") << srcset;
  }
}

TEST(Srcset, EveryTruncationIsReadWithoutHarm) {
  const std::string text = "a.jpg 1x, b.jpg (2, 3) 2x,, c,d.jpg 640w 480h";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string exact(text, 0, size);
    EXPECT_LE(best_of_srcset(exact).size(), size);
  }
}

}  // namespace
}  // namespace dekko
