#include "app/life_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/console.h"
#include "app/word_diff.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

std::string proof_text(const Proof& proof) {
  const std::string where = proof.warc_length == 0
                                ? std::string()
                                : fmt::format(" at {} + {}", proof.warc_offset, proof.warc_length);
  return fmt::format("capture {}, page {} of {}: {}{}, sha256 {}", proof.capture_id, proof.page,
                     proof.fetched_at, harmless(proof.warc_file), where, proof.sha256.substr(0, 12));
}

std::string span_text(const std::string& first, const std::string& last, int64_t times) {
  return first == last ? fmt::format("seen {}", first)
                       : fmt::format("seen {} to {}, {} times", first, last, times);
}

std::string edit_text(const WordEdit& edit, const Paint& paint, bool space_follows) {
  const size_t end = edit.text.find_last_not_of(' ') + 1;
  const std::string word = harmless(edit.text.substr(0, end));
  const std::string space = space_follows ? edit.text.substr(end) : "";
  switch (edit.kind) {
    case WordEdit::Kind::kKept:
      return word + space;
    case WordEdit::Kind::kGone:
      return paint.gone(word) + space;
    case WordEdit::Kind::kAdded:
      return paint.added(word) + space;
  }
  return {};
}

std::string diff_text(const Life::Change& change, const Paint& paint) {
  const std::vector<WordEdit> edits = word_diff(change.before.value_or(""), change.after.value_or(""));
  std::string text;
  for (size_t i = 0; i < edits.size(); ++i) {
    const bool replaced = edits[i].kind == WordEdit::Kind::kGone && i + 1 < edits.size() &&
                          edits[i + 1].kind == WordEdit::Kind::kAdded;
    text += edit_text(edits[i], paint, !replaced);
  }
  return text;
}

// What a state shares with the one before it in its listing is not told again.
std::string state_text(const Life::State& state, const Life::State* prior, const Paint& paint) {
  std::string text = fmt::format("\n{}  {}\n", paint.strong(fmt::format("version {}", state.version_id)),
                                 span_text(state.first_seen, state.last_seen, state.times_seen));
  for (size_t i = 0; i < state.fields.size(); ++i) {
    const auto& [field, value] = state.fields[i];
    const bool known = prior != nullptr && prior->fields[i].second == value;
    if (known || (!value && prior == nullptr)) continue;
    text += fmt::format("  {:<15} {}\n", field, value ? harmless(*value) : "(not shown any more)");
  }
  return text + fmt::format("  {:<15} {}\n", "proof", proof_text(state.proof));
}

std::string change_text(const Life::Change& change, const Paint& paint) {
  return fmt::format("  {:<15} {}\n  {:<15} {}, between {} and {}\n  {:<15} {}\n", change.field,
                     diff_text(change, paint), "", change.kind, change.not_before, change.not_after, "proof",
                     proof_text(change.proof));
}

std::string listing_text(const Life& life, const std::string& listing, const Paint& paint) {
  std::string text = fmt::format("\n{}\n", paint.strong("in " + harmless(listing)));
  std::string changes;
  const Life::State* prior = nullptr;
  for (const Life::State& state : life.states) {
    if (state.listing != listing) continue;
    text += state_text(state, prior, paint);
    prior = &state;
  }
  for (const Life::Change& change : life.changes) {
    if (change.listing == listing) changes += change_text(change, paint);
  }
  return changes.empty() ? text : text + fmt::format("\n{}\n{}", paint.strong("changes"), changes);
}

Json proof_json(const Proof& proof) {
  const bool plain = proof.warc_length == 0;
  Json json;
  json["capture_id"] = proof.capture_id;
  json["page"] = proof.page;
  json["url"] = proof.url;
  json["fetched_at"] = proof.fetched_at;
  json["warc_file"] = proof.warc_file;
  json["warc_offset"] = plain ? Json(nullptr) : Json(proof.warc_offset);
  json["warc_length"] = plain ? Json(nullptr) : Json(proof.warc_length);
  json["sha256"] = proof.sha256;
  return json;
}

Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json state_json(const Life::State& state) {
  Json json;
  json["version_id"] = state.version_id;
  json["listing"] = state.listing;
  for (const auto& [field, value] : state.fields) json[field] = or_null(value);
  json["first_seen"] = state.first_seen;
  json["last_seen"] = state.last_seen;
  json["times_seen"] = state.times_seen;
  json["proof"] = proof_json(state.proof);
  return json;
}

Json change_json(const Life::Change& change) {
  Json json;
  json["listing"] = change.listing;
  json["field"] = change.field;
  json["kind"] = change.kind;
  json["before"] = or_null(change.before);
  json["after"] = or_null(change.after);
  json["not_before"] = change.not_before;
  json["not_after"] = change.not_after;
  json["proof"] = proof_json(change.proof);
  return json;
}

}  // namespace

std::string life_text(const Life& life, const Paint& paint) {
  std::string text = fmt::format("{}  item {}\n{}\n", paint.strong(harmless(life.url)), life.id,
                                 span_text(life.first_seen, life.last_seen, life.times_seen));
  for (const Life::Absence& absence : life.absences) {
    text += fmt::format("missing since {} (last seen {}){}\n", absence.missing_since, absence.last_seen,
                        absence.returned.empty() ? "" : ", back " + absence.returned);
  }
  std::vector<std::string> listings;
  for (const Life::State& state : life.states) {
    if (std::find(listings.begin(), listings.end(), state.listing) == listings.end())
      listings.push_back(state.listing);
  }
  for (const std::string& listing : listings) text += listing_text(life, listing, paint);
  return text;
}

std::string life_json(const Life& life) {
  Json json;
  json["record"] = "item";
  json["id"] = life.id;
  json["url"] = life.url;
  json["first_seen"] = life.first_seen;
  json["last_seen"] = life.last_seen;
  json["times_seen"] = life.times_seen;
  json["versions"] = Json::array();
  for (const Life::State& state : life.states) json["versions"].push_back(state_json(state));
  json["changes"] = Json::array();
  for (const Life::Change& change : life.changes) json["changes"].push_back(change_json(change));
  json["absences"] = Json::array();
  for (const Life::Absence& a : life.absences) {
    json["absences"].push_back({{"last_seen", a.last_seen},
                                {"missing_since", a.missing_since},
                                {"returned", a.returned.empty() ? Json(nullptr) : Json(a.returned)}});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dekko
