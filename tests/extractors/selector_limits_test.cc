// Selectors made to be slow or large: a bound, and the same answers beyond it.
#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

std::string repeated(std::string_view part, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Selector, IsRefusedWhenItIsLargerThanAnyUse) {
  EXPECT_NE(refusal(std::string(8'193, 'a')).find("longer than 8192 octets"), std::string::npos);
  EXPECT_NE(refusal(repeated(":not(", 17) + "a").find("more than 16 levels of brackets"), std::string::npos);
  EXPECT_EQ(refusal(repeated(":not(", 15) + "a"), "accepted");
  EXPECT_NE(refusal(repeated("a ", 257)).find("more than 256 parts"), std::string::npos);
  EXPECT_EQ(refusal(repeated("a ", 256)), "accepted");
}

// Each would take from minutes to ages if nothing were remembered.
TEST(Selector, TakesNoLongerThanThePageIsLarge) {
  Document deep = parse(repeated("<div>", 500) + "<p id=p>");
  EXPECT_EQ(ids(deep, "i " + repeated("div > div ", 40) + "p"), "");
  EXPECT_EQ(ids(deep, repeated("div ", 200) + "p"), "p");
  EXPECT_EQ(ids(deep, "body:has(" + repeated("div ", 100) + "i)"), "");
  EXPECT_EQ(ids(deep, ":is(:is(i div) div, :is(i div) div) :is(i p, i p)"), "");

  Document wide = parse(repeated("<b></b>", 50'000) + "<p id=p>");
  EXPECT_EQ(ids(wide, "i ~ b ~ b ~ p"), "");
  EXPECT_EQ(ids(wide, "b:has(~ i)"), "");
  EXPECT_EQ(ids(wide, "b:has(~ b ~ b + i ~ i)"), "");
  EXPECT_EQ(ids(wide, "b:nth-last-child(1), b:nth-of-type(50001), p:nth-of-type(1)"), "p");
  EXPECT_EQ(ids(wide, "b:nth-child(50001 of b, i)"), "");
  EXPECT_EQ(ids(wide, "i + b:nth-last-of-type(3) ~ p, b:first-child ~ p"), "p");
}

TEST(Selector, AnswersTheSameOnceItRemembers) {
  std::string card = "<div class=card><h2><a href=x>t</a></h2><p>a<i>b</i></p><p class=x>c</p></div><!--->";
  Document document = parse("<main>" + repeated(card, 1'000) + "<h2></h2></main>");
  for (const char* text : {"div > p ~ p", "div:has(> h2 a) > p:nth-child(2)", "p:nth-last-child(1 of .x)",
                           ".card:has(+ .card) i", "div:not(:has(~ div)) a",
                           "p:nth-of-type(2):not(:first-of-type)", "div + div ~ h2", "body:has(h2 ~ p) a",
                           "div:nth-last-of-type(3n+1) h2 ~ .x", "i:has(a), p:has(i), :not(h2):has(a)"}) {
    Selector selector = compile(text);
    std::vector<Node> one_by_one;
    for (Node node = document.root(); node; node = node.next_in(document.root()))
      if (selector.matches(node)) one_by_one.push_back(node);
    EXPECT_EQ(selector.all(document.root()), one_by_one) << text;
    EXPECT_FALSE(one_by_one.empty()) << text;
  }
}

}  // namespace
}  // namespace dekko
