#include "tests/fuzz/selector_text.h"

#include <fmt/format.h>

#include <variant>

namespace dekko::fuzz {

namespace {

using namespace css;

std::string list_text(const List& list, std::string_view ending = "");

// Whatever has a meaning of its own as an escape (CSS Syntax 3 section 4.3.7).
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    const bool plain = (octet | 0x20) >= 'a' && (octet | 0x20) <= 'z';
    if (plain || octet >= 0x80)
      out += c;
    else
      out += fmt::format("\\{:x} ", octet);
  }
  return out;
}

std::string quoted(std::string_view text) {
  return "\"" + escaped(text) + "\"";
}

std::string relation_text(Relation relation) {
  switch (relation) {
    case Relation::kParent:
    case Relation::kChild:
      return " > ";
    case Relation::kPreviousSibling:
    case Relation::kNextSibling:
      return " + ";
    case Relation::kEarlierSibling:
    case Relation::kLaterSibling:
      return " ~ ";
    case Relation::kAncestor:
    case Relation::kDescendant:
      break;
  }
  return " ";
}

std::string state_text(State state) {
  constexpr std::string_view kNames[] = {"root",    "scope",    "empty",   "link",
                                         "enabled", "disabled", "checked", "visited"};
  return fmt::format(":{}", kNames[static_cast<size_t>(state)]);
}

struct TestText {
  std::string operator()(const TypeTest& test) const { return escaped(test.name); }
  std::string operator()(const IdTest& test) const { return "#" + escaped(test.id); }
  std::string operator()(const ClassTest& test) const { return "." + escaped(test.name); }
  std::string operator()(const AttributeTest& test) const {
    constexpr std::string_view kSigns[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
    std::string text = (test.any_namespace ? "[*|" : "[") + escaped(test.name);
    if (test.op == Operator::kPresent) return text + "]";
    text.append(kSigns[static_cast<size_t>(test.op)]).append(quoted(test.value));
    if (test.letter_case == LetterCase::kAnyOnHtml) return text + "]";
    return text + (test.letter_case == LetterCase::kAny ? " i]" : " s]");
  }
  std::string operator()(State state) const { return state_text(state); }
  std::string operator()(const NthTest& test) const {
    const std::string of = test.of.empty() ? "" : " of " + list_text(test.of);
    return fmt::format(":nth-{}{}({}n{:+}{})", test.from_end ? "last-" : "",
                       test.of_type ? "of-type" : "child", test.index.a, test.index.b, of);
  }
  std::string operator()(const LangTest& test) const {
    std::string text;
    for (const std::string& range : test.ranges) text += (text.empty() ? "" : ",") + quoted(range);
    return ":lang(" + text + ")";
  }
  std::string operator()(const ListTest& test) const {
    return (test.negated ? ":not(" : ":is(") + list_text(test.list) + ")";
  }
  std::string operator()(const HasTest& test) const;
  std::string operator()(const ContainsTest& test) const { return ":contains(" + quoted(test.text) + ")"; }
};

// The name of an element can only stand in front.
std::string compound_text(const Compound& compound) {
  std::string front, rest;
  for (const Test& test : compound)
    (std::holds_alternative<TypeTest>(test.what) ? front : rest) += std::visit(TestText(), test.what);
  return (front.empty() ? "*" : front) + rest;
}

std::string TestText::operator()(const HasTest& test) const {
  std::string text;
  for (const std::vector<Step>& path : test.paths) {
    if (!text.empty()) text += ",";
    for (const Step& step : path) text += relation_text(step.relation) + compound_text(step.compound);
  }
  return ":has(" + text + ")";
}

std::string complex_text(const Complex& complex) {
  std::string text = compound_text(complex.subject);
  for (const Step& step : complex.path)
    text.insert(0, compound_text(step.compound) + relation_text(step.relation));
  return text;
}

std::string list_text(const List& list, std::string_view ending) {
  std::string text;
  for (const Complex& complex : list)
    text.append(text.empty() ? "" : ",").append(complex_text(complex)).append(ending);
  return text;
}

}  // namespace

std::string selector_text(const Program& program) {
  std::string ending;
  if (program.wants == Selector::Wants::kText) ending = "::text";
  if (program.wants == Selector::Wants::kAttribute) ending = "::attr(" + escaped(program.attribute) + ")";
  return list_text(program.list, ending);
}

}  // namespace dekko::fuzz
