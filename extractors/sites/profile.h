// What is known of a site's mark-up, as data: TOML in, a compiled value out. A profile gives selectors, or
// leaves cards to be found by their shape and only says how the site writes addresses, bylines and dates. For
// users: docs/profiles.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "core/result.h"
#include "extractors/fields/bylines.h"
#include "extractors/fields/dates.h"
#include "extractors/html/selector.h"
#include "extractors/sites/address_claim.h"
#include "extractors/sites/field_rule.h"

namespace dekko {

struct Profile;

// How a site wrote from a moment on: the whole profile, with the tables that changed.
struct ProfileVersion {
  Moment from;
  std::shared_ptr<const Profile> profile;  // without versions of its own
};

struct Profile {
  std::string name;
  std::string origin;       // the file; "built in" for those in the binary
  std::string text;         // the TOML it was read from
  std::string fingerprint;  // of its text
  AddressPatterns claims;
  std::vector<std::string> noise;  // query parameters that tell nothing
  std::string language;
  BylineRules bylines;
  DateRules dates;

  // In order of trust: the first that finds a card finds them all. Where it is empty, cards are found by
  // shape.
  std::vector<Selector> cards;
  // "url", "headline", "dek", "kind", "bylines", "published", "image" of a card; "title", "description",
  // "pager", "next" of the page. They take the place of what the shape says.
  std::map<std::string, FieldRule, std::less<>> fields;
  // What stands on this site's pages only when they have nothing to list, or are no listing at all.
  std::vector<Selector> empty_signs;
  std::vector<Selector> stranger_signs;
  // By moment, ascending. A page is read by the last one that began before it was fetched; this itself is the
  // first.
  std::vector<ProfileVersion> versions;

  const Profile& at(Moment moment) const;
  bool by_shape() const { return cards.empty(); }
  const FieldRule* rule(std::string_view field) const;  // null if there is none
};

// A profile, or everything that is wrong with it.
struct ProfileReading {
  std::optional<Profile> profile = {};
  std::vector<Error> faults = {};  // by line; "profiles/example.toml:3:7: unknown key ..."
};

// `origin` names the text in errors. Unknown keys, wrong types, bad selectors and patterns, and whatever is
// over a limit are faults with line, column and, for words, the nearest right spelling. Where the text is no
// TOML, that is the only fault told.
ProfileReading read_profile(std::string_view toml, std::string_view origin);

// The same with all faults in one error, one a line.
Result<Profile> parse_profile(std::string_view toml, std::string_view origin);
Error in_one(const std::vector<Error>& faults);  // at least one

}  // namespace dekko
