#include "extractors/infer/field_places.h"

#include <algorithm>
#include <map>

#include "core/card_fields.h"
#include "extractors/fields/links.h"
#include "extractors/find/card_marks.h"
#include "extractors/html/node_text.h"
#include "extractors/infer/steps.h"
#include "extractors/selected_cards.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Pages = std::vector<std::unique_ptr<SamplePage>>;

constexpr size_t kElements = 200;    // of one card that are looked at
constexpr size_t kEvidence = 12;     // cards of one page that candidates are taken from
constexpr size_t kCandidates = 160;  // places of one field that are tried
constexpr size_t kFallbacks = 3;     // places that one field may need
constexpr int kSelf = 4, kWholeCard = 12, kAnyLink = 4;
constexpr int kLevels = 2;  // elements above a place that help to name it

// Whether an element has to do with what a field of its card says.
bool mentions(Node element, const std::string& text, std::string_view field, const Card& card,
              const Url& base) {
  if (field == "url") return resolve_link(base, element.attribute("href").value_or("")) == card.url;
  if (field == "image") return element.tag() == "img";
  if (field == "published") {
    return element.tag() == "time" || machine_date(element) ||
           (card.published_text && text.find(*card.published_text) != text.npos);
  }
  if (field == "bylines") return !card.bylines.empty() && text.find(card.bylines.front().name) != text.npos;
  const auto value = value_of(card, field);
  return value && !text.empty() && (text == *value || says_the_same(text, *value));
}

// A heading around or in a link leads where its card does.
void add_link_holders(Node link, Node card, std::map<std::string, int>& costs) {
  for (Node above = link.parent(); above && !(above == card.parent()); above = above.parent()) {
    if (above.tag().size() != 2 || above.tag()[0] != 'h') continue;
    for (const Step& step : steps_of(above)) costs.emplace(step.text + " a", step.cost + 2);
  }
}

// alone: whether the card is this one element.
void add_places(Node element, Node card, bool alone, std::string_view field,
                std::map<std::string, int>& costs) {
  const auto add = [&](const Step& step) {
    const auto [at, fresh] = costs.emplace(step.text, step.cost);
    if (!fresh) at->second = std::min(at->second, step.cost);
  };
  if (element == card && alone) return add({":scope", field == "url" ? kSelf : kWholeCard});
  std::vector<Step> own = steps_of(element);
  const bool wordless = field == "url" && text_of(element).empty();  // a picture, which some cards lack
  for (Step& step : own) step.cost += step.text == "a" || wordless ? kAnyLink : 0;
  if (element.tag() == "td" || element.tag() == "th") {
    const std::vector<Step> positions = positions_of(element);
    own.insert(own.end(), positions.begin(), positions.end());
  }
  for (const Step& step : own) add(step);
  if (element == card) return;
  for (const Step& step : with_ancestors(element, card, kLevels, own)) add(step);
  const Node above = element.parent();
  if (field == "url") add_link_holders(element, card, costs);
  if (above && above.tag() == "td" && !(above == card)) {
    for (const Step& position : positions_of(above)) {
      for (const Step& step : own) add({position.text + " " + step.text, position.cost + step.cost});
    }
  }
}

// Every element of a card that mentions the field, as the selectors that could mean it.
void add_candidates(const SamplePage& page, size_t i, std::string_view field,
                    std::map<std::string, int>& costs) {
  if (!page.wanted[i] || (field != "published" && !value_of(*page.wanted[i], field))) return;
  Card card = *page.wanted[i];
  // As this page writes it, where that says the same.
  if (field == "published" && page.shown[i].published_text)
    card.published_text = page.shown[i].published_text;
  size_t count = 0;
  const bool alone = page.blocks[i].nodes.size() == 1;
  for (const Node top : page.blocks[i].nodes) {
    for (Node node = top; node; node = node.next_in(top)) {
      if (!node.is_element() || ++count > kElements) continue;
      const std::string text = field == "url" || field == "image" ? std::string() : text_of(node);
      if (mentions(node, text, field, card, page.base())) add_places(node, top, alone, field, costs);
    }
  }
}

std::vector<Step> candidates_for(std::string_view field, const Pages& pages) {
  std::map<std::string, int> costs;
  for (const auto& page : pages) {
    for (size_t i = 0; i < page->blocks.size() && i < kEvidence; ++i) add_candidates(*page, i, field, costs);
  }
  std::vector<Step> candidates;
  for (const auto& [text, cost] : costs) {
    if (cost <= kMostCost) candidates.push_back({text, cost});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Step& a, const Step& b) { return a.cost < b.cost; });
  if (candidates.size() > kCandidates) candidates.resize(kCandidates);
  return candidates;
}

// One rule of one field, tried on all cards of all pages.
class Trial {
 public:
  Trial(std::string_view field, const Pages& pages, Profile& writing, bool edited)
      : field_(field), pages_(pages), writing_(writing), edited_(edited) {}

  // How many cards whose value is known have it at these places; -1 where one is no selector.
  int reproduced(const std::vector<std::string>& select) {
    FieldRule rule;
    for (const std::string& text : select) {
      Result<Selector> selector = Selector::compile(text);
      if (!selector) return -1;
      rule.select.push_back(std::move(*selector));
    }
    writing_.fields.clear();
    writing_.fields.emplace(field_, std::move(rule));
    int count = 0;
    for (const auto& page : pages_) count += reproduced_on(*page);
    writing_.fields.clear();
    return count;
  }

  // The same for what the cards' shape says.
  int told_by_shape() const {
    int count = 0;
    for (const auto& page : pages_) {
      for (size_t i = 0; i < page->wanted.size(); ++i) {
        count += page->wanted[i] && same_value(field_, *page->wanted[i], page->shown[i], edited_);
      }
    }
    return count;
  }

 private:
  int reproduced_on(SamplePage& page) const {
    std::vector<Card> cards = page.shown;
    read_selected_fields(cards, page.blocks, writing_, page.rules(), nullptr);
    int count = 0;
    for (size_t i = 0; i < cards.size(); ++i) {
      count += page.wanted[i] && same_value(field_, *page.wanted[i], cards[i], edited_);
    }
    return count;
  }

  std::string field_;
  const Pages& pages_;
  Profile& writing_;
  bool edited_;
};

// Adds the place that gives most of what is still missing, as long as one gives any.
std::vector<std::string> best_places(const std::vector<Step>& candidates, Trial& trial, int wanted,
                                     int& reproduced) {
  std::vector<std::string> select;
  reproduced = -1;
  while (select.size() < kFallbacks && reproduced < wanted) {
    std::string best;
    int most = reproduced;
    for (const Step& candidate : candidates) {
      std::vector<std::string> longer = select;
      longer.push_back(candidate.text);
      const int count = trial.reproduced(longer);
      if (count <= most) continue;
      most = count;
      best = candidate.text;
      if (count == wanted) break;  // the cheapest that does
    }
    if (best.empty()) break;
    select.push_back(best);
    reproduced = most;
  }
  return select;
}

}  // namespace

bool same_value(std::string_view field, const Card& a, const Card& b, bool edited) {
  const auto one = value_of(a, field), other = value_of(b, field);
  if (one == other || !edited) return one == other;
  if (!one || !other) return false;
  if (field == "published") return one->substr(0, 10) == other->substr(0, 10);
  return field != "url" && field != "image" && says_the_same(*one, *other);
}

FieldPlaces infer_field(std::string_view field, const Pages& pages, Profile& writing, bool edited) {
  FieldPlaces places{.field = std::string(field)};
  for (const auto& page : pages) {
    for (const auto& wanted : page->wanted) {
      places.of += wanted.has_value();
      places.shown += wanted && value_of(*wanted, field);
    }
  }
  Trial trial(field, pages, writing, edited);
  const int by_shape = trial.told_by_shape();
  places.reproduced = by_shape;
  if (places.shown == 0) return places;
  int reproduced = 0;
  std::vector<std::string> select = best_places(candidates_for(field, pages), trial, places.of, reproduced);
  const int enough = edited ? std::max(by_shape, places.of - places.of / 10) : places.of;
  if (select.empty() || reproduced < enough) return places;
  places.select = std::move(select);
  places.reproduced = reproduced;
  return places;
}

}  // namespace dekko
