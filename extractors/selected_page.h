// What a profile's selectors say of a page as a whole: its heading, its pager, and whether it is a listing at
// all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/page.h"
#include "core/url.h"
#include "extractors/html/document.h"
#include "extractors/selected_cards.h"
#include "extractors/sites/profile.h"

namespace dekko {

// Nothing where the profile has no rule, or the rule finds nothing.
struct SelectedPage {
  std::optional<std::string> title = {};
  std::optional<std::string> description = {};
  Node pager = {};                           // null: anywhere on the page
  std::optional<int> page_count = {};        // that the pager's pattern takes out of it
  std::optional<std::string> next = {};      // absolute
  bool says_nothing = false;                 // a sign of an empty listing is there
  std::optional<std::string> stranger = {};  // the selector of a sign that this is no listing
  std::vector<Problem> problems = {};
  std::vector<FoundBy> found = {};
};

SelectedPage select_page(Node root, const Profile& profile, const Url& base);

}  // namespace dekko
