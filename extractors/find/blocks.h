// The cards of a page that nobody described: repeated stretches of like shape, each with a title that is its
// own link.
#pragma once

#include <string>
#include <vector>

#include "core/page_address.h"
#include "core/url.h"
#include "extractors/find/group_notes.h"
#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"

namespace dekko {

struct Block {
  std::vector<Node> nodes;                   // siblings in page order; mostly one element
  Node title;                                // the link of the title; null where a caller does not know it
  std::string address;                       // where it leads; empty where a caller does not know it
  Outline::Place begin = Outline::kNowhere;  // of the first node, where it came from an outline
};

// In page order, at most limits::kCards + 1. Empty where the page shows no listing: menus, sidebars ("most
// read"), footers, pagers and bare rows of links are none. Optional parts, further containers and a card of
// another tag do no harm; a lone card needs a date
// or the mark-up of a post. `base` resolves links; `self` is the listing that the
// page belongs to. `announced`: what the page itself calls its items; a group that is mostly of these is
// preferred. `notes`, which may be null, is told of every group of links that was weighed.
std::vector<Block> find_blocks(const Outline& outline, const Landmarks& landmarks, const Url& base,
                               const PageAddress& self, const std::vector<std::string>& announced,
                               std::vector<GroupNote>* notes = nullptr);

}  // namespace dekko
