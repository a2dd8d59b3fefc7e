#include "extractors/html/node_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dekko {
namespace {

using testing::ElementsAre;

Document parse(std::string html) {
  Result<Document> document = Document::parse(std::move(html));
  EXPECT_TRUE(document) << (document ? "" : document.error().message());
  return std::move(*document);
}

std::string text(std::string html) {
  Document document = parse(std::move(html));
  return text_of(document.body());
}

std::vector<std::string> lines(std::string html) {
  Document document = parse(std::move(html));
  std::vector<std::string> all;
  for (const TextLine& line : lines_of(document.body())) all.push_back(line.text);
  return all;
}

TEST(TextOf, ReadsAsAReaderDoes) {
  const std::pair<const char*, const char*> cases[] = {
      {"<p>a</p><p>b</p>", "a b"},
      {"a<div>b</div>c", "a b c"},
      {"a<br>b", "a b"},
      {"wo<b>r</b>d<span>s</span>", "words"},
      {"<ul><li>a<li>b</ul>", "a b"},
      {"<table><tr><td>a<td>b<tr><th>c</table>", "a b c"},
      {"<dl><dt>a<dd>b</dl>", "a b"},
      {"  a \n\t b  ", "a b"},
      {"a&nbsp;&nbsp;b", "a b"},
      {"<pre>a\n  b</pre>", "a b"},
      {"a<script>x</script>b<style>y</style>c", "abc"},
      {"a<template><p>x</p></template>b", "ab"},
      {"a<noscript><p>x</p></noscript>b", "ab"},
      {"a<iframe>x</iframe><video>y</video><canvas>z</canvas>b", "ab"},
      {"a<!-- x -->b", "ab"},
      {"a<img alt='x'>b<input value='y'>c", "abc"},
      {"a<p hidden>x</p>b", "ab"},
      {"a<p style='color:red; DISPLAY : none !important'>x</p>b", "ab"},
      {"a<p style='visibility:hidden'>x</p>b", "ab"},
      {"<i style='display:none;display:inline'>a</i><i style='display:'>b</i><i style='x'>c</i><i "
       "style>d</i>",
       "abcd"},
      {"<i aria-hidden=true>a</i>", "a"},
      {"<svg><title>x</title><text>a</text></svg>", "a"},
      {"<dialog>x</dialog><dialog open>a</dialog>", "a"},
      {"<ruby>a<rp>(</rp><rt>b</rt></ruby>", "ab"},
      {"<select><option>a<option>b</select>", "a b"},
      {"<my-card>a</my-card><my-card>b</my-card>", "ab"},
      {"a<wbr>b", "ab"},
      {"", ""},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(text(html), expected) << html;
}

TEST(TextOf, ReadsWhatItIsAskedForEvenIfThatIsNotShown) {
  Document document = parse("<title> a title </title><p hidden>p");
  EXPECT_EQ(text_of(document.head().first_child()), "a title");
  EXPECT_EQ(text_of(document.head()), "");
  EXPECT_EQ(text_of(document.body().first_child()), "p");
  EXPECT_EQ(text_of(Node()), "");
}

TEST(LinesOf, EndsALineAtBlocksAndBreaks) {
  EXPECT_THAT(lines("<h2>a <a>b</a></h2>c<br>d<p></p><div><div>e</div>f</div><br> <br>"),
              ElementsAre("a b", "c", "d", "e", "f"));
  EXPECT_THAT(lines("<tr><td>a"), ElementsAre("a"));
  EXPECT_THAT(lines(" \n "), ElementsAre());
}

TEST(LinesOf, NamesTheDeepestElementThatHoldsTheLine) {
  Document document = parse("<div><p><b><i>one</i></b></p><p><b>t</b><u>w</u>o</p><em>a</em><br>b</div>");
  std::string holders;
  for (const TextLine& line : lines_of(document.root())) holders += std::string(line.node.tag()) + " ";
  EXPECT_EQ(holders, "i p em div ");
}

TEST(LinesOf, HoldsALineThatRunsOnAfterItsElementIsLeft) {
  Document document = parse("<p><b><i>a</i> b</b> <u>c</u></p><p><b> <i>d</i> </b> </p>");
  std::vector<TextLine> all = lines_of(document.root());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].text, "a b c");
  EXPECT_EQ(all[0].node.tag(), "p");
  EXPECT_EQ(all[1].node.tag(), "i");
}

TEST(IsBlock, KnowsBlocksFromWords) {
  Document document = parse("<p></p><span></span><search></search><svg><p/></svg>");
  Node p = document.body().first_child();
  EXPECT_TRUE(is_block(p));
  EXPECT_FALSE(is_block(p.next_element()));
  EXPECT_TRUE(is_block(p.next_element().next_element()));
  EXPECT_FALSE(is_block(document.root()));
  EXPECT_FALSE(is_hidden(Node()));
}

}  // namespace
}  // namespace dekko
