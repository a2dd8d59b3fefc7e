// Text as a reader sees it: block boundaries and <br> separate, runs of white space are one space, and what
// is not shown (script, style, template, noscript, hidden, display:none, aria-hidden copies stay) is not
// text.
#pragma once

#include <string>
#include <vector>

#include "extractors/html/document.h"

namespace dekko {

// All of it on one line, trimmed.
std::string text_of(Node node);

// One entry a visual line (block boundaries and <br> end a line), empty lines left out. `node` is the deepest
// element that holds the whole line.
struct TextLine {
  std::string text;
  Node node;
};
std::vector<TextLine> lines_of(Node node);

// Whether the standard's style sheet or an inline style hides it, with everything in it.
bool is_hidden(Node node);
// Whether the standard's style sheet starts a new line for this element.
bool is_block(Node node);
bool is_heading(Node node);      // h1 to h6
int heading_rank(Node heading);  // 1 for h1
// Elements that only change how letters look: no shape of their own.
bool is_inline_wrapper(Node node);

}  // namespace dekko
