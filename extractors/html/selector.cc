#include "extractors/html/selector.h"

#include "extractors/html/gumbo_node.h"
#include "extractors/html/node_text.h"
#include "extractors/html/selector_matcher.h"
#include "extractors/html/selector_parser.h"
#include "extractors/html/selector_program.h"

namespace dekko {

Result<Selector> Selector::compile(std::string_view text) {
  Result<std::unique_ptr<const css::Program>> program = css::SelectorParser(text).parse();
  if (!program) return program.error();
  return Selector(std::move(*program));
}

Selector::Selector(std::unique_ptr<const css::Program> program) : program_(std::move(program)) {}
Selector::Selector(Selector&&) noexcept = default;
Selector& Selector::operator=(Selector&&) noexcept = default;
Selector::~Selector() = default;

std::vector<Node> Selector::all(Node scope) const {
  std::vector<Node> found;
  if (!scope) return found;
  css::Matcher matcher(*program_, scope.raw());
  for (const GumboNode* node = scope.raw(); (node = next_inside(node, scope.raw()));)
    if (is_element(node) && matcher.matches(node)) found.emplace_back(node);
  return found;
}

Node Selector::first(Node scope) const {
  if (!scope) return {};
  css::Matcher matcher(*program_, scope.raw());
  const GumboNode* node = scope.raw();
  while ((node = next_inside(node, scope.raw())) && !(is_element(node) && matcher.matches(node))) {
  }
  return Node(node);
}

bool Selector::matches(Node element, Node scope) const {
  if (!element.is_element()) return false;
  return css::Matcher(*program_, scope ? scope.raw() : element.raw()).matches(element.raw());
}

Selector::Wants Selector::wants() const {
  return program_->wants;
}
std::string_view Selector::attribute_name() const {
  return program_->attribute;
}
const std::string& Selector::text() const {
  return program_->text;
}

std::string Selector::value_of(Node match) const {
  if (wants() != Wants::kAttribute) return text_of(match);
  return std::string(match.attribute(program_->attribute).value_or(""));
}

}  // namespace dekko
