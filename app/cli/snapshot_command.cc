#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/run_report.h"
#include "db/reading.h"
#include "db/snapshot.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string copy;
  bool force = false;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const std::filesystem::path database = options.shared.database(*config);
  if (const Result<Reading> reading = Reading::open(database); !reading)
    return fail(console, reading.error());
  const Result<void> taken = take_snapshot({database, options.copy, options.force});
  if (!taken) return fail(console, taken.error());
  std::error_code ignored;
  console.say(
      fmt::format("{}: {}", options.copy, size_text(std::filesystem::file_size(options.copy, ignored))));
  return done(console);
}

}  // namespace

Command snapshot_command() {
  return {.name = "snapshot",
          .summary = "A closed, compact copy of the database, to publish",
          .lesson =
              "Examples:\n"
              "  dekko snapshot rivers-2026-11.db\n"
              "  dekko snapshot public/latest.db --force && datasette public/latest.db\n"
              "\n"
              "It may be taken while a crawl runs. The copy needs no other file beside it, and leaves out "
              "who gave\n"
              "permissions.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("out", options->copy, "The copy")->required()->type_name("OUT.db");
            app.add_flag("--force", options->force, "Replace a file that is there already");
            options->shared.add_db(app);
            options->shared.add_config(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
