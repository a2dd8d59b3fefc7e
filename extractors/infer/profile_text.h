// A profile as a person would write it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/infer/field_places.h"
#include "extractors/sites/profile.h"

namespace dekko {

struct ProfileDraft {
  std::vector<std::string> remarks = {};  // lines above it
  std::string name = {};
  AddressPatterns claims = {};
  std::optional<std::string> each = {};  // none: cards are found by shape
  std::vector<FieldPlaces> fields = {};  // of a card; those without places are left to the shape
  std::map<std::string, std::string> page = {};
};

// TOML that parse_profile() reads. `writing`: how the site writes names and dates; what is as by default is
// left out.
std::string profile_text(const ProfileDraft& draft, const Profile& writing);
// The tables [cards] and [page] alone, under `above`: "version." makes them [version.cards].
std::string layout_text(const ProfileDraft& draft, const std::string& above);

}  // namespace dekko
