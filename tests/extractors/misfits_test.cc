#include <gtest/gtest.h>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

std::string item(const std::string& link, const std::string& rest) {
  return "<li><h3><a href=\"" + link + "\">The tide and all that it leaves at " + link + "</a></h3>" + rest +
         "</li>";
}

std::string dated(const std::string& link) {
  return item(link, "<p>Ferries waited at the quay until the bell</p><time>March 19, 2024</time>");
}

size_t cards_on(const std::string& items) {
  return read_page("<ul>" + items + "</ul>").cards.size();
}

const std::string kThree = dated("/a/1") + dated("/a/2") + dated("/a/3");

TEST(Misfits, LeadElsewhereAndHaveNoDate) {
  const std::string text = "<p>Only at the yard, while there are any left</p>";
  EXPECT_EQ(cards_on(kThree + item("https://yard.example/boats", text) + dated("/a/4")), 4u);
  EXPECT_EQ(cards_on(kThree + item("/a/undated", text) + dated("/a/4")), 5u);
}

TEST(Misfits, MayBeDatedWhereTheySayWhatTheyAre) {
  const std::string paid = "<p>Advertisement</p><p>Only at the yard</p><time>March 19, 2024</time>";
  EXPECT_EQ(cards_on(kThree + item("https://yard.example/boats", paid) + dated("/a/4")), 4u);
  EXPECT_EQ(cards_on(kThree + dated("https://gazette.example/tide") + dated("/a/4")), 5u);
}

TEST(Misfits, AreNotToldWhereMostCardsLeadElsewhere) {
  EXPECT_EQ(cards_on(dated("https://a.example/1") + dated("https://b.example/2") + dated("/c/3") +
                     item("https://d.example/4", "<p>Ferries waited at the quay all night</p>")),
            4u);
}

TEST(Misfits, MayBeALinkBelowTheCards) {
  const auto card = [](const std::string& link) {
    return "<a href=\"" + link + "\">The tide and all that it leaves at " + link +
           "</a><br>Ferries waited at the quay until the bell<br>March 19, 2024<hr>";
  };
  EXPECT_EQ(
      read_page(card("/a/1") + card("/a/2") + card("/a/3") + "<a href=/terms>Terms of use</a>").cards.size(),
      3u);
}

}  // namespace
}  // namespace dekko
