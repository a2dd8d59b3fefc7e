#include <fmt/format.h>

#include "bench/page_parts.h"

namespace dekko::bench {

namespace {

constexpr const char* kSections[] = {"News",     "Opinion", "Tides",   "Markets",
                                     "Podcasts", "Letters", "Archive", "Weather"};
constexpr const char* kTopics[] = {"Ferries", "Orchards", "Bridges", "Lamp oil",
                                   "Regatta", "Census",   "Fog",     "Wells"};

std::string menu_item(site::Prng& prng, const char* name, int depth) {
  const std::string indent(static_cast<size_t>(depth) * 8, ' ');
  const size_t id = 1000 + prng.below(9000);
  return fmt::format(
      "{0}<li id=\"menu-item-{1}\" class=\"menu-item menu-item-type-taxonomy menu-item-object-category "
      "menu-item-{1}\">\n"
      "{0}  <a href=\"https://gazette.example/category/{2:x}/\" class=\"menu-link\" data-level=\"{3}\"><span "
      "class=\"text-wrap\">{4}</span></a>\n{0}</li>\n",
      indent, id, prng.below(1 << 20), depth, name);
}

std::string menu(site::Prng& prng, size_t entries) {
  std::string html;
  for (const char* const section : kSections) {
    html += menu_item(prng, section, 2) + "        <ul class=\"sub-menu\">\n";
    for (size_t i = 0; i < entries; ++i) html += menu_item(prng, prng.pick(kTopics), 3);
    html += "        </ul>\n";
  }
  return html;
}

// Mark-up that somebody took out for a while.
std::string set_aside(site::Prng& prng) {
  std::string html = "  <!-- <div class=\"banner banner-leaderboard\" id=\"slot-" +
                     fmt::format("{:x}", prng.below(65536)) + "\">\n";
  for (int i = 0; i < 8; ++i)
    html += fmt::format(
        "          <a href=\"https://ads.example/click?id={:016x}\"><img "
        "src=\"https://ads.example/{:x}.gif\"></a>\n",
        prng.next(), prng.below(65536));
  return html + "  </div> -->\n";
}

// A list of other posts, as "most read" boxes have it: links and pictures, no cards of the listing.
std::string box(site::Prng& prng, std::string_view title, int entries, const Theme& theme) {
  std::string html = fmt::format(
      "  <section id=\"widget-{0:x}\" class=\"widget {1}_widget widget_{0:x}\">\n    <h4 "
      "class=\"widget-title\"><span>{2}</span></h4>\n    <ul>\n",
      prng.below(65536), theme.prefix, title);
  for (int i = 0; i < entries; ++i) {
    const site::Post post = site::make_post(99, static_cast<int>(prng.below(5000)));
    html += fmt::format(
        "      <li class=\"widget-item\">\n        <a href=\"https://gazette.example{0}\" "
        "class=\"widget-link\" data-position=\"{1}\">\n"
        "          <img class=\"lazy\" "
        "src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" "
        "data-src=\"https://gazette.example/wp-content/uploads{0}thumb-150x150.jpg\" width=\"150\" "
        "height=\"150\" alt=\"\">\n"
        "          <span class=\"widget-text\">{2}</span>\n        </a>\n      </li>\n",
        post.path, i + 1, post.dek);
  }
  return html + "    </ul>\n  </section>\n" + set_aside(prng);
}

}  // namespace

std::string site_header(site::Prng& prng, const Theme& theme) {
  return fmt::format(
             "<body class=\"archive tag tag-harbor-affairs tag-412 {0}-theme wp-custom-logo hfeed\" "
             "data-theme=\"{0}\">\n"
             "<noscript><iframe src=\"https://tags.example/ns.html?id=QG-{1:x}\" height=\"0\" width=\"0\" "
             "style=\"display:none;visibility:hidden\"></iframe></noscript>\n"
             "<a class=\"skip-link screen-reader-text\" href=\"#content\">Skip to content</a>\n<header "
             "id=\"masthead\" class=\"site-header\" role=\"banner\">\n"
             "  <div class=\"today\">March 19, 2024</div>\n  <a href=\"https://gazette.example/\" "
             "rel=\"home\" class=\"custom-logo-link\">"
             "<img src=\"https://gazette.example/logo.svg\" alt=\"The Quay Gazette\" width=\"220\" "
             "height=\"48\"></a>\n"
             "  <button class=\"menu-toggle\" aria-controls=\"site-navigation\" "
             "aria-expanded=\"false\">{2}</button>\n"
             "  <nav id=\"site-navigation\" class=\"main-navigation\" aria-label=\"Primary\">\n      <ul "
             "class=\"menu\">\n",
             theme.prefix, prng.below(1 << 24), icon(prng, "menu")) +
         menu(prng, 2 + prng.below(2)) + "      </ul>\n  </nav>\n</header><!-- #masthead -->\n";
}

std::string numbered_pager(std::string_view listing, int page, int page_count) {
  std::string html =
      "<nav class=\"navigation pagination\" aria-label=\"Posts\">\n  <div class=\"nav-links\">\n";
  const auto link = [&](int number, std::string_view words, std::string_view kind) {
    html += fmt::format("    <a class=\"{}page-numbers\" href=\"{}{}\">{}</a>\n", kind, listing,
                        number == 1 ? "" : fmt::format("page/{}/", number), words);
  };
  for (int number = 1; number <= page_count; ++number) {
    const bool near = number == 1 || number == page_count || (number >= page - 2 && number <= page + 2);
    if (!near) continue;
    if (number == page) {
      html +=
          fmt::format("    <span aria-current=\"page\" class=\"page-numbers current\">{}</span>\n", number);
    } else {
      link(number, fmt::format("{}", number), "");
    }
  }
  if (page < page_count) link(page + 1, "Next &raquo;", "next ");
  return html + "  </div>\n</nav>\n";
}

std::string sidebar(site::Prng& prng, const Theme& theme) {
  return "<aside id=\"secondary\" class=\"widget-area\" role=\"complementary\">\n" +
         box(prng, "Most read", 10, theme) + box(prng, "Editors' picks", 6, theme) +
         "  <div class=\"newsletter\"><form action=\"/letters/\" method=\"post\"><input type=\"hidden\" "
         "name=\"nonce\" value=\"" +
         fmt::format("{:016x}", prng.next()) +
         "\"><input type=\"email\" name=\"mail\" placeholder=\"you@mail.example\" required><button "
         "type=\"submit\">Sign up</button></form></div>\n"
         "</aside><!-- #secondary -->\n";
}

std::string site_footer(site::Prng& prng, const Theme& theme) {
  std::string html = fmt::format("<footer id=\"colophon\" class=\"site-footer {}-footer\">\n", theme.prefix);
  for (int column = 0; column < 4; ++column) {
    html += "  <div class=\"footer-column\">\n      <ul>\n";
    for (int i = 0; i < 6; ++i) html += menu_item(prng, prng.pick(kTopics), 2);
    html += "      </ul>\n  </div>\n";
  }
  html +=
      "  <p class=\"copyright\">&copy; The Quay Gazette, an invention. All rights reserved &mdash; <a "
      "href=\"/imprint/\">Imprint</a></p>\n</footer>\n";
  for (int i = 0; i < 8; ++i)
    html += fmt::format(
        "<script src='https://gazette.example/wp-content/plugins/f{0}/js/bundle.min.js?ver={1:x}' "
        "id='f{0}-js'></script>\n",
        i, prng.below(65536));
  return html +
         "<script id=\"settings\">var gazette={\"ajax\":\"https:\\/\\/gazette.example\\/ajax\",\"nonce\":\"" +
         fmt::format("{:016x}", prng.next()) +
         "\"};</script>\n</body>\n</html>\n<!-- cached page, 0.412 seconds -->\n";
}

}  // namespace dekko::bench
