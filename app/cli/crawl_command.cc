#include <fmt/format.h>

#include <random>
#include <set>

#include "app/cli/archive_info.h"
#include "app/cli/command.h"
#include "app/cli/identity.h"
#include "app/cli/shared_options.h"
#include "app/crawl_loop.h"
#include "app/dry_run.h"
#include "app/earlier_runs.h"
#include "app/listing_choice.h"
#include "app/pinned_profiles.h"
#include "app/profile_repair.h"
#include "app/recording.h"
#include "core/limits.h"
#include "crawler/fetch/curl_fetcher.h"
#include "crawler/fetch/resolver.h"

namespace dekko {

namespace {

constexpr size_t kProposalPages = 500;  // of the archive that a proposal is proven on: some two seconds
constexpr Seconds kResolverPatience{5};  // what one answer of a working resolver takes at most

struct Options {
  SharedOptions shared;
  std::vector<std::string> listings;
  std::optional<std::string> pages, contact, max_time, max_bytes, until, cookies;
  std::optional<double> delay;
  std::optional<int> max_requests, sweep;
  bool dry_run = false, certify = false;
};

// What the options and the config file come to, checked.
struct Wanted {
  Config config;
  ChosenProfiles profiles;
  std::vector<ListingPlan> plans;
  PinnedProfiles pinned = {};  // that plans may point to
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
  if (options.max_bytes) {
    const Result<uint64_t> bytes = parse_size(*options.max_bytes);
    if (!bytes) return bytes.error();
    budget.bytes = *bytes;
  }
  if (options.until) {
    const Result<Seconds> time = time_until(*options.until, clock.now());
    if (!time) return time.error();
    shorten(*time);
  }
  return budget;
}

std::vector<Url> urls_of(const std::vector<ListingPlan>& plans) {
  std::vector<Url> urls;
  urls.reserve(plans.size());
  for (const ListingPlan& plan : plans) urls.push_back(plan.url);
  return urls;
}

Result<Wanted> read_wishes(const Options& options, const Clock& clock) {
  Result<Config> config = load_config(options.shared.config);
  if (!config) return config.error();
  Result<ChosenProfiles> profiles = load_profiles(options.shared, *config);
  if (!profiles) return profiles.error();
  Result<std::vector<ListingPlan>> plans =
      choose_listings({.words = options.listings, .pages = options.pages, .profile = profiles->named},
                      *config, profiles->profiles);
  if (!plans) return plans.error();
  for (ListingPlan& plan : *plans) {
    plan.certify = options.certify;
    plan.sweep = options.sweep;
  }
  const std::string contact = options.contact.value_or(config->contact.value_or(""));
  if (const Result<void> known = require_contact(urls_of(*plans), contact); !known) return known.error();
  const Result<Budget> budget = read_budget(options, clock);
  if (!budget) return budget.error();
  PaceRules pace{.delay = config->delay};
  if (options.delay) pace.delay = Seconds(*options.delay);
  return Wanted{.config = std::move(*config),
                .profiles = std::move(*profiles),
                .plans = std::move(*plans),
                .contact = contact,
                .pace = pace,
                .budget = *budget};
}

FetchOptions fetch_options(const Options& options, const Wanted& wanted, const Interrupt& interrupt) {
  FetchOptions fetch = identified(wanted.contact);
  fetch.interrupt_fd = interrupt.fd();
  if (options.cookies)
    fetch.cookie_file = *options.cookies;
  else if (wanted.config.cookies)
    fetch.cookie_file = wanted.config.cookies->string();
  return fetch;
}

// What a crawl works with, for as long as it lasts.
struct Workshop {
  Recording recording;
  Recall recall;
  std::filesystem::path folder;
  RobotsGate gate{"dekko"};
  Pacer pacer;
};

Result<Workshop> open_workshop(const Options& options, const Wanted& wanted, const Clock& clock,
                               Console& console) {
  const std::filesystem::path file = options.shared.database(wanted.config);
  std::filesystem::path folder = options.shared.archive_folder(wanted.config);
  Result<Recording> recording = Recording::open(file, folder, kSoftware, clock, console);
  if (!recording) return recording.error();
  Result<Recall> recall = Recall::open(file);
  if (!recall) return recall.error();
  return Workshop{.recording = std::move(*recording),
                  .recall = std::move(*recall),
                  .folder = std::move(folder),
                  .pacer = Pacer(wanted.pace)};
}

// Before the first request: which hosts are one, and what earlier runs knew of them.
Result<void> know_hosts(const Wanted& wanted, Workshop& workshop, const Clock& clock) {
  const std::vector<Url> urls = urls_of(wanted.plans);
  std::set<std::string> hosts;
  for (const Url& url : urls) hosts.emplace(url.host());
  const auto addresses = resolve({hosts.begin(), hosts.end()}, kResolverPatience);
  for (const Url& url : urls) {
    if (const auto found = addresses.find(std::string(url.host())); found != addresses.end()) {
      workshop.pacer.share(url, found->second);
    }
  }
  return recall_hosts(urls, workshop.recall, {workshop.gate, workshop.pacer}, clock);
}

using Crawls = std::vector<std::unique_ptr<Crawl>>;

// Listings that no file knows are read by the profile that an earlier run pinned to them.
Result<void> take_pinned(Wanted& wanted, const Store& store) {
  for (ListingPlan& plan : wanted.plans) {
    if (!plan.claimed) continue;
    const std::string listing = page_address(plan.url, plan.profile->noise).listing.text();
    const Result<const Profile*> profile = wanted.pinned.instead_of(*plan.profile, listing, store.memory());
    if (!profile) return profile.error();
    if (*profile != plan.profile) plan.source = ProfileSource::kInferred;
    plan.profile = *profile;
  }
  return {};
}

// What would read a page that was not recognized.
void propose(const RunReport& report, const Wanted& wanted, const Workshop& workshop, Console& console) {
  for (const ListingPlan& plan : wanted.plans) {
    if (page_address(plan.url, plan.profile->noise).listing.text() != report.listing) continue;
    const Proving proving{.most = kProposalPages, .progress = [&](size_t page, size_t of) {
                            console.progress(fmt::format("proving a mended profile: page {} of {}", page, of));
                          }};
    const Result<Mended> mended = mend_profile(*plan.profile, report.listing,
                                               workshop.recording.store().memory(), workshop.folder, proving);
    console.end_progress();
    if (!mended) continue;
    console.say(harmless(to_text(*mended)));
    console.say(fmt::format(
        "a mended profile is proposed: `dekko profile repair {}` prints it, `--accept` puts it in place",
        report.listing));
  }
}

Result<Crawls> begin_all(const Wanted& wanted, const CrawlTools& tools, const FetchOptions& fetch) {
  const bool zstd = wanted.config.compression == "zstd";
  const ArchiveTold told{.gate = tools.politeness.gate,
                         .pace = wanted.pace,
                         .agent = fetch.user_agent,
                         .compression = zstd ? Compression::kZstd : Compression::kGzip};
  Crawls crawls;
  for (const ListingPlan& plan : wanted.plans) {
    Result<ArchiveWriter> archive =
        ArchiveWriter::open(tools.archive_folder, archive_info(plan, told), tools.clock);
    if (!archive) return archive.error();
    crawls.push_back(std::make_unique<Crawl>(tools, plan, std::move(*archive)));
  }
  const Result<void> begun = tools.store.together([&]() -> Result<void> {
    for (const auto& crawl : crawls) {
      if (const Result<void> one = crawl->begin(); !one) return one;
    }
    return {};
  });
  if (!begun) return begun.error();
  return crawls;
}

ExitCode crawl_all(const Options& options, Wanted& wanted, Fetcher& fetcher, const FetchOptions& fetch,
                   const Interrupt& interrupt, const Clock& clock, Console& console) {
  Result<Workshop> workshop = open_workshop(options, wanted, clock, console);
  if (!workshop) return fail(console, workshop.error());
  if (const Result<void> pinned = take_pinned(wanted, workshop->recording.store()); !pinned)
    return fail(console, pinned.error());
  if (const Result<void> known = know_hosts(wanted, *workshop, clock); !known)
    return fail(console, known.error());
  const CrawlTools tools{.politeness = {workshop->gate, workshop->pacer},
                         .store = workshop->recording.store(),
                         .recall = workshop->recall,
                         .archive_folder = workshop->folder,
                         .clock = clock,
                         .console = console};
  Result<Crawls> crawls = begin_all(wanted, tools, fetch);
  if (!crawls) return fail(console, crawls.error());
  ExitCode code = ExitCode::kDone;
  std::vector<RunReport> suspicious;
  const auto report = [&](const RunReport& done) {
    if (options.shared.json || !console.quiet()) {
      console.result(options.shared.json ? to_json(done) : harmless(to_text(done)));
    }
    if (const std::optional<Error> fault = fault_of(done)) console.complain(*fault);
    code = worse_of(code, done.exit_code());
    if (done.exit_code() == ExitCode::kSuspicious) suspicious.push_back(done);
  };
  std::mt19937 generator{std::random_device()()};
  std::uniform_real_distribution<double> chance;
  CrawlLoop loop({.fetcher = fetcher,
                  .store = tools.store,
                  .politeness = tools.politeness,
                  .clock = clock,
                  .interrupt = interrupt,
                  .console = console,
                  .budget = wanted.budget,
                  .chance = [&] { return chance(generator); },
                  .report = report},
                 *crawls);
  const Result<void> run = loop.run();
  for (const RunReport& one : suspicious) propose(one, wanted, *workshop, console);
  return run ? done(console, code) : fail(console, run.error());
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
  app.add_option("listings", options.listings,
                 "Addresses, or names from the config file (default: all of it)")
      ->type_name("LISTING");
  app.add_option("--pages", options.pages, "Which pages (default: all for a listing never seen, else new)")
      ->type_name("A-B|all|new");
  app.add_option("--delay", options.delay,
                 "Pause between requests (default 5; loopback 0; a longer Crawl-delay wins)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0));
  app.add_option("--contact", options.contact, "How a site's owner reaches you; goes into the User-Agent")
      ->type_name("MAIL|URL");
  app.add_option("--max-requests", options.max_requests, "Stop after so many requests for each listing")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000'000));
  app.add_option("--sweep", options.sweep,
                 "Old pages to look at again, oldest first (default: all of them in a month)")
      ->type_name("N")
      ->check(CLI::Range(0, limits::kPages));
  app.add_flag("--certify", options.certify,
               "Look again until every seam between pages is proven; two to four times the requests");
  app.add_option("--max-time", options.max_time, "Stop after this time: 90s, 15m, 1h30m")
      ->type_name("DURATION");
  app.add_option("--max-bytes", options.max_bytes, "Take no more than this from one host: 500k, 20M")
      ->type_name("SIZE");
  app.add_option("--until", options.until, "Stop at this time of day")->type_name("HH:MM");
  app.add_option("--cookies", options.cookies, "Cookies in Netscape format; read, never written")
      ->type_name("FILE");
  app.add_flag("--dry-run", options.dry_run,
               "The plan, the robots verdict, the time it would take; nothing is stored");
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
          .lesson =
              "Examples:\n"
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
