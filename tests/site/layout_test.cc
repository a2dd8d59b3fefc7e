#include "tests/support/layout.h"

#include <gtest/gtest.h>

namespace dekko::site {
namespace {

const Post kPost{.path = "/2024/03/a/",
                 .headline = "T & T",
                 .dek = "D",
                 .kicker = "K",
                 .often_kicked = true,
                 .authors = {"Ann Oak", "Bo Elm"},
                 .published = std::chrono::year{2024} / 3 / 9,
                 .image = "/a.jpg"};

// The card as a reader of text sees it: alternative texts and text nodes, white space collapsed.
std::string text_of(const std::string& html) {
  std::string text;
  auto add = [&text](char c) {
    bool blank = c == '\n' || c == ' ';
    if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : c;
  };
  for (size_t i = 0; i < html.size(); ++i) {
    if (html[i] != '<') {
      add(html[i]);
      continue;
    }
    size_t end = html.find('>', i);
    std::string tag = html.substr(i, end - i);
    if (size_t alt = tag.find("alt=\""); alt != std::string::npos)
      for (char c : tag.substr(alt + 5, tag.rfind('"') - alt - 5)) add(c);
    i = end;
  }
  return text;
}

std::string card(Layout layout) {
  return text_of(render_card(kPost, layout));
}

TEST(Layout, EachShowsItsOwnOrderOfLines) {
  EXPECT_EQ(card(Layout::kA20), "T &amp; T D Ann Oak | Bo Elm March 9, 2024 ");
  EXPECT_EQ(card(Layout::kP21), "T &amp; T D Author ImageAnn Oak| Bo Elm March 9, 2024 ");
  EXPECT_EQ(card(Layout::kP22), "K T &amp; T D Ann OakAnn Oak | Bo ElmMarch 9, 2024 ");
  EXPECT_EQ(card(Layout::kP24A), "K T &amp; T D Ann OakAnn Oak | Bo ElmMarch 9, 2024 ");
  EXPECT_EQ(card(Layout::kT24P), "T &amp; T K T &amp; T D T &amp; T Ann OakAnn Oak | Bo Elm March 9, 2024 ");
  EXPECT_EQ(card(Layout::kT24N), "T &amp; T K T &amp; T D T &amp; T Ann OakAnn Oak | Bo Elm March 9, 2024 ");
}

TEST(Layout, OnlyT24NHasTheAvatarOnItsOwnLine) {
  EXPECT_EQ(render_card(kPost, Layout::kT24P).find("</div><span"), std::string::npos);
  EXPECT_NE(render_card(kPost, Layout::kT24N).find("</div><span"), std::string::npos);
}

TEST(Layout, APostWithoutAuthorsShowsNeitherBylineNorDate) {
  Post post = kPost;
  post.authors.clear();
  for (Layout layout : kLayouts) EXPECT_EQ(render_card(post, layout).find("2024, "), std::string::npos);
  for (Layout layout : kLayouts) EXPECT_EQ(render_card(post, layout).find("March"), std::string::npos);
}

TEST(Layout, SomeLayoutsShowKickersOnSomeCardsOnly) {
  Post post = kPost;
  post.often_kicked = false;
  EXPECT_EQ(shown_kicker(post, Layout::kA20), "");
  EXPECT_EQ(shown_kicker(post, Layout::kP22), "");
  EXPECT_EQ(shown_kicker(post, Layout::kT24N), "");
  EXPECT_EQ(shown_kicker(post, Layout::kT24P), "K");
}

TEST(Layout, NamesComeBack) {
  for (Layout layout : kLayouts) EXPECT_EQ(layout_named(name_of(layout)), layout);
  EXPECT_EQ(layout_named("T25"), std::nullopt);
}

}  // namespace
}  // namespace dekko::site
