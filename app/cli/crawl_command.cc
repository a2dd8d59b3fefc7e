#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/crawl.h"
#include "app/dry_run.h"
#include "app/listing_choice.h"
#include "core/limits.h"
#include "crawler/fetch/curl_fetcher.h"

namespace dekko {

namespace {

constexpr const char* kSoftware = "dekko/" DEKKO_VERSION;

struct Options {
  SharedOptions shared;
  std::vector<std::string> listings;
  std::optional<std::string> pages, contact, max_time, until, cookies;
  std::optional<double> delay;
  std::optional<int> max_requests, sweep;
  bool dry_run = false, certify = false;
};

// What the options and the config file come to, checked.
struct Wanted {
  Config config;
  ChosenProfiles profiles;
  std::vector<ListingPlan> plans;
  std::string contact;
  PaceRules pace;
  Budget budget;
};

Result<Budget> read_budget(const Options& options, const Clock& clock) {
  Budget budget{.requests = options.max_requests};
  const auto shorten = [&](Seconds time) {
    const Seconds end = clock.steady() + time;
    budget.ends_at = budget.ends_at ? std::min(*budget.ends_at, end) : end;
  };
  if (options.max_time) {
    const Result<Seconds> time = parse_duration(*options.max_time);
    if (!time) return time.error();
    shorten(*time);
  }
  if (options.until) {
    const Result<Seconds> time = time_until(*options.until, clock.now());
    if (!time) return time.error();
    shorten(*time);
  }
  return budget;
}

Result<Wanted> read_wishes(const Options& options, const Clock& clock) {
  Result<Config> config = load_config(options.shared.config);
  if (!config) return config.error();
  Result<ChosenProfiles> profiles = load_profiles(options.shared, *config);
  if (!profiles) return profiles.error();
  Result<std::vector<ListingPlan>> plans = choose_listings(
      {.words = options.listings, .pages = options.pages, .profile = profiles->named}, *config, profiles->profiles);
  if (!plans) return plans.error();
  for (ListingPlan& plan : *plans) {
    plan.certify = options.certify;
    plan.sweep = options.sweep;
  }
  const std::string contact = options.contact.value_or(config->contact.value_or(""));
  if (const Result<void> known = require_contact(*plans, contact); !known) return known.error();
  const Result<Budget> budget = read_budget(options, clock);
  if (!budget) return budget.error();
  PaceRules pace{.delay = config->delay};
  if (options.delay) pace.delay = Seconds(*options.delay);
  return Wanted{std::move(*config), std::move(*profiles), std::move(*plans), contact, pace, *budget};
}

FetchOptions fetch_options(const Options& options, const Wanted& wanted, const Interrupt& interrupt) {
  FetchOptions fetch{.user_agent = kSoftware, .interrupt_fd = interrupt.fd()};
  if (!wanted.contact.empty()) fetch.user_agent += fmt::format(" (+{})", wanted.contact);
  if (wanted.contact.find('@') != std::string::npos) fetch.from = wanted.contact;
  if (options.cookies) fetch.cookie_file = *options.cookies;
  else if (wanted.config.cookies) fetch.cookie_file = wanted.config.cookies->string();
  return fetch;
}

ArchiveInfo archive_info(const ListingPlan& plan, const FetchOptions& fetch) {
  return {.software = kSoftware,
          .label = std::string(plan.url.host()),
          .fields = {{"robots", "obey"},
                     {"http-header-user-agent", fetch.user_agent},
                     {"isPartOf", plan.url.text()},
                     {"description", "profile " + plan.profile->name}}};
}

ExitCode crawl_all(const Options& options, Wanted& wanted, Fetcher& fetcher, const FetchOptions& fetch,
                   const Interrupt& interrupt, const Clock& clock, Console& console) {
  Result<Store> store = Store::open(options.shared.database(wanted.config));
  if (!store) return fail(console, store.error());
  const std::filesystem::path folder = options.shared.archive_folder(wanted.config);
  RobotsGate gate("dekko");
  Pacer pacer(wanted.pace);
  ExitCode code = ExitCode::kDone;
  for (const ListingPlan& plan : wanted.plans) {
    Result<ArchiveWriter> archive = ArchiveWriter::open(folder, archive_info(plan, fetch), clock);
    if (!archive) return fail(console, archive.error());
    CrawlTools tools{.fetcher = fetcher, .gate = gate, .pacer = pacer, .store = *store, .archive = *archive,
                     .archive_folder = folder, .clock = clock, .interrupt = interrupt, .console = console,
                     .budget = wanted.budget};
    const Result<RunReport> report = Crawl(tools, plan).run();
    if (!report) return fail(console, report.error());
    if (options.shared.json || !console.quiet()) {
      console.result(options.shared.json ? to_json(*report) : harmless(to_text(*report)));
    }
    if (const std::optional<Error> fault = fault_of(*report)) console.complain(*fault);
    code = worse_of(code, report->exit_code());
    if (interrupt.happened()) break;
  }
  return done(console, code);
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const SystemClock clock;
  Result<Wanted> wanted = read_wishes(options, clock);
  if (!wanted) return fail(console, wanted.error());
  const Interrupt interrupt;
  const FetchOptions fetch = fetch_options(options, *wanted, interrupt);
  const Result<std::unique_ptr<Fetcher>> fetcher = make_curl_fetcher(fetch, clock);
  if (!fetcher) return fail(console, fetcher.error());
  if (options.dry_run) {
    const std::filesystem::path db = options.shared.database(wanted->config);
    const ExitCode code = dry_run(wanted->plans, wanted->pace, db, **fetcher, clock, console);
    return done(console, code);
  }
  return crawl_all(options, *wanted, **fetcher, fetch, interrupt, clock, console);
}

void add_options(CLI::App& app, Options& options) {
  app.add_option("listings", options.listings, "Addresses, or names from the config file (default: all of it)")
      ->type_name("LISTING");
  app.add_option("--pages", options.pages, "A-B, all or new (default: all for a listing never seen, else new)")
      ->type_name("RANGE");
  app.add_option("--delay", options.delay, "Pause between requests (default 5; loopback 0; a longer Crawl-delay wins)")
      ->type_name("SECONDS")->check(CLI::Range(0.0, 86400.0));
  app.add_option("--contact", options.contact, "How a site's owner reaches you; goes into the User-Agent")
      ->type_name("MAIL|URL");
  app.add_option("--max-requests", options.max_requests, "Stop after so many requests for each listing")
      ->type_name("N")->check(CLI::Range(1, 1'000'000'000));
  app.add_option("--sweep", options.sweep, "Old pages to look at again, oldest first (default: all of them in a month)")
      ->type_name("N")->check(CLI::Range(0, limits::kPages));
  app.add_flag("--certify", options.certify, "Look again until every seam between pages is proven; two to four times the requests");
  app.add_option("--max-time", options.max_time, "Stop after this time: 90s, 15m, 1h30m")->type_name("DURATION");
  app.add_option("--until", options.until, "Stop at this time of day")->type_name("HH:MM");
  app.add_option("--cookies", options.cookies, "Cookies in Netscape format; read, never written")->type_name("FILE");
  app.add_flag("--dry-run", options.dry_run, "The plan, the robots verdict, the time it would take; nothing is stored");
  options.shared.add_db(app);
  options.shared.add_archive(app);
  options.shared.add_config(app);
  options.shared.add_profile(app);
  options.shared.add_json(app, "The runs' reports as JSON");
  options.shared.add_loudness(app);
}

}  // namespace

Command crawl_command() {
  return {.name = "crawl",
          .summary = "Walk listings and store what they show",
          .lesson = "Examples:\n"
                    "  dekko crawl https://example.org/tag/x/ --contact you@example.org\n"
                    "  dekko crawl https://example.org/tag/x/ --contact you@example.org --pages 1-5 --delay 10\n"
                    "  dekko crawl                       every listing in dekko.toml\n"
                    "\n"
                    "robots.txt is always obeyed. A walk that was interrupted goes on where it stood.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            add_options(app, *options);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
