// A selector as the matcher reads it: a subject to hold against an element, and from there a path to walk.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "extractors/html/an_plus_b.h"
#include "extractors/html/selector.h"

namespace dekko::css {

struct TypeTest {
  std::string name;   // as written, for svg and math
  std::string lower;  // for HTML
  int tag = 0;        // Gumbo's number of `lower`
};
struct IdTest {
  std::string id;
};
struct ClassTest {
  std::string name;
};

enum class Operator { kPresent, kEquals, kWord, kDash, kPrefix, kSuffix, kSubstring };
// kAnyOnHtml: the values of some attributes match in any case on HTML elements (WHATWG HTML section 4.16.2).
enum class LetterCase { kExact, kAny, kAnyOnHtml };
struct AttributeTest {
  bool any_namespace = false;  // "*|"
  std::string name;            // as written, for svg and math
  std::string lower;           // for HTML
  Operator op = Operator::kPresent;
  std::string value;
  LetterCase letter_case = LetterCase::kExact;
};

// kNever: :visited, and names in no namespace, which no element of a page has.
enum class State { kRoot, kScope, kEmpty, kLink, kEnabled, kDisabled, kChecked, kNever };

struct LangTest {
  std::vector<std::string> ranges;  // lower case
};
struct ContainsTest {
  std::string text;
};

struct Test;
struct Step;
using Compound = std::vector<Test>;  // in the order in which they are tried
struct Complex {
  Compound subject;
  std::vector<Step> path;  // to the left
};
using List = std::vector<Complex>;

// :is, :where and :not
struct ListTest {
  bool negated = false;
  List list;
};
// :has; one of the paths, to the right, can be walked
struct HasTest {
  std::vector<std::vector<Step>> paths;
};
struct NthTest {
  bool of_type = false;
  bool from_end = false;
  AnPlusB index = {0, 1};
  List of = {};       // only siblings that match count; empty: all
  size_t memory = 0;  // which of the matcher's memories is this test's
};

struct Test {
  std::variant<TypeTest, IdTest, ClassTest, AttributeTest, State, NthTest, LangTest, ListTest, HasTest,
               ContainsTest>
      what;
};

enum class Relation {
  kParent,
  kAncestor,
  kPreviousSibling,
  kEarlierSibling,
  kChild,
  kDescendant,
  kNextSibling,
  kLaterSibling,
};
struct Step {
  Relation relation;
  Compound compound;
  size_t memory;  // which of the matcher's memories is this step's
};

struct Program {
  std::string text;
  List list;
  size_t memories = 0;
  Selector::Wants wants = Selector::Wants::kElement;
  std::string attribute;
};

}  // namespace dekko::css
