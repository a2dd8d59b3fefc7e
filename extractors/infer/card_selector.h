// The selector that finds the cards of all sample pages, and nothing else on them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/infer/sample_page.h"

namespace dekko {

// Several joined by commas where a page has cards of several shapes. None where a card is no single element,
// and where no name or attribute tells the cards from what else is on the page. Where it finds a part of a
// card that says as much (the <article> in a box), the page's blocks become these parts.
std::optional<std::string> infer_card_selector(std::vector<std::unique_ptr<SamplePage>>& pages);

}  // namespace dekko
