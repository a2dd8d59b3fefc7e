#include "app/step_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/json_fields.h"
#include "core/limits.h"

namespace dekko {

namespace {

constexpr size_t kStepsBytes = limits::kJournalEntryBytes - 1 * limits::kKiB;  // less its frame

constexpr std::array<std::string_view, 3> kSources = {"declared", "none", "inferred"};

ProfileSource source_of(const Json& json) {
  const auto found = std::find(kSources.begin(), kSources.end(), json.at("profile_is").get<std::string>());
  if (found == kSources.end())
    throw std::invalid_argument("has a profile of a kind that this dekko does not know");
  return static_cast<ProfileSource>(found - kSources.begin());
}

void write_read_by(Json& json, const ReadBy& by) {
  json["profile_text"] = by.text;
  json["profile_fingerprint"] = by.fingerprint;
}

ReadBy read_by_of(const Json& json) {
  return {json.at("profile_text").get<std::string>(), json.at("profile_fingerprint").get<std::string>()};
}

// One pair of functions a step: what it adds to the entry, and reading that back.
void write(Json& json, const RunBegins& step) {
  json["step"] = "run_begins";
  json["profile"] = step.profile;
  write_read_by(json, step.read_by);
  json["profile_is"] = kSources.at(static_cast<size_t>(step.source));
  json["continues"] = step.continues ? Json(to_text_ms(*step.continues)) : Json(nullptr);
  json["permission"] = step.permission ? Json(*step.permission) : Json(nullptr);
  json["position"] = json_of(step.position);
}

RunBegins read_run_begins(const Json& json) {
  RunBegins step{.profile = json.at("profile").get<std::string>(),
                 .read_by = read_by_of(json),
                 .source = source_of(json),
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
  return {record_of(json.at("record")), json.at("page").get<int>(), position_of(json.at("position")),
          json.at("fingerprint").get<std::string>(), json.at("verdict").get<std::string>()};
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

void write(Json& json, const ProfilePinned& step) {
  json["step"] = "pinned";
  json["profile"] = step.profile.name;
  write_read_by(json, {step.profile.toml, step.profile.fingerprint});
  json["since"] = to_text_ms(step.profile.since);
}

ProfilePinned read_pinned(const Json& json) {
  const ReadBy by = read_by_of(json);
  return {{json.at("profile").get<std::string>(), by.text, by.fingerprint, moment(json, "since")}};
}

void write(Json& json, const PagesReread& step) {
  json["step"] = "reread";
  write_read_by(json, step.read_by);
  for (const RecordRef& record : step.records) json["records"].push_back(json_of(record));
}

PagesReread read_reread(const Json& json) {
  PagesReread step{read_by_of(json), {}};
  for (const Json& record : json.at("records")) step.records.push_back(record_of(record));
  return step;
}

void write(Json& json, const RunEnds& step) {
  json["step"] = "run_ends";
  json["ended"] = to_text_ms(step.ended);
  json["stop_reason"] = to_text(step.reason);
  json["coverage"] = to_text(step.coverage);
  json["gaps"] = Json::array();
  for (const Gap& gap : step.gaps) json["gaps"].push_back(json_of(gap));
}

RunEnds read_run_ends(const Json& json) {
  RunEnds step{moment(json, "ended"), required(parse_stop_reason(json.at("stop_reason").get<std::string>())),
               required(parse_coverage(json.at("coverage").get<std::string>()))};
  if (!json.contains("gaps")) return step;  // as a journal from before schema 5
  for (const Json& gap : json.at("gaps")) step.gaps.push_back(gap_of(gap));
  return step;
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

Json json_of(const JournalStep& step) {
  Json json;
  json["run"] = {
      {"listing", step.run.listing}, {"kind", step.run.kind}, {"started", to_text_ms(step.run.started)}};
  std::visit([&](const auto& what) { write(json, what); }, step.what);
  return json;
}

JournalStep step_of(const Json& json) {
  const Json& run = json.at("run");
  JournalStep step{
      {run.at("listing").get<std::string>(), run.at("kind").get<std::string>(), moment(run, "started")}, {}};
  const std::string name = json.at("step").get<std::string>();
  if (name == "run_begins")
    step.what = read_run_begins(json);
  else if (name == "request")
    step.what = read_request(json);
  else if (name == "answer")
    step.what = read_answer(json);
  else if (name == "page")
    step.what = read_page_step(json);
  else if (name == "page_again")
    step.what = read_page_again(json);
  else if (name == "robots")
    step.what = read_robots(json);
  else if (name == "problem")
    step.what = read_problem(json);
  else if (name == "missing")
    step.what = read_missing(json);
  else if (name == "pinned")
    step.what = read_pinned(json);
  else if (name == "reread")
    step.what = read_reread(json);
  else if (name == "run_ends")
    step.what = read_run_ends(json);
  else
    throw std::invalid_argument("has a step that this dekko does not know: " + name);
  return step;
}

Error no_entry(std::string_view where, std::string_view why) {
  return Error{ErrorCode::kCorrupt, std::string(where),
               "holds a journal entry that cannot be read: " + std::string(why)};
}

}  // namespace

Result<std::vector<std::string>> to_entries(const std::string& database,
                                            const std::vector<JournalStep>& steps) {
  std::vector<std::string> bodies(1);
  for (const JournalStep& step : steps) {
    const std::string text = json_of(step).dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > kStepsBytes) {
      return Error{ErrorCode::kLimit, step.run.listing,
                   fmt::format("makes a step of {} octets, which nobody would read again", text.size())};
    }
    if (bodies.back().size() + text.size() > kStepsBytes) bodies.emplace_back();
    bodies.back() += (bodies.back().empty() ? "" : ",") + text;
  }
  for (size_t part = 0; part < bodies.size(); ++part) {
    const std::string place =
        bodies.size() == 1 ? "" : fmt::format(R"("part":{},"more":{},)", part, part + 1 < bodies.size());
    bodies[part] =
        fmt::format(R"({{"database":{},{}"steps":[{}]}})", Json(database).dump(), place, bodies[part]);
  }
  return bodies;
}

Result<JournalEntry> parse_journal_entry(std::string_view text, std::string_view where) {
  if (text.size() > limits::kJournalEntryBytes) return no_entry(where, "it is over 8 MiB");
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return no_entry(where, "it is no JSON");
  try {
    JournalEntry entry{.database = json.at("database").get<std::string>(),
                       .steps = {},
                       .part = json.value("part", size_t{0}),
                       .more = json.value("more", false)};
    for (const Json& step : json.at("steps")) entry.steps.push_back(step_of(step));
    return entry;
  } catch (const std::exception& fault) {  // nlohmann's, for what is missing or of another type
    return no_entry(where, fault.what());
  }
}

}  // namespace dekko
