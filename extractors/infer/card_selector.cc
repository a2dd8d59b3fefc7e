#include "extractors/infer/card_selector.h"

#include <algorithm>
#include <map>
#include <set>

#include "extractors/html/node_text.h"
#include "extractors/html/selector.h"
#include "extractors/infer/steps.h"
#include "extractors/selected_field.h"

namespace dekko {

namespace {

using Pages = std::vector<std::unique_ptr<SamplePage>>;
// The cards' elements, page by page.
using Targets = std::vector<std::vector<Node>>;

constexpr size_t kShapes = 4;        // of cards in one listing
constexpr size_t kCandidates = 400;  // selectors that are tried on all pages: a few milliseconds each at most
constexpr int kTagAlone = 8;         // more than a name that means little
constexpr int kLevels = 4;           // ancestors that are looked at
constexpr int kWrappers = 3;         // boxes around a card that hold nothing else

std::vector<Node> outermost(const std::vector<Node>& nodes) {
  std::vector<Node> kept;
  for (const Node node : nodes) {
    if (kept.empty() || !is_inside(node, kept.back())) kept.push_back(node);
  }
  return kept;
}

bool has_own_text(Node node) {
  for (Node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.is_text() && child.text().find_first_not_of(" \t\r\n\f") != std::string_view::npos) return true;
  }
  return false;
}

// The one element in a box that holds nothing else; null if there is none.
Node only_child(Node node) {
  Node only;
  for (Node child = node.first_child(); child; child = child.next_sibling()) {
    if (!child.is_element()) continue;
    if (only) return {};
    only = child;
  }
  return only && !has_own_text(node) && only.tag() != "a" ? only : Node();
}

std::optional<Targets> targets_of(const Pages& pages) {
  Targets targets;
  for (const auto& page : pages) {
    targets.emplace_back();
    for (const Block& block : page->blocks) {
      Node single;
      for (const Node node : block.nodes) {
        if (!node.is_element()) continue;
        if (single) return std::nullopt;
        single = node;
      }
      if (!single) return std::nullopt;
      targets.back().push_back(single);
    }
  }
  return targets;
}

// As many boxes deeper as all cards have.
bool go_deeper(Targets& targets) {
  Targets deeper = targets;
  for (auto& page : deeper) {
    for (Node& node : page) {
      node = only_child(node);
      if (!node) return false;
    }
  }
  targets = std::move(deeper);
  return true;
}

// A tag alone finds rows of any table and entries of any list.
int alone_cost(const Step& step) {
  const bool tag_alone = step.text.find_first_of(".[#") == step.text.npos;
  return tag_alone && step.text != "article" ? kTagAlone : 0;
}

// Selectors that could be meant by these elements, cheapest first.
std::vector<Step> candidates_of(const Targets& targets) {
  std::map<std::string, int> costs;
  std::set<std::string> looks;  // one of each is enough
  for (const auto& page : targets) {
    for (const Node node : page) {
      std::string look(node.tag());
      for (const auto& [name, value] : node.attributes())
        if (name == "class" || name == "itemtype" || name == "role") look += "\n" + std::string(value);
      if (!looks.insert(look).second || looks.size() > 4 * kShapes) continue;
      const std::vector<Step> own = steps_of(node);
      std::vector<Step> all = with_ancestors(node, {}, kLevels, own);
      for (const Step& step : own) all.push_back({step.text, step.cost + alone_cost(step)});
      for (const Step& one : all) {
        const auto [at, fresh] = costs.emplace(one.text, one.cost);
        if (!fresh) at->second = std::min(at->second, one.cost);
      }
    }
  }
  std::vector<Step> candidates;
  candidates.reserve(costs.size());
  for (const auto& [text, cost] : costs) candidates.push_back({text, cost});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Step& a, const Step& b) { return a.cost < b.cost; });
  if (candidates.size() > kCandidates) candidates.resize(kCandidates);
  return candidates;
}

// What a selector finds of the targets, as (page, index); nothing where it finds anything else.
using Found = std::set<std::pair<size_t, size_t>>;
Found found_by(const Selector& selector, const Pages& pages, const Targets& targets) {
  Found found;
  for (size_t p = 0; p < pages.size(); ++p) {
    for (const Node node : outermost(selector.all(pages[p]->document().body()))) {
      const auto at = std::find(targets[p].begin(), targets[p].end(), node);
      if (at == targets[p].end()) return {};
      found.emplace(p, static_cast<size_t>(at - targets[p].begin()));
    }
  }
  return found;
}

struct Tried {
  Step step;
  Found found;
};

size_t count_of(const Targets& targets) {
  size_t count = 0;
  for (const auto& page : targets) count += page.size();
  return count;
}

// Each the one that finds most of what is not found yet, the longest-lived of these.
std::optional<std::pair<std::string, int>> cover(const std::vector<Tried>& tried, size_t wanted) {
  std::string joined;
  Found found;
  int cost = 0;
  for (size_t shape = 0; shape < kShapes && found.size() < wanted; ++shape) {
    const Tried* best = nullptr;
    size_t most = 0;
    for (const Tried& one : tried) {
      size_t fresh = 0;
      for (const auto& place : one.found) fresh += !found.contains(place);
      if (fresh > most) {
        best = &one;
        most = fresh;
      }
    }
    if (best == nullptr) return std::nullopt;
    found.insert(best->found.begin(), best->found.end());
    joined += (joined.empty() ? "" : ", ") + best->step.text;
    cost += best->step.cost;
  }
  if (found.size() < wanted) return std::nullopt;
  return std::pair(joined, cost);
}

std::optional<std::pair<std::string, int>> selector_for(const Pages& pages, const Targets& targets) {
  const size_t wanted = count_of(targets);
  std::vector<Tried> tried;
  for (const Step& step : candidates_of(targets)) {
    const Result<Selector> selector = Selector::compile(step.text);
    if (!selector) continue;
    Found found = found_by(*selector, pages, targets);
    if (!found.empty()) tried.push_back({step, std::move(found)});
    if (!tried.empty() && tried.back().found.size() == wanted) break;  // none after it could be preferred
  }
  return cover(tried, wanted);
}

}  // namespace

std::optional<std::string> infer_card_selector(Pages& pages) {
  std::optional<Targets> targets = targets_of(pages);
  if (!targets || count_of(*targets) == 0) return std::nullopt;
  auto best = selector_for(pages, *targets);
  Targets best_targets = *targets;
  for (int level = 0; level < kWrappers && go_deeper(*targets); ++level) {
    const auto deeper = selector_for(pages, *targets);
    if (!deeper || (best && deeper->second >= best->second)) continue;
    best = deeper;
    best_targets = *targets;
  }
  if (!best) return std::nullopt;
  for (size_t p = 0; p < pages.size(); ++p) {
    for (size_t i = 0; i < best_targets[p].size(); ++i) pages[p]->blocks[i].nodes = {best_targets[p][i]};
  }
  return best->first;
}

}  // namespace dekko
