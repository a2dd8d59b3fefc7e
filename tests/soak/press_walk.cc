#include "tests/soak/press_walk.h"

#include <memory>
#include <sstream>

#include "app/crawl_loop.h"
#include "app/earlier_runs.h"
#include "app/pinned_profiles.h"
#include "app/recording.h"

namespace dekko {
namespace {

using Crawls = std::vector<std::unique_ptr<Crawl>>;

Result<ListingPlan> plan_of(const Subscription& one, const Profiles& profiles, PinnedProfiles& pinned,
                            const Store& store) {
  const Url url = Url::parse(one.listing).value();
  ListingPlan plan{.url = url, .profile = &profiles.for_url(url)};
  if (one.certified) {
    plan.pages = PageRange{.mode = WalkPlan::Mode::kAll};
    plan.certify = true;
  }
  if (plan.profile != &profiles.shape()) return plan;
  const Result<const Profile*> known = pinned.instead_of(*plan.profile, one.listing, store.memory());
  if (!known) return known.error();
  plan.source = *known == plan.profile ? ProfileSource::kNone : ProfileSource::kInferred;
  plan.profile = *known;
  return plan;
}

Result<Crawls> begin_all(const std::vector<Subscription>& all, const std::vector<ListingPlan>& plans,
                         const CrawlTools& tools) {
  Crawls crawls;
  for (size_t i = 0; i < all.size(); ++i) {
    const ArchiveInfo info{.software = "dekko/test",
                           .label = host_label(plans[i].url.host()),
                           .fields = {{"robots", "obey"}, {"profile", plans[i].profile->text}},
                           .compression = all[i].zstd ? Compression::kZstd : Compression::kGzip};
    Result<ArchiveWriter> archive = ArchiveWriter::open(tools.archive_folder, info, tools.clock);
    if (!archive) return archive.error();
    crawls.push_back(std::make_unique<Crawl>(tools, plans[i], std::move(*archive)));
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

}  // namespace

Result<std::vector<RunReport>> PressWalk::run(const std::vector<Subscription>& all, Fetcher& fetcher) const {
  std::ostringstream out, err;
  Console console(out, err, Loudness::kNormal, false);
  Result<Recording> recording = Recording::open(db_, folder_, "dekko/test", clock_, console);
  if (!recording) return recording.error();
  Result<Recall> recall = Recall::open(db_);
  if (!recall) return recall.error();
  PinnedProfiles pinned;
  std::vector<ListingPlan> plans;
  std::vector<Url> urls;
  for (const Subscription& one : all) {
    Result<ListingPlan> plan = plan_of(one, profiles_, pinned, recording->store());
    if (!plan) return plan.error();
    urls.push_back(plan->url);
    plans.push_back(std::move(*plan));
  }
  RobotsGate gate("dekko");
  Pacer pacer(PaceRules{});
  const CrawlTools tools{.politeness = {gate, pacer},
                         .store = recording->store(),
                         .recall = *recall,
                         .archive_folder = folder_,
                         .clock = clock_,
                         .console = console};
  for (size_t i = 0; i < all.size(); ++i) pacer.share(urls[i], {all[i].address});
  if (const Result<void> known = recall_hosts(urls, *recall, tools.politeness, clock_); !known)
    return known.error();
  Result<Crawls> crawls = begin_all(all, plans, tools);
  if (!crawls) return crawls.error();
  std::vector<RunReport> reports;
  const Interrupt interrupt;
  CrawlLoop loop({.fetcher = fetcher,
                  .store = tools.store,
                  .politeness = tools.politeness,
                  .clock = clock_,
                  .interrupt = interrupt,
                  .console = console,
                  .budget = {},
                  .chance = [] { return 0.0; },
                  .report = [&](const RunReport& report) { reports.push_back(report); },
                  .own_thread = false},
                 *crawls);
  if (const Result<void> run = loop.run(); !run) return run.error();
  return reports;
}

}  // namespace dekko
