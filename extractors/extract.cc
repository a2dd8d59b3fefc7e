#include "extractors/extract.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "core/page_address.h"
#include "extractors/fields/links.h"
#include "extractors/find/blocks.h"
#include "extractors/find/card_reader.h"
#include "extractors/find/page_head.h"
#include "extractors/find/pager.h"
#include "extractors/html/document.h"
#include "extractors/page_signs.h"
#include "extractors/sanity.h"
#include "extractors/selected_cards.h"
#include "extractors/text/charset.h"

namespace dekko {

namespace {

// Goes up with every change in how pages are read, so that a difference it makes is not taken for the site's.
constexpr int kRevision = 1;

bool says_html(std::string_view content_type) {
  return content_type.empty() || content_type.find("html") != content_type.npos ||
         content_type.find("xml") != content_type.npos;
}

// Somewhere near the start something looks like a tag.
bool looks_like_html(std::string_view text) {
  const std::string_view start = text.substr(0, 64 * limits::kKiB);
  for (size_t at = start.find('<'); at != start.npos; at = start.find('<', at + 1)) {
    const std::string_view next = start.substr(at + 1, 1);
    if (next == "!" || (next >= "A" && next <= "Z") || (next >= "a" && next <= "z")) return true;
  }
  return false;
}

Error refused(const Capture& capture, ErrorCode code, std::string detail) {
  return Error{code, capture.url.text(), std::move(detail), "look at it with `dekko archive cat`"};
}

Result<DecodedText> decoded(const Capture& capture) {
  if (capture.body.empty()) return refused(capture, ErrorCode::kInvalid, "the body is empty");
  if (capture.body.size() > limits::kBodyBytes) {
    return refused(
        capture, ErrorCode::kLimit,
        fmt::format("the body has {} bytes, the limit is {}", capture.body.size(), limits::kBodyBytes));
  }
  if (!says_html(capture.content_type)) {
    return refused(capture, ErrorCode::kInvalid,
                   fmt::format("the body is {}, not HTML", capture.content_type));
  }
  DecodedText text = decode(capture.body, capture.content_type);
  if (!looks_like_html(text.utf8)) return refused(capture, ErrorCode::kInvalid, "the body is not HTML");
  return text;
}

// HTML section 4.2.3: the first <base> with an href.
Url base_of(const Document& document, const Url& url) {
  for (Node node = document.head().first_child(); node; node = node.next_sibling()) {
    const auto href = node.tag() == "base" ? node.attribute("href") : std::nullopt;
    if (!href) continue;
    const auto base = url.resolve(*href);
    return base ? *base : url;
  }
  return url;
}

// One page on its way from a tree to a Page.
class Extraction {
 public:
  Extraction(const Document& document, const Capture& capture, const Profile& profile)
      : document_(document),
        capture_(capture),
        profile_(profile),
        base_(base_of(document, capture.url)),
        self_(page_address(capture.url, profile.noise)),
        outline_(document.body()),
        landmarks_(outline_) {}

  Page read() {
    read_identity();
    read_cards();
    const PageHead head = read_head();
    read_pager();
    PageSigns signs = read_signs(outline_, landmarks_, document_.head(), head);
    signs.status = capture_.status;
    judge(page_, signs, capture_.fetched_at);
    return std::move(page_);
  }

 private:
  void read_identity() {
    page_.url = capture_.url.without_fragment().text();
    page_.listing = self_.listing.text();
    page_.page = self_.page;
    page_.profile = profile_.name;
    page_.profile_fingerprint = fmt::format("{}-{}", profile_.fingerprint, kRevision);
  }

  void read_cards() {
    const CardRules rules{base_, profile_.bylines, profile_.dates, capture_.fetched_at};
    std::vector<Block> blocks = select_blocks(document_.body(), profile_, base_);
    const bool selected = !blocks.empty();
    if (!selected && !profile_.by_shape()) page_.problems.push_back({0, "cards", "selectors_found_nothing"});
    if (!selected) blocks = find_blocks(outline_, landmarks_, base_, self_);
    if (blocks.size() > limits::kCards) {
      blocks.resize(limits::kCards);
      page_.problems.push_back(
          {0, "cards", "too_many", fmt::format("the first {} are kept", limits::kCards)});
    }
    if (!blocks.empty()) first_card_ = place_of(blocks.front());
    page_.cards = dekko::read_cards(blocks, rules);
    if (selected) read_selected_fields(page_.cards, blocks, profile_, rules);
  }

  Outline::Place place_of(const Block& block) const {
    if (block.begin != Outline::kNowhere) return block.begin;
    for (Outline::Place place = 0; place < outline_.size(); ++place) {
      if (outline_.at(place).node == block.nodes.front()) return place;
    }
    return Outline::kNowhere;
  }

  PageHead read_head() {
    PageHead head = read_page_head(outline_, landmarks_, document_.head(), first_card_);
    if (auto title = selected_text(document_.root(), profile_, "title")) head.title = std::move(title);
    if (auto text = selected_text(document_.root(), profile_, "description"))
      head.description = std::move(text);
    page_.title = head.title;
    page_.description = head.description;
    return head;
  }

  void read_pager() {
    const PagerRules rules{base_, self_, profile_.noise};
    const Selected box = select_field(document_.root(), profile_, "pager");
    const Pager pager = box.selector != nullptr
                            ? dekko::read_pager(Outline(box.nodes.front()), document_.head(), rules)
                            : dekko::read_pager(outline_, document_.head(), rules);
    page_.page_count = pager.page_count;
    page_.next = pager.next;
    if (page_.page == 1) page_.page = pager.current.value_or(1);
    const auto next = selected_text(document_.root(), profile_, "next");
    if (next) page_.next = selected_next();
  }

  std::optional<std::string> selected_next() const {
    const Selected found = select_field(document_.root(), profile_, "next");
    const Node match = found.nodes.front();
    const bool attribute = found.selector->wants() == Selector::Wants::kAttribute;
    return resolve_link(base_, attribute ? found.selector->value_of(match)
                                         : std::string(match.attribute("href").value_or("")));
  }

  const Document& document_;
  const Capture& capture_;
  const Profile& profile_;
  Url base_;
  PageAddress self_;
  Outline outline_;
  Landmarks landmarks_;
  Outline::Place first_card_ = Outline::kNowhere;
  Page page_;
};

}  // namespace

Result<Page> extract(const Capture& capture, const Profile& profile) {
  Result<DecodedText> text = decoded(capture);
  if (!text) return text.error();
  Result<Document> document = Document::parse(std::move(text->utf8));
  if (!document) {
    Error error = document.error();
    error.context = capture.url.text();
    return error;
  }
  Page page = Extraction(*document, capture, profile).read();
  page.charset = text->charset;
  if (text->replaced > 0) {
    page.problems.push_back({0, "charset", "undecodable", fmt::format("{} places", text->replaced)});
  }
  return page;
}

}  // namespace dekko
