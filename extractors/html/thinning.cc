#include "extractors/html/thinning.h"

#include <algorithm>
#include <array>

#include "extractors/html/references.h"
#include "extractors/html/tag_octets.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// What a stand-in must save to be worth its restoring. No attribute value that Gumbo looks at ("hidden") is
// as long.
constexpr size_t kLeastText = 4;
constexpr size_t kLeastBlank = 2;
constexpr size_t kLeastAttribute = 8;
// More in one tag are compared by Gumbo, which counts its steps (tag_scan.h).
constexpr size_t kHiddenAttributes = 32;

using Kind = StandIns::Kind;

// RAWTEXT and script data, of which the tree keeps the octets; RCDATA, which may hold character references.
constexpr std::array<std::string_view, 6> kRaw = {"script", "style", "iframe", "noembed", "noframes", "xmp"};
constexpr std::array<std::string_view, 2> kRcdata = {"title", "textarea"};
// From here on only a tree could tell what is text.
constexpr std::array<std::string_view, 4> kEndsThinning = {"plaintext", "math", "frameset", "isindex"};
// Inside an svg: HTML again, or rules of their own.
constexpr std::array<std::string_view, 7> kEndsThinningInSvg = {
    "foreignobject", "script", "textarea", "iframe", "noembed", "noframes", "xmp"};
// Of these Gumbo compares the attributes: formatting ("Noah's Ark clause", section 13.2.4.3), html and body,
// whose second tags add to the first. Of <a> there is never a second one to compare.
constexpr std::array<std::string_view, 14> kCompared = {
    "b", "big", "body", "code", "em", "font", "html", "i", "nobr", "small", "strike", "strong", "tt", "u"};
// Names of attributes that Gumbo looks at outside of svg and math.
constexpr std::array<std::string_view, 7> kLookedAt = {"type",     "name",  "action", "prompt",
                                                       "encoding", "color", "face"};

// In svg Gumbo gives some names a case or a namespace of their own; of these restoring.cc knows which.
constexpr std::array<std::string_view, 36> kKnownInSvg = {"aria-hidden",
                                                          "aria-label",
                                                          "class",
                                                          "clip-path",
                                                          "clip-rule",
                                                          "cx",
                                                          "cy",
                                                          "d",
                                                          "fill",
                                                          "fill-opacity",
                                                          "fill-rule",
                                                          "focusable",
                                                          "height",
                                                          "id",
                                                          "opacity",
                                                          "points",
                                                          "preserveAspectRatio",
                                                          "r",
                                                          "role",
                                                          "rx",
                                                          "ry",
                                                          "stroke",
                                                          "stroke-linecap",
                                                          "stroke-linejoin",
                                                          "stroke-width",
                                                          "style",
                                                          "transform",
                                                          "viewBox",
                                                          "width",
                                                          "x",
                                                          "x1",
                                                          "x2",
                                                          "xmlns",
                                                          "y",
                                                          "y1",
                                                          "y2"};

template <class Names>
bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool equals_folded(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return ascii_lower(a) == b; });
}

bool is_looked_at(std::string_view name) {
  return std::any_of(kLookedAt.begin(), kLookedAt.end(),
                     [&](auto lower) { return equals_folded(name, lower); });
}

// "data-src": of two letters or more.
bool is_plain(std::string_view name) {
  return name.size() > 1 &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter_octet(c) || c == '-'; });
}

class Thinning {
 public:
  explicit Thinning(std::string_view page) : page_(page) { out_.text.reserve(page.size() / 2); }

  Thinned run() {
    while (at_ < page_.size() && !over_) {
      text_until(std::min(page_.find('<', at_), page_.size()));
      if (at_ < page_.size()) markup();
    }
    copy_until(page_.size());
    return std::move(out_);
  }

 private:
  char peek(size_t ahead) const { return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0'; }
  bool starts(std::string_view lower) const { return equals_folded(page_.substr(at_, lower.size()), lower); }

  void copy_until(size_t end) {
    out_.text.append(page_, at_, end - at_);
    at_ = end;
  }

  void stand_in_until(size_t end, Kind kind, size_t least) {
    if (end - at_ < least || !out_.stand_ins.put(kind, at_, end - at_, out_.text)) return copy_until(end);
    at_ = end;
  }

  // Text between mark-up: white space at its start, then stretches without references that only Gumbo can
  // tell.
  void text_until(size_t end) {
    blank_until(std::min(skip(page_, at_, kSpace), end));
    while (at_ < end) {
      const std::string_view rest = page_.substr(at_, end - at_);
      const size_t told = std::min(find_untold_reference(rest, RefersIn::kText), rest.size());
      stand_in_until(at_ + told, Kind::kText, kLeastText);
      if (at_ < end) copy_until(end_of_reference());
    }
  }

  void blank_until(size_t end) {
    const bool kept = after_pre_ || end - at_ < kLeastBlank;
    after_pre_ = false;
    if (kept) return copy_until(end);
    out_.stand_ins.put_blank(at_, end - at_, out_.text);
    at_ = end;
  }

  // A name's letters and digits, the semicolon, and white space: what comes then starts with something
  // visible.
  size_t end_of_reference() const {
    size_t end = at_ + 1;
    if (end < page_.size() && page_[end] == '#') ++end;
    while (end < page_.size() && (is_letter_octet(page_[end]) || (page_[end] >= '0' && page_[end] <= '9')))
      ++end;
    if (end < page_.size() && page_[end] == ';') ++end;
    return skip(page_, end, kSpace);
  }

  void markup() {
    if (is_letter_octet(peek(1))) return start_tag();
    if (peek(1) == '/' && is_letter_octet(peek(2))) return end_tag();
    if (starts("<!--")) return comment();
    if (starts("<![cdata[")) return end_thinning();
    const bool to_close = peek(1) == '!' || peek(1) == '?' || peek(1) == '/';
    copy_until(to_close ? after('>') : at_ + 1);
  }

  size_t after(char c) const {
    const size_t found = page_.find(c, at_);
    return found == page_.npos ? page_.size() : found + 1;
  }

  void end_thinning() { over_ = true; }

  // WHATWG HTML section 13.2.5.43 to 13.2.5.52.
  void comment() {
    copy_until(at_ + 4);
    if (peek(0) == '>' || (peek(0) == '-' && peek(1) == '>')) return copy_until(after('>'));
    size_t end = page_.find("--", at_);
    while (end != page_.npos && !page_.substr(end + 2).starts_with('>') &&
           !page_.substr(end + 2).starts_with("!>"))
      end = page_.find("--", end + 1);
    if (end == page_.npos) return end_thinning();
    stand_in_until(end, Kind::kComment, kLeastText);
    copy_until(after('>'));
  }

  void start_tag() {
    const size_t tag = out_.text.size();
    const std::string_view name = take_name(at_ + 1);
    if (has(kEndsThinning, name) || (svg_ > 0 && has(kEndsThinningInSvg, name))) return end_thinning();
    svg_ += name == "svg" ? 1 : 0;
    const bool is_compared = has(kCompared, name);
    const bool closed = attributes(is_compared || hide_attributes(tag));
    svg_ -= name == "svg" && closed ? 1 : 0;
    after_pre_ = name == "pre" || name == "listing";
    if (svg_ > 0) return;
    if (has(kRaw, name)) raw_text(name);
    if (has(kRcdata, name)) copy_until(end_of_element(name));
  }

  void end_tag() {
    const std::string_view name = take_name(at_ + 2);
    if (name == "svg" && svg_ > 0) --svg_;
    attributes(true);
  }

  // The name from `begin` on in lower case, copied with all before it; empty if it is too long for any that
  // matters.
  std::string_view take_name(size_t begin) {
    const size_t end = skip_until(page_, begin, kSpace | kSlash | kClose);
    const size_t size = end - begin;
    if (size <= name_.size()) {
      for (size_t i = 0; i < size; ++i) name_[i] = ascii_lower(page_[begin + i]);
    }
    copy_until(end);
    return {name_.data(), size <= name_.size() ? size : 0};
  }

  // Whether none of the attributes of the tag at `tag` is left for Gumbo.
  bool hide_attributes(size_t tag) {
    const size_t begin = skip(page_, at_, kSpace), end = end_of_hidden_attributes(begin);
    if (begin == at_ || end <= begin) return false;
    out_.stand_ins.hide_attributes(tag, attributes_, svg_ > 0);
    at_ = end;
    return true;
  }

  // 0 where Gumbo must see one of them.
  size_t end_of_hidden_attributes(size_t begin) {
    size_t end = begin, at = begin, count = 0;
    attributes_.clear();
    while (at < page_.size() && !is(page_[at], kSlash | kClose)) {
      const auto attribute = attribute_at(page_, at);
      if (!attribute || ++count > kHiddenAttributes || !may_hide(*attribute)) return 0;
      if (!is_named_before(*attribute)) attributes_.push_back(*attribute);
      end = attribute->end;
      at = skip(page_, end, kSpace);
    }
    const bool closes = page_.substr(at).starts_with('>') || page_.substr(at).starts_with("/>");
    return closes ? end : 0;
  }

  // Of attributes with one name the first counts (WHATWG HTML section 13.2.5.33).
  bool is_named_before(const TagAttribute& attribute) const {
    return std::any_of(attributes_.begin(), attributes_.end(), [&](const TagAttribute& other) {
      const size_t size = attribute.name_end - attribute.begin;
      const char* const name = page_.data() + attribute.begin;
      return size == other.name_end - other.begin &&
             std::equal(name, name + size, page_.data() + other.begin,
                        [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
    });
  }

  bool may_hide(const TagAttribute& attribute) const {
    const size_t begin = attribute.begin;
    const std::string_view name = page_.substr(begin, attribute.name_end - begin);
    const bool plain = svg_ > 0 ? has(kKnownInSvg, name) : is_plain(name) && !is_looked_at(name);
    return plain && is_told(attribute.value, attribute.value_end);
  }

  bool is_told(size_t begin, size_t end) const {
    return find_untold_reference(page_.substr(begin, end - begin), RefersIn::kValue) == page_.npos;
  }

  // To the end of the tag. Whether it closes itself.
  bool attributes(bool as_they_are) {
    bool closed = false;
    while (true) {
      const size_t begin = at_;
      copy_until(skip(page_, at_, kSpace | kSlash));
      if (at_ > begin) closed = page_[at_ - 1] == '/';
      if (at_ >= page_.size()) return false;
      if (page_[at_] == '>') break;
      closed = false;
      name(as_they_are);
      copy_until(skip(page_, at_, kSpace));
      if (peek(0) == '=') value(as_they_are);
    }
    copy_until(at_ + 1);
    return closed;
  }

  void name(bool as_it_is) {
    const size_t end = skip_until(page_, at_ + 1, kSpace | kSlash | kClose | kEquals);
    const std::string_view name = page_.substr(at_, end - at_);
    if (as_it_is || svg_ > 0 || !is_plain(name) || is_looked_at(name) ||
        !out_.stand_ins.put_name(page_, at_, name.size(), out_.text))
      return copy_until(end);
    at_ = end;
  }

  void value(bool as_it_is) {
    copy_until(skip(page_, at_ + 1, kSpace));
    const char quote = peek(0);
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) copy_until(at_ + 1);
    const size_t end = quoted ? page_.find(quote, at_) : skip_until(page_, at_, kSpace | kClose);
    if (end == page_.npos) return copy_until(page_.size());
    as_it_is || !is_told(at_, end) ? copy_until(end) : stand_in_until(end, Kind::kValue, kLeastAttribute);
    if (quoted) copy_until(end + 1);
  }

  // "</name" and what ends a tag's name; the end of the page if there is none.
  size_t end_of_element(std::string_view name) const {
    size_t end = page_.find("</", at_);
    for (; end != page_.npos; end = page_.find("</", end + 2)) {
      const size_t after_name = end + 2 + name.size();
      if (after_name < page_.size() && is(page_[after_name], kSpace | kSlash | kClose) &&
          equals_folded(page_.substr(end + 2, name.size()), name))
        return end;
    }
    return page_.size();
  }

  void raw_text(std::string_view name) {
    const size_t end = end_of_element(name);
    if (end == page_.size() || (name == "script" && may_nest(page_.substr(at_, end - at_))))
      return end_thinning();
    if (skip(page_, at_, kSpace) >= end) return copy_until(end);
    stand_in_until(end, Kind::kRaw, kLeastText);
  }

  // Inside "<!--" a "<script" takes the next "</script>" for its own (sections 13.2.5.15 to 13.2.5.31).
  static bool may_nest(std::string_view script) {
    const size_t escaped = script.find("<!--");
    if (escaped == script.npos) return false;
    for (size_t at = script.find('<', escaped + 1); at != script.npos; at = script.find('<', at + 1))
      if (equals_folded(script.substr(at + 1, 6), "script")) return true;
    return false;
  }

  std::string_view page_;
  size_t at_ = 0;
  Thinned out_;
  bool over_ = false;
  bool after_pre_ = false;                // a line end right after <pre> is no text
  int svg_ = 0;                           // open svg elements
  std::vector<TagAttribute> attributes_;  // of the tag at hand
  std::array<char, 16> name_ = {};
};

}  // namespace

Thinned thin(std::string_view page) {
  if (!StandIns::may_stand_in(page)) return {.text = std::string(page), .stand_ins = {}};
  return Thinning(page).run();
}

}  // namespace dekko
