// A page to infer from: its cards by their shape, and what each of them has to say.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/page.h"
#include "extractors/find/blocks.h"
#include "extractors/find/card_rules.h"
#include "extractors/parsed_page.h"

namespace dekko {

// How a site writes, without where: names, dates, noise. Selectors of `profile` are left behind.
Profile writing_of(const Profile& profile);

// What to infer from. known: items that the page may show as they were last seen; where there are none, the
// cards say what their shape says.
struct Sample {
  const Capture* capture = nullptr;
  std::vector<Card> known = {};
};

class SamplePage {
 public:
  // `writing` and the sample's capture must outlive this.
  static Result<std::unique_ptr<SamplePage>> read(const Sample& sample, const Profile& writing);

  SamplePage(const SamplePage&) = delete;

  CardRules rules();
  const Capture& capture() const { return capture_; }
  const ParsedPage& parsed() const { return parsed_; }
  const Document& document() const { return parsed_.document; }
  const Url& base() const { return parsed_.base; }

  // A stretch for each card, and beside each: what its shape says, and what it has to say, where that is
  // known.
  std::vector<Block> blocks;
  std::vector<Card> shown;
  std::vector<std::optional<Card>> wanted;
  Page page;  // the whole, as its shape says

 private:
  SamplePage(const Capture& capture, ParsedPage parsed, const Profile& writing)
      : capture_(capture),
        parsed_(std::move(parsed)),
        writing_(writing),
        names_(writing.bylines),
        dates_(date_rules(parsed_.document, writing), capture.fetched_at) {}
  void find_cards();
  void want(const std::vector<Card>& known);

  const Capture& capture_;
  ParsedPage parsed_;
  const Profile& writing_;
  NameTest names_;
  DateReader dates_;
};

}  // namespace dekko
