// A profile for a site that changed its mark-up: what is known of its items tells where each field stands
// now, and the archive proves it.
#pragma once

#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "app/card_differences.h"
#include "core/result.h"
#include "db/listing_memory.h"
#include "extractors/infer/inference.h"

namespace dekko {

struct Mended {
  std::string listing;
  std::string toml;        // the old profile with one version more
  Profile profile;         // read from it
  Moment from;             // of that version: the first page that was not recognized
  Inference inference;     // from the pages since then
  CardDifferences before;  // pages from before it, by the old and the mended profile
  int pages_since = 0, cards_since = 0;
  int bodiless = 0;  // pages from before it whose body is not in the archive: they prove nothing
  int unread = 0;    // older ones that were not asked for

  // Nothing that was known is lost, and nothing in the archive is read otherwise than before.
  bool is_proven() const {
    return inference.lost.empty() && before.pages_that_differ() == 0 && cards_since > 0;
  }
};

// How much of the archive the proof takes, and whom to tell how far it is.
struct Proving {
  size_t most = std::numeric_limits<size_t>::max();  // pages from before the change, the latest
  std::function<void(size_t page, size_t of)> progress = [](size_t, size_t) {};
};

// kNotFound where the listing's latest page was recognized: there is nothing to mend.
Result<Mended> mend_profile(const Profile& old, const std::string& listing, const ListingMemory& memory,
                            const std::filesystem::path& archive, const Proving& proving = {});

// Several lines for a person.
std::string to_text(const Mended& mended);

}  // namespace dekko
