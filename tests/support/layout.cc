#include "tests/support/layout.h"

#include <fmt/format.h>

namespace dekko::site {
namespace {

enum class Kickers { kNone, kSome, kAll };
enum class Avatar { kDecorative, kConstantAlt, kNameAlt, kNameAltOnItsOwnLine };

struct Traits {
  Layout layout;
  std::string_view name;
  Kickers kickers;
  Avatar avatar;
  bool titles_thrice;
  std::string_view between_names;
  std::string_view before_date;
  std::string_view block;    // class of the card's element
  std::string_view heading;  // element of the visible title
};

constexpr Traits kTraits[] = {
    {Layout::kA20, "A20", Kickers::kNone, Avatar::kDecorative, false, " | ", " ", "row-entry", "h2"},
    {Layout::kP21, "P21", Kickers::kNone, Avatar::kConstantAlt, false, "| ", " ", "wide-entry", "h2"},
    {Layout::kP22, "P22", Kickers::kSome, Avatar::kNameAlt, false, " | ", "", "feed-item", "h3"},
    {Layout::kP24A, "P24A", Kickers::kAll, Avatar::kNameAlt, false, " | ", "", "feed-item labelled", "h3"},
    {Layout::kT24P, "T24P", Kickers::kAll, Avatar::kNameAlt, true, " | ", " ", "tile", "h4"},
    {Layout::kT24N, "T24N", Kickers::kSome, Avatar::kNameAltOnItsOwnLine, true, " | ", " ", "tile main",
     "h4"},
};

const Traits& traits_of(Layout layout) {
  for (const Traits& traits : kTraits)
    if (traits.layout == layout) return traits;
  return kTraits[0];
}

std::string thumbnail(const Post& post, const Traits& traits) {
  std::string alt = traits.titles_thrice ? escaped(post.headline) : "";
  return fmt::format(
      "  <a class=\"thumb\" href=\"{0}\" tabindex=\"-1\"><img src=\"{1}\" srcset=\"{1} 640w\" width=\"640\" "
      "height=\"360\" loading=\"lazy\" alt=\"{2}\"></a>\n",
      post.path, post.image, alt);
}

std::string names(const Post& post, const Traits& traits) {
  std::string text;
  for (const std::string& author : post.authors) {
    if (!text.empty()) text += traits.between_names;
    text += fmt::format("<span class=\"name\">{}</span>", escaped(author));
  }
  return text;
}

std::string avatar(const Post& post, const Traits& traits) {
  std::string alt;
  switch (traits.avatar) {
    case Avatar::kDecorative:
      return "";
    case Avatar::kConstantAlt:
      alt = "Author Image";
      break;
    case Avatar::kNameAlt:
    case Avatar::kNameAltOnItsOwnLine:
      alt = escaped(post.authors.front());
      break;
  }
  return fmt::format("<img class=\"face\" src=\"/media/face.png\" width=\"24\" height=\"24\" alt=\"{}\">",
                     alt);
}

std::string byline(const Post& post, const Traits& traits) {
  if (post.authors.empty()) return "";
  std::string face = post.has_avatar ? avatar(post, traits) : "";
  if (!face.empty() && traits.avatar == Avatar::kNameAltOnItsOwnLine) face = "<div>" + face + "</div>";
  return fmt::format(
      "    <div class=\"meta\">{}<span class=\"names\">{}</span>{}<span class=\"day\">{}</span></div>\n",
      face, names(post, traits), traits.before_date, long_date(post.published));
}

}  // namespace

std::string_view name_of(Layout layout) {
  return traits_of(layout).name;
}

std::optional<Layout> layout_named(std::string_view name) {
  for (const Traits& traits : kTraits)
    if (traits.name == name) return traits.layout;
  return std::nullopt;
}

std::string shown_kicker(const Post& post, Layout layout) {
  Kickers kickers = traits_of(layout).kickers;
  bool shown = kickers == Kickers::kAll || (kickers == Kickers::kSome && post.often_kicked);
  return shown ? post.kicker : "";
}

std::string render_card(const Post& post, Layout layout) {
  const Traits& traits = traits_of(layout);
  std::string title = escaped(post.headline);
  std::string html = fmt::format("<article class=\"{}\">\n{}  <div class=\"text\">\n", traits.block,
                                 thumbnail(post, traits));
  if (std::string kicker = shown_kicker(post, layout); !kicker.empty())
    html += fmt::format("    <div class=\"label\">{}</div>\n", escaped(kicker));
  html += fmt::format("    <{0}><a href=\"{1}\">{2}</a></{0}>\n    <p class=\"standfirst\">{3}</p>\n",
                      traits.heading, post.path, title, escaped(post.dek));
  if (traits.titles_thrice)
    html += fmt::format("    <div class=\"narrow-only\"><a href=\"{}\">{}</a></div>\n", post.path, title);
  return html + byline(post, traits) + "  </div>\n</article>\n";
}

std::string escaped(std::string_view text) {
  std::string html;
  for (char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

}  // namespace dekko::site
