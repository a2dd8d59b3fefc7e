// A profile for pages that nobody described, or for a site that changed its mark-up: the places of every
// field, inferred from what the cards have to say, and kept only where reading by them says just that.
#pragma once

#include <string>
#include <vector>

#include "extractors/infer/profile_text.h"
#include "extractors/infer/sample_page.h"

namespace dekko {

struct InferenceWishes {
  std::string name = {};        // of the profile; empty: made from the address
  AddressPatterns claims = {};  // no hosts: made from the address
};

struct Inference {
  ProfileDraft draft;
  std::string toml;
  int cards = 0;  // on all samples
  int known = 0;  // of these, whose values are known
  // Fields that known items have and that neither a place nor the shape gives on the new page.
  std::vector<std::string> lost = {};
};

// At most limits::kSamples are looked at. `writing` (writing_of() a profile) says how the site writes.
// kInvalid where the samples show no cards, or, with known items, none of these.
Result<Inference> infer_profile(const std::vector<Sample>& samples, const Profile& base,
                                const InferenceWishes& wishes);

// "example.org-tag-fog": a profile's name for one listing; without its path "example.org".
std::string profile_name_for(const Url& listing, bool with_path);
// What a profile inferred from a page of this listing speaks for: its host, and its siblings.
AddressPatterns claims_for(const Url& listing);

}  // namespace dekko
