#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/status_table.h"

namespace dekko {

namespace {

ExitCode run(const SharedOptions& options) {
  Console console = options.console();
  const Result<Config> config = load_config(options.config);
  if (!config) return fail(console, config.error());
  const Result<Reading> reading = Reading::open(options.database(*config));
  if (!reading) return fail(console, reading.error());
  const Result<std::vector<ListingStatus>> listings = reading->status();
  if (!listings) return fail(console, listings.error());
  const std::string text = options.json ? status_json(*listings) : harmless(status_text(*listings));
  if (!text.empty()) console.result(text);
  return done(console);
}

}  // namespace

Command status_command() {
  return {.name = "status",
          .summary = "Per listing: last run, coverage, health of every field",
          .lesson = "Examples:\n"
                    "  dekko status\n"
                    "  dekko status --json | jq -r 'select(.last_run.coverage == \"partial\").url'\n"
                    "\n"
                    "The health of a field is the share of the last run's cards that had it.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<SharedOptions>();
            options->add_db(app);
            options->add_config(app);
            options->add_json(app, "One JSON object a line for each listing");
            options->add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
