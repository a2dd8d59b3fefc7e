// CSS selectors, compiled once, matched as querySelectorAll does in a browser without dynamic state
// (Selectors 4), with three extensions that users of Scrapy know: ::text, ::attr(name) at the end, and
// :contains("...").
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "extractors/html/document.h"

namespace dekko {

namespace css {
struct Program;
}

class Selector {
 public:
  // A refusal names position and expectation: context "div[", detail "column 5: expected an attribute name".
  static Result<Selector> compile(std::string_view text);

  Selector(Selector&&) noexcept;
  Selector& operator=(Selector&&) noexcept;
  ~Selector();

  // Matches inside `scope` (itself not included) in document order. :scope is `scope`.
  std::vector<Node> all(Node scope) const;
  Node first(Node scope) const;
  bool matches(Node element, Node scope = {}) const;

  // What the ending asks for: the element's text (also without any ending), or an attribute.
  enum class Wants { kElement, kText, kAttribute };
  Wants wants() const;
  std::string_view attribute_name() const;
  // The value that the ending asks for, of one match: text_of() it, or the attribute ("" if absent).
  std::string value_of(Node match) const;
  const std::string& text() const;  // as written

 private:
  explicit Selector(std::unique_ptr<const css::Program> program);
  std::unique_ptr<const css::Program> program_;
};

}  // namespace dekko
