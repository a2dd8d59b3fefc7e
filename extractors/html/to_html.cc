#include "extractors/html/gumbo_node.h"

namespace dekko {

namespace {

bool is_void(const GumboNode* node) {
  if (node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  switch (static_cast<int>(node->v.element.tag)) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BASEFONT:
    case GUMBO_TAG_BGSOUND:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_KEYGEN:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

// noscript is not among them: the tree is that of a reader without scripts.
bool holds_raw_text(const GumboNode* node) {
  if (!node || !is_element(node) || node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  switch (static_cast<int>(node->v.element.tag)) {
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_PLAINTEXT:
      return true;
    default:
      return false;
  }
}

enum class Escape { kText, kAttribute };

// "Escaping a string". Attributes have "<" and ">" escaped too since 2025.
void append_escaped(std::string& out, std::string_view text, Escape mode) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&') {
      out += "&amp;";
    } else if (text[i] == '<') {
      out += "&lt;";
    } else if (text[i] == '>') {
      out += "&gt;";
    } else if (text[i] == '"' && mode == Escape::kAttribute) {
      out += "&quot;";
    } else if (text.substr(i, 2) == "\xC2\xA0") {
      out += "&nbsp;";
      ++i;
    } else {
      out += text[i];
    }
  }
}

std::string_view prefix(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_NONE:
      return "";
    case GUMBO_ATTR_NAMESPACE_XML:
      return "xml:";
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return "xlink:";
    case GUMBO_ATTR_NAMESPACE_XMLNS:
      return std::string_view(attribute.name) == "xmlns" ? "" : "xmlns:";
  }
  return "";
}

void append_start_tag(std::string& out, const GumboNode* node) {
  out.append("<").append(Node(node).tag());
  for (const GumboAttribute* attribute : attributes(node)) {
    out.append(" ").append(prefix(*attribute)).append(attribute->name).append("=\"");
    append_escaped(out, attribute->value, Escape::kAttribute);
    out += '"';
  }
  out += '>';
}

void append_opening(std::string& out, const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
      if (node->v.document.has_doctype) out.append("<!DOCTYPE ").append(node->v.document.name).append(">");
      break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      append_start_tag(out, node);
      break;
    case GUMBO_NODE_COMMENT:
      out.append("<!--").append(node->v.text.text).append("-->");
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      if (holds_raw_text(node->parent)) {
        out += node->v.text.text;
      } else {
        append_escaped(out, node->v.text.text, Escape::kText);
      }
      break;
  }
}

}  // namespace

std::string to_html(Node node) {
  std::string out;
  if (!node) return out;
  auto enter = [&](const GumboNode* raw) {
    append_opening(out, raw);
    return !is_element(raw) || !is_void(raw);
  };
  auto leave = [&](const GumboNode* raw) {
    if (is_element(raw)) out.append("</").append(Node(raw).tag()).append(">");
  };
  traverse(node.raw(), enter, leave);
  return out;
}

}  // namespace dekko
