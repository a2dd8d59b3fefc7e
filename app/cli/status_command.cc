#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/status_prometheus.h"
#include "app/status_table.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  bool prometheus = false;
};

std::string shown(const Options& options, const std::vector<ListingStatus>& listings) {
  if (options.prometheus) return status_prometheus(listings);
  return options.shared.json ? status_json(listings) : harmless(status_text(listings));
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<Reading> reading = Reading::open(options.shared.database(*config));
  if (!reading) return fail(console, reading.error());
  const Result<std::vector<ListingStatus>> listings = reading->status();
  if (!listings) return fail(console, listings.error());
  const std::string text = shown(options, *listings);
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
                    "  dekko status --prometheus > /var/lib/prometheus/node-exporter/dekko.prom\n"
                    "\n"
                    "The health of a field is the share of the last run's cards that had it.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            options->shared.add_db(app);
            options->shared.add_config(app);
            options->shared.add_json(app, "One JSON object a line for each listing");
            app.add_flag("--prometheus", options->prometheus, "Prometheus' text format, for a textfile collector")
                ->excludes("--json");
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
