#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/search_text.h"
#include "db/limits.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::vector<std::string> words;
  int limit = 20;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<Reading> reading = Reading::open(options.shared.database(*config));
  if (!reading) return fail(console, reading.error());
  // One more than is shown tells whether there are more.
  Result<std::vector<SearchHit>> hits =
      reading->search(fmt::format("{}", fmt::join(options.words, " ")), options.limit + 1);
  if (!hits) return fail(console, hits.error());
  const bool more = hits->size() > size_t(options.limit);
  if (more) hits->pop_back();
  if (!hits->empty())
    options.shared.json ? console.result(hits_json(*hits)) : console.painted(hits_text(*hits, result_paint()));
  if (hits->empty()) console.say("nothing found");
  if (more) console.say(fmt::format("the best {} are shown; there are more with --limit N", options.limit));
  return done(console);
}

}  // namespace

Command search_command() {
  return {.name = "search",
          .summary = "Full-text search with the hits marked",
          .lesson =
              "Examples:\n"
              "  dekko search river bridge           items with both words\n"
              "  dekko search '\"river bridge\"'       the two side by side\n"
              "  dekko search 'brid*'                words that begin so\n"
              "  dekko search 'bridge' --json | jq -r .url\n"
              "\n"
              "Headline, dek and bylines are searched; case and accents do not matter. Korean, Chinese, "
              "Japanese\n"
              "and Thai are found by any letters in sequence.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("words", options->words, "What to look for")->required()->type_name("WORDS");
            app.add_option("--limit", options->limit, "Show so many (default 20)")
                ->type_name("N")
                ->check(CLI::Range(1, limits::kSearchHits));
            options->shared.add_db(app);
            options->shared.add_config(app);
            options->shared.add_json(app, "One JSON object a line for each hit");
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
