#include "extractors/extract.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "core/page_address.h"
#include "extractors/find/card_reader.h"
#include "extractors/find/page_head.h"
#include "extractors/find/pager.h"
#include "extractors/find/script_pager.h"
#include "extractors/page_signs.h"
#include "extractors/sanity.h"
#include "extractors/selected_page.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Goes up with every change in how pages are read, so that a difference it makes is not taken for the site's.
constexpr int kRevision = 5;

void add_keys(Card& card) {
  if (card.headline) card.headline_key = plain_text(*card.headline);
  if (card.dek) card.dek_key = plain_text(*card.dek);
}

std::vector<Card> blank_cards(size_t count) {
  std::vector<Card> cards(count);
  for (size_t i = 0; i < count; ++i) cards[i].position = static_cast<int>(i) + 1;
  return cards;
}

// One page on its way from a tree to a Page.
class Extraction {
 public:
  Extraction(const ParsedPage& parsed, const Capture& capture, const Profile& profile)
      : document_(parsed.document),
        capture_(capture),
        profile_(profile),
        base_(parsed.base),
        names_(profile.bylines),
        dates_(date_rules(parsed.document, profile), capture.fetched_at),
        self_(page_address(capture.url, profile.noise)),
        outline_(parsed.outline),
        announced_(parsed.announced),
        landmarks_(parsed.landmarks) {}

  // `trace` may be null.
  Page read(ExtractTrace* trace) {
    read_identity();
    selected_ = select_page(document_.root(), profile_, base_);
    read_cards(trace);
    const PageHead head = read_head();
    read_pager();
    if (trace != nullptr) {
      trace->cards = page_.cards;
      trace->found.insert(trace->found.end(), selected_.found.begin(), selected_.found.end());
    }
    page_.problems.insert(page_.problems.end(), selected_.problems.begin(), selected_.problems.end());
    judge(page_, signs_of(head), capture_.fetched_at);
    look_for_script();
    for (Card& card : page_.cards) add_keys(card);
    return std::move(page_);
  }

 private:
  void read_identity() {
    page_.url = capture_.url.document();
    page_.listing = self_.listing.text();
    page_.page = self_.page;
    page_.profile = profile_.name;
    page_.profile_fingerprint = reading_fingerprint(profile_);
  }

  void read_cards(ExtractTrace* trace) {
    const CardRules rules{base_, profile_.bylines, names_, dates_};
    std::string by;
    std::vector<Block> blocks = select_blocks(document_.body(), profile_, base_, by);
    const bool selected = !blocks.empty();
    if (!selected && !profile_.by_shape()) page_.problems.push_back({0, "cards", "selectors_found_nothing"});
    if (selected && trace != nullptr) trace->cards_by = by;
    if (!selected)
      blocks = find_blocks(outline_, landmarks_, base_, self_, announced_,
                           trace != nullptr ? &trace->groups : nullptr);
    if (blocks.size() > limits::kCards) {
      blocks.resize(limits::kCards);
      page_.problems.push_back(
          {0, "cards", "too_many", fmt::format("the first {} are kept", limits::kCards)});
    }
    if (!blocks.empty()) first_card_ = place_of(blocks.front());
    if (!blocks.empty()) after_cards_ = end_of(blocks.back());
    if (!blocks.empty()) source_ = source_of(selected);
    const bool by_profile = source_ == CardSource::kSelectors || source_ == CardSource::kShape;
    page_.cards = by_profile && names_every_field(profile_) ? blank_cards(blocks.size())
                                                            : dekko::read_cards(blocks, rules);
    if (by_profile)
      read_selected_fields(page_.cards, blocks, profile_, rules, trace != nullptr ? &trace->found : nullptr);
  }

  CardSource source_of(bool selected) const {
    if (selected) return CardSource::kSelectors;
    return profile_.by_shape() ? CardSource::kShape : CardSource::kShapeOfAnother;
  }

  Outline::Place place_of(const Block& block) const {
    if (block.begin != Outline::kNowhere) return block.begin;
    for (Outline::Place place = 0; place < outline_.size(); ++place) {
      if (outline_.at(place).node == block.nodes.front()) return place;
    }
    return Outline::kNowhere;
  }

  Outline::Place end_of(const Block& block) const {
    Outline::Place end = place_of(block);
    for (size_t i = 0; i < block.nodes.size() && end != Outline::kNowhere; ++i) end = outline_.at(end).end;
    return end;
  }

  PageHead read_head() {
    PageHead head = read_page_head(outline_, landmarks_, document_.head(), first_card_);
    if (selected_.title) {
      head.title = selected_.title;
      head.has_heading = true;
    }
    if (selected_.description) head.description = selected_.description;
    page_.title = head.title;
    page_.description = head.description;
    return head;
  }

  void read_pager() {
    const PagerRules rules{base_, self_, profile_.noise};
    const Pager pager = selected_.pager ? dekko::read_pager(Outline(selected_.pager), document_.head(), rules)
                                        : dekko::read_pager(outline_, document_.head(), rules);
    page_.page_count = selected_.page_count ? selected_.page_count : pager.page_count;
    page_.next = selected_.next ? selected_.next : pager.next;
    if (page_.page == 1) page_.page = pager.current.value_or(1);
  }

  // Of a listing that no address leads through.
  void look_for_script() {
    if (page_.next || page_.page_count || page_.verdict != Verdict::kListing ||
        after_cards_ == Outline::kNowhere)
      return;
    std::string words = script_pager(outline_, after_cards_);
    if (!words.empty())
      page_.problems.push_back({0, "next", std::string(kNextNeedsScript), std::move(words)});
  }

  PageSigns signs_of(const PageHead& head) const {
    PageSigns signs =
        read_signs({outline_, landmarks_, document_.root(), head, source_, first_card_, base_, self_});
    signs.status = capture_.status;
    signs.profile_says_nothing = selected_.says_nothing;
    signs.profile_stranger = selected_.stranger;
    return signs;
  }

  const Document& document_;
  const Capture& capture_;
  const Profile& profile_;
  const Url& base_;
  NameTest names_;
  DateReader dates_;
  PageAddress self_;
  const Outline& outline_;
  const std::vector<std::string>& announced_;
  const Landmarks& landmarks_;
  Outline::Place first_card_ = Outline::kNowhere;
  Outline::Place after_cards_ = Outline::kNowhere;
  CardSource source_ = CardSource::kNone;
  SelectedPage selected_;
  Page page_;
};

}  // namespace

std::string reading_fingerprint(const Profile& profile) {
  return fmt::format("{}-{}", profile.fingerprint, kRevision);
}

Result<Page> extract(const Capture& capture, const Profile& profile, ExtractTrace* trace) {
  const Result<ParsedPage> parsed = parse_page(capture);
  return parsed ? extract(*parsed, capture, profile, trace) : Result<Page>(parsed.error());
}

Page extract(const ParsedPage& parsed, const Capture& capture, const Profile& profile, ExtractTrace* trace) {
  Page page = Extraction(parsed, capture, profile.at(capture.fetched_at)).read(trace);
  page.charset = parsed.charset;
  if (parsed.replaced > 0) {
    page.problems.push_back({0, "charset", "undecodable", fmt::format("{} places", parsed.replaced)});
  }
  return page;
}

std::vector<Block> blocks_by_shape(const ParsedPage& parsed, const Capture& capture, const Profile& profile) {
  return find_blocks(parsed.outline, parsed.landmarks, parsed.base, page_address(capture.url, profile.noise),
                     parsed.announced);
}

}  // namespace dekko
