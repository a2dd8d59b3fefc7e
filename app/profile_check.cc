#include "app/profile_check.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/card_fields.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kValueWidth = 60;  // with the selector beside it, a line of 110

struct Found {
  std::string field;
  std::optional<std::string> value;
  std::string selector;  // empty: by shape, or nothing found
};

std::string selector_of(const ExtractTrace& trace, int position, std::string_view field) {
  for (const FoundBy& by : trace.found) {
    if (by.position == position && by.field == field) return by.selector;
  }
  return {};
}

std::vector<Found> found_in(const Card& card, const ExtractTrace& trace) {
  std::vector<Found> found;
  found.reserve(kCardFields.size());
  for (const char* field : kCardFields) {
    found.push_back({field, value_of(card, field), selector_of(trace, card.position, field)});
  }
  return found;
}

std::vector<Found> found_on(const Page& page, const ExtractTrace& trace) {
  std::optional<std::string> pager;
  if (page.page_count) pager = fmt::format("page {} of {}", page.page, *page.page_count);
  std::vector<Found> found = {{"title", page.title, {}},
                              {"description", page.description, {}},
                              {"pager", pager, {}},
                              {"next", page.next, {}}};
  for (Found& one : found) one.selector = selector_of(trace, 0, one.field);
  return found;
}

std::string cut(const std::string& text) {
  if (length_of(text) <= kValueWidth) return text;
  size_t end = 0;
  for (size_t letters = 0; letters + 1 < kValueWidth; ++letters) {
    do ++end;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  }
  return text.substr(0, end) + "…";
}

// "h2 a", "by shape", or the selectors that gave nothing.
std::string how(const Found& found, const Profile& profile) {
  if (found.value) return found.selector.empty() ? "by shape" : found.selector;
  const FieldRule* rule = profile.rule(found.field);
  if (rule == nullptr) return "";
  std::string tried;
  for (const Selector& selector : rule->select) tried += (tried.empty() ? "" : " / ") + selector.text();
  return "no value at " + tried;
}

std::string line_of(const std::string& margin, const Found& found, const Profile& profile) {
  const std::string value = cut(found.value.value_or("-"));
  const std::string pad(kValueWidth - std::min(kValueWidth, length_of(value)), ' ');
  std::string line =
      fmt::format("{:>4} {:<12} {}{}  {}", margin, found.field, value, pad, how(found, profile));
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string problem_line(const Problem& problem) {
  return fmt::format("   ! {}: {}{}{}\n", problem.field, problem.reason, problem.excerpt.empty() ? "" : " · ",
                     problem.excerpt);
}

Json json_of(const Found& found) {
  Json json = Json::object();
  json["value"] = found.value ? Json(*found.value) : Json(nullptr);
  json["selector"] = found.selector.empty() ? Json(nullptr) : Json(found.selector);
  return json;
}

Json json_of(const std::vector<Problem>& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"position", problem.position},
                    {"field", problem.field},
                    {"reason", problem.reason},
                    {"excerpt", problem.excerpt}});
  }
  return list;
}

}  // namespace

void ProfileCheck::count(const std::string& origin, const Page& page, const ExtractTrace& trace) {
  const bool strange = page.verdict == Verdict::kNotAListing || page.verdict == Verdict::kUnrecognized;
  if (strange) faults_.push_back(fmt::format("{} is {}", origin, to_text(page.verdict)));
  for (const Card& card : trace.cards) {
    ++cards_;
    for (const Found& found : found_in(card, trace)) found_[found.field] += found.value ? 1 : 0;
    if (card.url.empty()) faults_.push_back(fmt::format("card {} of {} has no url", card.position, origin));
    if (!card.headline)
      faults_.push_back(fmt::format("card {} of {} has no headline", card.position, origin));
  }
}

bool ProfileCheck::claims(const Page& page) const {
  const Result<Url> url = Url::parse(page.url);
  return url && claim_on(*url, profile_.claims);
}

std::string ProfileCheck::text_of(const std::string& origin, const Page& page, const ExtractTrace& trace) {
  count(origin, page, trace);
  std::string text = fmt::format("{} · {} · {}\n", origin, page.url, to_text(page.verdict));
  text += fmt::format("     {:<12} {} found {}\n", "cards", trace.cards.size(),
                      trace.cards_by.empty() ? "by shape" : "by " + trace.cards_by);
  if (!claims(page)) text += fmt::format("     {:<12} does not claim this address\n", profile_.name);
  for (const Found& found : found_on(page, trace)) text += line_of("", found, profile_);
  for (const Problem& problem : page.problems) text += problem_line(problem);
  for (const Card& card : trace.cards) {
    std::string margin = std::to_string(card.position);
    for (const Found& found : found_in(card, trace)) {
      text += line_of(margin, found, profile_);
      margin.clear();
    }
    for (const Problem& problem : card.problems) text += problem_line(problem);
  }
  return text + "\n";
}

std::string ProfileCheck::json_lines_of(const std::string& origin, const Page& page,
                                        const ExtractTrace& trace) {
  count(origin, page, trace);
  Json head = {{"record", "page"},
               {"file", origin},
               {"url", page.url},
               {"profile", profile_.name},
               {"claimed", claims(page)},
               {"verdict", std::string(to_text(page.verdict))},
               {"cards", trace.cards.size()},
               {"cards_by", trace.cards_by.empty() ? Json(nullptr) : Json(trace.cards_by)}};
  for (const Found& found : found_on(page, trace)) head[found.field] = json_of(found);
  head["problems"] = json_of(page.problems);
  std::string lines = head.dump() + "\n";
  for (const Card& card : trace.cards) {
    Json record = {{"record", "card"}, {"file", origin}, {"position", card.position}};
    for (const Found& found : found_in(card, trace)) record[found.field] = json_of(found);
    record["problems"] = json_of(card.problems);
    lines += record.dump() + "\n";
  }
  return lines;
}

std::string ProfileCheck::totals_text() const {
  std::string text;
  for (const char* field : kCardFields) {
    const auto found = found_.find(field);
    text += fmt::format("     {:<12} {} of {}\n", field, found == found_.end() ? 0 : found->second, cards_);
  }
  return text;
}

std::string ProfileCheck::totals_json() const {
  Json record = {{"record", "totals"}, {"profile", profile_.name}, {"cards", cards_}};
  for (const char* field : kCardFields) {
    const auto found = found_.find(field);
    record[field] = found == found_.end() ? 0 : found->second;
  }
  record["faults"] = faults_;
  return record.dump() + "\n";
}

}  // namespace dekko
