// Answers that are stored together: the same rows as if each had been stored before the next one came.
#include "app/keeper.h"

#include <gtest/gtest.h>

#include "extractors/sites/profiles.h"
#include "tests/support/scratch.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

const std::string kListing = "https://gazette.example/tag/quay/";

// Page `number` of the listing, asked for.
Delivery answer(int number) {
  std::string body = "<!DOCTYPE html><meta charset=utf-8><title>Quay</title><h1>Quay</h1>";
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(200 - 10 * number - i);
    body += "<article class=card><h2><a href=/a/" + n + "/>Harbor notes, part " + n +
            "</a></h2><p class=dek>" + n + " ferries wait</p></article>";
  }
  body += "<p><a href=/tag/quay/page/2/>2</a> <a href=/tag/quay/page/3/>3</a></p>";
  const std::string path = number == 1 ? "" : "page/" + std::to_string(number) + "/";
  const Url url = *Url::parse(kListing + path);
  Exchange exchange{.url = url,
                    .at = Moment(std::chrono::hours(10)),
                    .remote_ip = "127.0.0.1",
                    .request_head = "GET /tag/quay/" + path + " HTTP/1.1\r\nHost: gazette.example\r\n\r\n",
                    .response_head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
                    .body = body,
                    .status = 200};
  Delivery delivery{.answer = {.url = url, .outcome = Fetched{std::move(exchange)}}, .line = {}};
  delivery.line.url = url.text();
  return delivery;
}

class Keepers : public testing::Test {
 protected:
  // Profiles of pages 1 to 3, stored in groups of that many.
  std::vector<std::string> profiles_of_pages(int together) {
    std::filesystem::remove(db());
    std::filesystem::remove_all(folder_);
    Store store = Store::open(db()).value();
    Keeper keeper({.store = store,
                   .archive_folder = folder_,
                   .profile = profiles_.shape(),
                   .listing = kListing,
                   .source = ProfileSource::kNone},
                  ArchiveWriter::open(folder_, {.software = "dekko/test", .label = "t"}, clock_).value());
    EXPECT_TRUE(keeper.begin({.listing = kListing, .kind = "crawl"}));
    for (int first = 1; first <= 3; first += together) store_pages(keeper, first, together);
    std::vector<std::string> profiles;
    const std::vector<StoredPage> pages = store.memory().pages(kListing).value();
    for (const StoredPage& page : pages) profiles.push_back(page.profile);
    return profiles;
  }
  void store_pages(Keeper& keeper, int first, int count) {
    std::vector<Filed> filed;
    for (int i = 0; i < count; ++i) filed.push_back(keeper.take(answer(first + i)));
    for (Filed& one : filed) keeper.pack(one);
    for (Filed& one : filed) keeper.file(one);
    EXPECT_TRUE(keeper.sync());
    for (Filed& one : filed) keeper.read(one);
    for (int i = 0; i < count; ++i) {
      EXPECT_TRUE(keeper.store(
          std::move(filed[static_cast<size_t>(i)]),
          {.page = first + i, .before = {}, .after = [](const Shown&) { return WalkPosition{}; }}));
    }
  }

  std::filesystem::path db() const { return scratch_.path() / "d.db"; }

  Scratch scratch_;
  std::filesystem::path folder_ = scratch_.path() / "archive";
  FakeClock clock_;
  Profiles profiles_ = Profiles::builtin();
};

TEST_F(Keepers, ReadAPageWithTheProfileThatThePagesBeforeItInItsGroupLedTo) {
  const std::vector<std::string> one_by_one = profiles_of_pages(1);
  EXPECT_EQ(one_by_one, (std::vector<std::string>{"shape", "shape", "gazette.example-tag-quay"}));
  EXPECT_EQ(profiles_of_pages(3), one_by_one);
}

}  // namespace
}  // namespace dekko
