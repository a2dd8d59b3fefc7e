#include "app/page_file.h"

#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace dekko {
namespace {

const SystemClock kClock;
const char* const kHtml = "<!doctype html><link rel=canonical href='https://a.org/own/'><p>x";

TEST(PageFile, DescriptionBesideItWins) {
  const Scratch scratch;
  scratch.write("page.toml", "url = \"https://a.org/t/\"\nfetched_at = \"2024-03-19T08:00:00Z\"\nstatus = 404\n"
                             "content_type = \"text/html\"\n");
  const auto capture = read_page_file(scratch.write("page.html", kHtml), std::nullopt, kClock);
  ASSERT_TRUE(capture) << capture.error().message();
  EXPECT_EQ(capture->url.text(), "https://a.org/t/");
  EXPECT_EQ(to_text(capture->fetched_at), "2024-03-19T08:00:00Z");
  EXPECT_EQ(capture->status, 404);
  EXPECT_EQ(capture->content_type, "text/html");
}

TEST(PageFile, OwnDescriptionBeforeTheFolders) {
  const Scratch scratch;
  scratch.write("page.toml", "url = \"https://a.org/folder/\"\n");
  scratch.write("x.toml", "url = \"https://a.org/x/\"\n");
  EXPECT_EQ(read_page_file(scratch.write("x.html", kHtml), std::nullopt, kClock)->url.text(), "https://a.org/x/");
}

TEST(PageFile, UserGivesTheAddressBeforeAnythingElse) {
  const Scratch scratch;
  scratch.write("page.toml", "url = \"https://a.org/t/\"\n");
  const auto capture = read_page_file(scratch.write("page.html", kHtml), "https://b.org/", kClock);
  EXPECT_EQ(capture->url.text(), "https://b.org/");
}

TEST(PageFile, CanonicalLinkIsTheLastResort) {
  const Scratch scratch;
  EXPECT_EQ(read_page_file(scratch.write("p.html", kHtml), std::nullopt, kClock)->url.text(), "https://a.org/own/");
}

TEST(PageFile, WithoutAddressNamesTheCure) {
  const Scratch scratch;
  const auto capture = read_page_file(scratch.write("p.html", "<p>x"), std::nullopt, kClock);
  ASSERT_FALSE(capture);
  EXPECT_EQ(capture.error().cure, "give it with --url, or as `url` in a page.toml beside the file");
}

TEST(PageFile, DescriptionErrorsNameThePlace) {
  const Scratch scratch;
  const auto file = scratch.write("page.html", kHtml);
  for (const char* text : {"uri = \"x\"", "status = 42", "fetched_at = \"yesterday\"", "url = 3", "url = "}) {
    scratch.write("page.toml", text);
    const auto capture = read_page_file(file, std::nullopt, kClock);
    ASSERT_FALSE(capture) << text;
    EXPECT_NE(capture.error().context.find("page.toml:1:"), std::string::npos) << capture.error().context;
  }
}

TEST(PageFile, MissingFileAndFolderAreNamed) {
  const Scratch scratch;
  EXPECT_EQ(read_file(scratch.path() / "no.html", 10).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_file(scratch.path(), 10).error().detail, "is a folder, not a file");
}

TEST(PageFile, LimitIsHeld) {
  const Scratch scratch;
  const auto file = scratch.write("big", std::string(11, 'x'));
  EXPECT_EQ(read_file(file, 10).error().code, ErrorCode::kLimit);
  EXPECT_TRUE(read_file(file, 11));
}

}  // namespace
}  // namespace dekko
