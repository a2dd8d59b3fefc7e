// The pager's numbers: first, last, and the current page with three on either side, ascending. No "next"
// link, no mark on the current page, no ellipsis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko::site {

// Page 1 of 113: 1 2 3 4 113. Page 3 of 20: 1 2 3 4 5 6 20. Page 9 of 9: 1 6 7 8 9. Nothing for a listing of
// one page, and nothing past the end.
std::vector<int> pager_numbers(int page, int page_count);

// "/tag/x/" for page 1, "/tag/x/page/7/" for the others.
std::string page_path(std::string_view slug, int page);

std::string render_pager(std::string_view slug, int page, int page_count);

}  // namespace dekko::site
