#include "extractors/infer/inference.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/card_fields.h"
#include "core/limits.h"
#include "extractors/extract.h"
#include "extractors/infer/card_selector.h"
#include "extractors/infer/date_order.h"
#include "extractors/infer/page_places.h"

namespace dekko {

namespace {

using Pages = std::vector<std::unique_ptr<SamplePage>>;

Result<Pages> read_all(const std::vector<Sample>& samples, const Profile& writing) {
  Pages pages;
  for (const Sample& sample : samples) {
    if (pages.size() == limits::kSamples) break;
    Result<std::unique_ptr<SamplePage>> page = SamplePage::read(sample, writing);
    if (!page) return page.error();
    pages.push_back(std::move(*page));
  }
  std::erase_if(pages, [](const auto& page) {
    return page->blocks.empty() || page->page.verdict != Verdict::kListing;
  });
  return pages;
}

class Inferring {
 public:
  Inferring(Pages pages, Profile writing, bool edited)
      : pages_(std::move(pages)), writing_(std::move(writing)), edited_(edited) {}

  Inference infer(const InferenceWishes& wishes) {
    Inference inference;
    ProfileDraft& draft = inference.draft;
    const Url listing = page_address(pages_.front()->capture().url, writing_.noise).listing;
    draft.name = wishes.name.empty() ? profile_name_for(listing, false) : wishes.name;
    draft.claims = wishes.claims.hosts.empty() ? claims_for(listing) : wishes.claims;
    draft.each = infer_card_selector(pages_);
    for (const char* field : kCardFields)
      draft.fields.push_back(infer_field(field, pages_, writing_, edited_));
    draft.page = infer_page_places(pages_, writing_);
    prove(draft);
    count(inference);
    inference.toml = profile_text(draft, writing_);
    return inference;
  }

 private:
  // Read as any page is, each field has to say what it has to; places of one that does not are given up.
  void prove(ProfileDraft& draft) const {
    for (size_t round = 0; round <= draft.fields.size() + 1; ++round) {
      const Result<Profile> profile = parse_profile(profile_text(draft, writing_), "inferred");
      if (!profile) return give_up_all(draft);
      const std::vector<ExtractTrace> traces = read_by(*profile);
      bool held = true;
      for (FieldPlaces& field : draft.fields) held = holds(field, traces) && held;
      if (held) return;
    }
    give_up_all(draft);
  }

  static void give_up_all(ProfileDraft& draft) {
    draft.each.reset();
    draft.page.clear();
    for (FieldPlaces& field : draft.fields) field.select.clear();
  }

  // Of each page.
  std::vector<ExtractTrace> read_by(const Profile& profile) const {
    std::vector<ExtractTrace> traces(pages_.size());
    for (size_t p = 0; p < pages_.size(); ++p)
      extract(pages_[p]->parsed(), pages_[p]->capture(), profile, &traces[p]);
    return traces;
  }

  bool holds(FieldPlaces& field, const std::vector<ExtractTrace>& traces) const {
    if (field.select.empty()) return true;
    int right = 0;
    for (size_t p = 0; p < pages_.size(); ++p) {
      const std::vector<std::optional<Card>>& wanted = pages_[p]->wanted;
      const std::vector<Card>& cards = traces[p].cards;
      if (cards.size() != wanted.size()) continue;
      for (size_t i = 0; i < cards.size(); ++i)
        right += wanted[i] && same_value(field.field, *wanted[i], cards[i], edited_);
    }
    if (right >= field.reproduced) return true;
    field.select.clear();
    return false;
  }

  void count(Inference& inference) const {
    for (const auto& page : pages_) {
      inference.cards += static_cast<int>(page->blocks.size());
      inference.known += static_cast<int>(std::count_if(page->wanted.begin(), page->wanted.end(),
                                                        [](const auto& w) { return w.has_value(); }));
    }
    for (const FieldPlaces& field : inference.draft.fields) {
      const bool read = field.reproduced > field.of - field.shown;  // on any card that has it
      if (edited_ && field.shown > 0 && !read && field.field != "image")
        inference.lost.push_back(field.field);
    }
  }

  Pages pages_;
  Profile writing_;
  bool edited_;
};

bool is_name_octet(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

}  // namespace

std::string profile_name_for(const Url& listing, bool with_path) {
  constexpr size_t kLongest = 64;
  std::string_view host = listing.host();
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::string name;
  for (const char c : std::string(host) + (with_path ? std::string(listing.target()) : "")) {
    const char small = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (is_name_octet(small))
      name += small;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  name.erase(name.find_last_not_of('-') + 1);
  name.erase(0, name.find_first_not_of("-."));
  if (name.size() > kLongest) name.erase(0, name.size() - kLongest);
  name.erase(0, name.find_first_not_of("-."));
  return name;
}

AddressPatterns claims_for(const Url& listing) {
  std::string_view host = listing.host();
  if (host.starts_with("www.")) host.remove_prefix(4);
  AddressPatterns claims{.hosts = {std::string(host)}};
  std::string_view path = listing.path();
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::string_view siblings = path.substr(0, path.rfind('/') + 1);  // "/tag/" of "/tag/fog"
  if (siblings.size() > 1) claims.paths = {std::string(siblings) + "*"};
  return claims;
}

Result<Inference> infer_profile(const std::vector<Sample>& samples, const Profile& base,
                                const InferenceWishes& wishes) {
  if (samples.empty()) return Error{ErrorCode::kInvalid, "inference", "there is no page to infer from"};
  const bool edited =
      std::any_of(samples.begin(), samples.end(), [](const Sample& s) { return !s.known.empty(); });
  Profile writing = writing_of(base);
  const std::string& address = samples.front().capture->url.text();
  settle_date_order(samples, writing);
  Result<Pages> pages = read_all(samples, writing);
  if (!pages) return pages.error();
  if (pages->empty())
    return Error{ErrorCode::kInvalid, address, "is no listing with cards to infer a profile from",
                 "look at it with `dekko extract`"};
  Inference inference = Inferring(std::move(*pages), std::move(writing), edited).infer(wishes);
  if (inference.known == 0)
    return Error{ErrorCode::kInvalid, address, "shows none of the items that are known",
                 "look at it with `dekko extract`"};
  return inference;
}

}  // namespace dekko
