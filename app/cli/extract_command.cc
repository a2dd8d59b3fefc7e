#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/explanation.h"
#include "app/page_file.h"
#include "app/replay.h"
#include "extractors/page_json.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string file;
  bool explain = false;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const SystemClock clock;
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<ChosenProfiles> chosen = load_profiles(options.shared, *config);
  if (!chosen) return fail(console, chosen.error());
  const Result<Capture> capture = read_page_file(options.file, options.shared.url, clock);
  if (!capture) return fail(console, capture.error());
  const ProfileChoice profiles(chosen->profiles, chosen->named);
  ExtractTrace trace;
  Result<Page> page = extract(*capture, profiles.for_url(capture->url), options.explain ? &trace : nullptr);
  if (!page) return fail(console, Error{page.error().code, options.file, page.error().detail, page.error().cure});
  if (options.explain) console.say(harmless(explained(*page, trace)));
  console.result(to_json_lines(*page));
  return done(console);
}

}  // namespace

Command extract_command() {
  return {.name = "extract",
          .summary = "One page in, JSON lines out; touches no database",
          .lesson = "Examples:\n"
                    "  dekko extract page.html --url https://example.org/tag/x/page/3/\n"
                    "  curl -s URL | dekko extract - --url URL | jq -r 'select(.record==\"card\").headline'\n"
                    "\n"
                    "What kind of page it is stands in `verdict`: listing, past_the_end, empty, not_a_listing,\n"
                    "unrecognized.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("file", options->file, "The page; - is standard input")->required()->type_name("FILE");
            app.add_flag("--explain", options->explain, "Say why these cards and not others (on standard error)");
            options->shared.add_url(app);
            options->shared.add_profile(app);
            options->shared.add_config(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
