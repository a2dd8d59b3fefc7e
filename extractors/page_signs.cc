#include "extractors/page_signs.h"

#include "extractors/find/notices.h"
#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

bool titled_as_another(Node head) {
  for (Node node = head.first_child(); head && node; node = node.next_sibling()) {
    if (node.tag() == "title" && node.first_child()) {
      return heads_another_page(collapse_space(node.first_child().text()));
    }
  }
  return false;
}

bool is_password(Node node) {
  return node.tag() == "input" && node.attribute("type") == "password";
}

}  // namespace

PageSigns read_signs(const Outline& outline, const Landmarks& landmarks, Node head,
                     const PageHead& page_head) {
  PageSigns signs;
  signs.heading = page_head.has_heading;
  signs.titled_so = titled_as_another(head);
  signs.stands_in = signs.titled_so || (page_head.title && heads_another_page(*page_head.title));
  for (Outline::Place place = 0; place < outline.size(); ++place) {
    if (landmarks.is_frame(place)) continue;
    const Node node = outline.at(place).node;
    if (is_password(node)) signs.asks_password = true;
    if (node.is_text() && says_nothing_found(collapse_space(node.text()))) signs.says_nothing = true;
  }
  return signs;
}

}  // namespace dekko
