#include "extractors/html/restoring.h"

#include <cstring>

#include "extractors/html/gumbo_node.h"

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
    if (stretch) whole.append(page_, stretch->begin, stretch->size);
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

// In svg Gumbo gives names a case of their own, so none may have been hidden from it.
void Restoring::restore_attributes(const GumboElement& element) {
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    auto* attribute = static_cast<GumboAttribute*>(element.attributes.data[i]);
    const char* const name = attribute->name;
    attribute->name = restored_whole(name, StandIns::Kind::kName);
    attribute->value = restored_whole(attribute->value, StandIns::Kind::kValue);
    misplaced_ = misplaced_ || (attribute->name != name && element.tag_namespace != GUMBO_NAMESPACE_HTML);
  }
}

bool Restoring::complete() {
  if (misplaced_ || found_ != stand_ins_.kept()) return false;
  for (const StandIns::Stretch& stretch : stand_ins_.all()) {
    const size_t end = stretch.begin + stretch.size;
    for (size_t at = stretch.begin; stretch.kind == StandIns::Kind::kName && at < end; ++at)
      page_[at] = page_[at] >= 'A' && page_[at] <= 'Z' ? static_cast<char>(page_[at] | 0x20) : page_[at];
    if (end < page_.size()) page_[end] = '\0';
  }
  return true;
}

}  // namespace dekko
