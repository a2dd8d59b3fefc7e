// The words of notices.h, as sites write them; they are folded before they are compared.
#pragma once

#include <span>
#include <string_view>

#include "extractors/find/notices.h"

namespace dekko::notices {

std::span<const std::string_view> nothing_statements();  // a line begins like this
std::span<const std::string_view> nothing_starts();      // the same, but a card may begin so too
std::span<const std::string_view> nothing_parts();       // a line holds this somewhere
std::span<const std::string_view> search_words();        // with such a part, a line is a statement

struct Titles {
  Stranger kind;
  std::span<const std::string_view> starts;  // a title, or a part of one, begins like this
  std::span<const std::string_view> wholes;  // and is this
};
std::span<const Titles> titles();

// "We can't find the page that you're looking for": a line with one of both is an error page's, however it
// goes on.
struct Missing {
  std::string_view page;
  std::string_view is_gone;
};
std::span<const Missing> missing_pages();

struct Mark {
  std::string_view text;
  Stranger kind;
};
std::span<const Mark> marks();

}  // namespace dekko::notices
