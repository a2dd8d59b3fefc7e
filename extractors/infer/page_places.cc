#include "extractors/infer/page_places.h"

#include <algorithm>
#include <optional>

#include "extractors/fields/links.h"
#include "extractors/html/node_text.h"
#include "extractors/html/selector.h"
#include "extractors/infer/steps.h"
#include "extractors/selected_page.h"

namespace dekko {

namespace {

using Pages = std::vector<std::unique_ptr<SamplePage>>;

constexpr size_t kCandidates = 60;
constexpr int kLevels = 2;
constexpr int kMostPageCost = 9;  // of a place that is no better told by its shape

std::optional<std::string> value_in(const Page& page, std::string_view field) {
  if (field == "title") return page.title;
  return field == "description" ? page.description : page.next;
}

std::optional<std::string> value_in(const SelectedPage& page, std::string_view field) {
  if (field == "title") return page.title;
  return field == "description" ? page.description : page.next;
}

bool says(Node node, std::string_view field, const std::string& value, const Url& base) {
  if (field == "next") return resolve_link(base, node.attribute("href").value_or("")) == value;
  const bool can_be_text =
      node.tag() != "html" && node.tag() != "body" && node.tag() != "head" && node.tag() != "title";
  return can_be_text && text_of(node) == value;
}

std::vector<Step> candidates_for(std::string_view field, const SamplePage& page) {
  std::vector<Step> candidates;
  const auto value = value_in(page.page, field);
  if (!value) return candidates;
  const Node top = field == "next" ? page.document().html() : page.document().body();
  for (Node node = top; node; node = node.next_in(top)) {
    // Text of a large part is no title: only small parts are read whole.
    if (!node.is_element() || (field != "next" && node.first_child() && node.first_child().next_element() &&
                               node.first_child().next_element().next_element()))
      continue;
    if (!says(node, field, *value, page.base())) continue;
    const std::vector<Step> own = steps_of(node);
    candidates.insert(candidates.end(), own.begin(), own.end());
    const std::vector<Step> placed = with_ancestors(node, {}, kLevels, own);
    candidates.insert(candidates.end(), placed.begin(), placed.end());
    if (candidates.size() > kCandidates) break;
  }
  std::erase_if(candidates, [](const Step& step) { return step.cost > kMostPageCost; });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Step& a, const Step& b) { return a.cost < b.cost; });
  return candidates;
}

bool holds_on_all(const std::string& field, const std::string& text, const Pages& pages, Profile& writing) {
  Result<Selector> selector = Selector::compile(text);
  if (!selector) return false;
  FieldRule rule;
  rule.select.push_back(std::move(*selector));
  writing.fields.clear();
  writing.fields.emplace(field, std::move(rule));
  const bool holds = std::all_of(pages.begin(), pages.end(), [&](const auto& page) {
    // What stands on a page more than once may be anything on the next.
    const Selector& place = writing.fields.begin()->second.select.front();
    if (field != "next" && place.all(page->document().root()).size() > 1) return false;
    const SelectedPage selected = select_page(page->document().root(), writing, page->base());
    return value_in(selected, field) == value_in(page->page, field);
  });
  writing.fields.clear();
  return holds;
}

}  // namespace

std::map<std::string, std::string> infer_page_places(const Pages& pages, Profile& writing) {
  std::map<std::string, std::string> places;
  for (const std::string field : {"title", "description", "next"}) {
    for (const auto& page : pages) {
      for (const Step& candidate : candidates_for(field, *page)) {
        if (places.contains(field) || !holds_on_all(field, candidate.text, pages, writing)) continue;
        places.emplace(field, candidate.text);
      }
    }
  }
  return places;
}

}  // namespace dekko
