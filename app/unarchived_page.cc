#include "app/unarchived_page.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "archive/digest.h"
#include "archive/http_message.h"
#include "crawler/polite/robots_tag.h"
#include "extractors/page_json.h"
#include "extractors/robots_meta.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kAgent = "dekko";

std::optional<std::string> text_or_none(const Json& json, const char* key) {
  const Json& value = json.at(key);
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

std::vector<Problem> problems_of(const Json& json, int position) {
  std::vector<Problem> problems;
  for (const Json& one : json.at("problems")) {
    problems.push_back({.position = one.value("position", position),
                        .field = one.at("field"),
                        .reason = one.at("reason"),
                        .excerpt = one.at("excerpt")});
  }
  return problems;
}

Card card_of(const Json& json) {
  Card card{.position = json.at("position"), .url = json.at("url")};
  card.headline = text_or_none(json, "headline");
  card.dek = text_or_none(json, "dek");
  if (card.headline) card.headline_key = plain_text(*card.headline);
  if (card.dek) card.dek_key = plain_text(*card.dek);
  card.kind = text_or_none(json, "kind");
  for (const std::string name : json.at("bylines")) card.bylines.push_back({name, fold_key(name)});
  card.published = text_or_none(json, "published");
  card.published_text = text_or_none(json, "published_text");
  card.image = text_or_none(json, "image");
  card.problems = problems_of(json, card.position);
  return card;
}

Page page_of(const Json& json) {
  Page page{.url = json.at("url"), .listing = json.at("listing"), .page = json.at("page")};
  page.title = text_or_none(json, "title");
  page.description = text_or_none(json, "description");
  if (!json.at("page_count").is_null()) page.page_count = json.at("page_count").get<int>();
  page.next = text_or_none(json, "next");
  page.charset = json.at("charset");
  page.profile = json.at("profile");
  const std::optional<Verdict> verdict = parse_verdict(json.at("verdict").get<std::string>());
  if (!verdict) throw std::invalid_argument("has a verdict that this dekko does not know");
  page.verdict = *verdict;
  page.problems = problems_of(json, 0);
  return page;
}

std::string_view take_json_line(std::string_view& lines) {
  const std::string_view line = lines.substr(0, lines.find('\n'));
  lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  return line;
}

Result<UnarchivedPage> parsed(const WarcRecord& record) {
  std::string_view lines = record.block;
  const Json answer = Json::parse(take_json_line(lines));
  const Result<Url> url = Url::parse(answer.at("url").get<std::string>());
  const Result<Moment> at = parse_moment(answer.at("fetched_at").get<std::string>());
  const Result<std::string> sha256 = sha256_hex(record.block);
  if (!url) return url.error();
  if (!at) return at.error();
  if (!sha256) return sha256.error();
  Capture capture{.url = *url,
                  .fetched_at = *at,
                  .status = answer.at("status"),
                  .content_type = answer.at("content_type")};
  capture.record = record.ref;
  capture.record.sha256 = *sha256;
  Page page = page_of(Json::parse(take_json_line(lines)));
  page.profile_fingerprint = answer.at("fingerprint");
  while (!lines.empty()) page.cards.push_back(card_of(Json::parse(take_json_line(lines))));
  return UnarchivedPage{std::move(capture), std::move(page)};
}

}  // namespace

std::optional<std::string> archiving_ban(const Exchange& exchange, const Capture* decoded) {
  if (const Result<HttpHead> head = parse_http_head(exchange.response_head)) {
    for (const HeaderField& field : head->fields) {
      if (field.name == "x-robots-tag" && forbids_archiving(field.value, kAgent))
        return "X-Robots-Tag: " + field.value;
    }
  }
  if (!decoded) return std::nullopt;
  for (const std::string& content : robots_meta(*decoded, kAgent, {"noarchive", "none"})) {
    if (forbids_archiving(content, kAgent)) return "meta robots: " + content;
  }
  return std::nullopt;
}

Note unarchived_note(const Capture& capture, const Page& page, const std::string& why) {
  const Json answer{{"record", "unarchived"},
                    {"url", capture.url.text()},
                    {"fetched_at", to_text_ms(capture.fetched_at)},
                    {"status", capture.status},
                    {"content_type", capture.content_type},
                    {"why", why},
                    {"fingerprint", page.profile_fingerprint}};
  return {.target = capture.url.text(),
          .at = capture.fetched_at,
          .content_type = std::string(kUnarchivedType),
          .text = answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + to_json_lines(page)};
}

Result<UnarchivedPage> read_unarchived(const WarcRecord& record) {
  const auto refusal = [&](ErrorCode code, std::string detail) {
    return Error{code, fmt::format("{}, offset {}", record.ref.file, record.ref.offset), std::move(detail)};
  };
  if (record.type() != "metadata" || record.field("content-type") != kUnarchivedType) {
    return refusal(ErrorCode::kUnsupported, "holds no page's cards");
  }
  try {
    return parsed(record);
  } catch (const std::exception& broken) {
    return refusal(ErrorCode::kCorrupt, fmt::format("is no page's cards: {}", broken.what()));
  }
}

}  // namespace dekko
