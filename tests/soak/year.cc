#include "tests/soak/year.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "app/recording.h"
#include "tests/soak/frail_disk.h"

namespace dekko {
namespace {

constexpr size_t kZstd = 2;  // the paper whose archive is compressed so

constexpr std::string_view kProfile = R"(name = "herald"
hosts = ["herald.example"]
[cards]
each = "article.tile"
url = "h4 a"
headline = "h4"
dek = ".standfirst"
kind = ".label"
bylines = ".name"
published = ".day"
image = ".thumb img"
[page]
title = "h1"
pager = ".numbers"
)";

std::vector<Chronicle> newspapers(uint64_t seed, Moment now) {
  using site::Layout;
  const auto options = [&](int posts, Layout layout, uint64_t which) {
    return site::SiteOptions{.posts = posts, .layout = layout, .seed = seed * 10 + which, .page_bytes = 3000};
  };
  site::SiteOptions pinned = options(205, Layout::kT24P, 4);
  pinned.pinned = 2;
  site::SiteOptions bare = options(150, Layout::kP21, 5);
  bare.validators = false;
  bare.robots = "User-agent: *\nCrawl-delay: 8\n";
  site::SiteOptions forgetful = options(333, Layout::kP22, 3);
  forgetful.retry_after = 600;
  std::vector<Chronicle> papers;
  papers.emplace_back("herald.example", options(598, Layout::kT24P, 1), now);
  papers.emplace_back("gazette.example", options(421, Layout::kA20, 2), now);
  papers.emplace_back("tribune.example", forgetful, now);
  papers.emplace_back("courier.example", pinned, now);
  papers.emplace_back("observer.example", bare, now);
  return papers;
}

// What a process leaves behind that is killed: how far its requests had come, and its clock.
struct LastWords {
  static constexpr int kMost = 20'000;
  Seconds steady;
  int requests;
  Seconds asked[kMost];
};

}  // namespace

Year::Year(uint64_t seed)
    : profiles_(Profiles::builtin()), papers_(newspapers(seed, clock_.truth())), weather_(seed, papers_) {
  profiles_.add(parse_profile(kProfile, "herald.toml").value());
}

std::vector<Subscription> Year::subscriptions(const NightPlan& plan) const {
  std::vector<Subscription> all;
  for (size_t i = 0; i < papers_.size(); ++i)
    all.push_back({.listing = papers_[i].listing(),
                   .address = address_of(i),
                   .zstd = i == kZstd,
                   .certified = i == plan.certified});
  return all;
}

void Year::happen(const Happening& happening) {
  using Kind = Happening::Kind;
  Chronicle& paper = papers_[happening.paper];
  const Moment now = clock_.truth();
  const size_t place = happening.chance % paper.size();
  switch (happening.kind) {
    case Kind::kPublish:  // three posts share a day; more of them would be of tomorrow
      if (paper.published() < 3 * (nights_ - 4)) paper.publish(1, now);
      return;
    case Kind::kWithdraw:
      return paper.withdraw(place, now);
    case Kind::kRename:
      return paper.rename(place, now);
    case Kind::kResize:
      ++watch_.struck["page size"];
      return paper.paper().resize(paper.paper().listing().posts_a_page() == 10 ? 15 : 10);
    case Kind::kClock:
      ++watch_.struck["clock"];
      return clock_.be_ahead(happening.ahead);
  }
}

void Year::happen_before(const NightPlan& plan, int request) {
  const auto [begin, end] = plan.happenings.equal_range(request);
  for (auto due = begin; due != end; ++due) happen(due->second);
}

void Year::pass_day() {
  for (Chronicle& paper : papers_) paper.remember(clock_.truth());
  const std::vector<Happening> day = weather_.day(nights_);
  const Seconds until = std::chrono::hours(24) * nights_;
  const Seconds each = (until - clock_.steady()) / static_cast<double>(day.size() + 1);
  for (const Happening& happening : day) {
    clock_.advance(std::max(each, Seconds(1)));
    happen(happening);
  }
  clock_.advance_to(until);
  for (Chronicle& paper : papers_) paper.remember(clock_.truth());
}

void Year::night(const std::function<void(const Walked&)>& after) {
  if (nights_ > 0) pass_day();
  const NightPlan plan = weather_.next(nights_++);
  after(plan.end == NightPlan::End::kKilled ? walk_until_killed(plan) : walk(plan));
  if (!plan.walks_again) return;
  clock_.advance(Seconds(2));
  after(walk({.strikes = plan.strikes}));
}

Result<std::vector<RunReport>> Year::walk_through(NightPlan& plan, std::function<void(int)> before) {
  PressFetcher fetcher(papers_, clock_, plan, watch_, std::move(before));
  return PressWalk(db_, folder_, profiles_, clock_).run(subscriptions(plan), fetcher);
}

Year::Walked Year::walk(NightPlan plan) {
  Walked walked{.began = clock_.truth(), .ended = {}};
  if (plan.end == NightPlan::End::kFullDisk) frail_disk::fill_after(plan.after);
  const auto reports = walk_through(plan, [&](int request) {
    happen_before(plan, request);
    std::error_code none;
    const uintmax_t log = std::filesystem::file_size(db_.string() + "-wal", none);
    if (!none) longest_log_ = std::max(longest_log_, log);
  });
  walked.disk_was_full = plan.end == NightPlan::End::kFullDisk && frail_disk::was_full();
  frail_disk::heal();
  if (!reports) walked.failed = reports.error().message();
  for (const RunReport& report : reports ? *reports : std::vector<RunReport>())
    if (report.reason == StopReason::kStorageFailed) walked.failed = report.why;
  if (walked.disk_was_full) ++watch_.struck["full disk"];
  walked.ended = clock_.truth();
  return walked;
}

Result<void> Year::settle() const {
  std::ostringstream out, err;
  Console console(out, err, Loudness::kQuiet, false);
  const Result<Recording> recording = Recording::open(db_, folder_, "dekko/test", clock_, console);
  return recording ? Result<void>() : recording.error();
}

// In a process of its own. What happened up to its end happens here after it.
Year::Walked Year::walk_until_killed(NightPlan plan) {
  // What it would note of them dies with it.
  std::erase_if(plan.strikes, [](const Strike& strike) { return strike.name.ends_with("cache"); });
  Walked walked{.began = clock_.truth(), .ended = {}};
  void* shared = mmap(nullptr, sizeof(LastWords), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* words = new (shared) LastWords{.steady = clock_.steady(), .requests = 0, .asked = {}};
  const pid_t child = fork();
  if (child == 0) {
    frail_disk::kill_after(plan.after);
    const auto reports = walk_through(plan, [&](int request) {
      words->asked[request] = words->steady = clock_.steady();
      words->requests = request + 1;
      happen_before(plan, request);
    });
    words->steady = clock_.steady();
    _exit(reports ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  walked.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  if (!walked.killed && status != 0) walked.failed = "the walk beside ended with an error";
  for (int request = 0; request < words->requests; ++request) {
    clock_.advance_to(words->asked[request]);
    happen_before(plan, request);
  }
  clock_.advance_to(words->steady + Seconds(30));
  watch_.requests += words->requests;
  for (size_t paper = 0; paper < papers_.size(); ++paper) watch_.robots_asked[paper] = clock_.steady();
  if (walked.killed) ++watch_.struck["kill"];
  munmap(shared, sizeof(LastWords));
  walked.ended = clock_.truth();
  return walked;
}

}  // namespace dekko
