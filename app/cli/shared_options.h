// Options that several commands share, added and read in one place so that they mean the same everywhere.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/config.h"
#include "app/console.h"
#include "app/exit_code.h"
#include "core/result.h"
#include "extractors/sites/profiles.h"

namespace dekko {

struct SharedOptions {
  std::optional<std::string> db = {}, archive = {}, config = {}, profile = {}, url = {};
  bool json = false, quiet = false, verbose = false;

  void add_loudness(CLI::App& app);
  void add_json(CLI::App& app, const std::string& what);
  void add_db(CLI::App& app);
  void add_archive(CLI::App& app);
  void add_config(CLI::App& app);
  void add_profile(CLI::App& app);
  void add_url(CLI::App& app);

  Console console() const;
  // --db, DEKKO_DB, the config file's, dekko.db.
  std::filesystem::path database(const Config& settings) const;
  // --archive, the config file's, the folder `archive` beside the database.
  std::filesystem::path archive_folder(const Config& settings) const;
};

// The built-in profiles, those of the user's folder, and the one named by --profile, if any.
struct ChosenProfiles {
  Profiles profiles;
  const Profile* named = nullptr;  // into profiles
};
Result<ChosenProfiles> load_profiles(const SharedOptions& options, const Config& config);

// "dekko: ..." on standard error, and the code that goes with it.
ExitCode fail(Console& console, const Error& error);
// kDone, unless standard output could not be written.
ExitCode done(Console& console, ExitCode code = ExitCode::kDone);

}  // namespace dekko
