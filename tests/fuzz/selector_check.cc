// A selector.
#include "extractors/html/selector.h"

#include <algorithm>

#include "core/limits.h"
#include "extractors/html/document.h"
#include "extractors/html/selector_parser.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/selector_text.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

// Something of everything that selectors ask for.
constexpr const char* kPage =
    "<!DOCTYPE html><html lang=en-GB><body id=top class='a b'><ul class=list><li id=one class=a>First <a "
    "href=/1 "
    "rel='next x'>link</a><li class='b c' data-n=2 lang=de>Second<li hidden><input disabled><input "
    "type=checkbox "
    "checked></ul><div title='Fog, again'><p>Fog</p><p class=a></p><svg viewBox='0 0 1 1'><path "
    "d=M0/></svg></div>"
    "<table><tr><td>1<td>2</table><a name=none>none</a></body></html>";

// Never freed: a Document gives its memory back to its thread, and that has ended where statics end.
const Document& page() {
  static const auto* const parsed = new Result<Document>(Document::parse(kPage));
  return **parsed;
}

void check_matches(const Selector& selector, const std::string& input) {
  const Node root = page().root();
  const std::vector<Node> all = selector.all(root);
  const Node first = selector.first(root);
  claim(all.empty() ? !first : all.front() == first, "the first is the first of all", input);
  size_t matching = 0;
  for (Node node = root.next_in(root); node; node = node.next_in(root)) {
    if (!selector.matches(node, root)) continue;
    claim(matching < all.size() && all[matching] == node, "one by one they match as all together", input);
    claim(is_utf8(selector.value_of(node)), "a value is text", input);
    ++matching;
  }
  claim(matching == all.size(), "all together match as one by one", input);
}

void check_printed(const css::Program& program, const Selector& selector, const std::string& input) {
  const std::string text = selector_text(program);
  if (text.size() > limits::kSelectorBytes) return;  // a letter may take five octets as an escape
  const auto again = css::SelectorParser(text).parse();
  claim(again.has_value(), "a selector that is printed can be read", again ? "" : again.error().message());
  claim(selector_text(**again) == text, "it reads as the same selector", text);
  const Result<Selector> printed = Selector::compile(text);
  claim(printed && printed->all(page().root()) == selector.all(page().root()), "and finds the same", input);
}

}  // namespace

void check_selector(std::string_view octets) {
  const std::string text = as_text(octets);
  const Result<Selector> selector = Selector::compile(text);
  const auto program = css::SelectorParser(text).parse();
  claim(selector.has_value() == program.has_value(), "twice the same", text);
  if (!selector) {
    claim(selector.error().detail.starts_with("column "), "a refusal tells the column",
          selector.error().detail);
    return;
  }
  claim(selector->text() == text, "a selector keeps its text", text);
  check_matches(*selector, text);
  check_printed(**program, *selector, text);
}

}  // namespace dekko::fuzz
