#include "extractors/parsed_page.h"

#include <fmt/format.h>

#include "core/limits.h"
#include "extractors/announced.h"
#include "extractors/text/charset.h"

namespace dekko {

namespace {

bool says_html(std::string_view content_type) {
  return content_type.empty() || content_type.find("html") != content_type.npos ||
         content_type.find("xml") != content_type.npos;
}

// Somewhere near the start something looks like a tag.
bool looks_like_html(std::string_view text) {
  const std::string_view start = text.substr(0, 64 * limits::kKiB);
  for (size_t at = start.find('<'); at != start.npos; at = start.find('<', at + 1)) {
    const std::string_view next = start.substr(at + 1, 1);
    if (next == "!" || (next >= "A" && next <= "Z") || (next >= "a" && next <= "z")) return true;
  }
  return false;
}

Error refused(const Capture& capture, ErrorCode code, std::string detail) {
  return Error{code, capture.url.text(), std::move(detail), "look at it with `dekko archive cat`"};
}

Result<DecodedText> decoded(const Capture& capture) {
  if (capture.body.empty()) return refused(capture, ErrorCode::kInvalid, "the body is empty");
  if (capture.body.size() > limits::kBodyBytes) {
    return refused(
        capture, ErrorCode::kLimit,
        fmt::format("the body has {} bytes, the limit is {}", capture.body.size(), limits::kBodyBytes));
  }
  if (!says_html(capture.content_type)) {
    return refused(capture, ErrorCode::kInvalid,
                   fmt::format("the body is {}, not HTML", capture.content_type));
  }
  DecodedText text = decode(capture.body, capture.content_type);
  if (!looks_like_html(text.utf8)) return refused(capture, ErrorCode::kInvalid, "the body is not HTML");
  return text;
}

// HTML section 4.2.3: the first <base> with an href.
Url base_of(const Document& document, const Url& url) {
  for (Node node = document.head().first_child(); node; node = node.next_sibling()) {
    const auto href = node.tag() == "base" ? node.attribute("href") : std::nullopt;
    if (!href) continue;
    const auto base = url.resolve(*href);
    return base ? *base : url;
  }
  return url;
}

}  // namespace

Result<ParsedPage> parse_page(const Capture& capture) {
  Result<DecodedText> text = decoded(capture);
  if (!text) return text.error();
  const bool announces = has_json_ld(text->utf8);
  Result<Document> document = Document::parse(std::move(text->utf8));
  if (!document) {
    Error error = document.error();
    error.context = capture.url.text();
    return error;
  }
  Url base = base_of(*document, capture.url);
  std::vector<std::string> announced;
  if (announces) announced = announced_items(*document, base);
  Outline outline(document->body());
  Landmarks landmarks(outline);
  return ParsedPage{.document = std::move(*document),
                    .base = std::move(base),
                    .charset = std::move(text->charset),
                    .replaced = text->replaced,
                    .outline = std::move(outline),
                    .landmarks = std::move(landmarks),
                    .announced = std::move(announced)};
}

DateRules date_rules(const Document& document, const Profile& profile) {
  DateRules rules = profile.dates;
  if (rules.language.empty()) rules.language = document.body().parent().attribute("lang").value_or("");
  return rules;
}

}  // namespace dekko
