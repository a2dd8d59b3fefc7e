#include "extractors/infer/sample_page.h"

#include <map>

#include "extractors/extract.h"
#include "extractors/find/card_reader.h"
#include "extractors/text/fold.h"

namespace dekko {

Profile writing_of(const Profile& profile) {
  Profile writing;
  writing.name = profile.name;
  writing.origin = profile.origin;
  writing.fingerprint = profile.fingerprint;
  writing.claims = profile.claims;
  writing.noise = profile.noise;
  writing.language = profile.language;
  writing.bylines = profile.bylines;
  writing.dates = profile.dates;
  return writing;
}

Result<std::unique_ptr<SamplePage>> SamplePage::read(const Sample& sample, const Profile& writing) {
  Result<ParsedPage> parsed = parse_page(*sample.capture);
  if (!parsed) return parsed.error();
  std::unique_ptr<SamplePage> made(new SamplePage(*sample.capture, std::move(*parsed), writing));
  made->page = extract(made->parsed_, *sample.capture, writing);
  made->find_cards();
  made->want(sample.known);
  return made;
}

CardRules SamplePage::rules() {
  return {parsed_.base, writing_.bylines, names_, dates_};
}

void SamplePage::find_cards() {
  blocks = blocks_by_shape(parsed_, capture_, writing_);
  shown = read_cards(blocks, rules());
}

// Known items are told by their address, else by their headline: a site that is made anew may have changed
// its addresses, too.
void SamplePage::want(const std::vector<Card>& known) {
  std::map<std::string, const Card*> by_url, by_headline;
  for (const Card& card : known) {
    by_url.emplace(card.url, &card);
    if (card.headline) by_headline.emplace(plain_text(*card.headline), &card);
  }
  for (const Card& card : shown) {
    wanted.emplace_back();
    if (known.empty() && !card.url.empty() && card.headline) wanted.back() = card;
    const auto same_url = by_url.find(card.url);
    const auto same_headline = by_headline.find(plain_text(card.headline.value_or("")));
    if (same_url != by_url.end()) {
      wanted.back() = *same_url->second;
    } else if (same_headline != by_headline.end()) {
      wanted.back() = *same_headline->second;
      wanted.back()->url = card.url;
    }
  }
}

}  // namespace dekko
