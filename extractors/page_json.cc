#include "extractors/page_json.h"

#include <nlohmann/json.hpp>

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// Entry by entry: a list of pairs would be copied twice on its way into an object.
class Record {
 public:
  Record& put(const char* name, Json value) {
    entries_.emplace_back(name, std::move(value));
    return *this;
  }
  Json take() { return std::move(entries_); }

 private:
  Json::object_t entries_;
};

// A card's own problems need no position: it stands in their record.
Json problems_of(const std::vector<Problem>& problems, bool with_position) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    Record entry;
    if (with_position) entry.put("position", problem.position);
    entry.put("field", problem.field).put("reason", problem.reason).put("excerpt", problem.excerpt);
    list.push_back(entry.take());
  }
  return list;
}

Json names_of(const std::vector<Author>& authors) {
  Json list = Json::array();
  for (const Author& author : authors) list.push_back(author.name);
  return list;
}

Json page_record(const Page& page) {
  Record record;
  record.put("record", "page").put("url", page.url).put("listing", page.listing);
  record.put("title", or_null(page.title)).put("description", or_null(page.description));
  record.put("page", page.page).put("page_count", or_null(page.page_count)).put("next", or_null(page.next));
  record.put("cards", page.cards.size()).put("charset", page.charset).put("profile", page.profile);
  record.put("verdict", std::string(to_text(page.verdict)));
  return record.put("problems", problems_of(page.problems, true)).take();
}

Json card_record(const Card& card) {
  Record record;
  record.put("record", "card").put("position", card.position).put("url", card.url);
  record.put("headline", or_null(card.headline)).put("dek", or_null(card.dek));
  record.put("kind", or_null(card.kind)).put("bylines", names_of(card.bylines));
  record.put("published", or_null(card.published)).put("published_text", or_null(card.published_text));
  record.put("image", or_null(card.image));
  return record.put("problems", problems_of(card.problems, false)).take();
}

}  // namespace

std::string to_json_lines(const Page& page) {
  std::string lines = page_record(page).dump() + "\n";
  for (const Card& card : page.cards) lines += card_record(card).dump() + "\n";
  return lines;
}

}  // namespace dekko
