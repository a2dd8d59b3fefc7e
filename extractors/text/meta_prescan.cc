#include "extractors/text/meta_prescan.h"

#include <algorithm>
#include <array>
#include <set>

#include "extractors/text/encoding_labels.h"

namespace dekko {

namespace {

constexpr size_t kPrescanBytes = 1024;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
bool is_alpha(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

struct Attribute {
  std::string name, value;
};

class Prescan {
 public:
  // What only a parser knows: where a script or style ends.
  enum class RawText { kRead, kSkip };

  Prescan(std::string_view bytes, RawText raw_text) : text_(bytes), raw_text_(raw_text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("<!--")) {
        skip_comment();
      } else if (starts("<meta") && (is_space(ahead(5)) || ahead(5) == '/')) {
        at_ += 6;
        if (const std::string found = meta(); !found.empty()) return found;
      } else if (text_[at_] == '<' && (is_alpha(ahead(1)) || (ahead(1) == '/' && is_alpha(ahead(2))))) {
        skip_tag();
      } else if (starts("<!") || starts("</") || starts("<?")) {
        skip_past('>');
      } else {
        ++at_;
      }
    }
    return "";
  }

 private:
  char ahead(size_t n) const { return at_ + n < text_.size() ? text_[at_ + n] : '\0'; }
  bool ended() const { return at_ >= text_.size(); }
  bool starts(std::string_view word) const {
    return at_ + word.size() <= text_.size() &&
           std::equal(word.begin(), word.end(), text_.begin() + long(at_),
                      [](char a, char b) { return a == lower(b); });
  }
  void skip_past(char c) { at_ = std::min(text_.find(c, at_), text_.size() - 1) + 1; }

  // The two dashes that open a comment may be those that close it.
  void skip_comment() {
    const size_t end = text_.find("-->", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + 3;
  }

  void skip_tag() {
    const size_t begin = at_ + 1;
    while (!ended() && !is_space(text_[at_]) && text_[at_] != '>') ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    while (!attribute().name.empty()) {
    }
    if (!ended()) ++at_;
    if (raw_text_ == RawText::kSkip) skip_raw_text(name);
  }

  void skip_raw_text(std::string_view tag) {
    static constexpr std::array<std::string_view, 8> kRaw = {"script", "style",  "textarea", "title",
                                                             "xmp",    "iframe", "noembed",  "noframes"};
    const auto same = [](char a, char b) { return lower(a) == b; };
    const auto is_tag = [&](std::string_view raw) {
      return std::equal(tag.begin(), tag.end(), raw.begin(), raw.end(), same);
    };
    const auto raw = std::find_if(kRaw.begin(), kRaw.end(), is_tag);
    if (raw == kRaw.end()) return;
    for (at_ = text_.find("</", at_); !ended(); at_ = text_.find("</", at_ + 2)) {
      const std::string_view closes = text_.substr(at_ + 2, raw->size());
      if (std::equal(closes.begin(), closes.end(), raw->begin(), raw->end(), same)) return;
    }
  }

  std::string meta() {
    std::set<std::string> seen;
    bool got_pragma = false;
    int need_pragma = -1;  // -1: not said
    std::string charset;
    for (Attribute a = attribute(); !a.name.empty(); a = attribute()) {
      if (!seen.insert(a.name).second) continue;
      if (a.name == "http-equiv" && a.value == "content-type") got_pragma = true;
      if (a.name == "content" && charset.empty()) {
        charset = charset_in(a.value);
        if (!charset.empty()) need_pragma = 1;
      }
      if (a.name == "charset") {
        charset = encoding_for_label(a.value);
        need_pragma = 0;
      }
    }
    if (need_pragma == -1 || (need_pragma == 1 && !got_pragma) || charset.empty()) return "";
    if (charset.starts_with("utf-16")) return "utf-8";
    return charset == "x-user-defined" ? "windows-1252" : charset;
  }

  // "Get an attribute"; an empty name means that there is none, and stands on what ended it.
  Attribute attribute() {
    Attribute found;
    while (!ended() && (is_space(text_[at_]) || text_[at_] == '/')) ++at_;
    if (ended() || text_[at_] == '>') return found;
    while (!ended() && !(text_[at_] == '=' && !found.name.empty())) {
      if (is_space(text_[at_])) {
        while (!ended() && is_space(text_[at_])) ++at_;
        if (ended() || text_[at_] != '=') return found;
        break;
      }
      if (text_[at_] == '/' || text_[at_] == '>') return found;
      found.name += lower(text_[at_++]);
    }
    if (ended()) return {};
    ++at_;
    found.value = value();
    return ended() ? Attribute{} : found;
  }

  std::string value() {
    std::string text;
    while (!ended() && is_space(text_[at_])) ++at_;
    if (ended()) return text;
    if (const char quote = text_[at_]; quote == '"' || quote == '\'') {
      for (++at_; !ended() && text_[at_] != quote; ++at_) text += lower(text_[at_]);
      if (!ended()) ++at_;
      return text;
    }
    while (!ended() && !is_space(text_[at_]) && text_[at_] != '>') text += lower(text_[at_++]);
    return text;
  }

  std::string_view text_;
  RawText raw_text_;
  size_t at_ = 0;
};

}  // namespace

std::string prescan_meta(std::string_view bytes) {
  return Prescan(bytes.substr(0, kPrescanBytes), Prescan::RawText::kRead).run();
}

std::string find_late_meta(std::string_view bytes) {
  return Prescan(bytes, Prescan::RawText::kSkip).run();
}

std::string charset_in(std::string_view content_type) {
  std::string text(content_type);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  for (size_t at = text.find("charset"); at != std::string::npos; at = text.find("charset", at)) {
    at += 7;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') continue;
    for (++at; at < text.size() && is_space(text[at]);) ++at;
    if (at >= text.size()) return "";
    if (text[at] == '"' || text[at] == '\'') {
      const size_t end = text.find(text[at], at + 1);
      return end == std::string::npos ? "" : encoding_for_label(text.substr(at + 1, end - at - 1));
    }
    const size_t end = std::min(text.find_first_of(" \t\n\f\r;", at), text.size());
    return encoding_for_label(text.substr(at, end - at));
  }
  return "";
}

}  // namespace dekko
