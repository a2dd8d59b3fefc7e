#include "tests/extractors/listing_markup.h"

#include <fmt/format.h>

#include <functional>
#include <map>

namespace dekko::markup {

namespace {

// What one card shows, decided by its layout.
struct Parts {
  std::string path, title, dek, kicker, date, before_date;
  std::string alt;     // of the thumbnail
  bool again = false;  // a second link for small screens
  std::string avatar;  // its alt; empty: no avatar
  bool avatar_line = false;
  std::vector<std::string> authors;
  std::string bar;  // between authors
  std::string names() const {
    std::string text;
    for (const std::string& author : authors) text += (text.empty() ? "" : bar) + author;
    return text;
  }
  // The byline as one text, the avatar's alt in it as crawls of the text show it.
  std::string flat() const { return authors.empty() ? "" : avatar + names() + before_date + date; }
};

Parts parts_of(const Entry& entry, Layout layout) {
  Parts parts{.path = entry.path,
              .title = entry.headline,
              .dek = entry.dek,
              .kicker = "",
              .date = entry.date,
              .before_date = " ",
              .alt = "",
              .avatar = "",
              .authors = entry.authors,
              .bar = " | "};
  const std::string first = entry.authors.empty() ? "" : entry.authors.front();
  if (shows_kicker(layout)) parts.kicker = entry.kicker;
  if (layout == Layout::kP21) parts.avatar = "Author Image";
  if (layout == Layout::kP21) parts.bar = "| ";
  if (layout == Layout::kP22 || layout == Layout::kP24A) parts.before_date = "";
  if (layout != Layout::kA20 && layout != Layout::kP21) parts.avatar = first;
  if (layout == Layout::kT24P || layout == Layout::kT24N) {
    parts.alt = entry.headline;
    parts.again = true;
  }
  parts.avatar_line = layout == Layout::kT24N;
  return parts;
}

std::string when(bool shown, std::string text) {
  return shown ? text : "";
}

std::string article(const Parts& p) {
  std::string by;
  for (const std::string& author : p.authors) {
    by += fmt::format("{}<a class=\"au\" href=\"/content_author/x/\" rel=\"author\">{}</a>",
                      by.empty() ? "" : p.bar, author);
  }
  const std::string face =
      when(!p.avatar.empty(), fmt::format("<img class=\"face\" src=\"/face.jpg\" alt=\"{}\">", p.avatar));
  return fmt::format(
      "<article class=\"post type-post\"><a href=\"{0}\"><img src=\"/img{0}a.jpg\" alt=\"{1}\"></a><div "
      "class=\"in\">{2}"
      "<h2><a href=\"{0}\">{3}</a></h2><p>{4}</p>{5}{6}</div></article>\n",
      p.path, p.alt, when(!p.kicker.empty(), "<span class=\"cat\">" + p.kicker + "</span>"), p.title, p.dek,
      when(p.again, fmt::format("<a class=\"sm\" href=\"{}\">{}</a>", p.path, p.title)),
      when(!by.empty(),
           fmt::format("<footer>{}{}{}{}<time datetime=\"2024-03-01T01:02:03+09:00\">{}</time></footer>",
                       p.avatar_line ? "<p>" + face + "</p>" : face, by, p.before_date, "", p.date)));
}

std::string table_row(const Parts& p) {
  return fmt::format(
      "<tr><td width=\"90\"><a href=\"{0}\"><img src=\"/t{0}b.jpg\" alt=\"{1}\" "
      "width=\"80\"></a></td><td>{2}<div><a "
      "href=\"{0}\">{3}</a></div><div>{4}</div>{5}<div>{6}</div></td></tr>\n",
      p.path, p.alt, when(!p.kicker.empty(), "<div>" + p.kicker + "</div>"), p.title, p.dek,
      when(p.again, fmt::format("<div><a href=\"{}\">{}</a></div>", p.path, p.title)),
      when(p.avatar_line && !p.avatar.empty(), "<div>" + p.avatar + "</div>") + p.flat());
}

std::string bare_div(const Parts& p) {
  return fmt::format(
      "<div><div>{1}</div><div>{2}<div><div><a "
      "href=\"{0}\">{3}</a></div></div><div>{4}</div>{5}{6}</div></div>\n",
      p.path,
      p.again ? fmt::format("<a href=\"{}\">{}</a>", p.path, p.title)
              : fmt::format(
                    "<a href=\"{}\"><img data-src=\"/lazy{}c.png\" src=\"data:image/gif;base64,R0lG\"></a>",
                    p.path, p.path),
      when(!p.kicker.empty(), "<div>" + p.kicker + "</div>"), p.title, p.dek,
      when(p.again, fmt::format("<div><a href=\"{}\">{}</a></div>", p.path, p.title)),
      when(!p.authors.empty(),
           (p.avatar_line ? "<div>" + p.avatar + "</div>" : "") +
               fmt::format("<div><div>{}<span>{}</span></div><div>{}</div></div>",
                           p.avatar.empty() ? "" : fmt::format("<img src=\"/a.png\" alt=\"{}\">", p.avatar),
                           p.names(), p.date)));
}

std::string list_item(const Parts& p) {
  std::string by;
  for (const std::string& author : p.authors)
    by += fmt::format("{}<b>{}</b>", by.empty() ? "" : p.bar, author);
  return fmt::format(
      "<li><a href=\"{0}\" title=\"{3}\"><img srcset=\"/s{0}1.jpg 300w, /s{0}2.jpg 900w\" alt=\"{1}\"></a>{2}"
      "<h3><a href=\"{0}\">{3}</a></h3><span class=\"sum\">{4}</span>{5}<small>{6}</small></li>\n",
      p.path, p.alt, when(!p.kicker.empty(), "<em>" + p.kicker + "</em>"), p.title, p.dek,
      when(p.again, fmt::format("<a href=\"{}\">{}</a>", p.path, p.title)),
      when(p.avatar_line && !p.avatar.empty(), "<span>" + p.avatar + "</span><br>") +
          when(!p.authors.empty(),
               "<span>" + p.avatar + "</span>" + by + p.before_date + "<span>" + p.date + "</span>"));
}

std::string whole_link(const Parts& p) {
  return fmt::format(
      "<div class=\"c\"><a href=\"{0}\"><figure><img src=\"/w{0}d.webp\" "
      "alt=\"{1}\"></figure>{2}<h4>{3}</h4><p>{4}</p>{5}"
      "<p>{6}</p></a></div>\n",
      p.path, p.alt, when(!p.kicker.empty(), "<p>" + p.kicker + "</p>"), p.title, p.dek,
      when(p.again, "<p>" + p.title + "</p>"),
      when(p.avatar_line && !p.avatar.empty(), p.avatar + "<br>") + p.flat());
}

std::string definition(const Parts& p) {
  return fmt::format("{1}{2}<dt><a href=\"{0}\">{3}</a></dt><dd>{4}</dd>{5}{6}\n", p.path,
                     when(p.again, fmt::format("<dd><a href=\"{}\"><img src=\"/d.jpg\" alt=\"{}\"></a></dd>",
                                               p.path, p.alt)),
                     when(!p.kicker.empty(), "<dd>" + p.kicker + "</dd>"), p.title, p.dek,
                     when(p.again, fmt::format("<dd><a href=\"{}\">{}</a></dd>", p.path, p.title)),
                     when(!p.authors.empty(),
                          when(p.avatar_line, "<dd>" + p.avatar + "</dd>") + "<dd>" + p.flat() + "</dd>"));
}

std::string row_cell(const Parts& p) {
  const std::string face =
      when(!p.avatar.empty(), fmt::format("<img src=\"/r.png\" alt=\"{}\" width=\"40\">", p.avatar));
  return fmt::format(
      "<section class=\"col\">{1}<header>{2}<h3 class=\"t\"><a "
      "href=\"{0}\"><span>{3}</span></a></h3></header><div "
      "class=\"d\"><p>{4}</p></div>{5}{6}</section>\n",
      p.path,
      fmt::format("<picture><source srcset=\"/p{0}.avif\"><img src=\"/p{0}.jpg\" alt=\"{1}\"></picture>",
                  p.path, p.alt),
      when(!p.kicker.empty(), "<h6>" + p.kicker + "</h6>"), p.title, p.dek,
      when(p.again, fmt::format("<div class=\"m\"><a href=\"{}\">{}</a></div>", p.path, p.title)),
      when(!p.authors.empty(), fmt::format("{}<div class=\"by\">{}<span>{}</span>{}<span>{}</span></div>",
                                           when(p.avatar_line, "<div>" + p.avatar + "</div>"), face,
                                           p.names(), p.before_date, p.date)));
}

// Titles as plain links in a wrapper, bylines as a list, a hidden copy, everything one level deeper than
// needed.
std::string held_back(const Parts& p) {
  std::string by;
  for (const std::string& author : p.authors)
    by += fmt::format("<li><a href=\"/by/{}/\">{}</a></li>", by.size(), author);
  return fmt::format(
      "<div class=\"x1\"><div class=\"x2\"><a class=\"x3\" href=\"{0}\" aria-label=\"{3}\">{1}</a></div><div "
      "class=\"x4\"><div "
      "class=\"x5\">{2}</div><div class=\"x6\"><a "
      "href=\"{0}\"><strong>{3}</strong></a></div><blockquote>{4}</blockquote>{5}"
      "{6}</div></div>\n",
      p.path, fmt::format("<img loading=\"lazy\" data-lazy-src=\"/h{}.jpg\" alt=\"{}\">", p.path, p.alt),
      when(!p.kicker.empty(), "<a href=\"/category/k/\">" + p.kicker + "</a>"), p.title, p.dek,
      when(p.again, fmt::format("<div class=\"x7\"><a href=\"{}\">{}</a></div>", p.path, p.title)),
      when(!p.authors.empty(),
           fmt::format("<div class=\"x8\">{}<ul>{}</ul><i>{}</i></div>",
                       p.avatar.empty() ? "" : fmt::format("<img src=\"/x.png\" alt=\"{}\">", p.avatar), by,
                       p.date)));
}

struct Cloth {
  std::string_view name, open, close;
  std::function<std::string(const Parts&)> card;
  std::string_view heading = "<h1>{}</h1>";
  int per_row = 0;
};

const Cloth& cloth_of(Skin skin) {
  static const std::map<Skin, Cloth> cloths = {
      {Skin::kArticles, {"Articles", "<div class=\"list\">", "</div>", article}},
      {Skin::kTable, {"Table", "<table border=\"0\"><tbody>", "</tbody></table>", table_row, "<h1>{}</h1>"}},
      {Skin::kBareDivs, {"BareDivs", "<div>", "</div>", bare_div}},
      {Skin::kInlineList, {"InlineList", "<ul>", "</ul>", list_item, "<h2>{}</h2>"}},
      {Skin::kWholeLink, {"WholeLink", "<div>", "</div>", whole_link}},
      {Skin::kDefinitions, {"Definitions", "<dl>", "</dl>", definition}},
      {Skin::kRows, {"Rows", "<div class=\"row\">", "</div>", row_cell, "<h1>{}</h1>", 2}},
      {Skin::kHeldBack, {"HeldBack", "<div class=\"x0\">", "</div>", held_back}}};
  return cloths.at(skin);
}

std::string cards(const Listing& listing, Layout layout, const Cloth& cloth) {
  std::string html(cloth.open);
  int count = 0;
  for (const Entry& entry : listing.entries) {
    if (cloth.per_row > 0 && count > 0 && count % cloth.per_row == 0) {
      html.append(cloth.close).append(cloth.open);
    }
    html += cloth.card(parts_of(entry, layout));
    ++count;
  }
  return html + std::string(cloth.close);
}

// The same elements as the cards, with less in them: the five most read, under a title.
std::string sidebar(const Cloth& cloth) {
  std::string html = "<div><div><b>Most read</b></div>" + std::string(cloth.open);
  for (int i = 1; i <= 5; ++i) {
    const std::string path = fmt::format("/2023/11/much-read-story-{}/", i);
    html += cloth.card(Parts{.path = path,
                             .title = fmt::format("Story number {} that many people have read", i),
                             .dek = "",
                             .kicker = "",
                             .date = "",
                             .before_date = "",
                             .alt = "",
                             .avatar = "",
                             .authors = {},
                             .bar = ""});
  }
  return html + std::string(cloth.close) + "</div>";
}

std::string pager(const std::string& numbers) {
  std::string html = "<div>";
  for (size_t at = 0; at < numbers.size();) {
    const size_t end = std::min(numbers.find(' ', at), numbers.size());
    const std::string number = numbers.substr(at, end - at);
    html += fmt::format(" <a href=\"/pro/tag/foreign-relations/page/{0}/\">{0}</a>", number);
    at = end + 1;
  }
  return html + "</div>\n";
}

}  // namespace

std::string_view name_of(Layout layout) {
  constexpr std::string_view kNames[] = {"A20", "P21", "P22", "P24A", "T24P", "T24N"};
  return kNames[static_cast<size_t>(layout)];
}

bool shows_kicker(Layout layout) {
  return layout != Layout::kA20 && layout != Layout::kP21;
}

std::string_view name_of(Skin skin) {
  return cloth_of(skin).name;
}

std::string render(const Listing& listing, Layout layout, Skin skin) {
  const Cloth& cloth = cloth_of(skin);
  return fmt::format(
             "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{0} - Site</title>"
             "<meta name=\"description\" content=\"Everything.\"><script>var a=1<2;</script></head><body>"
             "<div>{1}</div><div><a href=\"/\"><img src=\"/logo.png\" alt=\"NK Pro Banner\"></a></div>"
             "<div><ul><li><a href=\"/pro/\">Home</a></li><li><a "
             "href=\"/pro/category/analysis/\">Analysis</a></li>"
             "<li><a href=\"/pro/category/news/\">News</a></li><li><a href=\"/subscribe/\">Subscribe "
             "now</a></li></ul></div>"
             "<div><div>",
             listing.title, listing.banner) +
         fmt::format(fmt::runtime(cloth.heading), listing.title) + "<div>" + listing.description + "</div>" +
         cards(listing, layout, cloth) + pager(listing.pager) + "</div>" + sidebar(cloth) +
         "</div><div><p>Copyright 2024 <a href=\"/about/\">About us and our many services</a> <a "
         "href=\"/terms/\">Terms and conditions of use</a></p></div></body></html>\n";
}

}  // namespace dekko::markup
