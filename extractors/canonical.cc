#include "extractors/canonical.h"

#include "core/url.h"
#include "extractors/html/document.h"
#include "extractors/html/selector.h"
#include "extractors/text/charset.h"

namespace dekko {

namespace {

// Where the body begins, as far as can be told without a tree.
size_t body_of(std::string_view page) {
  for (size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
    const std::string_view name = page.substr(at + 1, 4);
    if (name == "body" || name == "BODY") return at;
  }
  return page.npos;
}

std::optional<std::string> link_in(std::string page) {
  const Result<Document> document = Document::parse(std::move(page));
  if (!document) return std::nullopt;
  for (const char* const place :
       {"link[rel~=canonical i]::attr(href)", "meta[property='og:url']::attr(content)"}) {
    const Result<Selector> selector = Selector::compile(place);
    if (!selector) continue;
    const Node found = selector->first(document->root());
    if (!found) continue;
    const Result<Url> url = Url::parse(selector->value_of(found));
    if (url) return url->text();
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> canonical_link(std::string_view bytes, std::string_view content_type) {
  std::string page = decode(bytes, content_type).utf8;
  const size_t body = body_of(page);
  if (auto link = link_in(page.substr(0, body)); link || body == page.npos) return link;
  return link_in(std::move(page));
}

}  // namespace dekko
