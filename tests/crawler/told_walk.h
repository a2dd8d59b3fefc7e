// A walk that a test leads by telling it what the pages show.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "crawler/walk/walk.h"

namespace dekko {

using Mode = WalkPlan::Mode;
using Urls = std::vector<std::string>;

inline const std::string kListing = "https://h.example/tag/x/";

inline PageAddress address(const std::string& url = kListing) {
  return page_address(Url::parse(url).value());
}

// Cards that no other page shows.
inline Urls cards(int page) {
  Urls urls;
  for (int i = 0; i < 3; ++i) urls.push_back("https://h.example/p" + std::to_string(page * 10 + i));
  return urls;
}

// What a run knows that saw these pages before.
inline Knowledge knowledge_of(std::initializer_list<Urls> pages) {
  Knowledge known;
  int page = 1;
  for (const Urls& urls : pages) known.saw({.page = page++, .urls = urls});
  return known;
}

// A walk that is led by what pages show.
class ToldWalk : public testing::Test {
 protected:
  void begin(WalkPlan plan) { walk_ = std::make_unique<Walk>(std::move(plan)); }
  void begin(Mode mode = Mode::kAll) { begin({.start = address(), .mode = mode}); }

  // "2 https://...", or the stop reason's name.
  std::string next() const {
    const auto next = walk_->next();
    if (const auto* reason = std::get_if<StopReason>(&next)) return std::string(to_text(*reason));
    const auto& request = std::get<PageRequest>(next);
    return std::to_string(request.page) + " " + request.url.text();
  }
  int page() const { return std::get<PageRequest>(walk_->next()).page; }

  // The page that is asked for shows these cards, with N and next link as given.
  void show(std::optional<int> page_count, std::optional<std::string> next_link, Urls urls) {
    walk_->showed(
        {.page = page(), .page_count = page_count, .next = std::move(next_link), .urls = std::move(urls)});
  }
  void show(std::optional<int> page_count) { show(page_count, std::nullopt, cards(page())); }
  void show_next(const std::string& next_link) { show(std::nullopt, next_link, cards(page())); }
  void show_verdict(Verdict verdict, std::optional<int> page_count = {}) {
    walk_->showed({.page = page(), .verdict = verdict, .page_count = page_count});
  }
  void fail() { walk_->failed(page()); }
  std::string coverage() const { return std::string(to_text(walk_->coverage())); }

  std::unique_ptr<Walk> walk_;
};

}  // namespace dekko
