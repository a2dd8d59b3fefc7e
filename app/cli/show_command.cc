#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/life_text.h"
#include "app/page_file.h"
#include "archive/archive.h"
#include "core/limits.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string which;
  std::optional<std::string> open;
  std::optional<int64_t> capture;
};

Result<Proof> wanted_proof(const Options& options, const Reading& reading, const Life& life) {
  if (options.capture) return reading.proof(*options.capture);
  return life.states.back().proof;
}

// The page's octets, decompressed and no more.
Result<std::string> page_of(const Proof& proof, const std::filesystem::path& archive) {
  if (proof.warc_length == 0) return read_file(proof.warc_file, limits::kBodyBytes);
  Result<Capture> capture = read_capture(
      archive, {proof.warc_file, uint64_t(proof.warc_offset), uint64_t(proof.warc_length), proof.sha256});
  if (!capture) return capture.error();
  return std::move(capture->body);
}

Result<void> open_page(const Options& options, const Config& config, const Reading& reading, const Life& life,
                       Console& console) {
  const Result<Proof> proof = wanted_proof(options, reading, life);
  if (!proof) return proof.error();
  const Result<std::string> page = page_of(*proof, options.shared.archive_folder(config));
  if (!page) return page.error();
  if (const Result<void> written = write_file(*options.open, *page); !written) return written;
  console.say(fmt::format("{}: capture {}, {} as of {}", *options.open, proof->capture_id, proof->url,
                          proof->fetched_at));
  return {};
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<Reading> reading = Reading::open(options.shared.database(*config));
  if (!reading) return fail(console, reading.error());
  const Result<Life> life = reading->life(options.which);
  if (!life) return fail(console, life.error());
  options.shared.json ? console.result(life_json(*life)) : console.painted(life_text(*life, result_paint()));
  if (options.open) {
    const Result<void> opened = open_page(options, *config, *reading, *life, console);
    if (!opened) return fail(console, opened.error());
  }
  return done(console);
}

}  // namespace

Command show_command() {
  return {
      .name = "show",
      .summary = "One item with its whole history, each value with the capture that proves it",
      .lesson =
          "Examples:\n"
          "  dekko show https://example.org/2024/03/a-bridge/\n"
          "  dekko show 17 --open page.html               the page that proves its latest state\n"
          "  dekko show 17 --open page.html --capture 3   another page that showed it\n"
          "  dekko show 17 --json | jq '.changes[] | select(.field == \"headline\")'\n"
          "\n"
          "Changed words are shown as [-gone-] and {+added+}, or in colour on a terminal.",
      .declare = [](CLI::App& app) {
        const auto options = std::make_shared<Options>();
        app.add_option("item", options->which, "Its address, or its number")->required()->type_name("URL|ID");
        auto* open = app.add_option("--open", options->open, "Write the proving page's HTML to this file")
                         ->type_name("FILE");
        app.add_option("--capture", options->capture, "The capture to write (default: its latest state's)")
            ->type_name("ID")
            ->needs(open);
        options->shared.add_db(app);
        options->shared.add_archive(app);
        options->shared.add_config(app);
        options->shared.add_json(app, "One JSON object");
        options->shared.add_loudness(app);
        return [options] { return run(*options); };
      }};
}

}  // namespace dekko
