#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/identity.h"
#include "app/cli/shared_options.h"
#include "app/recording.h"
#include "app/reextract.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::vector<std::string> listings;
  bool commit = false;
};

Result<std::vector<std::string>> chosen(const Options& options, const std::filesystem::path& db) {
  const Result<Reading> reading = Reading::open(db);
  if (!reading) return reading.error();
  const Result<std::vector<ListingStatus>> all = reading->status();
  if (!all) return all.error();
  std::vector<std::string> listings;
  for (const ListingStatus& one : *all) {
    const bool named =
        std::find(options.listings.begin(), options.listings.end(), one.url) != options.listings.end();
    if (options.listings.empty() || named) listings.push_back(one.url);
  }
  if (listings.size() >= options.listings.size()) return listings;
  return Error{ErrorCode::kUsage, options.listings.front(), "is no listing of this database",
               "`dekko status` names them"};
}

std::string summary(const Reextraction& reextraction) {
  const CardDifferences& differences = reextraction.differences();
  std::string text = fmt::format(
      "{} pages read: {} show other cards, {} are something else, {} are read by another profile\n",
      differences.pages(), differences.pages_that_differ(), reextraction.verdicts(),
      reextraction.under_another());
  if (reextraction.bodiless() > 0)
    text +=
        fmt::format("{} pages have no body in the archive and stay as they are\n", reextraction.bodiless());
  if (reextraction.unreadable() > 0)
    text += fmt::format("{} pages cannot be read and stay as they are\n", reextraction.unreadable());
  return text + differences.text();
}

ExitCode compare(const std::vector<std::string>& listings, Reextraction& reextraction, Console& console) {
  for (const std::string& listing : listings) {
    const Result<void> read = reextraction.read(
        listing, [](const Capture&, const Page&, const Profile&) { return Result<void>(); });
    if (!read) return fail(console, read.error());
  }
  console.result(harmless(summary(reextraction)));
  const bool differs = reextraction.differences().pages_that_differ() + reextraction.verdicts() > 0;
  if (differs) console.say("nothing was changed; --commit makes the database say so");
  return done(console, differs ? ExitCode::kFailed : ExitCode::kDone);
}

// All of it or nothing.
ExitCode commit(const std::vector<std::string>& listings, Reextraction& reextraction, Store& store,
                Console& console) {
  const Result<void> committed = store.together([&]() -> Result<void> {
    for (const std::string& listing : listings) {
      const auto take = [&](const Capture& capture, const Page& page, const Profile& by) {
        return store.reread(capture, page, {by.text, by.fingerprint});
      };
      if (const Result<void> read = reextraction.read(listing, take); !read) return read;
    }
    return {};
  });
  if (!committed) return fail(console, committed.error());
  console.result(harmless(summary(reextraction)));
  console.say("the database says so now");
  return done(console);
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<ChosenProfiles> profiles = load_profiles(options.shared, *config);
  if (!profiles) return fail(console, profiles.error());
  const std::filesystem::path db = options.shared.database(*config);
  const auto listings = chosen(options, db);
  if (!listings) return fail(console, listings.error());
  const std::filesystem::path archive = options.shared.archive_folder(*config);
  if (options.commit) {
    const SystemClock clock;
    Result<Recording> recording = Recording::open_known(db, archive, kSoftware, clock, console);
    if (!recording) return fail(console, recording.error());
    Store& store = recording->store();
    Reextraction reextraction({store.memory(), profiles->profiles, profiles->named, archive});
    return commit(*listings, reextraction, store, console);
  }
  const Result<ListingMemory> memory = ListingMemory::open(db);
  if (!memory) return fail(console, memory.error());
  Reextraction reextraction({*memory, profiles->profiles, profiles->named, archive});
  return compare(*listings, reextraction, console);
}

}  // namespace

Command reextract_command() {
  return {
      .name = "reextract",
      .summary = "Read the archive by today's profiles: what would differ in the database",
      .lesson =
          "Examples:\n"
          "  dekko reextract                                   shows what would differ\n"
          "  dekko reextract https://example.org/tag/x/ --commit\n"
          "\n"
          "Without --commit nothing is changed, and exit 1 tells that something differs. With it, items, "
          "versions, sightings and changes become what\n"
          "they would be had each page been read so at once, all of them or none; items keep their numbers.",
      .declare = [](CLI::App& app) {
        const auto options = std::make_shared<Options>();
        app.add_option("listings", options->listings, "Addresses of listings (default: all)")
            ->type_name("ADDRESS");
        app.add_flag("--commit", options->commit, "Make the database say so");
        options->shared.add_db(app);
        options->shared.add_archive(app);
        options->shared.add_config(app);
        options->shared.add_profile(app);
        options->shared.add_loudness(app);
        return [options] { return run(*options); };
      }};
}

}  // namespace dekko
