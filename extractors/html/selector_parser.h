// Selectors 4 section 17.1 by recursive descent, without what depends on a reader of the page (:hover,
// :target), and with the endings ::text and ::attr(name). Lists never forgive: a mistake inside :is() is
// told, not dropped.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "core/result.h"
#include "extractors/html/an_plus_b.h"
#include "extractors/html/css_reader.h"
#include "extractors/html/selector_program.h"

namespace dekko::css {

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : text_(text), reader_(text) {}

  // Once. kInvalid names column and expectation; kLimit for selectors over limits::kSelectorBytes,
  // kSelectorLevels and kSelectorCompounds.
  Result<std::unique_ptr<const Program>> parse();

 private:
  // All that return false have left their error in error_.
  bool fail(std::string_view expected);
  bool fail_limit(std::string_view what);
  bool close(char bracket);  // the end of the text closes all brackets

  // selector_parser.cc
  bool parse_list(List& list);
  bool parse_complex(Complex& complex);
  bool parse_relative(std::vector<Step>& path);
  bool parse_compound(Compound& compound);
  bool parse_simple(Compound& compound);
  bool parse_ending(size_t alternatives);
  bool parse_pseudo_element(Selector::Wants& wants, std::string& attribute);
  char take_combinator();  // ' ' for a descendant, 0 for none
  Step step(Relation relation, Compound compound) {
    return {relation, std::move(compound), program_->memories++};
  }

  // simple_selector_parser.cc
  bool parse_type(Compound& compound);
  bool parse_type_name(Compound& compound);
  bool parse_id(Compound& compound);
  bool parse_class(Compound& compound);
  bool parse_attribute(Compound& compound);
  bool parse_attribute_name(AttributeTest& test);
  bool parse_attribute_value(AttributeTest& test);
  bool parse_text(std::string& text, std::string_view expected);

  // pseudo_class_parser.cc
  bool parse_pseudo_class(Compound& compound);
  bool parse_function(Compound& compound, const std::string& name);
  bool parse_nth(NthTest& test);
  bool parse_has(Compound& compound);
  bool parse_lang(Compound& compound);
  bool fail_unknown(const std::string& name);

  std::string_view text_;
  Reader reader_;
  std::unique_ptr<Program> program_ = std::make_unique<Program>();
  std::optional<Error> error_;
  int levels_ = 0;
  size_t compounds_ = 0;
  bool in_has_ = false;
};

}  // namespace dekko::css
