#include "extractors/find/landmarks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr std::array<std::string_view, 3> kTags = {"nav", "aside", "dialog"};
constexpr std::array<std::string_view, 6> kRoles = {"navigation", "complementary", "contentinfo",
                                                    "banner",     "search",        "dialog"};

// Whole class names and ids; "has-sidebar" on the body says nothing of the body.
constexpr std::array<std::string_view, 54> kNames = {"sidebar",
                                                     "side-bar",
                                                     "nav",
                                                     "navbar",
                                                     "navigation",
                                                     "menu",
                                                     "breadcrumb",
                                                     "footer",
                                                     "colophon",
                                                     "site-footer",
                                                     "breadcrumbs",
                                                     "related",
                                                     "popular",
                                                     "trending",
                                                     "mostread",
                                                     "most-read",
                                                     "comments",
                                                     "commentlist",
                                                     "share",
                                                     "social",
                                                     "tagcloud",
                                                     "tag-cloud",
                                                     "secondary",
                                                     "cookie",
                                                     "newsletter",
                                                     "pagination",
                                                     "pager",
                                                     "site-header",
                                                     "topbar",
                                                     "top-bar",
                                                     "masthead",
                                                     "most-viewed",
                                                     "recommended",
                                                     "site-nav",
                                                     "carousel",
                                                     "flexslider",
                                                     "swiper",
                                                     "slick-slider",
                                                     "ticker",
                                                     "aside",
                                                     "aside-content",
                                                     "card-widget",
                                                     "widget-area",
                                                     "sidebar-content",
                                                     "sidebar-wrapper",
                                                     "sidebar-recent-posts",
                                                     "widget_recent_entries",
                                                     "widget_recent_comments",
                                                     "widget_categories",
                                                     "widget_archive",
                                                     "widget_tag_cloud",
                                                     "widget_nav_menu",
                                                     "side-border-left",
                                                     "side-border-right"};

constexpr size_t kNameOctets = 22;  // no name is longer

// The start of a title, folded.
constexpr std::array<std::string_view, 31> kTitles = {
    "most read",   "most popular", "most viewed",    "most shared",  "popular",       "trending",
    "related",     "recommended",  "recent comment", "also read",    "editors' pick", "editor's pick",
    "top stories", "top read",     "must read",      "you may",      "you might",     "don't miss",
    "more from",   "archives",     "categories",     "tags",         "follow us",     "comments",
    "sponsored",   "meistgelesen", "les plus lus",   "lo mas leido", "i piu letti",   "популярн",
    "самое чита"};
// Titles of a blog's latest posts beside something else; over the page's own list where they are large.
constexpr std::array<std::string_view, 20> kRecentTitles = {
    "recent post",    "latest post",        "recent article",   "recent entr",      "neueste beitr",
    "letzte beitr",   "entradas recientes", "articles recents", "articoli recenti", "posts recentes",
    "senaste inlagg", "ostatnie wpisy",     "свежие записи",    "последние записи", "最新文章",
    "近期文章",       "最近文章",           "最近の投稿",       "最新の投稿",       "최근 글"};
constexpr size_t kTitleOctets = 60;

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_name_end(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

// The octets and the sizes of names, which tell most others apart.
constexpr std::array<uint32_t, 256> kSizesByStart = [] {
  std::array<uint32_t, 256> sizes{};
  for (const std::string_view name : kNames) sizes[static_cast<unsigned char>(name[0])] |= 1U << name.size();
  return sizes;
}();

bool is_frame_name(std::string_view name) {
  std::array<char, kNameOctets> low;
  const auto start = static_cast<unsigned char>(ascii_lower(name[0]));
  if (name.size() > low.size() || (kSizesByStart[start] >> name.size() & 1U) == 0) return false;
  std::transform(name.begin(), name.end(), low.begin(), ascii_lower);
  return has(kNames, std::string_view(low.data(), name.size()));
}

bool names_a_frame(std::string_view names) {
  for (size_t at = 0; at < names.size();) {
    const size_t begin = at;
    while (at < names.size() && !is_name_end(names[at])) ++at;
    if (at > begin && is_frame_name(names.substr(begin, at - begin))) return true;
    ++at;
  }
  return false;
}

bool is_sectioning(Node node) {
  const std::string_view tag = node.tag();
  return tag == "article" || tag == "main" || tag == "section" || tag == "li" || tag == "td";
}

// Where an element stands: in a section, and in a post of its own.
struct Inside {
  bool section = false;
  bool article = false;
};

// header and footer belong to the section they stand in (HTML section 4.3.8), to the page only outside of
// any; the aside of a post is about it: its date, its topics.
bool frames_by_tag(Node node, const Inside& inside) {
  const std::string_view tag = node.tag();
  if (tag == "header" || tag == "footer") return !inside.section;
  if (tag == "aside" && inside.article) return false;
  return has(kTags, tag) || has(kRoles, node.attribute("role").value_or(""));
}

bool frames_by_name(Node node) {
  return names_a_frame(node.attribute("class").value_or("")) ||
         names_a_frame(node.attribute("id").value_or(""));
}

}  // namespace

bool titles_a_sidebar(std::string_view title, bool small) {
  if (title.empty() || title.size() > kTitleOctets) return false;
  const std::string key = fold_key(title);
  const auto starts = [&](std::string_view start) { return key.starts_with(start); };
  return std::any_of(kTitles.begin(), kTitles.end(), starts) ||
         (small && std::any_of(kRecentTitles.begin(), kRecentTitles.end(), starts));
}

Landmarks::Landmarks(const Outline& outline) : before_(outline.size() + 1, 0) {
  std::vector<Inside> inside(outline.size());
  const uint32_t all = outline.size() > 0 ? outline.inside(0).text : 0;
  for (Outline::Place place = 0; place < outline.size(); ++place) {
    const Outline::Entry& entry = outline.at(place);
    const bool top = entry.parent == Outline::kNowhere;
    const Inside above = top ? Inside{} : inside[entry.parent];
    // A wrapper of most of the page frames nothing, whatever it is called, and is no post.
    const bool most = outline.inside(place).text / 3 * 4 > all;
    inside[place] = {above.section || is_sectioning(entry.node),
                     above.article || (!most && entry.node.tag() == "article")};
    bool frame = !top && is_frame(entry.parent);
    if (!frame && !top && entry.node.is_element())
      frame = frames_by_tag(entry.node, above) || (!most && frames_by_name(entry.node));
    before_[place + 1] = before_[place] + (frame ? 1 : 0);
  }
}

}  // namespace dekko
