#include "bench/listing_pages.h"

#include <fmt/format.h>

#include "bench/page_parts.h"

namespace dekko::bench {

namespace {

constexpr Theme kThemes[] = {{"entry", "h2", true, true},
                             {"c-teaser", "h3", true, true},
                             {"td-module", "h3", false, true},
                             {"story", "h2", false, false}};
constexpr int kCardsAPage = 10;

// Indentation and line ends between tags taken out, as caches of blogs do.
std::string minified(const std::string& html) {
  std::string out;
  out.reserve(html.size());
  for (size_t at = 0; at < html.size(); ++at) {
    const bool line_end = html[at] == '\n';
    if (line_end) at = std::min(html.find_first_not_of("\n ", at), html.size()) - 1;
    out += line_end ? ' ' : html[at];
  }
  return out;
}

std::string main_part(site::Prng& prng, const Theme& theme, int number, int pages, std::string_view listing) {
  std::string html = fmt::format(
      "<main id=\"primary\" class=\"site-main {0}-archive\" role=\"main\">\n  <header "
      "class=\"page-header\">\n"
      "    <h1 class=\"page-title\">Harbor Affairs</h1>\n    <div class=\"archive-description\">\n      "
      "<p>Everything that happens between the quay and the quarry</p>\n    </div>\n  </header>\n"
      "  <!-- loop: archive, template-parts/content-{0} -->\n  <div class=\"{0}-list columns-1\">\n",
      theme.prefix);
  for (int i = 0; i < kCardsAPage; ++i) {
    const int rank = number * kCardsAPage + i;
    site::Post post = site::make_post(7, rank);
    // Two authors may be one person in two spellings, which the tests look into and a bench does not.
    if (post.authors.size() > 1 && post.authors[0].substr(0, 6) == post.authors[1].substr(0, 6))
      post.authors.pop_back();
    post.dek += fmt::format(", ward {} reports", rank % 997);  // no two cards of a page say the same
    html += card(prng, theme, post, 180'000 - rank);
  }
  return html + "  </div>\n" + numbered_pager(listing, number + 1, pages) + "</main>\n";
}

SavedPage page_of(int number, int pages, site::Prng prng, const Theme& theme) {
  const bool dense = prng.one_in(3);
  const std::string listing = "https://gazette.example/tag/harbor-affairs/";
  SavedPage page{.url = number == 0 ? listing : fmt::format("{}page/{}/", listing, number + 1), .html = {}};
  page.html = page_head(prng, "Harbor Affairs", page.url) + site_header(prng, theme) +
              "<div id=\"content\" class=\"site-content\">\n" +
              main_part(prng, theme, number, pages, listing) + sidebar(prng, theme) +
              "</div><!-- #content -->\n" + site_footer(prng, theme);
  if (dense) page.html = minified(page.html);
  return page;
}

}  // namespace

SavedPage listing_page(int number) {
  site::Prng prng(static_cast<uint64_t>(number) + 1);
  const Theme& theme = kThemes[prng.below(std::size(kThemes))];
  return page_of(number, kPages, prng, theme);
}

SavedPage themed_page(int number, int pages) {
  return page_of(number, pages, site::Prng(static_cast<uint64_t>(number) + 1), kThemes[0]);
}

}  // namespace dekko::bench
