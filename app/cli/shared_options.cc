#include "app/cli/shared_options.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "app/exit_code.h"
#include "app/profile_set.h"

namespace dekko {

namespace fs = std::filesystem;

void SharedOptions::add_loudness(CLI::App& app) {
  app.add_flag("-q,--quiet", quiet, "Say nothing but errors and results");
  app.add_flag("-v,--verbose", verbose, "Say more")->excludes("--quiet");
}

void SharedOptions::add_json(CLI::App& app, const std::string& what) { app.add_flag("--json", json, what); }

void SharedOptions::add_db(CLI::App& app) {
  app.add_option("--db", db, "The SQLite file (default: dekko.db)")->envname("DEKKO_DB")->type_name("FILE");
}

void SharedOptions::add_archive(CLI::App& app) {
  app.add_option("--archive", archive, "The archive (default: the folder `archive` beside the database)")
      ->type_name("DIR");
}

void SharedOptions::add_config(CLI::App& app) {
  app.add_option("--config", config, "Settings and listings (default: dekko.toml here, else in the config folder)")
      ->type_name("FILE");
}

void SharedOptions::add_profile(CLI::App& app) {
  app.add_option("--profile", profile, "What is known of the site's mark-up (default: by address, else by shape)")
      ->type_name("NAME|FILE");
}

void SharedOptions::add_url(CLI::App& app) {
  app.add_option("--url", url, "The address of a bare file (default: page.toml beside it, else its canonical link)")
      ->type_name("URL");
}

Console SharedOptions::console() const {
  return Console::standard(quiet ? Loudness::kQuiet : verbose ? Loudness::kVerbose : Loudness::kNormal);
}

fs::path SharedOptions::database(const Config& settings) const {
  if (db) return *db;
  return settings.db.value_or("dekko.db");
}

fs::path SharedOptions::archive_folder(const Config& settings) const {
  if (archive) return *archive;
  return settings.archive.value_or(database(settings).parent_path() / "archive");
}

Result<ChosenProfiles> load_profiles(const SharedOptions& options, const Config& config) {
  Console console = options.console();
  ProfileSet set = load_profile_set(config, console);
  if (!set.faults.empty()) return in_one(set.faults);
  ChosenProfiles chosen{.profiles = std::move(set.profiles)};
  if (!options.profile) return chosen;
  const Result<const Profile*> named = choose_profile(chosen.profiles, *options.profile, console);
  if (!named) return named.error();
  chosen.named = *named;
  return chosen;
}

ExitCode fail(Console& console, const Error& error) {
  console.end_progress();
  console.complain(error);
  return exit_code_of(error);
}

ExitCode done(Console& console, ExitCode code) {
  if (console.result_written()) return code;
  return fail(console, Error{ErrorCode::kIo, "standard output", "cannot be written"});
}

}  // namespace dekko
