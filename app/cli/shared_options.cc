#include "app/cli/shared_options.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <system_error>
#include <vector>

#include "app/exit_code.h"
#include "app/page_file.h"
#include "core/limits.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

Result<void> add_folder(Profiles& profiles, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->path().extension() == ".toml") files.push_back(it->path());
  }
  if (failure) return Error{ErrorCode::kIo, folder.string(), "cannot be read: " + failure.message()};
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const Result<std::string> text = read_file(file, limits::kProfileBytes);
    if (!text) return text.error();
    if (const Result<void> added = profiles.add(*text, file.string()); !added) return added;
  }
  return {};
}

Error unknown_profile(const std::string& name, const Profiles& profiles) {
  std::string known;
  for (const Profile* profile : profiles.all()) known += (known.empty() ? "" : ", ") + profile->name;
  return Error{ErrorCode::kUsage, name, "is neither a profile nor a file", "there are: " + known};
}

}  // namespace

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
  ChosenProfiles chosen{.profiles = Profiles::builtin()};
  std::error_code ignored;
  fs::path folder = config.profiles.value_or(config_folder() / "profiles");
  if (config.profiles || fs::is_directory(folder, ignored)) {
    if (const Result<void> added = add_folder(chosen.profiles, folder); !added) return added.error();
  }
  if (!options.profile) return chosen;
  if (const Profile* known = chosen.profiles.by_name(*options.profile)) {
    chosen.named = known;
    return chosen;
  }
  if (!fs::exists(*options.profile, ignored)) return unknown_profile(*options.profile, chosen.profiles);
  const Result<std::string> text = read_file(*options.profile, limits::kProfileBytes);
  if (!text) return text.error();
  if (const Result<void> added = chosen.profiles.add(*text, *options.profile); !added) return added.error();
  chosen.named = chosen.profiles.all().back();
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
