#include "tests/support/newspaper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace dekko::site {
namespace {

size_t count(const std::string& text, std::string_view part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

Reply get(Newspaper& newspaper, int page) {
  return newspaper.reply({.path = page == 1 ? "/tag/x/" : "/tag/x/page/" + std::to_string(page) + "/"});
}

TEST(Newspaper, Has113PagesOfTenFor1130Posts) {
  Newspaper newspaper(SiteOptions{});
  EXPECT_EQ(newspaper.page_count(), 113);
  for (int page = 1; page <= 113; ++page) EXPECT_EQ(count(newspaper.page(page), "<article"), 10u);
}

TEST(Newspaper, LastPageMayBeShortAndPastTheEndIsHeadingOnly) {
  Newspaper newspaper({.posts = 25});
  EXPECT_EQ(count(newspaper.page(3), "<article"), 5u);
  Reply past = get(newspaper, 4);
  EXPECT_EQ(past.status, 200);
  EXPECT_EQ(count(past.body, "<h1>"), 1u);
  EXPECT_EQ(count(past.body, "<article"), 0u);
}

TEST(Newspaper, SameSeedSameOctets) {
  EXPECT_EQ(Newspaper({.seed = 7}).page(5), Newspaper({.seed = 7}).page(5));
  EXPECT_NE(Newspaper({.seed = 7}).page(5), Newspaper({.seed = 8}).page(5));
}

TEST(Newspaper, PostsAreTheSameOnEveryMachine) {
  EXPECT_EQ(make_post(1, 0).dek.substr(0, 16), "Residents expect");
  EXPECT_EQ(make_post(1, 1129).path, make_post(1, 1129, 3).path);
}

TEST(Newspaper, PagesWeighWhatWasAskedFor) {
  size_t bytes = Newspaper({.page_bytes = 90'000}).page(1).size();
  EXPECT_GT(bytes, 89'000u);
  EXPECT_LE(bytes, 90'000u);
  EXPECT_LT(Newspaper({.page_bytes = 0}).page(1).size(), 30'000u);
}

TEST(Newspaper, NoTwoPostsShareAnAddressAndSomeAreUnsignedInARow) {
  std::set<std::string> paths;
  int unsigned_posts = 0, runs = 0, pairs = 0;
  for (int rank = 0; rank < 1130; ++rank) {
    Post post = make_post(1, rank);
    paths.insert(post.path);
    unsigned_posts += post.authors.empty();
    runs += post.authors.empty() && make_post(1, rank + 1).authors.empty();
    pairs += post.authors.size() == 2;
  }
  EXPECT_EQ(paths.size(), 1130u);
  EXPECT_GT(unsigned_posts, 20);
  EXPECT_GT(runs, 2);
  EXPECT_GT(pairs, 50);
}

TEST(Newspaper, AnswersMatchingValidatorsWith304) {
  Newspaper newspaper(SiteOptions{});
  Reply first = get(newspaper, 1);
  std::string tag = first.headers[0].second, modified = first.headers[1].second;
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/", .if_none_match = tag}).status, 304);
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/", .if_modified_since = modified}).status, 304);
  newspaper.apply({.kind = Change::Kind::kEdit, .number = 1});
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/", .if_none_match = tag}).status, 200);
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/", .if_modified_since = modified}).status, 200);
}

TEST(Newspaper, ChangesComeAfterTheirRequest) {
  Newspaper newspaper({.posts = 20, .changes = {{.kind = Change::Kind::kInsert, .number = 1, .after = 2}}});
  std::string before = get(newspaper, 1).body;
  EXPECT_EQ(get(newspaper, 1).body, before);
  EXPECT_NE(get(newspaper, 1).body, before);
  EXPECT_EQ(newspaper.page_count(), 3);
}

TEST(Newspaper, RobotsRequestsDoNotCountForChanges) {
  Newspaper newspaper({.posts = 20, .changes = {{.kind = Change::Kind::kRemove, .number = 1, .after = 1}}});
  EXPECT_EQ(newspaper.reply({.path = "/robots.txt"}).status, 200);
  std::string before = get(newspaper, 1).body;
  EXPECT_NE(get(newspaper, 1).body, before);
}

TEST(Newspaper, AnInsertedPostShiftsTheOthersAndARemovedOneIsGone) {
  Listing listing(1, 20);
  std::vector<Post> before = listing.page(1);
  listing.apply({.kind = Change::Kind::kInsert, .number = 2});
  EXPECT_EQ(listing.page(1)[2].path, before[0].path);
  listing.apply({.kind = Change::Kind::kRemove, .number = 3});
  EXPECT_EQ(listing.page(1)[2].path, before[1].path);
  listing.apply({.kind = Change::Kind::kRemove, .number = 99});
  EXPECT_EQ(listing.size(), 21);
}

TEST(Newspaper, AnEditedPostKeepsItsAddress) {
  Listing listing(1, 20);
  Post before = listing.page(1)[4];
  listing.apply({.kind = Change::Kind::kEdit, .number = 5});
  Post after = listing.page(1)[4];
  EXPECT_EQ(after.path, before.path);
  EXPECT_NE(after.headline, before.headline);
  EXPECT_EQ(after.dek, before.dek);
}

TEST(Newspaper, RedirectsToTheListingsOwnForm) {
  Newspaper newspaper(SiteOptions{});
  EXPECT_EQ(newspaper.reply({.path = "/tag/x"}).headers[0].second, "/tag/x/");
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/page/1/"}).headers[0].second, "/tag/x/");
  EXPECT_EQ(newspaper.reply({.path = "/tag/x/page/7"}).headers[0].second, "/tag/x/page/7/");
}

TEST(Newspaper, KnowsNothingElse) {
  Newspaper newspaper(SiteOptions{});
  for (const char* path : {"/", "/tag/", "/tag/y/", "/tag/x/page/", "/tag/x/page/0/", "/tag/x/page/-1/",
                           "/tag/x/page/2x/", "/tag/x/page/99999999999/", "/2024/03/a/"})
    EXPECT_EQ(newspaper.reply({.path = path}).status, 404) << path;
}

TEST(Newspaper, FaultsAreUsedUp) {
  Newspaper newspaper({.faults = {{.fault = Fault::kUnavailable, .page = 2, .times = 2}}});
  EXPECT_EQ(get(newspaper, 1).status, 200);
  EXPECT_EQ(get(newspaper, 2).status, 503);
  EXPECT_EQ(get(newspaper, 2).status, 503);
  EXPECT_EQ(get(newspaper, 2).status, 200);
}

}  // namespace
}  // namespace dekko::site
