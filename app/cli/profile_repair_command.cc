#include <fmt/format.h>

#include "app/cli/identity.h"
#include "app/cli/profile_parts.h"
#include "app/cli/shared_options.h"
#include "app/page_file.h"
#include "app/pinned_profiles.h"
#include "app/profile_repair.h"
#include "app/profile_set.h"
#include "app/recording.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string name;
  bool accept = false;
};

// The listings that are read by the profile of this name, or the one at this address.
Result<std::vector<ListingStatus>> listings_of(const std::string& name, const std::filesystem::path& db) {
  const Result<Reading> reading = Reading::open(db);
  if (!reading) return reading.error();
  Result<std::vector<ListingStatus>> all = reading->status();
  if (!all) return all;
  std::erase_if(*all, [&](const ListingStatus& one) { return one.url != name && one.profile != name; });
  if (!all->empty()) return all;
  return Error{ErrorCode::kUsage, name,
               "is neither a profile that a listing was read by nor a listing's address",
               "`dekko status` tells which profile each listing has"};
}

// The profile as it reads the listing today.
Result<const Profile*> profile_for(const ListingStatus& listing, const ProfileSet& set, PinnedProfiles& pins,
                                   const ListingMemory& memory) {
  const Result<const Profile*> pinned = pins.of(listing.url, memory);
  if (!pinned || (*pinned != nullptr && (*pinned)->name == listing.profile)) return pinned;
  if (const Profile* declared = set.profiles.by_name(listing.profile)) return declared;
  if (*pinned != nullptr) return pinned;
  return Error{ErrorCode::kUsage, listing.profile, "is no profile that dekko knows any more"};
}

struct Files {
  std::filesystem::path db, archive;
};

// A file of the user's is written over; the old profile is still in it. Any other is pinned to the listing.
Result<std::string> put_in_place(const Mended& mended, const Profile& old, bool pinned, const Files& files,
                                 Console& console) {
  if (!pinned && old.origin != kBuiltIn) {
    const Result<void> written = write_file(old.origin, mended.toml);
    return written ? Result<std::string>("written to " + old.origin) : written.error();
  }
  const SystemClock clock;
  Result<Recording> recording = Recording::open_known(files.db, files.archive, kSoftware, clock, console);
  if (!recording) return recording.error();
  const Result<void> kept = recording->store().pin_profile(
      mended.listing,
      {.name = old.name, .toml = mended.toml, .fingerprint = old.fingerprint, .since = clock.now()});
  return kept ? Result<std::string>("pinned to " + mended.listing) : kept.error();
}

ExitCode repair_one(const Options& options, const ListingStatus& listing, const Config& config,
                    const ProfileSet& set, Console& console) {
  const Files files{options.shared.database(config), options.shared.archive_folder(config)};
  const Result<ListingMemory> memory = ListingMemory::open(files.db);
  if (!memory) return fail(console, memory.error());
  PinnedProfiles pins;
  const Result<const Profile*> old = profile_for(listing, set, pins, *memory);
  if (!old) return fail(console, old.error());
  const Result<const Profile*> pinned = pins.of(listing.url, *memory);
  const Proving proving{.progress = [&](size_t page, size_t of) {
    console.progress(fmt::format("proving the mended profile: page {} of {}", page, of));
  }};
  const Result<Mended> mended = mend_profile(**old, listing.url, *memory, files.archive, proving);
  console.end_progress();
  if (!mended) return fail(console, mended.error());
  console.say(harmless(to_text(*mended)));
  console.result(mended->toml);
  const bool proven = mended->is_proven();
  if (!proven) console.warn("not all that was known is read as before: look at the lines above");
  if (!options.accept) return done(console, proven ? ExitCode::kDone : ExitCode::kFailed);
  const auto place = put_in_place(*mended, **old, pinned && *pinned == *old, files, console);
  if (!place) return fail(console, place.error());
  console.say(*place + "; `dekko reextract` shows what it makes of the pages that were set aside");
  return done(console);
}

ExitCode repair(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const ProfileSet set = load_profile_set(*config, console);
  const auto listings = listings_of(options.name, options.shared.database(*config));
  if (!listings) return fail(console, listings.error());
  ExitCode code = ExitCode::kDone;
  for (const ListingStatus& listing : *listings)
    code = worse_of(code, repair_one(options, listing, *config, set, console));
  return code;
}

}  // namespace

ProfilePart add_profile_repair(CLI::App& app) {
  CLI::App* command = app.add_subcommand("repair", "Mend a profile whose site has changed its mark-up");
  command->set_help_flag("-h,--help", "This help");
  command->footer(
      "Examples:\n"
      "  dekko profile repair example > profiles/example.toml.new\n"
      "  dekko profile repair https://example.org/tag/x/ --accept\n"
      "\n"
      "Looks for the known items on the pages that were not recognized, infers where each field stands now,\n"
      "and holds the archive against the old and the mended profile. The mended profile goes to standard\n"
      "output, what was found to standard error. Exit 1: a field is lost, or the archive is read otherwise.");
  const auto options = std::make_shared<Options>();
  command->add_option("profile", options->name, "A profile's name, or the address of a listing")
      ->required()
      ->type_name("NAME|ADDRESS");
  command->add_flag("--accept", options->accept, "Put it in place: into its file, or pinned in the database");
  options->shared.add_db(*command);
  options->shared.add_archive(*command);
  options->shared.add_config(*command);
  options->shared.add_loudness(*command);
  return {command, [options] { return repair(*options); }};
}

}  // namespace dekko
