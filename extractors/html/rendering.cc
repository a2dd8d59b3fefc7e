#include "extractors/html/rendering.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "extractors/html/gumbo_node.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using TagSet = std::array<bool, GUMBO_TAG_LAST + 1>;

constexpr TagSet tag_set(std::initializer_list<GumboTag> tags) {
  TagSet set{};
  for (GumboTag tag : tags) set[tag] = true;
  return set;
}

constexpr TagSet kNeverShown = tag_set(
    {GUMBO_TAG_AREA,     GUMBO_TAG_AUDIO,    GUMBO_TAG_BASE,     GUMBO_TAG_BASEFONT, GUMBO_TAG_CANVAS,
     GUMBO_TAG_DATALIST, GUMBO_TAG_HEAD,     GUMBO_TAG_IFRAME,   GUMBO_TAG_LINK,     GUMBO_TAG_META,
     GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_PARAM,    GUMBO_TAG_RP,
     GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_TEMPLATE, GUMBO_TAG_TITLE,    GUMBO_TAG_VIDEO});

constexpr TagSet kNewLine = tag_set(
    {GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
     GUMBO_TAG_CAPTION,  GUMBO_TAG_CENTER,  GUMBO_TAG_DD,    GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
     GUMBO_TAG_DIV,      GUMBO_TAG_DL,      GUMBO_TAG_DT,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
     GUMBO_TAG_FIGURE,   GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,  GUMBO_TAG_H1,         GUMBO_TAG_H2,
     GUMBO_TAG_H3,       GUMBO_TAG_H4,      GUMBO_TAG_H5,    GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
     GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,      GUMBO_TAG_HTML,  GUMBO_TAG_LEGEND,     GUMBO_TAG_LI,
     GUMBO_TAG_LISTING,  GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,  GUMBO_TAG_NAV,        GUMBO_TAG_OL,
     GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION,  GUMBO_TAG_P,     GUMBO_TAG_PLAINTEXT,  GUMBO_TAG_PRE,
     GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE, GUMBO_TAG_TBODY,      GUMBO_TAG_TD,
     GUMBO_TAG_TFOOT,    GUMBO_TAG_TH,      GUMBO_TAG_THEAD, GUMBO_TAG_TR,         GUMBO_TAG_UL,
     GUMBO_TAG_XMP});

constexpr TagSet kHeadings =
    tag_set({GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});

constexpr TagSet kLetterStyles =
    tag_set({GUMBO_TAG_SPAN, GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_FONT,
             GUMBO_TAG_U, GUMBO_TAG_SMALL, GUMBO_TAG_MARK, GUMBO_TAG_BIG, GUMBO_TAG_BDI, GUMBO_TAG_INS});

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = "\t\n\f\r ";
  size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool equals_folded(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

// The last declaration of a property wins (CSS Cascade section 6.1).
bool style_hides(std::string_view style) {
  bool no_display = false;
  bool invisible = false;
  while (!style.empty()) {
    std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    size_t colon = std::min(declaration.find(':'), declaration.size());
    std::string_view property = trim(declaration.substr(0, colon));
    std::string_view value = declaration.substr(std::min(colon + 1, declaration.size()));
    value = trim(value.substr(0, value.find('!')));
    if (equals_folded(property, "display")) no_display = equals_folded(value, "none");
    if (equals_folded(property, "visibility"))
      invisible = equals_folded(value, "hidden") || equals_folded(value, "collapse");
  }
  return no_display || invisible;
}

}  // namespace

bool is_never_shown(const GumboNode* element) {
  const GumboElement& what = element->v.element;
  if (what.tag == GUMBO_TAG_UNKNOWN)
    return Node(element).tag() == "dialog" && !attribute_value(element, "open");
  if (what.tag_namespace == GUMBO_NAMESPACE_HTML) return kNeverShown[what.tag];
  return what.tag == GUMBO_TAG_TITLE || what.tag == GUMBO_TAG_DESC || what.tag == GUMBO_TAG_STYLE ||
         what.tag == GUMBO_TAG_SCRIPT;
}

bool is_hidden_by_attribute(const GumboNode* element) {
  for (const GumboAttribute* attribute : attributes(element)) {
    if (equals(attribute->name, "hidden")) return true;
    if (equals(attribute->name, "style") && style_hides(attribute->value)) return true;
  }
  return false;
}

bool is_heading_element(const GumboNode* element) {
  return kHeadings[element->v.element.tag];
}

bool only_changes_letters(const GumboNode* element) {
  const GumboTag tag = element->v.element.tag;
  return tag == GUMBO_TAG_UNKNOWN ? Node(element).tag() == "picture" : kLetterStyles[tag];
}

bool starts_new_line(const GumboNode* element) {
  const GumboElement& what = element->v.element;
  if (what.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  if (what.tag != GUMBO_TAG_UNKNOWN) return kNewLine[what.tag];
  std::string_view name = Node(element).tag();
  return name == "dialog" || name == "search";
}

}  // namespace dekko
