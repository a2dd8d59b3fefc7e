// A database in a folder of its own, and the verbs that the tests of history speak: what a page showed, and
// when.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "db/reading.h"
#include "db/store.h"
#include "tests/support/scratch.h"

namespace dekko {

inline const std::string kListing = "https://news.example/tag/rivers/";
inline const std::string kOther = "https://news.example/tag/bridges/";

// Noon of the day-th of March 2024.
inline Moment day(int number, int milliseconds = 0) {
  return std::chrono::sys_days(std::chrono::year(2024) / 3 / number) + std::chrono::hours(12) +
         std::chrono::milliseconds(milliseconds);
}

// A small stand-in for what extract() puts into Card's keys.
inline std::string plain(std::string text) {
  for (char& c : text) c = c == '"' ? '\'' : c >= 'A' && c <= 'Z' ? char(c + 32) : c;
  return text;
}

inline Card card(const std::string& slug, const std::string& headline = "A bridge opens") {
  Card c;
  c.url = "https://news.example/" + slug + "/";
  c.headline = headline;
  c.headline_key = plain(headline);
  c.dek = "What the ferryman says";
  c.dek_key = plain(*c.dek);
  c.kind = "News";
  c.bylines = {{"Ada O\u2019Moor", "ada o'moor"}};
  c.published = "2024-03-01";
  c.published_text = "March 1, 2024";
  c.image = "https://news.example/a.jpg";
  return c;
}

inline Page page(std::vector<Card> cards, const std::string& listing = kListing) {
  Page p;
  p.url = listing;
  p.listing = listing;
  p.title = "Rivers";
  p.page_count = 113;
  p.charset = "utf-8";
  p.profile = "example";
  p.profile_fingerprint = "one";
  p.verdict = Verdict::kListing;
  for (size_t i = 0; i < cards.size(); ++i) cards[i].position = int(i) + 1;
  p.cards = std::move(cards);
  return p;
}

inline Capture capture(Moment at, const std::string& url = kListing, const std::string& sha256 = "aa") {
  Capture c{.url = *Url::parse(url), .fetched_at = at};
  c.record = {"dekko-0001.warc.gz", 100, 2000, sha256};
  return c;
}

class Database : public testing::Test {
 protected:
  Store& store() {
    if (!store_) store_.emplace(*Store::open(file()));
    return *store_;
  }
  void close() { store_.reset(); }
  std::filesystem::path file() const { return folder_ / "d.db"; }

  RunId begin(const std::string& listing = kListing, Moment at = day(1), const std::string& kind = "crawl") {
    return *store().begin_run({.listing = listing, .kind = kind, .profile = "example", .started = at});
  }
  // One run of one page.
  Applied show(Moment at, const Page& shown) {
    const RunId run = begin(shown.listing, at);
    const Applied applied = *store().apply(run, capture(at, shown.url), shown, {});
    EXPECT_TRUE(store().finish_run(run, {at, StopReason::kReachedLast, Coverage::kComplete}));
    return applied;
  }

  // The rows of a query, values joined with "|", null as "-".
  std::vector<std::string> rows(const std::string& sql) const { return rows_of(file(), sql); }
  std::string row(const std::string& sql) const {
    const auto all = rows(sql);
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " rows";
  }
  static std::vector<std::string> rows_of(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database db(file, SQLite::OPEN_READONLY);
    SQLite::Statement query(db, sql);
    std::vector<std::string> all;
    while (query.executeStep()) {
      std::string line;
      for (int i = 0; i < query.getColumnCount(); ++i) {
        line += (i > 0 ? "|" : "") + (query.isColumnNull(i) ? "-" : query.getColumn(i).getString());
      }
      all.push_back(line);
    }
    return all;
  }

  Scratch folder_;

 private:
  std::optional<Store> store_;
};

using Rows = std::vector<std::string>;

}  // namespace dekko
