#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/html/selector_parser.h"

namespace dekko::css {

namespace {

constexpr auto kCaselessAttributes = std::to_array<std::string_view>({
    "accept",     "accept-charset", "align",     "alink",    "axis",     "bgcolor", "charset",
    "checked",    "clear",          "codetype",  "color",    "compact",  "declare", "defer",
    "dir",        "direction",      "disabled",  "enctype",  "face",     "frame",   "hreflang",
    "http-equiv", "lang",           "language",  "link",     "media",    "method",  "multiple",
    "nohref",     "noresize",       "noshade",   "nowrap",   "readonly", "rel",     "rev",
    "rules",      "scope",          "scrolling", "selected", "shape",    "target",  "text",
    "type",       "valign",         "valuetype", "vlink",
});

bool is_caseless(std::string_view attribute) {
  return std::find(kCaselessAttributes.begin(), kCaselessAttributes.end(), attribute) !=
         kCaselessAttributes.end();
}

bool take_operator(Reader& reader, Operator& op) {
  constexpr std::pair<char, Operator> kOperators[] = {{'~', Operator::kWord},
                                                      {'|', Operator::kDash},
                                                      {'^', Operator::kPrefix},
                                                      {'$', Operator::kSuffix},
                                                      {'*', Operator::kSubstring}};
  if (reader.take('=')) {
    op = Operator::kEquals;
    return true;
  }
  for (const auto& [sign, meaning] : kOperators) {
    if (reader.peek() != sign || reader.peek(1) != '=') continue;
    op = meaning;
    return reader.take(sign) && reader.take('=');
  }
  return false;
}

}  // namespace

// "a", "*", "*|a", "|a". No prefix can be declared, and without one a name has any namespace.
bool SelectorParser::parse_type(Compound& compound) {
  if (reader_.peek() == '|' && reader_.peek(1) != '|') {
    reader_.take('|');
    compound.push_back({State::kNever});
    return parse_type_name(compound);
  }
  if (!reader_.starts_ident() && reader_.peek() != '*') return true;
  if (!parse_type_name(compound)) return false;
  if (reader_.peek() != '|' || reader_.peek(1) == '|') return true;
  if (!compound.empty()) return fail("no namespace prefix, for none is declared; \"*|\" is any");
  reader_.take('|');
  return parse_type_name(compound);
}

bool SelectorParser::parse_type_name(Compound& compound) {
  if (reader_.take('*')) return true;
  if (!reader_.starts_ident()) return fail("the name of an element or \"*\"");
  TypeTest test;
  test.name = reader_.take_ident();
  test.lower = to_lower(test.name);
  test.tag = gumbo_tagn_enum(test.lower.data(), static_cast<unsigned>(test.lower.size()));
  compound.push_back({std::move(test)});
  return true;
}

bool SelectorParser::parse_id(Compound& compound) {
  if (!reader_.starts_ident()) return fail("an id");
  compound.push_back({IdTest{reader_.take_ident()}});
  return true;
}

bool SelectorParser::parse_class(Compound& compound) {
  if (!reader_.starts_ident()) return fail("the name of a class");
  compound.push_back({ClassTest{reader_.take_ident()}});
  return true;
}

bool SelectorParser::parse_attribute(Compound& compound) {
  AttributeTest test;
  reader_.skip_space();
  if (!parse_attribute_name(test)) return false;
  test.letter_case = is_caseless(test.lower) ? LetterCase::kAnyOnHtml : LetterCase::kExact;
  reader_.skip_space();
  if (take_operator(reader_, test.op)) {
    if (!parse_attribute_value(test)) return false;
  } else if (!reader_.at_end() && reader_.peek() != ']') {
    return fail("an operator (= ~= |= ^= $= *=) or \"]\"");
  }
  if (!close(']')) return false;
  compound.push_back({std::move(test)});
  return true;
}

bool SelectorParser::parse_attribute_name(AttributeTest& test) {
  if (reader_.peek() == '*' && reader_.peek(1) == '|' && reader_.peek(2) != '=') {
    reader_.take('*');
    test.any_namespace = true;
  }
  reader_.take('|');
  if (!reader_.starts_ident()) return fail("the name of an attribute");
  test.name = reader_.take_ident();
  test.lower = to_lower(test.name);
  if (reader_.peek() == '|' && reader_.peek(1) != '=')
    return fail("no namespace prefix, for none is declared; \"*|\" is any");
  return true;
}

bool SelectorParser::parse_attribute_value(AttributeTest& test) {
  reader_.skip_space();
  if (!parse_text(test.value, "a value")) return false;
  reader_.skip_space();
  if (reader_.take_word("i")) {
    test.letter_case = LetterCase::kAny;
  } else if (reader_.take_word("s")) {
    test.letter_case = LetterCase::kExact;
  } else if (!reader_.at_end() && reader_.peek() != ']') {
    return fail("\"i\", \"s\" or \"]\"");
  }
  return true;
}

// A name or a string.
bool SelectorParser::parse_text(std::string& text, std::string_view expected) {
  if (reader_.starts_ident()) {
    text = reader_.take_ident();
    return true;
  }
  if (reader_.peek() != '"' && reader_.peek() != '\'') return fail(expected);
  std::optional<std::string> string = reader_.take_string();
  if (!string) return fail("the end of the string before the line ends");
  text = std::move(*string);
  return true;
}

}  // namespace dekko::css
