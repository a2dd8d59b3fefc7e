// Pagers that no address leads through.
#pragma once

#include <string>
#include <string_view>

#include "extractors/find/outline.h"

namespace dekko {

// Reason of the page's problem that there is one; db/copies.cc knows the word too.
inline constexpr std::string_view kNextNeedsScript = "next_needs_script";

// What a control right behind the cards says that leads on by script alone: "Load more" on a button, "2" of
// numbers whose links lead nowhere. Empty where there is none, or it is switched off. `from`: where the cards
// end.
std::string script_pager(const Outline& outline, Outline::Place from);

}  // namespace dekko
