#include "bench/db/world.h"

#include <fmt/format.h>

namespace dekko::bench {

namespace {

constexpr const char* kWords[] = {"harbor",  "council",  "ferry",    "bridge", "library",    "budget",
                                  "storm",   "election", "quarrel",  "tower",  "school",     "railway",
                                  "fishing", "museum",   "hospital", "garden", "festival",   "strike",
                                  "tunnel",  "reform",   "archive",  "market", "lighthouse", "orchestra"};

uint64_t mixed(uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

std::string words(uint64_t seed, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? " " : "") + std::string(kWords[mixed(seed + uint64_t(i)) % std::size(kWords)]);
  }
  return text;
}

Moment moment(int listing, int night, int number) {
  return std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::days(night) +
         std::chrono::hours(2) + std::chrono::seconds(listing * 700 + number * 5);
}

}  // namespace

std::string World::url(int listing) const {
  return fmt::format("https://news.example/tag/topic-{}/", listing);
}

Card World::card(int listing, int night, int post) const {
  const uint64_t seed = mixed(uint64_t(listing) * 1'000'003 + uint64_t(post) * 7919);
  const bool edited = seed % 20 == 0 && night > 1 + int(seed >> 32 & 31);
  Card card;
  card.url = fmt::format("https://news.example/2024/03/{}-{}-{}/", words(seed, 5), listing, post + 100'000);
  for (char& c : card.url) c = c == ' ' ? '-' : c;
  card.headline = words(seed + (edited ? 99 : 7), 9);
  card.headline_key = *card.headline;
  card.dek = words(seed + 21, 18);
  card.dek_key = *card.dek;
  card.kind = seed % 3 == 0 ? "News" : "Analysis";
  const auto author = [](uint64_t number) {
    return Author{fmt::format("Writer {}", number % 400), fmt::format("writer {}", number % 400)};
  };
  card.bylines = {author(seed >> 8)};
  if (seed % 6 == 0) card.bylines.push_back(author((seed >> 8) + 1 + (seed >> 20) % 300));
  card.published = to_text(moment(0, 1 + post / new_a_night, 0) - std::chrono::hours(20)).substr(0, 10);
  card.published_text = *card.published;
  card.image = card.url.substr(0, card.url.size() - 1) + ".jpg";
  return card;
}

Page World::page(int listing, int night, int number) const {
  Page page;
  page.url = page.listing = url(listing);
  if (number > 1) page.url += fmt::format("page/{}/", number);
  page.title = fmt::format("Topic {}", listing);
  page.page = number;
  page.page_count = pages;
  page.profile = "shape";
  page.profile_fingerprint = "one";
  page.verdict = Verdict::kListing;
  const int newest = night * new_a_night - (number - 1) * cards;
  for (int i = 0; i < cards; ++i) {
    page.cards.push_back(card(listing, night, newest - i));
    page.cards.back().position = i + 1;
  }
  return page;
}

Capture World::capture(int listing, int night, int number) const {
  const std::string address = number > 1 ? fmt::format("{}page/{}/", url(listing), number) : url(listing);
  Capture capture{.url = *Url::parse(address), .fetched_at = moment(listing, night, number)};
  const uint64_t seed = mixed(uint64_t(listing) << 40 | uint64_t(night) << 20 | uint64_t(number));
  capture.record = {
      fmt::format("dekko-202401{:02}020000-news.example-00000.warc.gz", night), seed % 100'000'000, 25'000,
      fmt::format("{:016x}{:016x}{:016x}{:016x}", seed, mixed(seed), mixed(seed + 1), mixed(seed + 2))};
  return capture;
}

}  // namespace dekko::bench
