#include "extractors/find/page_head.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/url.h"
#include "extractors/find/notices.h"
#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr size_t kTitleOctets = 4;  // of a title that no element marks: shorter ones are labels
constexpr size_t kDescriptionWords = 3;
constexpr size_t kDescriptionOctets = 1'000;  // the longest seen on a topic's page had 400
constexpr int kHeadingReach = 3;              // elements around a heading that may hold its description

bool is_front_page(std::string_view link) {
  const auto url = Url::parse(link);
  return link == "/" || (url && url->path() == "/" && url->query().empty());
}

// The site's logo may stand in a heading.
bool is_logo(const Outline& outline, Place heading) {
  for (Place place = heading; place < outline.at(heading).end; ++place) {
    if (is_front_page(outline.at(place).node.attribute("href").value_or(""))) return true;
  }
  return false;
}

// h1 before h2, the nearer to the cards the better; a sidebar's title never.
Place heading_of(const Outline& outline, const Landmarks& landmarks, Place limit, bool in_frames,
                 bool nearest) {
  Place best = Outline::kNowhere;
  char best_rank = '7';
  for (Place place = 0; place < limit; ++place) {
    const Node node = outline.at(place).node;
    if (!is_heading(node) || landmarks.is_frame(place) != in_frames || outline.inside(place).text == 0)
      continue;
    const char rank = node.tag()[1];
    if (in_frames && rank != '1') continue;
    if (rank > best_rank || (rank == best_rank && !nearest) || is_logo(outline, place)) continue;
    if (titles_a_sidebar(text_of(node), false)) continue;
    best = place;
    best_rank = rank;
  }
  return best;
}

size_t words_in(std::string_view text) {
  return 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

bool is_prose(const std::string& line) {
  if (line.size() > kDescriptionOctets || says_nothing_found(line)) return false;
  return words_in(line) >= kDescriptionWords || line.size() > length_of(line) * 2;
}

bool has_link(const Outline& outline, Place place) {
  for (Place inner = place; inner < outline.at(place).end; ++inner) {
    if (outline.at(inner).node.tag() == "a") return true;
  }
  return false;
}

bool breaks_line(Node node) {
  return node.is_element() && (node.tag() == "br" || is_block(node));
}

// Between breaks, and no part of a sentence that goes on in a link.
bool has_own_line(const Outline& outline, Place text) {
  const Place before = outline.previous_sibling(text), after = outline.at(text).end;
  const Place end = outline.at(outline.at(text).parent).end;
  return before != Outline::kNowhere && breaks_line(outline.at(before).node) &&
         (after == end || breaks_line(outline.at(after).node));
}

// The first line of prose in an element, or in a text that has a line of its own: "<br>All about
// ships<table>".
std::optional<std::string> prose_in(const Outline& outline, Place place) {
  const Node node = outline.at(place).node;
  if (node.is_text()) {
    std::string line = collapse_space(node.text());
    return has_own_line(outline, place) && is_prose(line) ? std::optional(std::move(line)) : std::nullopt;
  }
  for (const TextLine& line : lines_of(node)) {
    if (is_prose(line.text)) return line.text;
  }
  return std::nullopt;
}

// The first line of prose between the heading and the cards, near the heading.
std::optional<std::string> prose_after(const Outline& outline, const Landmarks& landmarks, Place heading,
                                       Place limit) {
  Place place = heading;
  for (int i = 0; i < kHeadingReach && outline.at(place).parent != Outline::kNowhere; ++i) {
    const Place parent = outline.at(place).parent;
    for (Place next = outline.at(place).end; next < outline.at(parent).end; next = outline.at(next).end) {
      if (next >= limit || outline.holds(next, limit)) return std::nullopt;
      if (outline.inside(next).headings() > 0) return std::nullopt;
      if (landmarks.is_frame(next) || has_link(outline, next)) continue;
      if (auto prose = prose_in(outline, next)) return prose;
    }
    place = parent;
  }
  return std::nullopt;
}

bool in_link(const Outline& outline, Place place) {
  for (; place != Outline::kNowhere; place = outline.at(place).parent) {
    if (outline.at(place).node.tag() == "a") return true;
  }
  return false;
}

std::optional<std::string> kept(std::string text) {
  text = collapse_space(text);
  if (text.empty() || text.size() > limits::kFieldBytes) return std::nullopt;
  return text;
}

std::optional<std::string> document_title(Node head) {
  for (Node node = head.first_child(); node; node = node.next_sibling()) {
    if (node.tag() == "title" && node.first_child()) return kept(std::string(node.first_child().text()));
  }
  return std::nullopt;
}

// The line above the cards that the document's title begins with, where no element says what is a heading:
// "Shipping" of "Shipping - Tidewire".
Place spoken_title(const Outline& outline, const Landmarks& landmarks, Node head, Place limit) {
  const std::string title = fold_key(document_title(head).value_or(""));
  for (Place place = 0; place < limit; ++place) {
    if (!outline.at(place).node.is_text() || landmarks.is_frame(place)) continue;
    const std::string line = fold_key(outline.at(place).node.text());
    if (line.size() < kTitleOctets || !title.starts_with(line)) continue;
    const std::string rest = title.substr(line.size());
    const bool ends =
        rest.empty() || rest.starts_with(" -") || rest.starts_with(" |") || rest.starts_with(" ·");
    if (ends && !in_link(outline, place)) return outline.at(place).parent;
  }
  return Outline::kNowhere;
}

std::optional<std::string> meta_description(Node head) {
  std::optional<std::string> found;
  for (Node node = head.first_child(); node; node = node.next_sibling()) {
    const std::string_view name = node.attribute("name").value_or(node.attribute("property").value_or(""));
    if (node.tag() != "meta" || (name != "description" && name != "og:description")) continue;
    auto content = kept(std::string(node.attribute("content").value_or("")));
    if (content && (!found || name == "description")) found = std::move(content);
  }
  return found;
}

}  // namespace

PageHead read_page_head(const Outline& outline, const Landmarks& landmarks, Node head,
                        Outline::Place first_card) {
  const bool cards = first_card != Outline::kNowhere;
  const Place limit = cards ? first_card : outline.size();
  Place heading = heading_of(outline, landmarks, limit, false, cards);
  if (heading == Outline::kNowhere) heading = heading_of(outline, landmarks, limit, true, cards);
  if (heading == Outline::kNowhere && head) heading = spoken_title(outline, landmarks, head, limit);
  PageHead page;
  if (heading != Outline::kNowhere) {
    page.title = kept(text_of(outline.at(heading).node));
    page.has_heading = page.title.has_value();
    page.description = prose_after(outline, landmarks, heading, limit);
  }
  if (!page.title && head) page.title = document_title(head);
  if (!page.description && head) page.description = meta_description(head);
  return page;
}

}  // namespace dekko
