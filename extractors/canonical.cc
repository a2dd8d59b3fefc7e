#include "extractors/canonical.h"

#include "core/url.h"
#include "extractors/html/document.h"
#include "extractors/html/selector.h"
#include "extractors/text/charset.h"

namespace dekko {

std::optional<std::string> canonical_link(std::string_view bytes, std::string_view content_type) {
  const Result<Document> page = Document::parse(decode(bytes, content_type).utf8);
  if (!page) return std::nullopt;
  for (const char* const place : {"link[rel~=canonical i]::attr(href)", "meta[property='og:url']::attr(content)"}) {
    const Result<Selector> selector = Selector::compile(place);
    if (!selector) continue;
    const Node found = selector->first(page->root());
    if (!found) continue;
    const Result<Url> url = Url::parse(selector->value_of(found));
    if (url) return url->text();
  }
  return std::nullopt;
}

}  // namespace dekko
