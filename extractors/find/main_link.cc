#include "extractors/find/main_link.h"

#include "extractors/fields/links.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

// A heading outweighs any text.
constexpr size_t kHeadingWeight = 1'000'000;

struct Weighed {
  Block& block;
  size_t best = 0;
  void offer(Node link, std::string address, size_t weight) {
    if (weight <= best) return;
    best = weight;
    block.title = link;
    block.address = std::move(address);
  }
};

void weigh(const Outline& outline, Outline::Place place, const Url& base, Weighed& weighed) {
  const Node node = outline.at(place).node;
  if (node.tag() != "a") return;
  auto address = resolve_link(base, node.attribute("href").value_or(""));
  if (!address) return;
  const Outline::Sums sums = outline.inside(place);
  const Outline::Place parent = outline.at(place).parent;
  const bool heading =
      sums.headings() > 0 || (parent != Outline::kNowhere && is_heading(outline.at(parent).node));
  weighed.offer(node, std::move(*address), 1 + sums.text + (heading ? kHeadingWeight : 0));
}

}  // namespace

void find_main_link(Block& block, const Url& base) {
  Weighed weighed{block};
  for (const Node node : std::vector<Node>(block.nodes)) {
    const Outline outline(node);
    for (Outline::Place place = 0; place < outline.size(); ++place) weigh(outline, place, base, weighed);
  }
}

}  // namespace dekko
