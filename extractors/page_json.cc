#include "extractors/page_json.h"

#include <nlohmann/json.hpp>

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// A card's own problems need no position: it stands in their record.
Json problems_of(const std::vector<Problem>& problems, bool with_position) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    Json entry = Json::object();
    if (with_position) entry["position"] = problem.position;
    entry["field"] = problem.field;
    entry["reason"] = problem.reason;
    entry["excerpt"] = problem.excerpt;
    list.push_back(std::move(entry));
  }
  return list;
}

Json names_of(const std::vector<Author>& authors) {
  Json list = Json::array();
  for (const Author& author : authors) list.push_back(author.name);
  return list;
}

Json page_record(const Page& page) {
  return {{"record", "page"},
          {"url", page.url},
          {"listing", page.listing},
          {"title", or_null(page.title)},
          {"description", or_null(page.description)},
          {"page", page.page},
          {"page_count", or_null(page.page_count)},
          {"next", or_null(page.next)},
          {"cards", page.cards.size()},
          {"charset", page.charset},
          {"profile", page.profile},
          {"verdict", std::string(to_text(page.verdict))},
          {"problems", problems_of(page.problems, true)}};
}

Json card_record(const Card& card) {
  return {{"record", "card"},
          {"position", card.position},
          {"url", card.url},
          {"headline", or_null(card.headline)},
          {"dek", or_null(card.dek)},
          {"kind", or_null(card.kind)},
          {"bylines", names_of(card.bylines)},
          {"published", or_null(card.published)},
          {"published_text", or_null(card.published_text)},
          {"image", or_null(card.image)},
          {"problems", problems_of(card.problems, false)}};
}

}  // namespace

std::string to_json_lines(const Page& page) {
  std::string lines = page_record(page).dump() + "\n";
  for (const Card& card : page.cards) lines += card_record(card).dump() + "\n";
  return lines;
}

}  // namespace dekko
