// Bytes to a page: the one way from an archived answer to cards. Pure: no network, database, clock or file;
// "today" is the capture's own moment, so that a replay next year gives the same rows.
#pragma once

#include "core/capture.h"
#include "core/page.h"
#include "core/result.h"
#include "extractors/find/blocks.h"
#include "extractors/parsed_page.h"
#include "extractors/selected_cards.h"
#include "extractors/sites/profile.h"

namespace dekko {

// How a page was read, for whoever wants to know why.
struct ExtractTrace {
  std::string cards_by = {};           // the selector that found the cards; empty where their shape did
  std::vector<Card> cards = {};        // as read, before sanity set any aside
  std::vector<FoundBy> found = {};     // which selector gave which value; what is not here is told by shape
  std::vector<GroupNote> groups = {};  // what was weighed where cards are found by shape
};

// Page::profile_fingerprint of what extract() reads with this profile; of one with versions, with its first.
std::string reading_fingerprint(const Profile& profile);

// Cards, pager and problems as the page shows them, after sanity: cards with no link or no headline and
// repeated cards are set aside as problems of the page. Fails only where there is nothing to read: an empty
// body, a body that is not HTML, one over a limit. Of a profile with versions, the one that held when the
// page was fetched reads it.
Result<Page> extract(const Capture& capture, const Profile& profile, ExtractTrace* trace = nullptr);
// The same of a page that is parsed already, for whoever reads one page by several profiles.
Page extract(const ParsedPage& parsed, const Capture& capture, const Profile& profile,
             ExtractTrace* trace = nullptr);
// The stretches that extract() reads a card of each from, where no selector says which they are.
std::vector<Block> blocks_by_shape(const ParsedPage& parsed, const Capture& capture, const Profile& profile);

}  // namespace dekko
