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

#include "core/result.h"
#include "core/url.h"
#include "extractors/fields/bylines.h"
#include "extractors/fields/dates.h"
#include "extractors/html/selector.h"

namespace dekko {

struct Profile {
  std::string name;
  std::string fingerprint;         // of its text
  std::vector<std::string> hosts;  // "nknews.org" also claims "www.nknews.org"
  std::vector<std::string> paths;  // "/tag/*", "/pro/*"; none: every path
  std::vector<std::string> noise;  // query parameters that tell nothing
  std::string language;
  BylineRules bylines;
  DateRules dates;

  // Selectors; where `cards` is empty, the cards are found by shape and only the empty fields' rules hold.
  std::vector<Selector> cards;
  // "url", "headline", "dek", "kind", "bylines", "published", "image" of a card; "title", "description",
  // "pager", "next" of the page. The first selector of a list that finds something wins.
  std::map<std::string, std::vector<Selector>, std::less<>> fields;

  bool by_shape() const { return cards.empty(); }
};

// `origin` names the text in errors: "profiles/example.toml:3:7: ...". Unknown keys, wrong types and bad
// selectors are errors with line, column and the nearest right spelling.
Result<Profile> parse_profile(std::string_view toml, std::string_view origin);

// The profiles built into the binary and those that the user adds.
class Profiles {
 public:
  // Built-in ones only. They are tested, so a broken one is a programmer's error.
  static Profiles builtin();

  Result<void> add(std::string_view toml, std::string_view origin);

  // The one whose host and path pattern claims this address, the more specific pattern first; shape() if none
  // does.
  const Profile& for_url(const Url& url) const;
  const Profile* by_name(std::string_view name) const;  // null if there is none
  const Profile& shape() const;                         // name "shape": claims nothing, knows nothing
  std::vector<const Profile*> all() const;

 private:
  std::vector<std::unique_ptr<Profile>> profiles_;  // the first is shape()
};

}  // namespace dekko
