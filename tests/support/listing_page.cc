#include "tests/support/listing_page.h"

#include <fmt/format.h>

#include "tests/support/pager.h"
#include "tests/support/prng.h"

namespace dekko::site {
namespace {

constexpr const char* kSections[] = {"News", "Opinion", "Tides", "Markets", "Podcasts", "Letters", "Archive"};
constexpr const char* kTopics[] = {"Ferries", "Orchards", "Bridges", "Lamp oil",
                                   "Regatta", "Census",   "Fog",     "Wells"};

std::string linked(std::string_view folder, const char* const* begin, const char* const* end) {
  std::string html = "<ul>\n";
  for (const char* const* name = begin; name != end; ++name) {
    std::string slug = *name;
    for (char& c : slug) c = c == ' ' ? '-' : static_cast<char>(c | 0x20);
    html += fmt::format("  <li><a href=\"/{}/{}/\">{}</a></li>\n", folder, slug, *name);
  }
  return html + "</ul>\n";
}

std::string head(const ListingPage& page) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"UTF-8\">\n"
      "<title>{0} | The Quay Gazette</title>\n<meta name=\"description\" content=\"{1}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<link rel=\"stylesheet\" href=\"/assets/site.css?ver=6.4.3\">\n"
      "<style>.thumb img{{aspect-ratio:16/9;object-fit:cover}}.narrow-only{{display:none}}"
      "@media(max-width:600px){{.narrow-only{{display:block}}.text h4{{display:none}}}}</style>\n"
      "<script>var gazetteVisit = {{\"nonce\":\"{3:016x}\"}};</script>\n{2}",
      escaped(page.title), escaped(page.description),
      page.robots_meta.empty()
          ? ""
          : fmt::format("<meta name=\"robots\" content=\"{}\">\n", escaped(page.robots_meta)),
      Prng(static_cast<uint64_t>(page.banner_day.time_since_epoch().count())).next());
}

std::string top(const ListingPage& page) {
  return fmt::format(
      "<body class=\"archive tag\">\n<header>\n<div class=\"today\">{}</div>\n"
      "<a href=\"/\"><img src=\"/assets/logo.svg\" alt=\"The Quay Gazette "
      "Banner\"></a>\n<nav>\n{}</nav>\n</header>\n"
      "<main>\n<h1>{}</h1>\n<div class=\"about\">{}</div>\n",
      long_date(page.banner_day), linked("category", std::begin(kSections), std::end(kSections)),
      escaped(page.title), escaped(page.description));
}

std::string bottom() {
  return fmt::format(
      "</main>\n<aside>\n<div class=\"newsletter\"><form action=\"/letters/\" method=\"post\">"
      "<input type=\"email\" name=\"mail\" placeholder=\"you@mail.example\"><button>Sign "
      "up</button></form></div>\n"
      "{}</aside>\n<footer>\n{}<p>The Quay Gazette is an invention.</p>\n</footer>\n",
      linked("topic", std::begin(kTopics), std::end(kTopics)),
      linked("about", std::begin(kSections), std::end(kSections)));
}

// Settings as a script, the bulk of what a real page carries: a JSON object that reaches `bytes`. The same on
// every page, as far as it reaches.
std::string settings(size_t bytes) {
  constexpr std::string_view kOpen = "<script>var gazetteSettings = {", kClose = "\"end\":0};</script>\n";
  std::string script{kOpen};
  Prng prng(1);
  while (script.size() + kClose.size() + 48 < bytes)
    script +=
        fmt::format("\"block-{:04x}\":{{\"shown\":true,\"rank\":{}}},\n", prng.below(65536), prng.below(100));
  script += kClose;
  return bytes < kOpen.size() + kClose.size() ? "" : script;
}

std::string cards(const ListingPage& page) {
  std::string html = "<div class=\"entries\">\n";
  for (const Post& post : page.posts) html += render_card(post, page.layout);
  return html + "</div>\n";
}

}  // namespace

std::string render(const ListingPage& page) {
  std::string opening = head(page);
  std::string rest = "</head>\n" + top(page);
  if (!page.posts.empty()) rest += cards(page) + render_pager(page.slug, page.page, page.page_count);
  rest += bottom() + "<script src=\"/assets/site.js?ver=6.4.3\"></script>\n</body>\n</html>\n";
  size_t written = opening.size() + rest.size();
  size_t lacking = page.bytes > written ? page.bytes - written : 0;
  return opening + settings(lacking) + rest;
}

std::string render_login() {
  return "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"UTF-8\">\n"
         "<title>Log in | The Quay Gazette</title>\n<meta name=\"robots\" "
         "content=\"noindex\">\n</head>\n<body class=\"login\">\n"
         "<main>\n<h1>Log in to go on reading</h1>\n<form action=\"/login/\" method=\"post\">\n"
         "<label>Mail <input type=\"email\" name=\"user\"></label>\n"
         "<label>Password <input type=\"password\" name=\"password\"></label>\n"
         "<button type=\"submit\">Log in</button>\n</form>\n<p><a href=\"/subscribe/\">Subscribe</a></p>\n"
         "</main>\n</body>\n</html>\n";
}

}  // namespace dekko::site
