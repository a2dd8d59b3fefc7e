#include "extractors/page_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace dekko {

namespace {

// Once in ten thousand pages may chance be taken for a change, of each thing that is looked at.
constexpr double kChance = 1e-4;
constexpr double kDoubt = 2;      // cards' worth of doubt about what one earlier page shows
constexpr double kEdited = 0.05;  // of known items may lose a field in a night
constexpr int kFewCards = 3;      // a mean of less says nothing
constexpr int kFewPairs = 5;
constexpr int kOldCards = 5;
constexpr double kTimesAsLong = 3;

// How likely `count` of `of` or fewer are, where each is one with this chance.
double chance_of_at_most(int count, int of, double each) {
  if (each >= 1) return count >= of ? 1 : 0;
  double term = std::pow(1 - each, of), sum = 0;
  for (int i = 0; i <= count; ++i) {
    sum += term;
    term *= each / (1 - each) * (of - i) / (i + 1);
  }
  return sum;
}

std::string day_of(Moment moment) {
  return to_text(moment).substr(0, 10);
}

struct Part {
  int count = 0, of = 0;
};
using PartOf = Part (*)(const PageShape& shape, size_t field);

Part cards_with(const PageShape& shape, size_t field) {
  return {shape.with[field], shape.cards};
}
Part falling_pairs(const PageShape& shape, size_t) {
  return {shape.falling, shape.pairs};
}

// From half as deep to twice as deep; none where the listing was never seen to this depth.
std::vector<const PageShape*> near(int page, const std::vector<PageShape>& past) {
  std::vector<const PageShape*> near;
  int deepest = 0;
  for (const PageShape& shape : past) {
    deepest = std::max(deepest, shape.page);
    if (shape.cards > 0 && shape.page >= page / 2 - 1 && shape.page <= 2 * page + 1) near.push_back(&shape);
  }
  if (deepest < page) near.clear();
  return near;
}

class Fit {
 public:
  Fit(const Page& page, const PageShape& now, const std::vector<PageShape>& past,
      const std::vector<Card>& known)
      : page_(page), now_(now), past_(past), near_(near(page.page, past)), known_(known) {}

  std::vector<Problem> misfits() {
    for (size_t i = 0; i < kCardFields.size(); ++i) hold_field(i);
    if (near_.empty()) return std::move(problems_);
    hold_cards();
    hold_length("headline", now_.headline_letters, now_.with[1], 1, &PageShape::headline_letters);
    hold_length("dek", now_.dek_letters, now_.with[2], 2, &PageShape::dek_letters);
    if (now_.pairs >= kFewPairs && is_gone(falling_pairs, 0, {now_.falling, now_.pairs}))
      tell("published", "dates that fall down the page", share(falling_pairs, 0), {now_.falling, now_.pairs});
    hold_known();
    return std::move(problems_);
  }

 private:
  // The share over all near pages, with a little doubt.
  double share(PartOf part, size_t field) const {
    double count = 1, of = 2;
    for (const PageShape* shape : near_) {
      count += part(*shape, field).count;
      of += part(*shape, field).of;
    }
    return count / of;
  }

  // Less than half of the least that any near page showed, and not by chance.
  bool is_gone(PartOf part, size_t field, Part now) const {
    if (near_.empty() || now.of == 0) return false;
    const double usual = share(part, field);
    double least = 1;
    for (const PageShape* shape : near_) {
      const Part then = part(*shape, field);
      if (then.of == 0) continue;
      least = std::min(least, (then.count + kDoubt * usual) / (then.of + kDoubt));
    }
    return now.count < least / 2 * now.of && chance_of_at_most(now.count, now.of, least) < kChance;
  }

  void hold_field(size_t field) {
    const Part now{now_.with[field], now_.cards};
    if (is_gone(cards_with, field, now)) {
      double count = 0, of = 0;
      for (const PageShape* shape : near_) {
        count += shape->with[field];
        of += shape->cards;
      }
      return tell(kCardFields[field], "", count / of, now);
    }
    const Part kept = kept_by_known(field);
    const bool lost =
        kept.count * 2 < kept.of && chance_of_at_most(kept.count, kept.of, 1 - kEdited) < kChance;
    if (lost) tell(kCardFields[field], "known items", 1, kept);
  }

  // Of the known items that had a field, those that have it still.
  Part kept_by_known(size_t field) const {
    std::map<std::string_view, const Card*> shown;
    for (const Card& card : page_.cards) shown.emplace(card.url, &card);
    Part kept;
    for (const Card& before : known_) {
      const auto now = shown.find(before.url);
      if (now == shown.end() || !value_of(before, kCardFields[field])) continue;
      ++kept.of;
      kept.count += value_of(*now->second, kCardFields[field]).has_value();
    }
    return kept;
  }

  void hold_cards() {
    int least = INT32_MAX, most = 0;
    for (const PageShape* shape : near_) {
      least = std::min(least, shape->cards);
      most = std::max(most, shape->cards);
    }
    const bool last = !page_.next && page_.page >= page_.page_count.value_or(page_.page);
    const bool too_few = !last && now_.cards * 2 < least;
    const bool too_many = now_.cards > 2 * most && most >= kFewCards;
    if (too_few || too_many)
      add("cards", fmt::format("{} to {} a page until {}, now {}", least, most, last_day(), now_.cards));
  }

  void hold_length(const char* field, int64_t letters, int with, size_t index, int64_t PageShape::*sum) {
    double least = 0, most = 0;
    int pages = 0;
    for (const PageShape* shape : near_) {
      if (shape->with[index] < kFewCards) continue;
      const double mean = static_cast<double>(shape->*sum) / shape->with[index];
      least = pages == 0 ? mean : std::min(least, mean);
      most = std::max(most, mean);
      ++pages;
    }
    if (pages == 0 || with < kFewCards) return;
    const double mean = static_cast<double>(letters) / with;
    if (mean * kTimesAsLong >= least && mean <= most * kTimesAsLong) return;
    add(field, fmt::format("{:.0f} to {:.0f} letters until {}, now {:.0f}", least, most, last_day(), mean));
  }

  // Items from before all was read that stands where they can have come from, and none of them is known.
  void hold_known() {
    const auto read = all_read_above();
    if (!known_.empty() || !read) return;
    const std::string day = day_of(*read - std::chrono::days(1));
    const auto old = std::count_if(page_.cards.begin(), page_.cards.end(), [&](const Card& card) {
      return card.published && card.published->substr(0, 10) < day;
    });
    if (old >= kOldCards && old * 2 > now_.cards)
      add("url", fmt::format("{} items from before {} and none of them was seen until then", old, day));
  }

  // Since when each page from half as deep to this one was read; none where one never was.
  std::optional<Moment> all_read_above() const {
    std::map<int, Moment> latest;
    for (const PageShape& shape : past_) latest.emplace(shape.page, shape.seen);
    std::optional<Moment> since;
    for (int page = std::max(1, page_.page / 2 - 1); page <= page_.page; ++page) {
      const auto read = latest.find(page);
      if (read == latest.end()) return std::nullopt;
      since = std::min(since.value_or(read->second), read->second);
    }
    return since;
  }

  std::string last_day() const { return day_of(past_.front().seen); }

  void tell(const char* field, const char* of_what, double before, Part now) {
    const double share = static_cast<double>(now.count) / std::max(1, now.of);
    const std::string what = *of_what ? fmt::format(" of {}", of_what) : "";
    const std::string until = past_.empty() ? "before" : "until " + last_day();
    add(field, fmt::format("{:.0f} %{} {}, now {:.0f} %", before * 100, what, until, share * 100));
  }
  void add(const char* field, std::string excerpt) {
    problems_.push_back({0, field, std::string(kUnlikeBefore), std::move(excerpt)});
  }

  const Page& page_;
  const PageShape& now_;
  const std::vector<PageShape>& past_;
  std::vector<const PageShape*> near_;
  const std::vector<Card>& known_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> misfits(const Page& page, const PageShape& now, const std::vector<PageShape>& past,
                             const std::vector<Card>& known) {
  return Fit(page, now, past, known).misfits();
}

Problem vanished_cards(const std::vector<PageShape>& past) {
  int most = 0;
  for (const PageShape& shape : past) most = std::max(most, shape.cards);
  return {
      0, "cards", std::string(kUnlikeBefore),
      fmt::format("{} a page until {}, now none", most, past.empty() ? "now" : day_of(past.front().seen))};
}

}  // namespace dekko
