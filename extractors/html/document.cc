#include "extractors/html/document.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <new>

#include "extractors/html/gumbo_node.h"
#include "extractors/html/gumbo_tree.h"
#include "extractors/html/limits.h"
#include "extractors/html/restoring.h"
#include "extractors/html/tag_octets.h"
#include "extractors/html/thinning.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// Real pages need as much for each octet that Gumbo reads of them.
constexpr size_t kTreeBytesPerOctet = 24;

std::string_view known_name(GumboTag tag) {
  static const auto kNames = [] {
    std::array<std::string_view, GUMBO_TAG_LAST> names;
    for (size_t i = 0; i < names.size(); ++i) names[i] = gumbo_normalized_tagname(static_cast<GumboTag>(i));
    return names;
  }();
  return kNames[tag];
}

// Gumbo folds the case of the names it knows, and of svg it tells the tokenizer's; the others are only in
// what it read, which is ours to change. The tag's place becomes that of its name, which Node::tag() gives.
void place_name(GumboElement& element, std::string& read) {
  if (element.tag != GUMBO_TAG_UNKNOWN && element.tag_namespace != GUMBO_NAMESPACE_SVG) {
    const std::string_view known = known_name(element.tag);
    element.original_tag = {known.data(), known.size()};
    return;
  }
  const std::string_view tag = tag_in_source(element);
  std::string_view name = tag.substr(std::min<size_t>(tag.size(), 1));
  name = name.substr(0, name.find_first_of("\t\n\f\r />"));
  GumboStringPiece piece{name.data(), name.size()};
  const bool is_svg = element.tag_namespace == GUMBO_NAMESPACE_SVG && !name.empty();
  if (const char* cased = is_svg ? gumbo_normalize_svg_tagname(&piece) : nullptr) {
    name = cased;
  } else if (element.tag != GUMBO_TAG_UNKNOWN) {
    name = known_name(element.tag);
  } else if (!name.empty()) {
    char* const written = read.data() + (name.data() - read.data());
    std::transform(written, written + name.size(), written, ascii_lower);
  }
  element.original_tag = {name.data(), name.size()};
}

Error too_many(size_t limit, std::string_view what) {
  return Error{ErrorCode::kLimit, "page", fmt::format("more than {} {}", limit, what)};
}

// Gumbo does not count them anew when it takes away a body for a frameset.
void place_children(const GumboNode* parent) {
  size_t index = 0;
  for (const GumboNode* child : contents(parent)) {
    auto* placed = const_cast<GumboNode*>(child);
    placed->parent = const_cast<GumboNode*>(parent);
    placed->index_within_parent = index++;
  }
}

// One walk over the finished tree numbers its elements, puts back what was left out, and holds it against the
// limits that Gumbo does not know.
Result<size_t> settle(const GumboNode* document, std::string& read, Restoring& restoring) {
  size_t count = 0;
  unsigned elements = 0;
  size_t depth = 0;
  size_t deepest = 0;
  size_t most_attributes = 0;
  auto enter = [&](const GumboNode* node) {
    ++count;
    ++depth;
    place_children(node);
    restoring.restore(const_cast<GumboNode*>(node));
    if (!is_element(node)) return true;
    deepest = std::max(deepest, depth - 1);
    most_attributes = std::max(most_attributes, attributes(node).size());
    const_cast<GumboNode*>(node)->v.element.start_pos.offset = elements++;
    place_name(const_cast<GumboNode*>(node)->v.element, read);
    return true;
  };
  traverse(document, enter, [&](const GumboNode*) { --depth; });
  if (count > limits::kNodes) return too_many(limits::kNodes, "nodes");
  if (deepest > size_t{limits::kDepth}) return too_many(limits::kDepth, "levels of elements");
  if (most_attributes > limits::kAttributes) return too_many(limits::kAttributes, "attributes on a tag");
  return count;
}

// Line ends as the tokenizer would make them (WHATWG HTML section 13.2.3.5).
void unify_line_ends(std::string& page) {
  size_t to = page.find('\r');
  if (to == page.npos) return;
  for (size_t at = to; at < page.size(); ++at) {
    if (page[at] == '\n' && at > 0 && page[at - 1] == '\r') continue;
    page[to++] = page[at] == '\r' ? '\n' : page[at];
  }
  page.resize(to);
}

}  // namespace

// The tree points into the page and into what Gumbo read of it.
struct Document::Tree {
  std::string page;
  Thinned read;
  Arena arena;
  const GumboNode* document = nullptr;

  Tree(std::string utf8, Thinned thinned)
      : page(std::move(utf8)),
        read(std::move(thinned)),
        arena(limits::kTreeBytes, read.text.size() * kTreeBytesPerOctet) {}

  // False where the page was thinned by other rules than Gumbo read it by.
  Result<bool> build();
};

Result<bool> Document::Tree::build() {
  Result<GumboNode*> built = build_tree(read.text, arena);
  if (!built) return built.error();
  document = *built;
  Restoring restoring(page, read.text, read.stand_ins, arena);
  Result<size_t> settled = settle(document, read.text, restoring);
  if (!settled) return settled.error();
  if (restoring.full() && arena.starved()) throw std::bad_alloc();
  if (restoring.full()) return too_many(limits::kTreeBytes, "octets of tree");
  return restoring.complete();
}

Result<Document> Document::parse(std::string utf8, Reading reading) {
  unify_line_ends(utf8);
  if (utf8.size() > limits::kPageBytes) return too_many(limits::kPageBytes, "octets");
  const bool whole = reading == Reading::kWhole;
  Thinned read = whole ? Thinned{.text = utf8, .stand_ins = {}} : thin(utf8);
  auto tree = std::make_unique<Tree>(std::move(utf8), std::move(read));
  const Result<bool> built = tree->build();
  if (!built) return built.error();
  if (!*built) return parse(std::move(tree->page), Reading::kWhole);
  return Document(std::move(tree));
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Node Document::root() const {
  return Node(tree_->document);
}

namespace {
Node child_element(Node parent, std::string_view tag) {
  Node child = parent.first_child();
  while (child && child.tag() != tag) child = child.next_sibling();
  return child;
}
}  // namespace

Node Document::html() const {
  return child_element(root(), "html");
}
Node Document::head() const {
  return child_element(html(), "head");
}
Node Document::body() const {
  return child_element(html(), "body");
}

bool Node::is_element() const {
  return raw_ && dekko::is_element(raw_);
}
bool Node::is_text() const {
  return raw_ && dekko::is_text(raw_);
}

bool Node::is_html() const {
  return is_element() && raw_->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

std::string_view Node::tag() const {
  if (!is_element()) return {};
  const GumboStringPiece& name = raw_->v.element.original_tag;
  return {name.data, name.length};
}

std::string_view Node::text() const {
  return is_text() ? raw_->v.text.text : std::string_view();
}

std::optional<std::string_view> Node::attribute(std::string_view name) const {
  const char* value = raw_ ? attribute_value(raw_, name) : nullptr;
  return value ? std::optional<std::string_view>(value) : std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> Node::attributes() const {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  if (!raw_) return all;
  for (const GumboAttribute* attribute : dekko::attributes(raw_))
    all.emplace_back(attribute->name, attribute->value);
  return all;
}

bool Node::has_attributes() const {
  return raw_ != nullptr && !dekko::attributes(raw_).empty();
}

bool has_word(std::string_view words, std::string_view word) {
  const auto is_white = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || is_white(words[at - 1])) && (end == words.size() || is_white(words[end]))) return true;
  }
  return false;
}

Node Node::parent() const {
  return raw_ ? Node(raw_->parent) : Node();
}

Node Node::first_child() const {
  return raw_ && !children(raw_).empty() ? Node(children(raw_).front()) : Node();
}

Node Node::last_child() const {
  return raw_ && !children(raw_).empty() ? Node(children(raw_).back()) : Node();
}

Node Node::next_sibling() const {
  return raw_ ? Node(next(raw_)) : Node();
}
Node Node::previous_sibling() const {
  return raw_ ? Node(previous(raw_)) : Node();
}

Node Node::next_element() const {
  return raw_ ? Node(dekko::next_element(raw_)) : Node();
}

Node Node::next_in(Node root, bool skip_children) const {
  if (!raw_) return {};
  return Node(skip_children ? next_outside(raw_, root.raw_) : next_inside(raw_, root.raw_));
}

}  // namespace dekko
