// What a page shows beside its cards, as far as it tells what kind of page this is.
#pragma once

#include <optional>
#include <string>

#include "core/page_address.h"
#include "core/url.h"
#include "extractors/find/landmarks.h"
#include "extractors/find/notices.h"
#include "extractors/find/outline.h"
#include "extractors/find/page_head.h"

namespace dekko {

// Where the cards of a page come from.
enum class CardSource {
  kNone,
  kShape,           // nobody described them
  kSelectors,       // where the profile says
  kShapeOfAnother,  // the profile says where, but nothing is there, and these are found by their shape
};

struct PageSigns {
  int status = 200;      // of the response
  bool heading = false;  // a heading of its own, not only a document title
  CardSource cards = CardSource::kNone;
  // The document's title or the page's heading says log in, consent, challenge, error or maintenance.
  std::optional<StrangerTitle> titled = {};
  bool titled_document = false;  // it is the document's title that says so
  std::string title = {};        // the words
  // An address, id or class that only pages in place of another have; looked for where there are no cards.
  std::optional<Stranger> marked = {};
  bool asks_password = false;   // in its own part, not in a menu's login form
  bool asks_proof = false;      // a captcha in its own part, and no field for a mail address with it
  bool asks_something = false;  // a button, a choice or a field other than a search, in its own part
  bool is_linked = false;       // a link to a page of its listing; looked for where there are no cards
  // "No posts found": anywhere where there are no cards, as a statement above them where they are found by
  // shape.
  bool says_nothing = false;
  // The profile's own signs: the listing is empty; the selector that says this is no listing.
  bool profile_says_nothing = false;
  std::optional<std::string> profile_stranger = {};
};

// What the page was read as so far; all borrowed.
struct PageSoFar {
  const Outline& outline;
  const Landmarks& landmarks;
  Node document;
  const PageHead& head;
  CardSource cards;
  Outline::Place first_card;  // where the cards begin, kNowhere if there are none
  const Url& base;
  const PageAddress& self;
};
PageSigns read_signs(const PageSoFar& page);

}  // namespace dekko
