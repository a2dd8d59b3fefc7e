// The picture of a card, and the address it is loaded from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/page.h"
#include "core/url.h"
#include "extractors/find/lines.h"

namespace dekko {

// Absolute; what a reader's browser would load in the end: the lazy loader's attribute, else src, else the
// largest of srcset. None for inlined data.
std::optional<std::string> picture_source(Node image, const Url& base);

// The picture that the card's own link holds, else the first that is no avatar. `byline_lines`: a picture
// that stands before one of them and is not linked to the card is an avatar, and so is one whose alt is an
// author or a constant.
std::optional<std::string> card_picture(const CardLines& card, const std::string& address,
                                        const std::vector<Author>& authors,
                                        const std::vector<size_t>& byline_lines,
                                        const std::vector<std::string>& constants, const Url& base);

}  // namespace dekko
