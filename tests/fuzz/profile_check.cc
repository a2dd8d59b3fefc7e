// A profile.
#include "extractors/sites/profile.h"

#include "core/limits.h"
#include "extractors/infer/profile_text.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

// As dekko writes a profile: with the site's claims and habits, and a place for each field that has one.
ProfileDraft draft_of(const Profile& profile) {
  ProfileDraft draft{.name = profile.name, .claims = profile.claims};
  if (!profile.cards.empty()) draft.each = profile.cards.front().text();
  for (const char* name : {"url", "headline", "dek"}) {
    FieldPlaces places{.field = name};
    const FieldRule* rule = profile.rule(name);
    if (rule)
      for (const Selector& selector : rule->select) places.select.push_back(selector.text());
    draft.fields.push_back(std::move(places));
  }
  const FieldRule* title = profile.rule("title");
  if (title && !title->select.empty()) draft.page["title"] = title->select.front().text();
  return draft;
}

void check_printed(const Profile& profile) {
  const std::string text = profile_text(draft_of(profile), profile);
  if (text.size() > limits::kProfileBytes) return;  // remarks and quotes take some room
  const Result<Profile> again = parse_profile(text, "printed.toml");
  claim(again.has_value(), "a profile that is printed can be read",
        again ? "" : again.error().message() + text);
  claim(profile_text(draft_of(*again), *again) == text, "it reads as the same profile", text);
}

void check_limits(const Profile& profile) {
  claim(profile.versions.size() <= limits::kProfileVersions, "versions are within their limit");
  for (size_t i = 1; i < profile.versions.size(); ++i)
    claim(profile.versions[i - 1].from < profile.versions[i].from, "versions stand in their order");
  for (const auto& [field, rule] : profile.fields)
    claim(!rule.pattern || rule.pattern->groups() == 1, "a pattern has its one group", field);
}

}  // namespace

void check_profile(std::string_view octets) {
  const ProfileReading reading = read_profile(octets, "a.toml");
  const Result<Profile> profile = parse_profile(octets, "a.toml");
  claim(reading.profile.has_value() == reading.faults.empty(), "a profile, or what is wrong with it");
  claim(profile.has_value() == reading.profile.has_value(), "both readings agree");
  claim(reading.faults.size() <= limits::kProfileFaults + 1, "faults are within their limit");
  for (const Error& fault : reading.faults)
    claim(fault.context.starts_with("a.toml") && !fault.detail.empty(), "a fault has its place",
          fault.message());
  if (!profile) return;
  claim(profile->text == octets, "a profile keeps its text");
  claim(profile->fingerprint == reading.profile->fingerprint, "twice the same");
  check_limits(*profile);
  check_printed(*profile);
}

}  // namespace dekko::fuzz
