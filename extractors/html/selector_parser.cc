#include "extractors/html/selector_parser.h"

#include <fmt/core.h>

#include <algorithm>

#include "extractors/html/limits.h"

namespace dekko::css {

namespace {

// How much work a test is: those that look at one element come before those that walk the tree.
int cost(const Test& test) {
  if (std::holds_alternative<HasTest>(test.what)) return 3;
  if (std::holds_alternative<ContainsTest>(test.what)) return 2;
  return std::holds_alternative<ListTest>(test.what) || std::holds_alternative<NthTest>(test.what) ? 1 : 0;
}

Relation to_the_left(char combinator) {
  switch (combinator) {
    case '>':
      return Relation::kParent;
    case '+':
      return Relation::kPreviousSibling;
    case '~':
      return Relation::kEarlierSibling;
    default:
      return Relation::kAncestor;
  }
}

Relation to_the_right(char combinator) {
  switch (combinator) {
    case '>':
      return Relation::kChild;
    case '+':
      return Relation::kNextSibling;
    case '~':
      return Relation::kLaterSibling;
    default:
      return Relation::kDescendant;
  }
}

}  // namespace

bool SelectorParser::fail(std::string_view expected) {
  error_ = Error{ErrorCode::kInvalid, fmt::format("selector \"{}\"", text_),
                 fmt::format("column {}: expected {}", reader_.column(), expected)};
  return false;
}

bool SelectorParser::fail_limit(std::string_view what) {
  error_ = Error{ErrorCode::kLimit, fmt::format("selector \"{}\"", text_.substr(0, limits::kExcerptBytes)),
                 fmt::format("column {}: {}", reader_.column(), what)};
  return false;
}

bool SelectorParser::close(char bracket) {
  reader_.skip_space();
  return reader_.at_end() || reader_.take(bracket) || fail(fmt::format("\"{}\"", bracket));
}

Result<std::unique_ptr<const Program>> SelectorParser::parse() {
  if (text_.size() > limits::kSelectorBytes) {
    fail_limit(fmt::format("longer than {} octets", limits::kSelectorBytes));
  } else if (parse_list(program_->list) && !reader_.at_end()) {
    fail("a combinator, \",\" or the end");
  }
  if (error_) return *error_;
  program_->text = text_;
  return std::unique_ptr<const Program>(std::move(program_));
}

bool SelectorParser::parse_list(List& list) {
  if (++levels_ > limits::kSelectorLevels)
    return fail_limit(fmt::format("more than {} levels of brackets", limits::kSelectorLevels));
  do {
    reader_.skip_space();
    if (!parse_complex(list.emplace_back())) return false;
    if (levels_ == 1 && !parse_ending(list.size())) return false;
    reader_.skip_space();
  } while (reader_.take(','));
  --levels_;
  return true;
}

bool SelectorParser::parse_complex(Complex& complex) {
  std::vector<Step> path;
  if (!parse_compound(complex.subject)) return false;
  while (char combinator = take_combinator()) {
    path.push_back(step(to_the_left(combinator), std::move(complex.subject)));
    complex.subject.clear();
    if (!parse_compound(complex.subject)) return false;
  }
  complex.path.assign(std::make_move_iterator(path.rbegin()), std::make_move_iterator(path.rend()));
  return true;
}

// Inside :has(), where the first combinator may be left out.
bool SelectorParser::parse_relative(std::vector<Step>& path) {
  char combinator = take_combinator();
  if (!combinator) combinator = ' ';
  do {
    Compound compound;
    if (!parse_compound(compound)) return false;
    path.push_back(step(to_the_right(combinator), std::move(compound)));
  } while ((combinator = take_combinator()));
  return true;
}

char SelectorParser::take_combinator() {
  bool space = reader_.skip_space();
  for (char combinator : {'>', '+', '~'}) {
    if (!reader_.take(combinator)) continue;
    reader_.skip_space();
    return combinator;
  }
  bool over = reader_.at_end() || reader_.peek() == ',' || reader_.peek() == ')';
  return space && !over ? ' ' : '\0';
}

bool SelectorParser::parse_compound(Compound& compound) {
  if (++compounds_ > limits::kSelectorCompounds)
    return fail_limit(fmt::format("more than {} parts", limits::kSelectorCompounds));
  size_t begin = reader_.column();
  if (!parse_type(compound)) return false;
  size_t end = 0;
  do {
    reader_.skip_comments();
    end = reader_.column();
    if (!parse_simple(compound)) return false;
  } while (reader_.column() != end);
  if (end == begin && reader_.peek() != ':') return fail("a selector");
  std::stable_sort(compound.begin(), compound.end(),
                   [](const Test& a, const Test& b) { return cost(a) < cost(b); });
  return true;
}

// Reads nothing where there is none, and leaves pseudo-elements to parse_ending.
bool SelectorParser::parse_simple(Compound& compound) {
  if (reader_.take('#')) return parse_id(compound);
  if (reader_.take('.')) return parse_class(compound);
  if (reader_.take('[')) return parse_attribute(compound);
  if (reader_.peek() == ':' && reader_.peek(1) != ':') return parse_pseudo_class(compound);
  return true;
}

// One ending goes for the whole list, so all of it must say the same.
bool SelectorParser::parse_ending(size_t alternatives) {
  Selector::Wants wants = Selector::Wants::kElement;
  std::string attribute;
  if (reader_.peek() == ':' && !parse_pseudo_element(wants, attribute)) return false;
  if (alternatives > 1 && (wants != program_->wants || attribute != program_->attribute))
    return fail("the same ending (::text, ::attr(name) or none) for the whole list");
  program_->wants = wants;
  program_->attribute = attribute;
  return true;
}

bool SelectorParser::parse_pseudo_element(Selector::Wants& wants, std::string& attribute) {
  reader_.take(':');
  reader_.take(':');
  if (reader_.take_word("text")) {
    wants = Selector::Wants::kText;
    return true;
  }
  if (!reader_.take_word("attr")) return fail("\"text\" or \"attr(name)\"");
  if (!reader_.take('(')) return fail("\"(\"");
  reader_.skip_space();
  if (!reader_.starts_ident()) return fail("the name of an attribute");
  wants = Selector::Wants::kAttribute;
  attribute = to_lower(reader_.take_ident());
  return close(')');
}

}  // namespace dekko::css
