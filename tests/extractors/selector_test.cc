#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

struct Match {
  const char* selector;
  const char* ids;
};

template <size_t size>
void expect_matches(std::string html, const Match (&cases)[size]) {
  Document document = parse("<!DOCTYPE html><html id=html><head id=head></head><body id=body>" + html);
  for (const Match& match : cases) EXPECT_EQ(ids(document, match.selector), match.ids) << match.selector;
}

TEST(Selector, MatchesTypesClassesAndIds) {
  expect_matches(
      "<p id=a class='x y'></p><P id=b class=X></P><my-tag id=c></my-tag><svg id=d><linearGradient "
      "id='e'/></svg>",
      {{"p", "a b"},
       {"P", "a b"},
       {"*", "html head body a b c d e"},
       {"*|p", "a b"},
       {"*|*", "html head body a b c d e"},
       {"|p", ""},
       {"|*", ""},
       {".x", "a"},
       {".x.y", "a"},
       {".y.x", "a"},
       {"p.X", "b"},
       {"#a", "a"},
       {"#A", ""},
       {"p#a.x", "a"},
       {"My-Tag", "c"},
       {"linearGradient", "e"},
       {"lineargradient", ""},
       {"svg > *", "e"}});
}

TEST(Selector, NamesMatchInAnyCaseInQuirksMode) {
  Document document = parse("<p id=A class=Card></p>");
  EXPECT_EQ(ids(document, ".card#a"), "A");
  EXPECT_EQ(ids(document, "[class=card]"), "");
}

TEST(Selector, MatchesAttributes) {
  expect_matches(
      "<a id=a lang=en-US rel='one two' title=''></a><b id=b lang=en data-x='a b'></b><i id=i TYPE=Text "
      "title=Text></i>"
      "<svg id=s viewBox='0 0'><use id=u xlink:href='#x' /></svg>",
      {{"[title]", "a i"},      {"[TITLE]", "a i"},       {"[title='']", "a"},
       {"[lang=en]", "b"},      {"[lang|=en]", "a b"},    {"[lang|=e]", ""},
       {"[rel~=two]", "a"},     {"[rel~='one two']", ""}, {"[rel~='']", ""},
       {"[lang^=en-]", "a"},    {"[lang^='']", ""},       {"[lang$=US]", "a"},
       {"[lang$='']", ""},      {"[data-x*=' ']", "b"},   {"[data-x*='']", ""},
       {"[type=text]", "i"},    {"[type=text s]", ""},    {"[title=text]", ""},
       {"[title=text i]", "i"}, {"[title='text'i]", "i"}, {"[ title = 'Text' S ]", "i"},
       {"[lang=EN-us]", "a"},   {"[viewBox]", "s"},       {"[viewbox]", ""},
       {"[*|href]", "u"},       {"[href]", ""},           {"[|title]", "a i"},
       {"[data-x='a b'", "b"},  {"[lang][rel]", "a"},     {"[title=\"Te\\\nxt\"]", "i"}});
}

TEST(Selector, WalksCombinators) {
  expect_matches("<div id=a><p id=b><b id=c></b></p><p id=d></p>text<!--c--><i id=e></i><p id=f></p></div>",
                 {{"div b", "c"},
                  {"div > b", ""},
                  {"div>p>b", "c"},
                  {"#b + p", "d"},
                  {"#b+i", ""},
                  {"#d + i", "e"},
                  {"p ~ p", "d f"},
                  {"p~i~p", "f"},
                  {"html body #a *", "b c d e f"},
                  {"body > div p + p", "d"},
                  {"p ~ p b", ""},
                  {"i ~ p, b", "c f"},
                  {"div > p ~ i + p", "f"},
                  {"p p", ""}});
}

TEST(Selector, MatchesLists) {
  expect_matches("<div id=a class=x><p id=b class=y><b id=c class=x></b></p></div><p id=d></p>",
                 {{":is(div, b)", "a c"},
                  {":where(.x .x, #d)", "c d"},
                  {"p:not(.y)", "d"},
                  {":not(html, head, body):not(div p, div)", "c d"},
                  {"body :not(:is(.x, .y))", "d"},
                  {":is(div > p) > b", "c"},
                  {"#b, #a, #b", "a b"},
                  {"p:not(div > p, .z)", "d"},
                  {":not(*)", ""}});
}

TEST(Selector, LooksAheadWithHas) {
  expect_matches(
      "<div id=a><p id=b><b id=c></b></p><i id=d></i></div><div id=e><i id=f></i><p id=g></p></div>",
      {{"div:has(b)", "a"},
       {"div:has(> b)", ""},
       {"div:has(>p>b)", "a"},
       {"div:has(p + i)", "a"},
       {"p:has(+ i)", "b"},
       {"i:has(~ p)", "f"},
       {"div:has(~ div b)", ""},
       {"div:has(+ div i)", "a"},
       {":has(b, > i + p)", "html body a b e"},
       {"div:not(:has(b))", "e"},
       {"p:not(:has(*))", "g"},
       {"div:has(div p)", ""},
       {"div:has(:is(body b))", "a"},
       {"div:has(:scope b)", ""},
       {"body:has(div p b)", "body"}});
}

TEST(Selector, CountsSiblings) {
  expect_matches(
      "<ul id=ul><li id=a>1<li id=b class=x>2<li id=c>3<li id=d class=x>4<b id=e></b></ul><p id=p></p>",
      {{"li:nth-child(2)", "b"},
       {"li:nth-child(odd)", "a c"},
       {"li:nth-child( EVEN )", "b d"},
       {"li:nth-child(n+3)", "c d"},
       {"li:nth-child(-n+2)", "a b"},
       {"li:nth-child(-1n + 2)", "a b"},
       {"li:nth-child(2n - 1)", "a c"},
       {"li:nth-child(n)", "a b c d"},
       {"li:nth-child(0n+3)", "c"},
       {"li:nth-child(-3)", ""},
       {"li:nth-child(+3)", "c"},
       {"li:nth-last-child(2)", "c"},
       {"li:nth-last-of-type(1)", "d"},
       {"li:nth-of-type(3n-1)", "b"},
       {":nth-child(2 of .x)", "d"},
       {":nth-last-child(2 of .x, b)", "b"},
       {":nth-child(even of li:not(.x))", "c"},
       {"ul > :first-child", "a"},
       {"ul > :last-child", "d"},
       {"li:last-of-type", "d"},
       {"ul :only-of-type", "e"},
       {"b:first-of-type", "e"},
       {":only-child", "html e"},
       {":first-child:root", "html"}});
}

TEST(Selector, KnowsStatesThatThePageShows) {
  expect_matches(
      "<a id=a href=''></a><a id=b></a><p id=p><!-- --></p><p id=q> </p><svg id=s><a id=sa href=x></a></svg>"
      "<fieldset id=f disabled><legend id=l><input id=i></legend><legend id=m><input "
      "id=j></legend></fieldset>"
      "<input id=k type=CHECKBOX checked><input id=o type=text checked>"
      "<select id=t><optgroup id=g disabled><option id=u selected></option></optgroup></select>",
      {{":any-link", "a sa"},
       {":link:not(:visited)", "a sa"},
       {"p:empty", "p"},
       {":root", "html"},
       {"body :disabled", "f j g u"},
       {":enabled", "i k o t"},
       {":checked", "k u"},
       {":scope > body", "body"}});
}

TEST(Selector, MatchesLanguages) {
  expect_matches(
      "<p id=a lang=de-Latn-CH></p><p id=b lang=DE></p><p id=c lang=''></p><p id=d lang=fr-x-ch><b "
      "id=e></b></p>",
      {{":lang(de)", "a b"},
       {":lang(de-ch)", "a"},
       {":lang('*-CH')", "a"},
       {":lang(fr, 'de-CH')", "a d e"},
       {":lang(fr-ch)", ""},
       {"p:lang('')", "c"},
       {":lang(d)", ""}});
}

TEST(Selector, FindsTextThatAReaderSees) {
  expect_matches("<p id=a>Read <b id=b>mo</b>re</p><p id=c>Read<br>less</p><p id=d hidden>Read more</p>",
                 {{"p:contains('Read more')", "a d"},
                  {"p:contains(less)", "c"},
                  {"p:contains('  Read\\a less ')", "c"}});
}

TEST(Selector, ReadsEscapesAndComments) {
  expect_matches(
      "<p id=a class='1st'></p><p id=b class='x:y'></p><p id=c class='\xE4\xB8\xAD'></p><p id='-'></p>",
      {{".\\31st", "a"},
       {".\\31 st", "a"},
       {".\\000031st", "a"},
       {".x\\:y", "b"},
       {".x\\3a y", "b"},
       {".\\4e2d", "c"},
       {".\xE4\xB8\xAD", "c"},
       {"#\\-", "-"},
       {"/* a */p/**/.\\31st/**/", "a"},
       {"body/**/ /**/p/* > */#a", "a"},
       {"p/* not closed", "a b c -"},
       {"\\70", "a b c -"},
       {"\n\tp\f#a\r\n", ""}});
}

TEST(Selector, TellsTheEndingApart) {
  EXPECT_EQ(compile("h2 a").wants(), Selector::Wants::kElement);
  EXPECT_EQ(compile("h2 a::text").wants(), Selector::Wants::kText);
  EXPECT_EQ(compile("a::TEXT, b::text").wants(), Selector::Wants::kText);
  Selector href = compile("h2 a::attr( HREF )");
  EXPECT_EQ(href.wants(), Selector::Wants::kAttribute);
  EXPECT_EQ(href.attribute_name(), "href");
  EXPECT_EQ(href.text(), "h2 a::attr( HREF )");
}

TEST(Selector, ReadsTheValueThatTheEndingAsksFor) {
  Document document = parse("<p><a href='/x'> A  <b>b</b></a>");
  Node link = compile("a").first(document.root());
  EXPECT_EQ(compile("a").value_of(link), "A b");
  EXPECT_EQ(compile("::text").value_of(link), "A b");
  EXPECT_EQ(compile("a::attr(href)").value_of(link), "/x");
  EXPECT_EQ(compile("a::attr(title)").value_of(link), "");
}

TEST(Selector, LooksOnlyInsideItsScope) {
  Document document = parse("<div id=a><div id=b><p id=c></p></div></div><p id=d></p>");
  Node outer = compile("#a").first(document.root());
  EXPECT_EQ(compile("p").all(outer).size(), 1u);
  EXPECT_EQ(compile("body p").first(outer).attribute("id"), "c");
  EXPECT_EQ(compile(":scope > div").first(outer).attribute("id"), "b");
  EXPECT_FALSE(compile(":scope").first(outer));
  EXPECT_FALSE(compile("#d").first(outer));
  EXPECT_TRUE(compile("p").all(Node()).empty());
  EXPECT_FALSE(compile("p").first(Node()));
}

TEST(Selector, HoldsOneElementAgainstItself) {
  Document document = parse("<div id=a><p id=b></p></div>");
  Node p = compile("p").first(document.root());
  EXPECT_TRUE(compile("div > p").matches(p));
  EXPECT_TRUE(compile(":scope").matches(p));
  EXPECT_FALSE(compile(":scope").matches(p, document.root()));
  EXPECT_TRUE(compile(":scope p").matches(p, p.parent()));
  EXPECT_FALSE(compile("p").matches(document.root()));
  EXPECT_FALSE(compile("p").matches(Node()));
}

TEST(Selector, SaysWhereItStoppedAndWhatItExpected) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "column 1: expected a selector"},
      {"div[", "column 5: expected the name of an attribute"},
      {"div,", "column 5: expected a selector"},
      {", a", "column 1: expected a selector"},
      {"a > > b", "column 5: expected a selector"},
      {"> a", "column 1: expected a selector"},
      {"a & b", "column 3: expected a selector"},
      {"a&", "column 2: expected a combinator, \",\" or the end"},
      {"a)", "column 2: expected a combinator, \",\" or the end"},
      {"a || b", "column 3: expected a selector"},
      {".5", "column 2: expected the name of a class"},
      {"#", "column 2: expected an id"},
      {"\xE4\xB8\xAD .5", "column 4: expected the name of a class"},
      {"ns|a", "column 3: expected no namespace prefix, for none is declared; \"*|\" is any"},
      {"[ns|a]", "column 4: expected no namespace prefix, for none is declared; \"*|\" is any"},
      {"[a=]", "column 4: expected a value"},
      {"[a=5]", "column 4: expected a value"},
      {"[a!=b]", "column 3: expected an operator (= ~= |= ^= $= *=) or \"]\""},
      {"[a=b x]", "column 6: expected \"i\", \"s\" or \"]\""},
      {"[a='b\n']", "column 6: expected the end of the string before the line ends"},
      {":", "column 2: expected the name of a pseudo-class"},
      {"a:first", "column 3: expected a pseudo-class, not \"first\""},
      {"a:frist-child",
       "column 3: expected a pseudo-class, not \"frist-child\"; did you mean \"first-child\"?"},
      {"a:nht-child(2)", "column 3: expected a pseudo-class, not \"nht-child\"; did you mean \"nth-child\"?"},
      {"a:hover", "column 3: expected a pseudo-class that a page at rest can answer, not \"hover\""},
      {"a:not", "column 6: expected \"(\""},
      {"a:not()", "column 7: expected a selector"},
      {"a:is(b,)", "column 8: expected a selector"},
      {"a:is(b::text)", "column 7: expected \")\""},
      {"a:not(b] c", "column 8: expected \")\""},
      {"a:nth-child(2 n)", "column 15: expected \")\""},
      {"a:nth-child(+ 2n)", "column 14: expected a place like 3, odd or 2n+1"},
      {"a:nth-child(2n + -1)", "column 18: expected a place like 3, odd or 2n+1"},
      {"a:nth-child(99999999999)", "column 13: expected a place like 3, odd or 2n+1"},
      {"a:nth-of-type(2 of b)", "column 17: expected \")\""},
      {"a:has(b:has(c))", "column 13: expected no :has() inside :has()"},
      {"a:has()", "column 7: expected a selector"},
      {"a:lang()", "column 8: expected a language"},
      {"a:contains(5)", "column 12: expected a string"},
      {"a::before", "column 4: expected \"text\" or \"attr(name)\""},
      {"a::attr", "column 8: expected \"(\""},
      {"a::attr()", "column 9: expected the name of an attribute"},
      {"a::text b", "column 9: expected a combinator, \",\" or the end"},
      {"a, b::text", "column 11: expected the same ending (::text, ::attr(name) or none) for the whole list"},
      {"a::attr(b), a::attr(c)",
       "column 23: expected the same ending (::text, ::attr(name) or none) for the whole list"},
  };
  for (const auto& [selector, expected] : cases)
    EXPECT_EQ(refusal(selector), std::string("selector \"") + selector + "\": " + expected);
}

TEST(Selector, ReadsEveryBeginningOfASelector) {
  std::string_view selector =
      "div#a.b[c|='d\\'' i]:nth-child(2n+1 of p, q)>e:has(~ f):not(:is(*|g, h)):lang('x-y')/* c "
      "*/::attr(href)";
  EXPECT_EQ(refusal(selector), "accepted");
  for (size_t length = 0; length < selector.size(); ++length) {
    std::string beginning(selector.substr(0, length));
    Result<Selector> compiled = Selector::compile(beginning);
    EXPECT_TRUE(compiled || compiled.error().detail.starts_with("column ")) << beginning;
  }
}

}  // namespace
}  // namespace dekko
