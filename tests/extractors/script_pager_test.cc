// Listings that go on where no address leads.
#include "extractors/find/script_pager.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

// What a page says of its pager: the words of the control that needs a script, or its next address.
std::string told_with(const std::string& after_cards) {
  const Page page = read_page("<main><ul>" + three("<li><h3>", "</h3><p>March 5, 2024</p></li>") + "</ul>" +
                              after_cards + "</main>");
  EXPECT_EQ(page.cards.size(), 3u) << after_cards;
  for (const Problem& problem : page.problems) {
    if (problem.reason == kNextNeedsScript) return problem.field + ": " + problem.excerpt;
  }
  return page.next.value_or("");
}

TEST(ScriptPager, IsNamedByTheWordsOfItsControl) {
  EXPECT_EQ(told_with("<button class=\"more\">Load more</button>"), "next: Load more");
  EXPECT_EQ(told_with("<div><a href=\"#\" onclick=\"more()\">Mehr anzeigen</a></div>"),
            "next: Mehr anzeigen");
  EXPECT_EQ(told_with("<div role=\"button\">더보기</div>"), "next: 더보기");
  EXPECT_EQ(told_with("<a href=\"javascript:go(2)\">Next</a>"), "next: Next");
  EXPECT_EQ(told_with("<a href=\"#\">1</a><a href=\"#\">2</a><a href=\"#\">3</a>"), "next: 2");
}

TEST(ScriptPager, IsNoneWhereAnAddressLeadsOn) {
  EXPECT_EQ(told_with("<a href=\"?page=2\">Load more</a>"), "https://site.example/topics/shipping/?page=2");
  EXPECT_EQ(told_with("<button>Load more</button><noscript><a href=\"?page=2\">Next</a></noscript>"
                      "<a href=\"?page=2\">2</a>"),
            "https://site.example/topics/shipping/?page=2");
}

TEST(ScriptPager, IsNoneWhereItIsSwitchedOffOrFarFromTheCards) {
  EXPECT_EQ(told_with("<button disabled>Load more</button>"), "");
  EXPECT_EQ(told_with("<div class=\"pager is-disabled\"><button>Next</button></div>"), "");
  EXPECT_EQ(told_with("<button aria-disabled=\"true\">Show more</button>"), "");
  EXPECT_EQ(told_with("<p>" + std::string(301, 'x') + "</p><button>Show more</button>"), "");
  EXPECT_EQ(told_with("<button>Subscribe</button><a href=\"#top\">Back to the top</a>"), "");
}

TEST(PagerNumbers, AreReadInAnyScript) {
  EXPECT_EQ(told_with("<b>١</b> <a href=\"?page=2\">٢</a> <a href=\"?page=12\">١٢</a>"),
            "https://site.example/topics/shipping/?page=2");
  EXPECT_EQ(told_with("<b>१</b> <a href=\"?page=2\">२</a> <a href=\"?page=3\">३</a>"),
            "https://site.example/topics/shipping/?page=2");
}

}  // namespace
}  // namespace dekko
