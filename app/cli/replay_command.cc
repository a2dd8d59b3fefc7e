#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/expectation.h"
#include "app/page_line.h"
#include "app/pinned_profiles.h"
#include "app/replay.h"
#include "app/sources.h"
#include "extractors/page_json.h"

namespace dekko {

namespace {

constexpr int kMostThreads = 256;  // a few MB of pages each

struct Options {
  SharedOptions shared;
  std::vector<std::string> sources;
  std::optional<std::string> expect;
  bool bless = false;
  size_t threads = std::max(1U, std::thread::hardware_concurrency());
};

// What could not be read is said, thing by thing; the worst of it decides the exit code.
ExitCode tell_faults(Console& console, const SourceReport& report) {
  ExitCode code = ExitCode::kDone;
  for (const Error& fault : report.faults) code = worse_of(code, fail(console, fault));
  for (const auto& [what, count] : report.skipped) {
    const bool torn = what == "torn tail";
    const std::string text = fmt::format("passed over: {} ({})", what, count);
    torn ? console.say(text) : console.detail(text);
  }
  return code;
}

ExitCode nothing_read(Console& console) {
  return fail(console, Error{ErrorCode::kNotFound, "replay", "no page was found in the sources",
                             "name HTML files, folders of them, or WARC files"});
}

ExitCode compare(const Options& options, const ProfileChoice& profiles, const Clock& clock, Console& console) {
  Expectation expectation(*options.expect);
  const auto take = [&](const ReadPage& read) {
    const Result<Page>& page = read.page;
    if (!page) return Result<void>(Error{page.error().code, read.sourced.origin.string(), page.error().detail});
    expectation.add(read.sourced.origin, to_json_lines(*page));
    return Result<void>();
  };
  const auto read = each_page(options.sources, options.shared.url, clock, profiles, options.threads, take);
  if (!read) return fail(console, read.error());
  const ExitCode faults = tell_faults(console, *read);
  if (read->captures == 0) return worse_of(faults, nothing_read(console));
  const Result<Expectation::Verdict> verdict = expectation.compare();
  if (!verdict) return fail(console, verdict.error());
  if (!verdict->diff.empty()) console.result(harmless(verdict->diff));
  console.say(fmt::format("{} compared, {} different", verdict->compared, verdict->different));
  if (options.bless) {
    if (const Result<void> blessed = expectation.bless(); !blessed) return fail(console, blessed.error());
    console.say("written as the new expectation; read the difference before you keep it");
    return ExitCode::kFailed;
  }
  return done(console, verdict->different > 0 ? worse_of(faults, ExitCode::kFailed) : faults);
}

ExitCode store(const Options& options, const Config& config, const ChosenProfiles& chosen, const Clock& clock,
               Console& console) {
  Result<Store> store = Store::open(options.shared.database(config));
  if (!store) return fail(console, store.error());
  auto pinned = all_pinned(store->memory());
  if (!pinned) return fail(console, pinned.error());
  const ProfileChoice profiles(chosen.profiles, chosen.named, std::move(*pinned));
  const Interrupt interrupt;
  Replay replay(
      {.store = *store, .profiles = profiles, .clock = clock, .interrupt = interrupt, .console = console});
  const auto take = [&](ReadPage page) {
    return replay.take(std::move(page.sourced.capture), std::move(page.page));
  };
  const auto read = each_page(options.sources, options.shared.url, clock, profiles, options.threads, take);
  const bool interrupted = !read && read.error().code == ErrorCode::kInterrupted;
  const StopReason reason = read ? StopReason::kReachedLast
                                 : interrupted ? StopReason::kInterrupted : StopReason::kStorageFailed;
  const Result<std::vector<RunReport>> reports = replay.finish(reason);
  if (!read && !interrupted) return fail(console, read.error());
  if (!reports) return fail(console, reports.error());
  ExitCode code = read ? tell_faults(console, *read) : ExitCode::kInterrupted;
  if (read && read->captures == 0) code = worse_of(code, nothing_read(console));
  for (const RunReport& report : *reports) {
    if (options.shared.json || !console.quiet()) console.result(options.shared.json ? to_json(report) : harmless(to_text(report)));
    if (const std::optional<Error> fault = fault_of(report)) console.complain(*fault);
    code = worse_of(code, report.exit_code());
  }
  return done(console, code);
}

ExitCode run(Options options) {
  Console console = options.shared.console();
  const SystemClock clock;
  if (options.sources.empty() && options.expect) options.sources = {*options.expect};
  if (options.sources.empty()) {
    return fail(console, Error{ErrorCode::kUsage, "replay", "nothing to read",
                               "name HTML files, folders of them, or WARC files"});
  }
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<ChosenProfiles> chosen = load_profiles(options.shared, *config);
  if (!chosen) return fail(console, chosen.error());
  if (!options.expect) return store(options, *config, *chosen, clock, console);
  return compare(options, ProfileChoice(chosen->profiles, chosen->named), clock, console);
}

}  // namespace

Command replay_command() {
  return {.name = "replay",
          .summary = "Read saved pages as a crawl would, without a network",
          .lesson = "Examples:\n"
                    "  dekko replay archive/ --db again.db          an archive into a new database\n"
                    "  dekko replay saved/*.html --url URL          pages that a browser saved\n"
                    "  dekko replay --expect fixtures/              compare with the saved JSON lines; 1 if they differ\n"
                    "\n"
                    "Sources are HTML files, folders, .warc, .warc.gz and .warc.zst. With --expect no database is written.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("sources", options->sources, "HTML files, folders, WARC files")->type_name("SOURCE");
            options->shared.add_db(app);
            options->shared.add_url(app);
            options->shared.add_profile(app);
            options->shared.add_config(app);
            auto* expect = app.add_option("--expect", options->expect, "Compare with saved JSON lines")->type_name("FILE|DIR");
            app.add_option("--threads", options->threads, "Threads that read pages; what is stored is the same (default: all cores)")
                ->check(CLI::Range(1, kMostThreads))
                ->type_name("N");
            app.add_flag("--bless", options->bless, "Write them anew (and still exit 1)")->needs(expect);
            options->shared.add_json(app, "The runs' reports as JSON");
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
