#include "extractors/announced.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string script(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

std::vector<std::string> announced_by(const std::string& html) {
  const Result<Document> document = Document::parse("<!DOCTYPE html><body>" + html);
  return announced_items(*document, *Url::parse("https://site.example/topics/"));
}

TEST(Announced, ItemsOfAListAreAddressesOrThingsThatHaveOne) {
  EXPECT_THAT(announced_by(script(R"({"@type": "ItemList", "itemListElement": [
      "https://site.example/a/1", {"@type": "ListItem", "position": 2, "url": "/a/2#top"},
      {"@type": "ListItem", "item": {"@id": "/a/3"}}, {"@type": "ListItem", "item": "/a/4"},
      {"@type": "NewsArticle", "mainEntityOfPage": {"@id": "/a/5"}}, {"url": "/a/2"}]})")),
              ElementsAre("https://site.example/a/1", "https://site.example/a/2", "https://site.example/a/3",
                          "https://site.example/a/4", "https://site.example/a/5"));
}

TEST(Announced, ListsAreFoundWhereverTheyStand) {
  EXPECT_THAT(
      announced_by(script(R"([{"@graph": [{"@type": "CollectionPage", "mainEntity":
      {"@type": "ItemList", "itemListElement": [{"url": "/a/1"}]}}]}])") +
                   script(R"({"@type": "Blog", "blogPost": [{"url": "/a/2"}]})") +
                   script(R"({"@type": "CollectionPage", "hasPart": {"@id": "/a/3"}})")),
      ElementsAre("https://site.example/a/1", "https://site.example/a/2", "https://site.example/a/3"));
}

TEST(Announced, BreadcrumbsAndMenusAreNoItems) {
  EXPECT_THAT(
      announced_by(script(R"({"@graph": [{"@type": "BreadcrumbList", "itemListElement": [{"item": "/"}]},
      {"@type": "WebPage", "hasPart": [{"@type": "SiteNavigationElement", "url": "/tides"}]}]})")),
      IsEmpty());
}

TEST(Announced, WhatIsNoJsonAnnouncesNothingAndHidesNoOther) {
  EXPECT_THAT(announced_by(script(R"({"itemListElement": ["/a/1")") + script("[1, \"itemListElement\"]") +
                           script(R"({"itemListElement": [7, null, "mailto:a@b.example", {"url": 7}]})") +
                           script(R"({"itemListElement": "/a/2"})")),
              ElementsAre("https://site.example/a/2"));
}

TEST(Announced, DepthAndSizeHaveTheirLimits) {
  const std::string deep =
      std::string(100'000, '[') + R"({"itemListElement": "/a/1"})" + std::string(100'000, ']');
  EXPECT_THAT(announced_by(script(deep)), IsEmpty());
  const std::string large =
      R"({"itemListElement": "/a/1", "text": ")" + std::string(1024 * 1024, '-') + "\"}";
  EXPECT_THAT(announced_by(script(large)), IsEmpty());
}

std::string stories(const std::string& folder, const std::string& dek) {
  std::string html = "<section>";
  for (const char* number : {"1", "2", "3", "4"}) {
    html += std::string("<div><h3><a href=\"/") + folder + "/" + number +
            "\">The harbour has a new crane, part " + number + "</a></h3><p>March 1" + number + ", 2024</p>" +
            dek + "</div>";
  }
  return html + "</section>";
}

TEST(Announced, ListThatThePageCallsItsItemsIsPreferredToARicherOne) {
  const std::string body = stories("picks", "<p>All that is known of it, and what the crews say.</p>") +
                           "<hr>" + stories("topic", "");
  const std::string json = R"({"@type": "ItemList", "itemListElement": [{"url": "/topic/1"},
      {"url": "/topic/2"}, {"url": "/topic/3"}]})";
  EXPECT_EQ(read_page(body).cards.front().url, "https://site.example/picks/1");
  const Page page = read_page(body + script(json));
  EXPECT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(page.cards.front().url, "https://site.example/topic/1");
}

}  // namespace
}  // namespace dekko
