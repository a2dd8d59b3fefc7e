#include "app/profile_repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/stored_body.h"
#include "core/limits.h"
#include "extractors/extract.h"

namespace dekko {

namespace {

constexpr int kKnownItems = 300;  // of the last good runs that may stand on the new pages

struct Broken {
  std::vector<StoredPage> good, bad;  // by time; bad: since the last good one
};

Broken parted(std::vector<StoredPage> pages) {
  Broken parted;
  for (StoredPage& page : pages) {
    if (page.verdict == Verdict::kListing) {
      parted.good.push_back(std::move(page));
      parted.bad.clear();
    } else if (page.verdict == Verdict::kUnrecognized) {
      parted.bad.push_back(std::move(page));
    }
  }
  return parted;
}

// One body a page number, the latest.
Result<std::vector<Capture>> latest_bodies(const std::vector<StoredPage>& pages, StoredBodies& bodies) {
  std::set<int> numbers;
  std::vector<Capture> captures;
  for (auto page = pages.rbegin(); page != pages.rend() && captures.size() < limits::kSamples; ++page) {
    if (!numbers.insert(page->page).second) continue;
    Result<Capture> capture = bodies.capture_of(*page);
    if (!capture) return capture.error();
    captures.push_back(std::move(*capture));
  }
  return captures;
}

std::vector<Card> cards_by(const Capture& capture, const Profile& profile) {
  const Result<Page> page = extract(capture, profile);
  return page && page->verdict == Verdict::kListing ? page->cards : std::vector<Card>();
}

// Each body once, by the old and the mended profile.
Result<void> hold_archive(Mended& mended, const Profile& old, const std::vector<StoredPage>& good,
                          StoredBodies& bodies, const Proving& proving) {
  std::set<std::string> seen;
  const size_t first = good.size() - std::min(good.size(), proving.most);
  mended.unread = static_cast<int>(first);
  for (size_t i = first; i < good.size(); ++i) {
    const StoredPage& page = good[i];
    proving.progress(i - first + 1, good.size() - first);
    if (!seen.insert(page.record.sha256).second) continue;
    const Result<Capture> capture = bodies.capture_of(page);
    if (!capture && capture.error().code == ErrorCode::kNotFound) {
      ++mended.bodiless;
      continue;
    }
    if (!capture) return capture.error();
    mended.before.compare(to_text(page.fetched_at), cards_by(*capture, old),
                          cards_by(*capture, mended.profile));
  }
  return {};
}

}  // namespace

Result<Mended> mend_profile(const Profile& old, const std::string& listing, const ListingMemory& memory,
                            const std::filesystem::path& archive, const Proving& proving) {
  Result<std::vector<StoredPage>> pages = memory.pages(listing);
  if (!pages) return pages.error();
  const Broken broken = parted(std::move(*pages));
  if (broken.bad.empty())
    return Error{ErrorCode::kNotFound, listing, "its latest page was recognized: there is nothing to mend"};
  StoredBodies bodies(archive);
  const Result<std::vector<Capture>> captures = latest_bodies(broken.bad, bodies);
  if (!captures) return captures.error();
  const Result<std::vector<Card>> known = memory.latest(listing, kKnownItems);
  if (!known) return known.error();
  std::vector<Sample> samples;
  for (const Capture& capture : *captures) samples.push_back({.capture = &capture, .known = *known});
  const Moment from = broken.bad.front().fetched_at;
  Result<Inference> inference =
      infer_profile(samples, old.at(from), {.name = old.name, .claims = old.claims});
  if (!inference) return inference.error();
  std::string toml =
      old.text +
      fmt::format("\n# Since the site was made anew; inferred from {} known items.\n", inference->known);
  toml += fmt::format("[[version]]\nfrom = \"{}\"\n", to_text_ms(from)) +
          layout_text(inference->draft, "version.");
  Result<Profile> profile = parse_profile(toml, "the mended profile");
  if (!profile) return profile.error();
  profile->fingerprint = old.fingerprint;
  Mended mended{.listing = listing,
                .toml = std::move(toml),
                .profile = std::move(*profile),
                .from = from,
                .inference = std::move(*inference),
                .before = {}};
  for (const Capture& capture : *captures) {
    ++mended.pages_since;
    mended.cards_since += static_cast<int>(cards_by(capture, mended.profile).size());
  }
  if (const Result<void> held = hold_archive(mended, old, broken.good, bodies, proving); !held) return held.error();
  return mended;
}

std::string to_text(const Mended& mended) {
  std::string text = fmt::format(
      "{}\n  the site changed before {}; {} cards on {} pages since, {} of them known items\n",
      mended.listing, to_text(mended.from), mended.cards_since, mended.pages_since, mended.inference.known);
  for (const FieldPlaces& field : mended.inference.draft.fields) {
    std::string where = field.select.empty() ? "by the shape of the card" : "at ";
    for (const std::string& place : field.select) where += (where.size() > 3 ? ", " : "") + place;
    text += fmt::format("  {:<10} {} of {} as before, {}\n", field.field, field.reproduced, field.of, where);
  }
  for (const std::string& field : mended.inference.lost)
    text += fmt::format("  {:<10} not found on the new pages\n", field);
  text += fmt::format("  archive: {} pages from before, {} of them read otherwise than by the old profile\n",
                      mended.before.pages(), mended.before.pages_that_differ());
  if (mended.bodiless > 0) text += fmt::format("  {} more have no body in the archive\n", mended.bodiless);
  if (mended.unread > 0)
    text += fmt::format("  {} older ones were not read: `dekko profile repair` reads all\n", mended.unread);
  return text + mended.before.text();
}

}  // namespace dekko
