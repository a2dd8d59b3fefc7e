#include "extractors/html/restoring.h"

#include <algorithm>
#include <cstring>

#include "extractors/html/gumbo_node.h"
#include "extractors/html/references.h"
#include "extractors/text/letters.h"

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

// No other text can begin where a tag, a comment or nothing comes.
bool ends_text(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<') return rest.empty();
  return is_letter_octet(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?';
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
  if (node->type != GUMBO_NODE_DOCUMENT && shows_stand_in(node->v.text.text)) restore_text(node);
}

// Planes 15 and 16 begin with F3 B0. What could be a tag is no stand-in, but noted.
bool Restoring::shows_stand_in(const char* text) {
  for (; *text; ++text) {
    const auto lead = static_cast<unsigned char>(*text), next = static_cast<unsigned char>(text[1]);
    if (lead == '\f' || lead > 0xF3 || (lead == 0xF3 && next >= 0xB0)) return true;
    shows_tag_ = shows_tag_ || (lead == '<' && is_letter_octet(text[1]));
  }
  return false;
}

void Restoring::restore_text(GumboNode* node) {
  take_apart(node->v.text);
  for (const Piece& piece : pieces_) misplaced_ = misplaced_ || (piece.kind && !belongs(*piece.kind, node));
  if (misplaced_) return;
  const auto cut = one_cut(is_text(node));
  if (cut) cuts_.push_back(*cut);
  node->v.text.text = cut ? page_.data() + cut->begin : kept(joined());
}

void Restoring::take_apart(const GumboText& text) {
  const std::string_view page = page_;
  const auto place = static_cast<size_t>(text.original_text.data - read_.data());
  const size_t end = place + text.original_text.length;
  next_blank_ = first_from(place, stand_ins_.blanks(), next_blank_);
  bool blanks = false;
  pieces_.clear();
  for (std::string_view rest = text.text; !rest.empty();) {
    size_t size = 1;
    if (const StandIns::Stretch* stretch = stand_ins_.stretch_at(rest)) {
      ++stretches_found_;
      size = StandIns::kOctets;
      pieces_.push_back({page.substr(stretch->begin, stretch->size), stretch->begin, stretch->kind});
    } else if (rest[0] == '\f') {
      blanks = true;
      if (const StandIns::Hidden* blank = next_blank(end))
        pieces_.push_back({page.substr(blank->begin, blank->size), blank->begin, StandIns::Kind::kText});
    } else {
      size = std::min(rest.find_first_of("\f\xF3\xF4", 1), rest.size());
      pieces_.push_back({rest.substr(0, size)});
      shows_tag_ = shows_tag_ || rest.substr(0, size).find('<') != rest.npos;
    }
    rest.remove_prefix(size);
  }
  misplaced_ = misplaced_ || (blanks && is_before(next_blank_, end));
}

// The first of what is hidden at `place` or behind it.
size_t Restoring::first_from(size_t place, const std::vector<StandIns::Hidden>& hidden, size_t probable) {
  if (probable < hidden.size() && hidden[probable].at == place) return probable;
  const auto before = [](const StandIns::Hidden& one, size_t at) { return one.at < at; };
  return static_cast<size_t>(std::lower_bound(hidden.begin(), hidden.end(), place, before) - hidden.begin());
}

bool Restoring::is_before(size_t blank, size_t end) const {
  return blank < stand_ins_.blanks().size() && stand_ins_.blanks()[blank].at < end;
}

const StandIns::Hidden* Restoring::next_blank(size_t end) {
  if (is_before(next_blank_, end)) return &stand_ins_.blanks()[next_blank_++];
  misplaced_ = true;
  return nullptr;
}

// The pieces where they stand one after the other in the page, and a tag or nothing after them.
std::optional<Restoring::Cut> Restoring::one_cut(bool is_text) const {
  const std::string_view page = page_;
  size_t before = 0;
  auto placed = pieces_.begin();
  for (; placed != pieces_.end() && !placed->kind; ++placed) before += placed->text.size();
  if (placed == pieces_.end() || placed->begin < before) return std::nullopt;
  const size_t begin = placed->begin - before;
  size_t end = begin;
  for (const Piece& piece : pieces_) {
    const bool follows = piece.kind ? piece.begin == end : page.substr(end).starts_with(piece.text);
    if (!follows) return std::nullopt;
    end += piece.text.size();
  }
  if (is_text ? !ends_text(page.substr(end)) : pieces_.size() > 1) return std::nullopt;
  return Cut{begin, end, *placed->kind};
}

std::string Restoring::joined() const {
  std::string whole;
  for (const Piece& piece : pieces_) {
    const size_t begin = whole.size();
    whole += piece.text;
    if (piece.kind == StandIns::Kind::kText)
      whole.resize(begin + resolve_references(whole.data() + begin, piece.text.size(), RefersIn::kText));
  }
  return whole;
}

const char* Restoring::kept(const std::string& text) {
  void* block = arena_.allocate(text.size() + 1);
  full_ = full_ || !block;
  return block ? static_cast<const char*>(std::memcpy(block, text.c_str(), text.size() + 1)) : "";
}

// The string that is left in place of a stand-in of this kind, itself where it holds none.
const char* Restoring::restored_whole(const char* text, StandIns::Kind kind) {
  if (!shows_stand_in(text)) return text;
  const StandIns::Stretch* stretch = stand_ins_.stretch_at(text);
  const bool whole = stretch && stretch->kind == kind && text[StandIns::kOctets] == '\0';
  misplaced_ = misplaced_ || !whole;
  return whole ? page_.data() + stretch->begin : text;
}

// Once: where Gumbo made a second element of a tag, both point to the same.
void Restoring::cut(const Cut& cut) {
  if (cut.end < page_.size() && page_[cut.end] == '\0') return;
  if (cut.end < page_.size()) page_[cut.end] = '\0';
  char* const text = page_.data() + cut.begin;
  const size_t size = cut.end - cut.begin;
  if (cut.kind == StandIns::Kind::kName) std::transform(text, text + size, text, ascii_lower);
  const bool is_text = cut.kind == StandIns::Kind::kText;
  if (!is_text && cut.kind != StandIns::Kind::kValue) return;
  const size_t left = resolve_references(text, size, is_text ? RefersIn::kText : RefersIn::kValue);
  if (left < size) text[left] = '\0';
}

bool Restoring::complete() {
  const bool tags_lost = tags_found_ < stand_ins_.tags().size();
  if (misplaced_ || stretches_found_ != stand_ins_.kept() || (tags_lost && shows_tag_)) return false;
  for (const StandIns::Stretch& stretch : stand_ins_.all()) {
    if (stretch.kind >= StandIns::Kind::kValue)
      cut({stretch.begin, stretch.begin + stretch.size, stretch.kind});
  }
  for (const Cut& text : cuts_) cut(text);
  for (const TagAttribute& attribute : stand_ins_.attributes()) {
    cut({attribute.begin, attribute.name_end, StandIns::Kind::kName});
    if (attribute.value < attribute.value_end)
      cut({attribute.value, attribute.value_end, StandIns::Kind::kValue});
  }
  return true;
}

}  // namespace dekko
