// How the pages of one listing are read in a crawl: by its profile, and held against what the listing showed
// in earlier runs. A listing that no profile claims gets one: inferred from the first two pages, and pinned.
#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/page_copy.h"
#include "core/page_shape.h"
#include "core/pinned_profile.h"
#include "db/store.h"
#include "extractors/extract.h"

namespace dekko {

// What reads the pages of a listing, as it stands at one moment: it never changes, so that any thread may
// read with it.
class PageReader {
 public:
  // profile is borrowed; it must outlive this.
  PageReader(const Profile& profile, ProfileSource source) : profile_(&profile), source_(source) {}

  // As extract(), with all cards where `profile` finds some of them only.
  Result<Page> read(const Capture& capture) const;
  // Whether no profile will be inferred from what it reads.
  bool is_settled() const { return source_ != ProfileSource::kNone; }
  bool operator==(const PageReader&) const = default;

 private:
  const Profile* profile_;
  ProfileSource source_;
};

class ListingReading {
 public:
  // store and profile are borrowed; they must outlive this.
  ListingReading(Store& store, const Profile& profile, ProfileSource source, std::string listing)
      : store_(store), profile_(&profile), source_(source), listing_(std::move(listing)) {}

  // Recalls what runs before `run` showed, or all there were; before the first page. now: of the run's begin.
  Result<void> recall(Moment now, RunId run = std::numeric_limits<RunId>::max());
  // Of a walk that was broken off before a profile could be inferred: its first page, from this archive.
  Result<void> recall_first(const std::filesystem::path& archive);
  // Valid as long as this, also when a profile was pinned since.
  PageReader reader() const { return {*profile_, source_}; }
  // What reader() made of it, as a page of the listing, held against what it showed before. `number`: what
  // the walk counts it as, where its address names none or it cannot be read at all, which is no listing.
  Page accept(Result<Page> page, const Capture& capture, int number) const;
  // Both.
  Page read(const Capture& capture, int number) const {
    return accept(reader().read(capture), capture, number);
  }
  // Whether a page of which this copy was read would be read the same today.
  bool is_read_alike(const PageCopy& copy, Moment now) const;
  // To be told of each page that was read and stored. The name of the profile that this one led to, if it
  // did.
  Result<std::optional<std::string>> learn(const Capture& capture, const Page& page);

 private:
  void hold_against_past(Page& page, Moment seen) const;
  Result<std::optional<std::string>> pin(const Capture& second);

  Store& store_;
  const Profile* profile_;
  ProfileSource source_;
  std::string listing_;
  std::vector<PageShape> past_;
  std::optional<Capture> first_;     // the first page, until there is a second
  std::optional<Profile> inferred_;  // what profile_ points to from then on
};

}  // namespace dekko
