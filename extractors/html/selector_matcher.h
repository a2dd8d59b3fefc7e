// Holds a compiled selector against elements, from the subject to the left (in :has() to the right).
#pragma once

#include <gumbo.h>

#include <span>

#include "extractors/html/element_tests.h"
#include "extractors/html/match_memory.h"
#include "extractors/html/selector_program.h"

namespace dekko::css {

// For elements of one page, which must not change meanwhile; both arguments must outlive it. Recursion
// follows the selector (limits::kSelectorLevels, kSelectorCompounds), never the page.
class Matcher {
 public:
  // scope: what :scope is; at the document, its root element.
  Matcher(const Program& program, const GumboNode* scope);

  bool matches(const GumboNode* element) { return any(program_.list, element); }

 private:
  bool any(const List& list, const GumboNode* element);
  bool all(const Compound& compound, const GumboNode* element);
  bool reaches(std::span<const Step> path, const GumboNode* from);
  bool finds_along(std::span<const Step> path, const GumboNode* from);
  bool finds_child(std::span<const Step> path, const GumboNode* from);
  bool finds_inside(std::span<const Step> path, const GumboNode* from);
  bool arrives(std::span<const Step> path, const GumboNode* at);

  bool holds(const State& state, const GumboNode* element) const;
  uint32_t place_of(const NthTest& test, const GumboNode* element);
  uint32_t count_place(const NthTest& test, const GumboNode* element);
  void number_siblings(const NthTest& test, const GumboNode* element);

  const Program& program_;
  const GumboNode* scope_;
  Mode mode_ = Mode::kStandards;
  MatchMemory memory_;
};

}  // namespace dekko::css
