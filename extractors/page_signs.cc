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

// Of an <input>.
bool asks_something_by(std::string_view type) {
  return type != "search" && type != "hidden" && type != "text";
}

bool links_to(const Url& base, const PageAddress& self, Node node) {
  if (node.tag() != "a" && node.tag() != "link") return false;
  const Result<Url> target = base.resolve(node.attribute("href").value_or(""));
  return target && node.attribute("href") && page_address(*target, self.noise).listing == self.listing;
}

// A breadcrumb, a menu or <link> in the head: it stands early or not at all.
constexpr size_t kLinks = 10'000;

bool is_linked(const PageSoFar& page) {
  size_t links = 0;
  for (Node node = page.document; node && links < kLinks; node = node.next_in(page.document)) {
    links += node.tag() == "a" ? 1 : 0;
    if (links_to(page.base, page.self, node)) return true;
  }
  return false;
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
  SignReader(const PageSoFar& page, PageSigns& signs) : page_(page), signs_(signs) {}

  void read() {
    for (Outline::Place place = 0; place < page_.outline.size(); ++place) {
      if (page_.landmarks.is_frame(place)) continue;
      const Node node = page_.outline.at(place).node;
      node.is_text() ? read_notice(place) : read_element(node);
    }
    signs_.asks_proof = captcha_ && !mail_;
  }

  // The surest title wins, and of equals the first.
  void tell(const std::string& title, bool document) {
    const auto told = stranger_titled(title);
    if (!told || (signs_.titled && signs_.titled->sureness >= told->sureness)) return;
    signs_.titled = told;
    signs_.titled_document = document;
    signs_.title = title;
  }

 private:
  void read_element(Node node) {
    captcha_ = captcha_ || is_captcha(node);
    const std::string_view tag = node.tag();
    if (tag == "button") signs_.asks_something = true;
    if (tag != "input") return;
    const std::string_view type = node.attribute("type").value_or("text");
    signs_.asks_password = signs_.asks_password || type == "password";
    signs_.asks_something = signs_.asks_something || asks_something_by(type);
    mail_ = mail_ || type == "email";
  }

  void read_notice(Outline::Place place) {
    if (signs_.says_nothing || page_.cards == CardSource::kSelectors) return;
    if (page_.cards != CardSource::kNone && place >= page_.first_card) return;
    const std::string line = collapse_space(page_.outline.at(place).node.text());
    if (line.empty()) return;
    signs_.says_nothing =
        page_.cards == CardSource::kNone ? says_nothing_found(line) : states_nothing_found(line);
  }

  const PageSoFar& page_;
  PageSigns& signs_;
  bool captcha_ = false, mail_ = false;
};

}  // namespace

PageSigns read_signs(const PageSoFar& page) {
  PageSigns signs{.heading = page.head.has_heading, .cards = page.cards};
  SignReader reader(page, signs);
  reader.tell(document_title(page.document), true);
  if (page.head.title) reader.tell(*page.head.title, false);
  reader.read();
  if (page.cards != CardSource::kNone) return signs;
  signs.marked = first_mark(page.document);
  signs.is_linked = is_linked(page);
  return signs;
}

}  // namespace dekko
