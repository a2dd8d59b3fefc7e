#include "app/step_json.h"

#include <nlohmann/json.hpp>

#include "core/limits.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
T required(std::optional<T> value) {
  if (!value) throw std::invalid_argument("has a word that this dekko does not know");
  return *std::move(value);
}

Moment moment(const Json& json, const char* key) {
  const Result<Moment> value = parse_moment(json.at(key).get<std::string>());
  if (!value) throw std::invalid_argument("has a moment that is none");
  return *value;
}

// What a site sent may be in any charset, and JSON holds UTF-8 alone: each octet becomes the character of its
// number.
std::string text_of_octets(std::string_view octets) {
  std::string text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet >= 0x80) text += static_cast<char>(0xC0 | (octet >> 6));
    text += static_cast<char>(octet < 0x80 ? octet : 0x80 | (octet & 0x3F));
  }
  return text;
}

std::string octets(const Json& json, const char* key) {
  const std::string text = json.at(key).get<std::string>();
  std::string octets;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      octets += text[i];
    } else if (first <= 0xC3 && i + 1 < text.size()) {
      octets += static_cast<char>((first << 6) | (static_cast<unsigned char>(text[++i]) & 0x3F));
    } else {
      throw std::invalid_argument("has a character that is no octet");
    }
  }
  return octets;
}

Json json_of(const WalkPosition& position) {
  Json json{{"mode", position.mode}, {"next_page", position.next_page}};
  json["last_page"] = position.last_page ? Json(*position.last_page) : Json(nullptr);
  json["next_url"] = position.next_url;
  json["missing"] = position.missing;
  return json;
}

WalkPosition position_of(const Json& json) {
  WalkPosition position{.mode = json.at("mode").get<std::string>(), .next_page = json.at("next_page").get<int>()};
  if (const Json& last = json.at("last_page"); !last.is_null()) position.last_page = last.get<int>();
  position.next_url = json.at("next_url").get<std::string>();
  position.missing = json.at("missing").get<std::vector<int>>();
  return position;
}

Json json_of(const RecordRef& record) {
  return {{"id", record.id}, {"file", record.file}, {"offset", record.offset}, {"length", record.length},
          {"sha256", record.sha256}};
}

RecordRef record_of(const Json& json) {
  return {.file = json.at("file").get<std::string>(),
          .offset = json.at("offset").get<uint64_t>(),
          .length = json.at("length").get<uint64_t>(),
          .sha256 = json.at("sha256").get<std::string>(),
          .id = json.at("id").get<std::string>()};
}

// One pair of functions a step: what it adds to the entry, and reading that back.
void write(Json& json, const RunBegins& step) {
  json["step"] = "run_begins";
  json["profile"] = step.profile;
  json["profile_text"] = step.profile_text;
  json["continues"] = step.continues ? Json(to_text_ms(*step.continues)) : Json(nullptr);
  json["permission"] = step.permission ? Json(*step.permission) : Json(nullptr);
  json["position"] = json_of(step.position);
}

RunBegins read_run_begins(const Json& json) {
  RunBegins step{.profile = json.at("profile").get<std::string>(),
                 .profile_text = json.at("profile_text").get<std::string>(),
                 .position = position_of(json.at("position"))};
  if (!json.at("continues").is_null()) step.continues = moment(json, "continues");
  if (!json.at("permission").is_null()) step.permission = json.at("permission").get<std::string>();
  return step;
}

void write(Json& json, const RequestMade& step) {
  const LedgerLine& line = step.line;
  json["step"] = "request";
  json["at"] = to_text_ms(line.at);
  json["url"] = line.url;
  json["host"] = line.host;
  json["purpose"] = to_text(line.purpose);
  json["waited_s"] = line.waited.count();
  json["rule"] = line.rule;
  json["pause_s"] = line.pause.count();
  json["status"] = line.status;
  json["bytes"] = line.bytes;
  json["seconds"] = line.took.count();
  json["address"] = line.address;
  json["asked_s"] = line.asked_for.count();
  json["outcome"] = line.outcome;
}

RequestMade read_request(const Json& json) {
  RequestMade step;
  step.line = {.at = moment(json, "at"),
               .url = json.at("url").get<std::string>(),
               .host = json.at("host").get<std::string>(),
               .purpose = required(parse_purpose(json.at("purpose").get<std::string>())),
               .waited = Seconds(json.at("waited_s").get<double>()),
               .rule = json.at("rule").get<std::string>(),
               .pause = Seconds(json.at("pause_s").get<double>()),
               .status = json.at("status").get<int>(),
               .bytes = json.at("bytes").get<uint64_t>(),
               .took = Seconds(json.at("seconds").get<double>()),
               .address = json.at("address").get<std::string>(),
               .asked_for = Seconds(json.at("asked_s").get<double>()),
               .outcome = json.at("outcome").get<std::string>()};
  return step;
}

void write(Json& json, const AnswerNoted& step) {
  json["step"] = "answer";
  json["record"] = json_of(step.record);
  json["page"] = step.page;
  json["position"] = json_of(step.position);
}

AnswerNoted read_answer(const Json& json) {
  return {record_of(json.at("record")), json.at("page").get<int>(), position_of(json.at("position"))};
}

void write(Json& json, const PageRead& step) {
  json["step"] = "page";
  json["record"] = json_of(step.record);
  json["page"] = step.page;
  json["position"] = json_of(step.position);
  json["fingerprint"] = step.fingerprint;
  json["verdict"] = step.verdict;
}

PageRead read_page_step(const Json& json) {
  return {record_of(json.at("record")),
          json.at("page").get<int>(),
          position_of(json.at("position")),
          json.at("fingerprint").get<std::string>(),
          json.at("verdict").get<std::string>()};
}

void write(Json& json, const PageSeenAgain& step) {
  json["step"] = "page_again";
  json["record"] = json_of(step.record);
  json["url"] = step.url.text();
  json["at"] = to_text_ms(step.fetched_at);
  json["status"] = step.status;
  json["etag"] = text_of_octets(step.etag);
  json["last_modified"] = text_of_octets(step.last_modified);
  json["page"] = step.page;
  json["position"] = json_of(step.position);
}

PageSeenAgain read_page_again(const Json& json) {
  const Result<Url> url = Url::parse(json.at("url").get<std::string>());
  if (!url) throw std::invalid_argument("has an address that is none");
  return {.record = record_of(json.at("record")),
          .url = *url,
          .fetched_at = moment(json, "at"),
          .status = json.at("status").get<int>(),
          .etag = octets(json, "etag"),
          .last_modified = octets(json, "last_modified"),
          .page = json.at("page").get<int>(),
          .position = position_of(json.at("position"))};
}

void write(Json& json, const RobotsKept& step) {
  json["step"] = "robots";
  json["origin"] = step.origin;
  json["absent"] = step.copy.absent;
  json["body"] = text_of_octets(step.copy.body);
  json["read"] = to_text_ms(step.copy.read);
  json["etag"] = text_of_octets(step.copy.etag);
  json["last_modified"] = text_of_octets(step.copy.last_modified);
}

RobotsKept read_robots(const Json& json) {
  return {json.at("origin").get<std::string>(),
          {.absent = json.at("absent").get<bool>(),
           .body = octets(json, "body"),
           .read = moment(json, "read"),
           .etag = octets(json, "etag"),
           .last_modified = octets(json, "last_modified")}};
}

void write(Json& json, const ItemsMissing& step) {
  json["step"] = "missing";
  json["file"] = step.record.file;
  json["offset"] = step.record.offset;
  json["urls"] = step.urls;
}

ItemsMissing read_missing(const Json& json) {
  return {{.file = json.at("file").get<std::string>(), .offset = json.at("offset").get<uint64_t>()},
          json.at("urls").get<std::vector<std::string>>()};
}

void write(Json& json, const RunEnds& step) {
  json["step"] = "run_ends";
  json["ended"] = to_text_ms(step.ended);
  json["stop_reason"] = to_text(step.reason);
  json["coverage"] = to_text(step.coverage);
}

RunEnds read_run_ends(const Json& json) {
  return {moment(json, "ended"), required(parse_stop_reason(json.at("stop_reason").get<std::string>())),
          required(parse_coverage(json.at("coverage").get<std::string>()))};
}

void write(Json& json, const ProblemNoted& step) {
  json["step"] = "problem";
  json["position"] = step.problem.position;
  json["field"] = step.problem.field;
  json["reason"] = step.problem.reason;
  json["excerpt"] = step.problem.excerpt;
}

ProblemNoted read_problem(const Json& json) {
  return {{.position = json.at("position").get<int>(),
           .field = json.at("field").get<std::string>(),
           .reason = json.at("reason").get<std::string>(),
           .excerpt = json.at("excerpt").get<std::string>()}};
}

Json json_of(const Step& step) {
  Json json;
  json["run"] = {{"listing", step.run.listing}, {"kind", step.run.kind}, {"started", to_text_ms(step.run.started)}};
  std::visit([&](const auto& what) { write(json, what); }, step.what);
  return json;
}

Step step_of(const Json& json) {
  const Json& run = json.at("run");
  Step step{{run.at("listing").get<std::string>(), run.at("kind").get<std::string>(), moment(run, "started")}, {}};
  const std::string name = json.at("step").get<std::string>();
  if (name == "run_begins") step.what = read_run_begins(json);
  else if (name == "request") step.what = read_request(json);
  else if (name == "answer") step.what = read_answer(json);
  else if (name == "page") step.what = read_page_step(json);
  else if (name == "page_again") step.what = read_page_again(json);
  else if (name == "robots") step.what = read_robots(json);
  else if (name == "problem") step.what = read_problem(json);
  else if (name == "missing") step.what = read_missing(json);
  else if (name == "run_ends") step.what = read_run_ends(json);
  else throw std::invalid_argument("has a step that this dekko does not know: " + name);
  return step;
}

Error no_entry(std::string_view where, std::string_view why) {
  return Error{ErrorCode::kCorrupt, std::string(where), "holds a journal entry that cannot be read: " + std::string(why)};
}

}  // namespace

std::string to_json(const JournalEntry& entry) {
  Json json{{"database", entry.database}, {"steps", Json::array()}};
  for (const Step& step : entry.steps) json["steps"].push_back(json_of(step));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<JournalEntry> parse_journal_entry(std::string_view text, std::string_view where) {
  if (text.size() > limits::kJournalEntryBytes) return no_entry(where, "it is over 8 MiB");
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return no_entry(where, "it is no JSON");
  try {
    JournalEntry entry{.database = json.at("database").get<std::string>(), .steps = {}};
    for (const Json& step : json.at("steps")) entry.steps.push_back(step_of(step));
    return entry;
  } catch (const std::exception& fault) {  // nlohmann's, for what is missing or of another type
    return no_entry(where, fault.what());
  }
}

}  // namespace dekko
