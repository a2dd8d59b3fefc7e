#include <fmt/format.h>

#include "bench/page_parts.h"
#include "tests/support/layout.h"

namespace dekko::bench {

namespace {

using site::escaped;

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') slug += static_cast<char>(c | 0x20);
    if ((c >= 'a' && c <= 'z') || c == '-') slug += c;
    if (c == ' ') slug += '-';
  }
  return slug;
}

std::string picture(const site::Post& post, const Theme& theme) {
  const std::string stem = post.image.substr(0, post.image.rfind('.'));
  return fmt::format(
      "      <div class=\"{0}__media\">\n        <a class=\"{0}__thumb post-thumbnail\" "
      "href=\"https://gazette.example{1}\" "
      "aria-hidden=\"true\" tabindex=\"-1\">\n          <img width=\"640\" height=\"360\" "
      "src=\"https://gazette.example/wp-content/uploads{2}-640x360.jpg\" class=\"attachment-{0}-card "
      "size-{0}-card "
      "wp-post-image\" alt=\"\" decoding=\"async\" loading=\"lazy\" "
      "srcset=\"https://gazette.example/wp-content/uploads{2}-640x360.jpg 640w, "
      "https://gazette.example/wp-content/uploads{2}-300x169.jpg 300w, "
      "https://gazette.example/wp-content/uploads{2}-1024x576.jpg 1024w, "
      "https://gazette.example/wp-content/uploads{2}-1536x864.jpg 1536w\" sizes=\"(max-width: 640px) 100vw, "
      "640px\" />\n"
      "        </a>\n      </div>\n",
      theme.prefix, post.path, stem);
}

std::string names(const site::Post& post) {
  std::string html;
  for (const std::string& author : post.authors) {
    html += fmt::format(
        "{}<span class=\"author vcard\"><a class=\"url fn n\" href=\"https://gazette.example/author/{}/\" "
        "title=\"Posts by {}\" rel=\"author\">{}</a></span>",
        html.empty() ? "" : " and ", slug_of(author), escaped(author), escaped(author));
  }
  return html;
}

std::string meta(const site::Post& post, const Theme& theme) {
  if (post.authors.empty()) return "";
  const std::string day = site::long_date(post.published);
  const std::chrono::year_month_day date{post.published};
  const std::string stamp =
      fmt::format("{}-{:02}-{:02}T08:30:00+09:00", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  const std::string shown =
      theme.machine_dates
          ? fmt::format(
                "<time class=\"{}__date published\" datetime=\"{}\" itemprop=\"datePublished\">{}</time>",
                theme.prefix, stamp, day)
          : fmt::format("<span class=\"{}__date published\">{}</span>", theme.prefix, day);
  return fmt::format(
      "        <div class=\"{0}__meta\">\n          <span class=\"byline\">By {1}</span>\n          "
      "<span class=\"sep\" aria-hidden=\"true\"></span>\n          {2}\n        </div>\n",
      theme.prefix, names(post), shown);
}

// Sharing buttons have icons and long addresses, and nothing that a reader reads.
std::string buttons(site::Prng& prng, const site::Post& post, const Theme& theme) {
  std::string html = fmt::format("        <ul class=\"{}__share\" data-id=\"{:08x}\">\n", theme.prefix,
                                 prng.next() & 0xFFFFFFFF);
  for (const char* const service : {"facebook", "mastodon", "mail"}) {
    html += fmt::format(
        "          <li class=\"share-{0}\"><a "
        "href=\"https://{0}.example/share?u=https%3A%2F%2Fgazette.example{1}&amp;via=gazette\" "
        "target=\"_blank\" rel=\"noopener nofollow\" aria-label=\"Share on {0}\" "
        "data-network=\"{0}\">{2}</a></li>\n",
        service, post.path, icon(prng, service));
  }
  return html + "        </ul>\n";
}

}  // namespace

std::string icon(site::Prng& prng, std::string_view name) {
  std::string path = "M12 2";
  for (int i = 0; i < 6; ++i)
    path += fmt::format("c{}.{} {}.{} {} {}", prng.below(9), prng.below(99), prng.below(9), prng.below(99),
                        prng.below(24), prng.below(24));
  return fmt::format(
      "<svg class=\"icon icon-{}\" aria-hidden=\"true\" focusable=\"false\" width=\"24\" height=\"24\" "
      "viewBox=\"0 0 24 24\">"
      "<path d=\"{}z\"/></svg>",
      name, path);
}

std::string card(site::Prng& prng, const Theme& theme, const site::Post& post, int id) {
  std::string html = fmt::format(
      "    <article id=\"post-{1}\" class=\"{0} post-{1} post type-post status-publish format-standard "
      "has-post-thumbnail "
      "hentry category-news tag-harbor-affairs tag-quay\" data-post-id=\"{1}\">\n",
      theme.prefix, id);
  html += picture(post, theme);
  html += fmt::format("      <div class=\"{}__body\">\n", theme.prefix);
  if (theme.kickers)
    html += fmt::format("        <div class=\"{}__kicker\">{}</div>\n", theme.prefix, escaped(post.kicker));
  html += fmt::format(
      "        <{0} class=\"{1}__title\"><a href=\"https://gazette.example{2}\" "
      "rel=\"bookmark\">{3}</a></{0}>\n"
      "        <div class=\"{1}__dek\">\n          <p>{4}</p>\n        </div><!-- .{1}__dek -->\n",
      theme.heading, theme.prefix, post.path, escaped(post.headline), escaped(post.dek));
  return html + meta(post, theme) + buttons(prng, post, theme) +
         fmt::format("      </div><!-- .{}__body -->\n    </article><!-- #post-{} -->\n", theme.prefix, id);
}

}  // namespace dekko::bench
