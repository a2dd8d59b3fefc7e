#include "tests/support/pager.h"

#include <fmt/format.h>

#include <algorithm>

namespace dekko::site {

std::vector<int> pager_numbers(int page, int page_count) {
  constexpr int kEitherSide = 3;
  std::vector<int> numbers;
  if (page_count < 2 || page < 1 || page > page_count) return numbers;
  int from = std::max(1, page - kEitherSide);
  int to = std::min(page_count, page + kEitherSide);
  if (from > 1) numbers.push_back(1);
  for (int number = from; number <= to; ++number) numbers.push_back(number);
  if (to < page_count) numbers.push_back(page_count);
  return numbers;
}

std::string page_path(std::string_view slug, int page) {
  return page == 1 ? fmt::format("/tag/{}/", slug) : fmt::format("/tag/{}/page/{}/", slug, page);
}

std::string render_pager(std::string_view slug, int page, int page_count) {
  std::vector<int> numbers = pager_numbers(page, page_count);
  if (numbers.empty()) return "";
  std::string html = "<div class=\"numbers\">\n";
  for (int number : numbers)
    html += fmt::format("  <a href=\"{}\">{}</a>\n", page_path(slug, number), number);
  return html + "</div>\n";
}

}  // namespace dekko::site
