#include "extractors/robots_meta.h"

#include <algorithm>

#include "extractors/html/document.h"
#include "extractors/text/charset.h"

namespace dekko {

namespace {

constexpr size_t kTagBytes = 4096;  // of one meta that is looked at; real ones stay below 500

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool holds(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char x, char y) { return lower(x) == lower(y); }) != text.end();
}

// Up to the next "<", for a ">" may stand in a value.
bool may_have_one(std::string_view html, std::initializer_list<std::string_view> names,
                  std::initializer_list<std::string_view> directives) {
  static constexpr std::string_view kMeta = "<meta";
  const auto any = [](std::string_view tag, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return holds(tag, word); });
  };
  for (size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    if (!same(html.substr(at, kMeta.size()), kMeta)) continue;
    const std::string_view tag = html.substr(at, std::min(html.find('<', at + 1) - at, kTagBytes));
    const bool is_encoded = tag.find('&') != tag.npos;  // letters that are not written as such
    if (any(tag, names) && (is_encoded || any(tag, directives))) return true;
  }
  return false;
}

// Octets are as good as letters, but where a letter has two of them.
bool has_wide_letters(const Capture& capture) {
  return sniff_encoding(capture.body, capture.content_type).starts_with("utf-16");
}

}  // namespace

std::vector<std::string> robots_meta(const Capture& capture, std::string_view agent,
                                     std::initializer_list<std::string_view> directives) {
  if (!has_wide_letters(capture) && !may_have_one(capture.body, {"robots", agent}, directives)) return {};
  const Result<Document> document = Document::parse(decode(capture.body, capture.content_type).utf8);
  if (!document) return {"none"};
  std::vector<std::string> contents;
  for (Node node = document->root(); node; node = node.next_in(document->root())) {
    if (node.tag() != "meta") continue;
    const std::string_view name = node.attribute("name").value_or("");
    if (same(name, "robots") || same(name, agent))
      contents.emplace_back(node.attribute("content").value_or(""));
  }
  return contents;
}

}  // namespace dekko
