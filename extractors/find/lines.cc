#include "extractors/find/lines.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "core/limits.h"
#include "extractors/fields/links.h"
#include "extractors/find/card_marks.h"
#include "extractors/find/outline.h"
#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Lines of one card: blogs put whole articles into theirs, a few hundred lines; nothing of a card stands that
// far down.
constexpr size_t kLines = 200;

bool is_cell(Node node) {
  return node.tag() == "td" || node.tag() == "th";
}

bool is_letter_style(Node node) {
  return is_inline_wrapper(node) && node.tag() != "span" && node.tag() != "small";
}

// One walk over a card, open elements on a stack of its own.
class Walk {
 public:
  Walk(const Block& block, const Url& base) : block_(block), base_(base) {}

  void over(Node root) {
    if (root.is_text()) return read_text(root);
    if (is_hidden(root)) return;
    enter(root);
    for (Node node = root.next_in(root); node;) {
      leave_until(node.parent());
      const bool shown = node.is_text() || (node.is_element() && node.is_html() && !is_hidden(node));
      if (node.is_text()) read_text(node);
      if (shown && node.is_element()) enter(node);
      if (node.tag() == "meta") note_marks(node);
      node = node.next_in(root, !shown);
    }
    leave_until({});
  }

  CardLines finish() {
    end_line();
    return std::move(result_);
  }

 private:
  struct Open {
    Node node;
    bool breaks;
    const std::string* link;  // one of links_
    Node time;
    bool heading;
  };

  void enter(Node node) {
    Open open = innermost();
    open.node = node;
    // A heading's own line breaks are typography.
    open.breaks = (is_block(node) || is_cell(node) || node.tag() == "br") && !open.heading;
    if (is_heading(node)) open.heading = true;
    if (node.tag() == "time" || machine_date(node)) open.time = node;
    if (node.tag() == "a") {
      open.link = &links_.emplace_back(resolve_link(base_, node.attribute("href").value_or("")).value_or(""));
      open.breaks = open.breaks || is_own(*open.link);
    }
    if (is_heading(node) || (node.tag() == "a" && is_own(*open.link))) note_title(node);
    if (open.breaks) end_line();
    if (node.tag() == "img") note_picture(node, *open.link);
    note_marks(node);
    open_.push_back(open);
  }

  void note_marks(Node node) {
    const Mark mark = mark_of(node);
    if (mark.published && result_.published.empty()) result_.published = machine_date(node).value_or("");
    if (!mark.author || result_.authors.size() == limits::kBylines) return;
    if (auto name = name_of_author(node)) result_.authors.push_back(std::move(*name));
  }

  Open innermost() const {
    return open_.empty() ? Open{{}, false, &links_.front(), {}, false} : open_.back();
  }

  void leave_until(Node parent) {
    while (!open_.empty() && !(parent && open_.back().node == parent)) {
      if (open_.back().breaks) end_line();
      open_.pop_back();
    }
  }

  bool is_own(const std::string& link) const { return !link.empty() && link == block_.address; }

  void note_title(Node node) {
    std::string title = collapse_space(node.attribute("title").value_or(""));
    if (!title.empty()) result_.titles.push_back(std::move(title));
  }

  void note_picture(Node node, const std::string& link) {
    if (result_.pictures.size() == kLines) return;
    const size_t line = result_.lines.size() + (line_.pieces.empty() ? 0 : 1);
    result_.pictures.push_back({node, collapse_space(node.attribute("alt").value_or("")), link, line});
  }

  // The element a piece belongs to: letters' style is looked through.
  Node holder() const {
    for (size_t i = open_.size(); i-- > 0;) {
      if (!is_letter_style(open_[i].node)) return open_[i].node;
    }
    return {};
  }

  void read_text(Node node) {
    const std::string_view raw = node.text();
    std::string text = collapse_space(raw);
    if (text.empty()) {
      space_ = space_ || !raw.empty();
      return;
    }
    const Open open = innermost();
    const bool space_before = space_ || static_cast<unsigned char>(raw.front()) <= ' ';
    space_ = static_cast<unsigned char>(raw.back()) <= ' ';
    const bool first = line_.pieces.empty();
    if (first) line_.in_title_link = true;
    line_.in_heading = line_.in_heading || open.heading;
    line_.in_title_link = line_.in_title_link && is_own(*open.link);
    line_.text.append(!first && space_before ? " " : "").append(text);
    if (!first && line_.pieces.back().element == holder()) {
      line_.pieces.back().text.append(space_before ? " " : "").append(text);
      return;
    }
    line_.pieces.push_back({std::move(text), holder(), *open.link, open.time, !space_before});
  }

  void end_line() {
    space_ = false;
    if (line_.pieces.empty()) return;
    if (result_.lines.size() < kLines) result_.lines.push_back(std::move(line_));
    line_ = {};
  }

  const Block& block_;
  const Url& base_;
  std::vector<Open> open_;
  std::deque<std::string> links_ = {""};  // absolute; the first stands for none
  Line line_;
  bool space_ = false;  // white space stands before what comes next
  CardLines result_;
};

}  // namespace

CardLines lines_of_card(const Block& block, const Url& base) {
  Walk walk(block, base);
  for (const Node node : block.nodes) walk.over(node);
  return walk.finish();
}

}  // namespace dekko
