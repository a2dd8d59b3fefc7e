// A page as served: to cards, by its shape, by the profile of a site and by selectors.
#include <set>

#include "core/limits.h"
#include "extractors/extract.h"
#include "extractors/html/document.h"
#include "extractors/page_json.h"
#include "extractors/robots_meta.h"
#include "extractors/sites/profiles.h"
#include "extractors/text/charset.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

constexpr const char* kSelecting =
    "name = \"selecting\"\nhosts = [\"gazette.example\"]\n[cards]\neach = [\"article\", \"li\", \"tr\"]\n"
    "url = \"a::attr(href)\"\nheadline = \"h2, h3, a\"\ndek = \"p\"\npublished = \"time, .date\"\nbylines = "
    "\".by\"\n"
    "[page]\ntitle = \"h1\"\nnext = \"a[rel~=next]\"\n";

const Profile& selecting() {
  static const Profile profile = *parse_profile(kSelecting, "selecting.toml");
  return profile;
}

const Profiles& builtin() {
  static const Profiles profiles = Profiles::builtin();
  return profiles;
}

void check_address(const std::string& address) {
  const Result<Url> url = Url::parse(address);
  claim(url && url->text() == address, "an address is absolute, and as normalised", address);
}

void check_card(const Card& card) {
  check_address(card.url);
  if (card.image) check_address(*card.image);
  for (const auto& field : {card.headline, card.dek, card.kind, card.published, card.published_text})
    claim(!field || (is_utf8(*field) && field->size() <= limits::kFieldBytes),
          "a field is text within its limit", card.url);
  claim(card.headline && !card.headline->empty(), "a card has a headline", card.url);
  claim(card.bylines.size() <= limits::kBylines, "names are within their limit", card.url);
  claim(!card.published || card.published->size() >= 10, "a date is a day", card.url);
}

void check_page(const Page& page) {
  claim(page.cards.size() <= limits::kCards && page.problems.size() <= limits::kProblems,
        "a page is within its limits");
  claim(page.page >= 1 && page.page <= limits::kPages, "a page has a number");
  if (page.next) check_address(*page.next);
  if (page.verdict != Verdict::kListing) return;  // what stays on others is for a person to look at
  std::set<std::string> addresses;
  int last = 0;
  for (const Card& card : page.cards) {
    claim(card.position > last, "cards stand in their order");
    claim(addresses.insert(card.url).second, "no card stands twice", card.url);
    last = card.position;
    check_card(card);
  }
}

// The finder's: each node of a card is of this document, and of no other card.
void check_blocks(const ParsedPage& parsed, const Capture& capture) {
  std::set<const GumboInternalNode*> taken;
  for (const Block& block : blocks_by_shape(parsed, capture, builtin().shape())) {
    claim(!block.nodes.empty(), "a card is somewhere");
    for (const Node node : block.nodes) {
      Node top = node;
      while (top.parent()) top = top.parent();
      claim(top == parsed.document.root(), "a card is in the document");
      claim(taken.insert(node.raw()).second, "no element is of two cards");
    }
  }
}

void check_reading(const Capture& capture, const Profile& profile) {
  const Result<Page> page = extract(capture, profile);
  const Result<ParsedPage> parsed = parse_page(capture);
  claim(page.has_value() == parsed.has_value(), "a page can be read if it can be parsed");
  if (!page) {
    claim(!page.error().detail.empty(), "a refusal says why");
    return;
  }
  const std::string json = to_json_lines(*page);
  claim(is_utf8(json), "what is told is UTF-8");
  claim(json == to_json_lines(extract(*parsed, capture, profile)), "read twice it is the same");
  check_page(*page);
}

// Both readings of Document::parse() give the same tree.
void check_tree(const Capture& capture) {
  const std::string text = decode(capture.body, capture.content_type).utf8;
  const Result<Document> thinned = Document::parse(text),
                         whole = Document::parse(text, Document::Reading::kWhole);
  claim(thinned.has_value() == whole.has_value(), "a thinned page is refused as the whole one is");
  if (thinned) claim(to_html(thinned->root()) == to_html(whole->root()), "a thinned page is the whole one");
}

}  // namespace

void check_html(std::string_view octets) {
  const Capture capture{.url = *Url::parse("https://gazette.example/tag/fog/page/2/"),
                        .fetched_at = *parse_moment("2024-03-20T09:00:00Z"),
                        .content_type = "text/html",
                        .body = std::string(octets)};
  check_tree(capture);
  for (const Profile* profile : {&builtin().shape(), builtin().by_name("nknews"), &selecting()})
    check_reading(capture, *profile);
  if (const Result<ParsedPage> parsed = parse_page(capture)) check_blocks(*parsed, capture);
  for (const std::string& content : robots_meta(capture, "dekko", {"noarchive", "none"}))
    claim(is_utf8(content), "what a page asks is text");
}

}  // namespace dekko::fuzz
