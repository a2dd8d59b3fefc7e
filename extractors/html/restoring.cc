#include "extractors/html/restoring.h"

#include <algorithm>
#include <cstring>

#include "extractors/html/gumbo_node.h"
#include "extractors/html/references.h"

namespace dekko {

namespace {

// Whose text the tokenizer reads in a state of its own (WHATWG HTML section 13.2.5.2 to 13.2.5.4).
bool holds_other_text(const GumboNode* node) {
  if (!node || !is_element(node) || node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  switch (static_cast<int>(node->v.element.tag)) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_PLAINTEXT:
      return true;
    default:
      return false;
  }
}

// Planes 15 and 16 begin with F3 B0.
bool has_stand_in(const char* text) {
  for (; *text; ++text) {
    const auto lead = static_cast<unsigned char>(*text), next = static_cast<unsigned char>(text[1]);
    if (lead == '\f' || lead > 0xF3 || (lead == 0xF3 && next >= 0xB0)) return true;
  }
  return false;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same_name(std::string_view page, const TagAttribute& a, const TagAttribute& b) {
  return std::equal(page.begin() + static_cast<std::ptrdiff_t>(a.begin),
                    page.begin() + static_cast<std::ptrdiff_t>(a.name_end),
                    page.begin() + static_cast<std::ptrdiff_t>(b.begin),
                    page.begin() + static_cast<std::ptrdiff_t>(b.name_end),
                    [](char one, char other) { return ascii_lower(one) == ascii_lower(other); });
}

// WHATWG HTML section 13.2.6.1, "adjust SVG attributes" and "adjust foreign attributes", for the names that
// thinning hides.
void adjust(std::string_view name, GumboAttribute& attribute) {
  if (name == "viewBox") attribute.name = "viewBox";
  if (name == "preserveAspectRatio") attribute.name = "preserveAspectRatio";
  if (name == "xmlns") attribute.attr_namespace = GUMBO_ATTR_NAMESPACE_XMLNS;
}

}  // namespace

bool Restoring::belongs(StandIns::Kind kind, const GumboNode* node) const {
  switch (kind) {
    case StandIns::Kind::kText:
      return is_text(node) && !holds_other_text(node->parent);
    case StandIns::Kind::kRaw:
      return is_text(node) && holds_other_text(node->parent);
    case StandIns::Kind::kComment:
      return node->type == GUMBO_NODE_COMMENT;
    case StandIns::Kind::kValue:
    case StandIns::Kind::kName:
    case StandIns::Kind::kAttributes:
    case StandIns::Kind::kAnyAttributes:
      return false;
  }
  return false;
}

void Restoring::restore(GumboNode* node) {
  if (!active_) return;
  if (is_element(node)) return restore_attributes(node->v.element);
  if (node->type == GUMBO_NODE_DOCUMENT || !has_stand_in(node->v.text.text)) return;
  node->v.text.text = restored(node->v.text.text, node);
}

void Restoring::append(const StandIns::Stretch& stretch, std::string& text) const {
  const size_t begin = text.size();
  text.append(page_, stretch.begin, stretch.size);
  if (stretch.kind == StandIns::Kind::kText)
    text.resize(begin + resolve_references(text.data() + begin, stretch.size, RefersIn::kText));
}

const char* Restoring::restored(std::string_view text, const GumboNode* node) {
  const StandIns::Stretch* only = text.size() == StandIns::kOctets ? stand_ins_.stretch_at(text) : nullptr;
  std::string whole;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const StandIns::Stretch* stretch = stand_ins_.stretch_at(rest);
    const std::string* blank = stretch ? nullptr : stand_ins_.blank_at(rest);
    at += stretch || blank ? StandIns::kOctets : 1;
    misplaced_ = misplaced_ || (stretch && !belongs(stretch->kind, node)) ||
                 (rest[0] == '\f' && (!blank || !belongs(StandIns::Kind::kText, node)));
    found_ += stretch ? 1 : 0;
    if (only || misplaced_) continue;
    if (stretch) append(*stretch, whole);
    if (blank) whole += *blank;
    if (!stretch && !blank) whole += rest[0];
  }
  if (only) return page_.data() + only->begin;
  void* block = arena_.allocate(whole.size() + 1);
  full_ = full_ || !block;
  return block ? static_cast<const char*>(std::memcpy(block, whole.c_str(), whole.size() + 1)) : "";
}

// The string that is left in place of a stand-in of this kind, itself where it holds none.
const char* Restoring::restored_whole(const char* text, StandIns::Kind kind) {
  if (!has_stand_in(text)) return text;
  const StandIns::Stretch* stretch = stand_ins_.stretch_at(text);
  const bool whole = stretch && stretch->kind == kind && text[StandIns::kOctets] == '\0';
  misplaced_ = misplaced_ || !whole;
  return whole ? page_.data() + stretch->begin : text;
}

// The one that stands for all attributes of the element; null where none does.
const StandIns::Stretch* Restoring::hidden_attributes(const GumboElement& element) {
  if (element.attributes.length == 0) return nullptr;
  const auto* first = static_cast<const GumboAttribute*>(element.attributes.data[0]);
  const StandIns::Stretch* stretch = has_stand_in(first->name) ? stand_ins_.stretch_at(first->name) : nullptr;
  if (!stretch || stretch->kind < StandIns::Kind::kAttributes) return nullptr;
  const bool whole =
      element.attributes.length == 1 && first->name[StandIns::kOctets] == '\0' && !*first->value;
  const bool in_svg = element.tag_namespace == GUMBO_NAMESPACE_SVG;
  const bool at_home = element.tag_namespace == GUMBO_NAMESPACE_HTML ||
                       (in_svg && stretch->kind == StandIns::Kind::kAnyAttributes);
  misplaced_ = misplaced_ || !whole || !at_home;
  return misplaced_ ? nullptr : stretch;
}

// Of attributes with one name the first counts (WHATWG HTML section 13.2.5.33).
void Restoring::list_attributes(const StandIns::Stretch& stretch, GumboElement& element) {
  if (full_) return;
  const size_t first = listed_.size(), end = stretch.begin + stretch.size;
  for (size_t at = stretch.begin; at < end; at = skip(page_, at, kSpace)) {
    const auto attribute = attribute_at(page_, at);
    if (!attribute) break;
    at = attribute->end;
    const auto same = [&](const TagAttribute& other) { return same_name(page_, *attribute, other); };
    if (std::none_of(listed_.begin() + static_cast<std::ptrdiff_t>(first), listed_.end(), same))
      listed_.push_back(*attribute);
  }
  const bool in_svg = element.tag_namespace == GUMBO_NAMESPACE_SVG;
  if (!make_room(element, listed_.size() - first)) return;
  for (size_t i = first; i < listed_.size(); ++i) {
    const TagAttribute& told = listed_[i];
    auto& attribute = *static_cast<GumboAttribute*>(element.attributes.data[i - first]);
    attribute = {};
    attribute.name = page_.data() + told.begin;
    if (in_svg) adjust(std::string_view(page_).substr(told.begin, told.name_end - told.begin), attribute);
    attribute.value = told.value < told.value_end ? page_.data() + told.value : "";
  }
}

// The one attribute that is there is used for the first: pages near the limit need it.
bool Restoring::make_room(GumboElement& element, size_t count) {
  if (count == 1) return true;
  auto* more = static_cast<GumboAttribute*>(arena_.allocate((count - 1) * sizeof(GumboAttribute)));
  auto** places = static_cast<void**>(arena_.allocate(count * sizeof(void*)));
  full_ = full_ || !more || !places;
  if (full_) return false;
  places[0] = element.attributes.data[0];
  for (size_t i = 1; i < count; ++i) places[i] = &more[i - 1];
  const auto size = static_cast<unsigned>(count);
  element.attributes = {.data = places, .length = size, .capacity = size};
  return true;
}

// In svg Gumbo gives names a case of their own, so none may have been hidden from it.
void Restoring::restore_attributes(GumboElement& element) {
  if (const StandIns::Stretch* stretch = hidden_attributes(element))
    return list_attributes(*stretch, element);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    auto* attribute = static_cast<GumboAttribute*>(element.attributes.data[i]);
    const char* const name = attribute->name;
    attribute->name = restored_whole(name, StandIns::Kind::kName);
    attribute->value = restored_whole(attribute->value, StandIns::Kind::kValue);
    misplaced_ = misplaced_ || (attribute->name != name && element.tag_namespace != GUMBO_NAMESPACE_HTML);
  }
}

// Once: where Gumbo made a second element of a tag, both point to the same.
void Restoring::cut(size_t begin, size_t end, StandIns::Kind kind) {
  if (end < page_.size() && page_[end] == '\0') return;
  if (end < page_.size()) page_[end] = '\0';
  char* const text = page_.data() + begin;
  if (kind == StandIns::Kind::kName) std::transform(text, page_.data() + end, text, ascii_lower);
  const bool is_text = kind == StandIns::Kind::kText;
  if (!is_text && kind != StandIns::Kind::kValue) return;
  const size_t left = resolve_references(text, end - begin, is_text ? RefersIn::kText : RefersIn::kValue);
  if (left < end - begin) text[left] = '\0';
}

bool Restoring::complete() {
  if (misplaced_ || found_ != stand_ins_.kept()) return false;
  for (const StandIns::Stretch& stretch : stand_ins_.all()) {
    if (stretch.kind < StandIns::Kind::kAttributes)
      cut(stretch.begin, stretch.begin + stretch.size, stretch.kind);
  }
  for (const TagAttribute& attribute : listed_) {
    cut(attribute.begin, attribute.name_end, StandIns::Kind::kName);
    if (attribute.value < attribute.value_end)
      cut(attribute.value, attribute.value_end, StandIns::Kind::kValue);
  }
  return true;
}

}  // namespace dekko
