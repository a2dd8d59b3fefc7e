// Pagers whose numbers follow no known rule of addresses.
#include <gtest/gtest.h>

#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

std::string next_of(const std::string& url, const std::string& pager, const std::string& head = "") {
  static const Profiles kProfiles = Profiles::builtin();
  std::string body = "<!DOCTYPE html><meta charset=utf-8><title>Quay</title>" + head + "<h1>Quay</h1>";
  for (const char* slug : {"fog", "rope", "gulls"})
    body +=
        "<article><h2><a href=/a/" + std::string(slug) + ">The harbor and its " + slug +
        "</a></h2><p>Ferries wait for the third morning in a row</p><time>March 19, 2024</time></article>";
  const Capture page{
      .url = *Url::parse(url), .fetched_at = *parse_moment("2024-03-20T08:00:00Z"), .body = body + pager};
  const Result<Page> read = extract(page, kProfiles.shape());
  return read ? read->next.value_or("-") : read.error().message();
}

TEST(PagerRows, TellTheCurrentPageByTheFormOfItsAddress) {
  EXPECT_EQ(next_of("https://forum.example/help/p6",
                    "<p><a href=/help/p4>4</a> <a href=/help/p5>5</a> <a href=/help/p6>6</a> <a "
                    "href=/help/p7>7</a></p>"),
            "https://forum.example/help/p7");
}

TEST(PagerRows, AreNotTheNumbersOfCardsAPage) {
  EXPECT_EQ(
      next_of(
          "https://shop.example/list.php?sid=4ra49",
          "<p><a href=/list.php?n=10>10</a> <a href=/list.php?n=20>20</a> <a href=/list.php?n=40>40</a></p>"
          "<p><span>1</span> <a href=/list.php?page=2>2</a> <a href=/list.php?page=3>3</a></p>"),
      "https://shop.example/list.php?page=2");
}

TEST(PagerRows, AreNotTheDaysOfAMonth) {
  std::string days;
  for (int day = 1; day <= 31; ++day) {
    const std::string number = std::to_string(day);
    days += "<a href=/201603" + std::string(day < 10 ? "0" : "") + number + ">" + number + "</a> ";
  }
  EXPECT_EQ(next_of("https://gazette.example/", "<p>" + days + "</p>"), "-");
}

TEST(PagerRows, EndWhereTheirLastNumberLeadsNowhere) {
  EXPECT_EQ(
      next_of(
          "https://forum.example/thread-3.html",
          "<p><a href=/show?t=9>1</a> <a href='/show?t=9&amp;at=2'>2</a> <a href='javascript://'>3</a></p>"),
      "-");
}

TEST(PagerLinks, AreToldByTheirNameWhereTheyShowAnArrow) {
  EXPECT_EQ(next_of("https://shop.example/marks.html",
                    "<a class='next i-next' href='/marks.html?ajax=0&amp;q=2'>&rsaquo;</a>"),
            "https://shop.example/marks.html?ajax=0&q=2");
  EXPECT_EQ(next_of("https://shop.example/marks.html", "<a class=next href=#>&rsaquo;</a>"), "-");
}

TEST(PagerLinks, MayCountFromZero) {
  EXPECT_EQ(next_of("https://union.example/news", "<a rel=next href='?page=1'>&rsaquo;&rsaquo;</a>"),
            "https://union.example/news?page=1");
  EXPECT_EQ(next_of("https://union.example/news", "<a href='?page=1'>Next</a>"),
            "https://union.example/news?page=1");
  EXPECT_EQ(next_of("https://union.example/news?page=1", "<a rel=next href='?page=1'>Next</a>"), "-");
  EXPECT_EQ(next_of("https://union.example/news", "<a href='?page=1'>&rsaquo;</a>"), "-");
}

TEST(PagerLinks, MaySayNextBehindAnArrow) {
  EXPECT_EQ(next_of("https://pribeh.example/", "<a href=/strana-2>&laquo;Načíst další příběhy</a>"),
            "https://pribeh.example/strana-2");
}

// Some templates declare pages that there are not.
TEST(PagerLinks, EndWhereTheNumbersDoWhateverTheHeadSays) {
  const std::string declared = "<link rel=next href=/news/page/1003/>";
  const std::string before = "<a href=/news/page/1000/>1,000</a> <a href=/news/page/1001/>1,001</a> ";
  EXPECT_EQ(next_of("https://gazette.example/news/page/1002/", "<p>" + before + "<b>1,002</b></p>", declared),
            "-");
  EXPECT_EQ(next_of("https://gazette.example/news/page/1002/", "<p>" + before + "</p>", declared),
            "https://gazette.example/news/page/1003/");
}

TEST(PagerLinks, ThatAReaderSeesComeBeforeWhatTheHeadSaysInAnotherForm) {
  const std::string seen = "<a class=shop-next href='/shop.cgi?screen=marks&amp;offset=24'>&#9654;</a>";
  const std::string declared = "<link rel=next href='/marks.html?offset=24'>";
  EXPECT_EQ(next_of("https://shop.example/marks.html", seen, declared),
            "https://shop.example/shop.cgi?screen=marks&offset=24");
  EXPECT_EQ(next_of("https://shop.example/marks.html", "", declared),
            "https://shop.example/marks.html?offset=24");
}

TEST(PagerLinks, KeepTheirNumberWhereTheyHaveIt) {
  EXPECT_EQ(next_of("https://shop.example/marks?page=8&size=32",
                    "<p><b>8</b> <a href='/marks?page=9&amp;size=32'>9</a></p>"),
            "https://shop.example/marks?page=9&size=32");
}

}  // namespace
}  // namespace dekko
