#include "extractors/html/gumbo_node.h"
#include "extractors/html/restoring.h"

namespace dekko {

namespace {

// WHATWG HTML section 13.2.6.1, "adjust SVG attributes" and "adjust foreign attributes", for the names that
// thinning hides.
void adjust(std::string_view name, GumboAttribute& attribute) {
  if (name == "viewBox") attribute.name = "viewBox";
  if (name == "preserveAspectRatio") attribute.name = "preserveAspectRatio";
  if (name == "xmlns") attribute.attr_namespace = GUMBO_ATTR_NAMESPACE_XMLNS;
}

}  // namespace

// Those that were left out of the element's tag; null where none were.
const StandIns::Hidden* Restoring::hidden_attributes(const GumboElement& element) {
  const std::vector<StandIns::Hidden>& tags = stand_ins_.tags();
  const std::string_view tag = tag_in_source(element);
  if (tag.empty()) return nullptr;
  const auto place = static_cast<size_t>(tag.data() - read_.data());
  const size_t found = first_from(place, tags, next_tag_);
  if (found == tags.size() || tags[found].at != place) return nullptr;
  next_tag_ = found + 1;
  tags_found_ += tags_met_[found] ? 0 : 1;
  tags_met_[found] = true;
  const bool at_home = element.tag_namespace == GUMBO_NAMESPACE_HTML ||
                       (element.tag_namespace == GUMBO_NAMESPACE_SVG && tags[found].in_svg);
  misplaced_ = misplaced_ || element.attributes.length > 0 || !at_home;
  return misplaced_ ? nullptr : &tags[found];
}

void Restoring::list_attributes(const StandIns::Hidden& hidden, GumboElement& element) {
  if (full_ || !make_room(element, hidden.size)) return;
  const std::string_view page = page_;
  const bool in_svg = element.tag_namespace == GUMBO_NAMESPACE_SVG;
  for (size_t i = 0; i < hidden.size; ++i) {
    const TagAttribute& told = stand_ins_.attributes()[hidden.begin + i];
    auto& attribute = *static_cast<GumboAttribute*>(element.attributes.data[i]);
    attribute = {};
    attribute.name = page.data() + told.begin;
    if (in_svg) adjust(page.substr(told.begin, told.name_end - told.begin), attribute);
    attribute.value = told.value < told.value_end ? page.data() + told.value : "";
  }
}

bool Restoring::make_room(GumboElement& element, size_t count) {
  auto* attributes = static_cast<GumboAttribute*>(arena_.allocate(count * sizeof(GumboAttribute)));
  auto** places = static_cast<void**>(arena_.allocate(count * sizeof(void*)));
  full_ = full_ || !attributes || !places;
  if (full_) return false;
  for (size_t i = 0; i < count; ++i) places[i] = &attributes[i];
  const auto size = static_cast<unsigned>(count);
  element.attributes = {.data = places, .length = size, .capacity = size};
  return true;
}

// In svg Gumbo gives names a case of their own, so none may have been hidden from it.
void Restoring::restore_attributes(GumboElement& element) {
  if (const StandIns::Hidden* hidden = hidden_attributes(element)) return list_attributes(*hidden, element);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    auto* attribute = static_cast<GumboAttribute*>(element.attributes.data[i]);
    const char* const name = attribute->name;
    attribute->name = restored_whole(name, StandIns::Kind::kName);
    attribute->value = restored_whole(attribute->value, StandIns::Kind::kValue);
    misplaced_ = misplaced_ || (attribute->name != name && element.tag_namespace != GUMBO_NAMESPACE_HTML);
  }
}

}  // namespace dekko
