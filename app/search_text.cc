#include "app/search_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/console.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

std::string marked(const std::string& text, const Paint& paint) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = std::min(text.find(SearchHit::kBegin, at), text.size());
    const size_t end = std::min(text.find(SearchHit::kEnd, begin), text.size());
    out += harmless(text.substr(at, begin - at));
    if (begin < text.size()) out += paint.hit(harmless(text.substr(begin + 1, end - begin - 1)));
    at = std::min(end, text.size()) + 1;
  }
  return out;
}

std::string unmarked(std::string text) {
  std::erase(text, SearchHit::kBegin);
  std::erase(text, SearchHit::kEnd);
  return text;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace

std::string hits_text(const std::vector<SearchHit>& hits, const Paint& paint) {
  std::string text;
  for (const SearchHit& hit : hits) {
    text += fmt::format("{}{}\n", text.empty() ? "" : "\n", marked(hit.headline, paint));
    if (!hit.dek.empty()) text += fmt::format("  {}\n", marked(hit.dek, paint));
    std::string facts = harmless(hit.published);
    if (!hit.bylines.empty()) facts += (facts.empty() ? "" : " · ") + marked(hit.bylines, paint);
    if (!facts.empty()) text += fmt::format("  {}\n", facts);
    text += fmt::format("  {}  item {}, seen {} to {}\n", harmless(hit.url), hit.id, hit.first_seen,
                        hit.last_seen);
  }
  return text;
}

std::string hits_json(const std::vector<SearchHit>& hits) {
  std::string lines;
  for (const SearchHit& hit : hits) {
    Json json;
    json["record"] = "hit";
    json["id"] = hit.id;
    json["url"] = hit.url;
    json["headline"] = or_null(unmarked(hit.headline));
    json["dek"] = or_null(unmarked(hit.dek));
    json["bylines"] = or_null(unmarked(hit.bylines));
    json["published"] = or_null(hit.published);
    json["first_seen"] = hit.first_seen;
    json["last_seen"] = hit.last_seen;
    const Paint plain{};
    json["marked"] = {{"headline", or_null(marked(hit.headline, plain))},
                      {"dek", or_null(marked(hit.dek, plain))},
                      {"bylines", or_null(marked(hit.bylines, plain))}};
    lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

}  // namespace dekko
