// What the tests of selectors do all the time.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extractors/html/selector.h"

namespace dekko {

inline Document parse(std::string html) {
  Result<Document> document = Document::parse(std::move(html));
  EXPECT_TRUE(document) << (document ? "" : document.error().message());
  return std::move(*document);
}

inline Selector compile(std::string_view text) {
  Result<Selector> selector = Selector::compile(text);
  EXPECT_TRUE(selector) << (selector ? "" : selector.error().message());
  return std::move(*selector);
}

inline std::string refusal(std::string_view text) {
  Result<Selector> selector = Selector::compile(text);
  return selector ? "accepted" : selector.error().message();
}

// The ids of all matches, "-" for one without.
inline std::string ids(const Document& document, std::string_view selector) {
  std::string found;
  for (Node node : compile(selector).all(document.root()))
    found.append(found.empty() ? "" : " ").append(node.attribute("id").value_or("-"));
  return found;
}

}  // namespace dekko
