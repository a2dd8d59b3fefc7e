#include "extractors/html/thinning.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/listing_pages.h"
#include "extractors/html/document.h"
#include "extractors/text/charset.h"
#include "tests/support/prng.h"

namespace dekko {
namespace {

namespace fs = std::filesystem;
using Reading = Document::Reading;

// The tree as mark-up, or why there is none.
std::string told(const std::string& page, Reading reading) {
  const Result<Document> document = Document::parse(page, reading);
  return document ? to_html(document->root()) : document.error().message();
}

void expect_same(const std::string& page, const std::string& name) {
  EXPECT_EQ(told(page, Reading::kThinned), told(page, Reading::kWhole)) << name;
}

std::vector<fs::path> pages_in(const fs::path& folder) {
  std::vector<fs::path> pages;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure))
    if (it->path().extension() == ".html") pages.push_back(it->path());
  return pages;
}

std::string utf8_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return decode(std::string(std::istreambuf_iterator<char>(in), {}), "").utf8;
}

TEST(Thinning, GivesTheSameTreeOfEveryFixture) {
  for (const fs::path& file : pages_in(DEKKO_SOURCE_DIR "/fixtures"))
    expect_same(utf8_of(file), file.string());
}

TEST(Thinning, GivesTheSameTreeOfInventedListings) {
  for (int number = 0; number < 24; ++number)
    expect_same(bench::listing_page(number).html, std::to_string(number));
}

TEST(Thinning, GivesTheSameTreeOfRealPages) {
  int read = 0;
  for (const char* const folder : {"listings", "pagers"}) {
    for (const fs::path& file : pages_in(fs::path(DEKKO_SOURCE_DIR "/../shared/data") / folder)) {
      expect_same(utf8_of(file), file.string());
      ++read;
    }
  }
  if (read == 0) GTEST_SKIP() << "no real pages beside the sources";
}

TEST(Thinning, LeavesLessThanHalfOfAListingToGumbo) {
  const std::string page = bench::listing_page(1).html;
  EXPECT_LT(thin(page).text.size() * 2, page.size());
}

TEST(Thinning, PutsOneCharacterForATextWhiteSpaceAScriptAndACommentAndNoneForAttributes) {
  const Thinned thinned =
      thin("<p class='long enough' id=x>  words here</p><!--note--><script>a < b</script>");
  EXPECT_EQ(thinned.text, "<p>\f\U000F0000</p><!--\U000F0001--><script>\U000F0002</script>");
}

TEST(Thinning, PutsOneForEachNameAndValueWhereGumboMustSeeAnother) {
  const Thinned thinned =
      thin("<input type=text class='long enough'><a href='?a=1&sect;b' title='long enough'>");
  EXPECT_EQ(thinned.text,
            "<input type=text \U000F0000='\U000F0001'><a \U000F0002='?a=1&sect;b' \U000F0003='\U000F0004'>");
}

TEST(Thinning, HidesTheReferencesThatItKnows) {
  const Thinned thinned = thin("<a href='?a=1&amp;b=2&c=3'>Q&amp;A &#8217;s & &#x27;&hellip;</a>");
  EXPECT_EQ(thinned.text, "<a>\U000F0000</a>");
  const std::string page = "<a href='?a=1&amp;b=2&c=3'>Q&amp;A &#8217;s & &#x27;&hellip;</a>";
  EXPECT_NE(told(page, Reading::kThinned).find("?a=1&amp;b=2&amp;c=3\">Q&amp;A \u2019s &amp; '\u2026<"),
            page.npos);
}

TEST(Thinning, HidesInSvgOnlyNamesWhoseCaseItKnows) {
  const Thinned thinned =
      thin("<svg viewBox='0 0 9 9' class=x><path d='M0 0h9' fill=none /><path refx='12345678'/></svg>");
  EXPECT_EQ(thinned.text, "<svg><path /><path refx='\U000F0000'/></svg>");
}

TEST(Thinning, LeavesWhatItCannotKnowAsItIs) {
  for (const char* const page :
       {"<plaintext><p class='long enough'>words", "<math><mi class='long enough'>words",
        "<svg><![CDATA[words]]></svg>", "<svg><foreignObject><p class='long enough'>words",
        "<title>words &amp; more</title>", "<textarea>\n\n words</textarea>", "<b class='long enough'></b>",
        "<pre>\n      </pre>", "<p a_b='hidden' x=''></p>", "<script><!--<script>words</script>--></script>",
        "<p type='a &sect; long value'></p>", "<p type='hidden'></p>"})
    EXPECT_EQ(thin(page).text, page);
}

TEST(Thinning, TakesWhatFollowsAnSvgThatClosesItselfForHtml) {
  EXPECT_EQ(thin("<svg /><p data-note='long enough'>").text, "<svg /><p>");
  const std::string within = "<svg ><path data-note='x'/>";
  EXPECT_EQ(thin(within).text, within);
}

// A page that could be mistaken, or that Gumbo would change, goes in whole.
TEST(Thinning, TouchesNoPageThatHoldsStandInsOfItsOwn) {
  for (const char* const page :
       {"<p>words \U000F0000", "<p>words \f    ", "<p>words &#xF0001;", "<p>words &#983041;",
        "<p>words &#12;", "<p>words &#xc;", "<p>words \u0085", "<p>words \uFDD0", "<p>words \uFFFF",
        "<p>words \x01", "<p>words \x7F", "<p>words &#99999999999999;"}) {
    EXPECT_TRUE(thin(page).stand_ins.empty()) << page;
    expect_same(page, page);
  }
}

constexpr const char* kParts[] = {
    // text, references, white space
    "some words here", "      ", "\n\n        ", "a &amp; b &lt; c", "&nbsp;&#8217;s end &notit; &ampx",
    "a < b and c > d", "\xE4\xB8\xAD\xE6\x96\x87\xE6\x96\x87\xE5\xAD\x97", "&#32;      words",
    "\r\n\r\n      \r", "\U0001F600 face", "&amp;&#38;amp; & &#x2019;&rdquo;&raquo ;",
    "x&ampersand;&#10;&#x110000;&", "&#128;&#160;&#xD800;&#1F;&#;&#x;&hellip;&nbsp",
    "&lt;b&gt; &copy;2024 &copy2024 &Amp;&AMP;",
    // tags and values
    "<p>", "</p>", "<div class=\"long class names here\" data-x='it\"s quoted' id=unquoted/value>", "</div>",
    "<a href=https://example.org/long/path/>", "</a>", "<a href='https://example.org/?a=1&b=2&copy=3'>",
    "<a href='/?a=1&amp;b=2&amp;amp;=3' title='Q&amp;A &#8220;x&rdquo; &'>",
    "<a href=/?a=1&amp;b=2&c&d title=&quot;long&quot;>",
    "<a href='/?copy&copy=&copy&amp=2&lt' title=\"it&#39;s &notin; &ampere;\">",
    "<img src=\"https://example.org/a.png\"/ alt=''>", "<br/>", "<p title=\"a > b and <b> here\">",
    "<p =odd 'quote\"s=x>", "<P CLASS=UPPERCASEVALUES class=secondclassvalue>",
    "<x-y data-long-value='something long'>", "</p class='long enough'>", "<b class='one two three'>",
    "<b class='one two three'>", "</b>", "<font color='#aabbccdd'>", "<i>", "</i>",
    // tables and selects
    "<table>", "<tr>", "<td class='cell of a table'>", "</table>", "<col>", "<caption>", "<select>",
    "<option value='a long value'>", "</select>", "<input type=hidden value='long enough'>",
    "<form action='/some/where'>", "</form>",
    // raw text
    "<script>if (a < b && c) { d = '</p>'; }</script>",
    "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>",
    "<script><!-- a <script> b </script> c --></script>", "<script><!-- old style //--></script>",
    "<style>p > a { color: red }</style>", "</script>", "</style>", "<script>", "<style>",
    "<title>a &amp; b</title>", "<title>", "<textarea>\n <p class='text only'></textarea>",
    "<iframe src='https://example.org/'><p>inside</iframe>",
    "<noscript><p class='no script'>words</noscript>", "<xmp><p>words</xmp>", "<noembed><b>words</noembed>",
    "<noframes>words <p></noframes>", "<script>  \n  </script>", "</SCRIPT >", "<pre>\n        words</pre>",
    // comments
    "<!-- a comment -->", "<!-- a -- b --!> after", "<!-->after", "<!--->after", "<!---->", "<!----!>",
    "<!--[if IE]><p class='conditional'><![endif]-->", "<!", "<!DOCTYPE html>",
    "<!doctype html PUBLIC 'a > b'>", "<?php echo 'long'; ?>", "</ bogus comment>", "</>", "<!-- never ends",
    "<!--a--->", "<3 hearts",
    // other languages
    "<svg class='icon of a menu'>", "</svg>", "<svg/>",
    "<svg viewBox='0 0 24 24' xmlns='http://www.w3.org/2000/svg'>",
    "<g viewbox='0 0 1 1' PreserveAspectRatio='none'>",
    "<g preserveAspectRatio='xMidYMid' viewBox='1 2 3 4' id=g ID=h>", "<path d='M12 2c3.4 5.6 7 8'/>",
    "<title>of the icon</title>", "<desc>made by hand</desc>",
    "<foreignObject><p class='html again'>words</foreignObject>", "<svg><style>a > b { }</style></svg>",
    "<math><mi>words</mi></math>", "<![CDATA[some <b> data]]>", "<annotation-xml encoding='text/html'>",
    "<template><p class='in a template'>words</template>",
    // what changes the modes of the tree's construction
    "<html lang='en and more'>", "<head>", "</head>", "<body class='home of all'>", "</body>", "</html>",
    "<frameset>", "<frame src='long enough'>", "<plaintext>", "<isindex prompt='long enough'>", "<li>",
    "<button>", "<h2 class='title of it'>", "<nobr>", "<object data='long enough'>"};

TEST(Thinning, GivesTheSameTreeOfEveryTwoPartsOfAPage) {
  for (const char* const first : kParts) {
    for (const char* const second : kParts) {
      const std::string page = std::string(first) + second + "<p class='after all'>the end";
      expect_same(page, page);
    }
  }
}

TEST(Thinning, GivesTheSameTreeHoweverPartsAreMixed) {
  site::Prng prng(20240319);
  for (int i = 0; i < 4'000; ++i) {
    std::string page;
    for (size_t parts = 3 + prng.below(24); parts > 0; --parts) page += prng.pick(kParts);
    expect_same(page, page);
  }
}

TEST(Thinning, GivesTheSameTreeOfEveryBeginningOfAPage) {
  std::string page;
  for (const char* const part : kParts) page += part;
  for (size_t length = 0; length < page.size(); length += 3)
    expect_same(decode(page.substr(0, length), "text/html; charset=utf-8").utf8, std::to_string(length));
}

}  // namespace
}  // namespace dekko
