#include "extractors/html/document.h"

#include <gtest/gtest.h>

#include <chrono>

#include "core/limits.h"

namespace dekko {
namespace {

Document parse(std::string html) {
  Result<Document> document = Document::parse(std::move(html));
  EXPECT_TRUE(document) << (document ? "" : document.error().message());
  return std::move(*document);
}

std::string repeated(std::string_view part, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += part;
  return all;
}

std::string tags_of(Node root) {
  std::string tags;
  for (Node node = root; node; node = node.next_in(root))
    if (node.is_element()) tags.append(node.tag()).append(" ");
  return tags;
}

TEST(Document, ImpliesWhatTheStandardImplies) {
  Document document = parse("<title>t</title><table><td>x");
  EXPECT_EQ(tags_of(document.root()), "html head title body table tbody tr td ");
  EXPECT_EQ(document.html().tag(), "html");
  EXPECT_EQ(document.head().first_child().tag(), "title");
  EXPECT_EQ(document.body().first_child().tag(), "table");
}

TEST(Document, HasHeadAndBodyEvenWhenThePageIsEmpty) {
  Document document = parse("");
  EXPECT_EQ(tags_of(document.root()), "html head body ");
  EXPECT_FALSE(document.root().parent());
}

TEST(Document, StaysWhereItIsWhenItIsMoved) {
  Document first = parse("<p>short");
  Node text = first.body().first_child().first_child();
  Document second = std::move(first);
  EXPECT_EQ(text.text(), "short");
  EXPECT_EQ(second.body().first_child().first_child(), text);
}

TEST(Node, FoldsTheCaseOfNamesItDoesNotKnow) {
  Document document = parse("<My-Card DATA-X='Y'><SPAN></SPAN></My-Card>");
  Node card = document.body().first_child();
  EXPECT_EQ(card.tag(), "my-card");
  EXPECT_EQ(card.attribute("data-x"), "Y");
  EXPECT_EQ(card.first_child().tag(), "span");
}

TEST(Node, KeepsTheCaseThatSvgAsksFor) {
  Document document = parse("<svg VIEWBOX='0 0 1 1'><FOREIGNobject></foreignObject><lineargradient/></svg>");
  Node svg = document.body().first_child();
  EXPECT_FALSE(svg.is_html());
  EXPECT_EQ(svg.first_child().tag(), "foreignObject");
  EXPECT_EQ(svg.last_child().tag(), "linearGradient");
  EXPECT_EQ(svg.attribute("viewBox"), "0 0 1 1");
}

TEST(Node, AnswersNothingWhenItIsNull) {
  Node null;
  EXPECT_FALSE(null);
  EXPECT_EQ(null.tag(), "");
  EXPECT_EQ(null.text(), "");
  EXPECT_FALSE(null.is_element() || null.is_text() || null.is_html());
  EXPECT_FALSE(null.attribute("id"));
  EXPECT_TRUE(null.attributes().empty());
  EXPECT_FALSE(null.parent() || null.first_child() || null.last_child() || null.next_sibling());
  EXPECT_FALSE(null.previous_sibling() || null.next_element() || null.next_in(null));
  EXPECT_EQ(to_html(null), "");
}

TEST(Node, WalksSiblingsBothWays) {
  Document document = parse("<p>a<b></b><!--c--><i></i></p>");
  Node p = document.body().first_child();
  Node b = p.first_child().next_sibling();
  EXPECT_EQ(b.tag(), "b");
  EXPECT_EQ(b.next_element(), p.last_child());
  EXPECT_EQ(b.previous_sibling(), p.first_child());
  EXPECT_FALSE(p.first_child().previous_sibling());
  EXPECT_FALSE(p.last_child().next_sibling());
  EXPECT_EQ(b.parent(), p);
}

TEST(Node, NextInStaysInsideItsRoot) {
  Document document = parse("<div><p><b></b></p><i></i></div><u></u>");
  Node div = document.body().first_child();
  Node p = div.first_child();
  EXPECT_EQ(div.next_in(div), p);
  EXPECT_EQ(p.next_in(div, true).tag(), "i");
  EXPECT_FALSE(p.next_in(p, true));
  EXPECT_FALSE(div.last_child().next_in(div));
}

TEST(Node, DoesNotCountWhatATemplateHoldsAsItsChildren) {
  Document document = parse("<template><p>x</p></template><b></b>");
  EXPECT_EQ(tags_of(document.html()), "html head template body b ");
  EXPECT_FALSE(document.head().first_child().first_child());
}

TEST(Node, KeepsItsPlaceAmongSiblingsHoweverTagsAreNested) {
  for (const char* html :
       {"<b><p>1<i>2</b>3</p>4<table>5<tr><a>6<td></a>7</table><a><div><a>8</div>9</a><select><b>x",
        "</body><!--the frameset takes the body away before this--><frameset>"}) {
    Document document = parse(html);
    for (Node node = document.root(); node; node = node.next_in(document.root())) {
      Node child = node.first_child();
      EXPECT_TRUE(!child || child.parent() == node);
      Node next = node.next_sibling();
      EXPECT_TRUE(!next || next.previous_sibling() == node);
    }
  }
}

TEST(Document, RefusesAPageThatGumboCannotReadInsteadOfEnding) {
  Result<Document> document = Document::parse("<table><svg><td><title><select></table>");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::kUnsupported);
  EXPECT_TRUE(Document::parse("<p>the next page"));
}

TEST(Document, ReadsEveryBeginningOfAPage) {
  std::string page =
      "<!DOCTYPE html><html lang=en><head><title>a&amp;b</title><script>if(a<b){}</script></head><body "
      "class='x y'>"
      "<!-- c --><svg><![CDATA[d]]><path/></svg><table><tr><td>&notit; "
      "\xE4\xB8\xAD</table><template><b></template>";
  for (size_t length = 0; length <= page.size(); ++length) {
    Result<Document> document = Document::parse(page.substr(0, length));
    ASSERT_TRUE(document) << length;
    EXPECT_FALSE(to_html(document->root()).empty());
  }
}

// -- Pages built to be slow or large
// -----------------------------------------------------------------------------

struct HostilePage {
  const char* name;
  std::string html;
  const char* refusal;  // empty: accepted
};

std::string many_attributes(size_t count) {
  std::string tag = "<a ";
  for (size_t i = 0; i < count; ++i) tag += "x" + std::to_string(i) + " ";
  return tag + ">";
}

std::string many_fonts(size_t count) {
  std::string page;
  for (size_t i = 0; i < count; ++i) page += "<p><font size=" + std::to_string(i) + ">x";
  return page;
}

TEST(Document, MayBeAsDeepAsItsLimit) {
  const size_t deepest = limits::kDepth - 2;  // in html and body
  EXPECT_TRUE(Document::parse(repeated("<div>", deepest)));
  const Result<Document> deeper = Document::parse(repeated("<div>", deepest + 1));
  ASSERT_FALSE(deeper);
  EXPECT_EQ(deeper.error().code, ErrorCode::kLimit);
}

TEST(Document, CostsBoundedTimeOrSaysWhyNot) {
  const HostilePage pages[] = {
      {"attributes", many_attributes(100'000), "attributes, too many to compare"},
      {"attributes of an end tag", "</" + many_attributes(100'000).substr(1),
       "attributes, too many to compare"},
      {"attributes in a comment in a script", "<script><!--" + many_attributes(100'000),
       "too many to compare"},
      {"1,001 attributes", many_attributes(1'001), "more than 1000 attributes on a tag"},
      {"1,000 attributes", many_attributes(1'000), ""},
      {"nested", repeated("<div>", 200'000), "elements open at once"},
      {"nested and unknown", repeated("<x-y>", 200'000), "elements open at once"},
      {"nested in svg", "<svg>" + repeated("<g>", 200'000), "elements open at once"},
      {"nested in a table", "<table>" + repeated("<div>", 200'000), "elements open at once"},
      {"nested templates", repeated("<template>", 200'000), "elements open at once"},
      {"nested tables", repeated("<table><td>", 200'000), "elements open at once"},
      {"600 levels", repeated("<div>", 600), "more than 512 levels of elements"},
      {"500 levels", repeated("<div>", 500), ""},
      {"one comment", "<!--" + std::string(10'000'000, '-') + "-->", ""},
      {"one text", std::string(10'000'000, 'x'), ""},
      {"one attribute", "<a b='" + std::string(10'000'000, '<') + "'>", ""},
      {"formatting", repeated("<b>", 1'000'000), "elements open at once"},
      {"formatting that comes back", many_fonts(20'000), "more than"},
      {"formatting in blocks", repeated("<b><div>", 100'000), "elements open at once"},
      {"misnested formatting", repeated("<a><div></a></div>", 100'000), ""},
      {"misnested in tables", "<table>" + repeated("<b>x</b><tr><td>", 50'000), ""},
      {"text at depth", repeated("<i><span>", 60) + std::string(9'000'000, 'x'), ""},
      {"references at depth", repeated("<i><span>", 60) + repeated("&notit", 1'500'000),
       "elements open at once"},
      {"references to nothing at depth", repeated("<i><span>", 60) + std::string(9'000'000, '&'), ""},
      {"references", repeated("&amp;", 1'000'000), ""},
      {"references to nothing", std::string(5'000'000, '&'), ""},
      {"references in a value", "<a b='" + repeated("&notit", 800'000) + "'>", ""},
      {"anchors", repeated("<a>", 1'000'000), "its tree takes more than"},
      {"fonts", repeated("<font>", 1'000'000), "elements open at once"},
      {"table cells", "<table>" + repeated("<td>", 1'000'000), "its tree takes more than"},
      {"end tags at depth", repeated("<span>", 600) + repeated("</nav>", 200'000), "more than 512 levels"},
      {"tag names in tag names", repeated("<a", 1'000'000), "tags inside tags without end"},
      {"open tags", repeated("<a ", 1'000'000), "octet"},
      {"elements", repeated("<br>", 2'500'000), "its tree takes more than 134217728 octets"},
      {"a page over the limit", std::string(10'485'761, ' '), "more than 10485760 octets"},
  };
  for (const HostilePage& page : pages) {
    auto start = std::chrono::steady_clock::now();
    Result<Document> document = Document::parse(page.html);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::string said = document ? "" : document.error().message();
    EXPECT_EQ(said.empty(), std::string_view(page.refusal).empty()) << page.name << ": " << said;
    EXPECT_NE(said.find(page.refusal), said.npos) << page.name << ": " << said;
    EXPECT_TRUE(document || document.error().code == ErrorCode::kLimit) << page.name;
    RecordProperty(page.name, std::to_string(took.count()));
  }
}

// -- Serialisation
// -----------------------------------------------------------------------------------------------

TEST(ToHtml, WritesWhatTheStandardWrites) {
  const std::pair<const char*, const char*> cases[] = {
      {"<p>a&lt;b&gt;c&amp;d\"e'f&nbsp;g</p>", "<p>a&lt;b&gt;c&amp;d\"e'f&nbsp;g</p>"},
      {"<p title='a<b>c&amp;d\"e&nbsp;'></p>", "<p title=\"a&lt;b&gt;c&amp;d&quot;e&nbsp;\"></p>"},
      {"<br><img src=x><hr><wbr>", "<br><img src=\"x\"><hr><wbr>"},
      {"<INPUT Disabled>", "<input disabled=\"\">"},
      {"<div><!--a--b--></div>", "<div><!--a--b--></div>"},
      {"<p><script>a<b && c</script><style>a>b</style>",
       "<p><script>a<b && c</script><style>a>b</style></p>"},
      {"<div><iframe><b></iframe><xmp><i></xmp>", "<div><iframe><b></iframe><xmp><i></xmp></div>"},
      {"<div><noscript><b>&lt;</b></noscript>", "<div><noscript><b>&lt;</b></noscript></div>"},
      {"<textarea><b>&</textarea>", "<textarea>&lt;b&gt;&amp;</textarea>"},
      {"<div><template><p>x</template>", "<div><template><p>x</p></template></div>"},
      {"<svg><a xlink:href='#a' xml:lang=en></a><br/></svg>",
       "<svg><a xlink:href=\"#a\" xml:lang=\"en\"></a></svg><br>"},
      {"<svg><path/><foreignobject/></svg>", "<svg><path></path><foreignObject></foreignObject></svg>"},
      {"<My-Tag>x</My-Tag>", "<my-tag>x</my-tag>"},
  };
  for (const auto& [html, expected] : cases) {
    Document document = parse(std::string("<body>") + html);
    EXPECT_EQ(to_html(document.body()), std::string("<body>") + expected + "</body>");
  }
}

TEST(ToHtml, WritesTheDoctypeOfAWholePage) {
  EXPECT_EQ(to_html(parse("<!DOCTYPE HTML PUBLIC 'x'><p>").root()),
            "<!DOCTYPE html><html><head></head><body><p></p></body></html>");
}

TEST(ToHtml, IsReadAsTheSameTree) {
  std::string page = "<table>x<tr><b>y<td>z</table><p>1<p>2<ul><li>a<li>b</ul><pre>\n\nc</pre>&amp;lt;";
  std::string once = to_html(parse(page).root());
  EXPECT_EQ(to_html(parse(once).root()), once);
}

}  // namespace
}  // namespace dekko
