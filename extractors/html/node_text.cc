#include "extractors/html/node_text.h"

#include "extractors/html/gumbo_node.h"
#include "extractors/html/rendering.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of("\t\n\f\r ") == text.npos;
}

bool hides(const GumboNode* node) {
  return is_element(node) && (is_never_shown(node) || is_hidden_by_attribute(node));
}

bool breaks_line(const GumboNode* node) {
  return is_element(node) && (is_html_element(node, GUMBO_TAG_BR) || starts_new_line(node));
}

// Gathers the text between two line ends, and the deepest element that holds it.
class LineReader {
 public:
  void add(const GumboNode* text) {
    raw_ += text->v.text.text;
    if (is_blank(text->v.text.text)) return;
    holder_ = reach_ ? reach_ : text->parent;
    reach_ = holder_;
  }

  // Text that comes after an element was left is held by its parent at the deepest.
  void leave(const GumboNode* node) {
    if (node == reach_) reach_ = node->parent;
  }

  void end_line() {
    std::string text = collapse_space(raw_);
    if (!text.empty()) lines_.push_back({std::move(text), Node(holder_)});
    raw_.clear();
    holder_ = reach_ = nullptr;
  }

  std::vector<TextLine> take() { return std::move(lines_); }

 private:
  std::vector<TextLine> lines_;
  std::string raw_;
  const GumboNode* holder_ = nullptr;
  const GumboNode* reach_ = nullptr;
};

}  // namespace

bool is_hidden(Node node) {
  return node && hides(node.raw());
}

bool is_block(Node node) {
  return node.is_element() && starts_new_line(node.raw());
}

bool is_heading(Node node) {
  return node.is_element() && is_heading_element(node.raw());
}

int heading_rank(Node heading) {
  return heading.tag()[1] - '0';
}

bool is_inline_wrapper(Node node) {
  return node.is_element() && only_changes_letters(node.raw());
}

std::string text_of(Node node) {
  std::string raw;
  if (!node) return raw;
  auto enter = [&](const GumboNode* at) {
    if (at != node.raw() && hides(at)) return false;
    if (is_text(at)) raw += at->v.text.text;
    if (breaks_line(at)) raw += ' ';
    return true;
  };
  auto leave = [&](const GumboNode* at) {
    if (breaks_line(at)) raw += ' ';
  };
  traverse(node.raw(), enter, leave);
  return collapse_space(raw);
}

std::vector<TextLine> lines_of(Node node) {
  LineReader lines;
  if (!node) return {};
  auto enter = [&](const GumboNode* at) {
    if (at != node.raw() && hides(at)) return false;
    if (is_text(at)) lines.add(at);
    if (breaks_line(at)) lines.end_line();
    return true;
  };
  auto leave = [&](const GumboNode* at) {
    if (breaks_line(at)) lines.end_line();
    lines.leave(at);
  };
  traverse(node.raw(), enter, leave);
  lines.end_line();
  return lines.take();
}

}  // namespace dekko
