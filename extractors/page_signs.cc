#include "extractors/page_signs.h"

#include <algorithm>
#include <array>

#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr std::array<std::string_view, 5> kAddressAttributes = {"src", "action", "href", "id", "class"};
constexpr std::array<std::string_view, 3> kCaptchas = {"h-captcha", "g-recaptcha", "cf-turnstile"};

std::string document_title(Node document) {
  for (Node node = document; node; node = node.next_in(document)) {
    if (node.tag() == "body") break;
    if (node.tag() == "title" && node.is_html() && node.first_child()) {
      return collapse_space(node.first_child().text());
    }
  }
  return {};
}

bool is_password(Node node) {
  return node.tag() == "input" && node.attribute("type") == "password";
}

bool asks_for_mail(Node node) {
  return node.tag() == "input" && node.attribute("type") == "email";
}

bool is_captcha(Node node) {
  const std::string_view names = node.attribute("class").value_or("");
  return std::any_of(kCaptchas.begin(), kCaptchas.end(),
                     [&](std::string_view captcha) { return names.find(captcha) != names.npos; });
}

std::optional<Stranger> mark_of(Node node) {
  for (const std::string_view name : kAddressAttributes) {
    if (const auto mark = stranger_marked(node.attribute(name).value_or(""))) return mark;
  }
  return std::nullopt;
}

// What ordinary pages link to ("consent.google...") is no mark: only what loads, sends or names something is.
std::optional<Stranger> first_mark(Node document) {
  for (Node node = document; node; node = node.next_in(document)) {
    if (!node.is_element() || node.tag() == "a" || node.tag() == "body") continue;
    if (const auto mark = mark_of(node)) return mark;
  }
  return std::nullopt;
}

// Looks at a page's own part, frames left out.
class SignReader {
 public:
  SignReader(const Outline& outline, const Landmarks& landmarks, Outline::Place first_card, PageSigns& signs)
      : outline_(outline), landmarks_(landmarks), first_card_(first_card), signs_(signs) {}

  void read() {
    bool captcha = false, mail = false;
    for (Outline::Place place = 0; place < outline_.size(); ++place) {
      if (landmarks_.is_frame(place)) continue;
      const Node node = outline_.at(place).node;
      if (is_password(node)) signs_.asks_password = true;
      captcha = captcha || is_captcha(node);
      mail = mail || asks_for_mail(node);
      if (node.is_text()) read_notice(place);
      if (signs_.cards == CardSource::kNone && is_heading(node)) tell(text_of(node), false);
    }
    signs_.asks_proof = captcha && !mail;
  }

  // The surest title wins, and of equals the first.
  void tell(const std::string& title, bool document) {
    const auto told = stranger_titled(title);
    if (!told || (signs_.titled && signs_.titled->whole >= told->whole)) return;
    signs_.titled = told;
    signs_.titled_document = document;
    signs_.title = title;
  }

 private:
  void read_notice(Outline::Place place) {
    if (signs_.says_nothing || signs_.cards == CardSource::kSelectors) return;
    if (signs_.cards != CardSource::kNone && place >= first_card_) return;
    const std::string line = collapse_space(outline_.at(place).node.text());
    if (line.empty()) return;
    signs_.says_nothing =
        signs_.cards == CardSource::kNone ? says_nothing_found(line) : states_nothing_found(line);
  }

  const Outline& outline_;
  const Landmarks& landmarks_;
  Outline::Place first_card_;
  PageSigns& signs_;
};

}  // namespace

PageSigns read_signs(const Outline& outline, const Landmarks& landmarks, Node document, const PageHead& page_head,
                     CardSource cards, Outline::Place first_card) {
  PageSigns signs{.heading = page_head.has_heading, .cards = cards};
  SignReader reader(outline, landmarks, first_card, signs);
  reader.tell(document_title(document), true);
  if (page_head.title) reader.tell(*page_head.title, false);
  reader.read();
  if (cards == CardSource::kNone) signs.marked = first_mark(document);
  return signs;
}

}  // namespace dekko
