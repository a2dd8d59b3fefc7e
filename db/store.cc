#include "db/store.h"

#include <fmt/format.h>

#include <unordered_set>

#include "core/file_lock.h"
#include "db/captures.h"
#include "db/copies.h"
#include "db/database.h"
#include "db/history.h"
#include "db/journaled.h"
#include "db/ledger.h"
#include "db/looks.h"
#include "db/pins.h"
#include "db/rereading.h"
#include "db/runs.h"
#include "db/search_index.h"
#include "db/sqlite_error.h"

namespace dekko {

class Store::Impl {
 public:
  Impl(std::filesystem::path file, FileLock lock, std::unique_ptr<SQLite::Database> db)
      : file_(std::move(file)),
        lock_(std::move(lock)),
        db_(std::move(db)),
        runs_(*db_),
        captures_(*db_),
        ledger_(*db_),
        history_(*db_),
        copies_(*db_),
        looks_(*db_),
        search_(*db_),
        keeper_(*db_),
        pin_keeper_(*db_),
        memory_(*db_, file_),
        rereading_({*db_, captures_, history_, ledger_}),
        journaled_(*db_) {}

  // Runs `work` in one transaction; what it throws or fails with leaves no trace.
  template <class Work>
  auto in_transaction(Work work) -> decltype(work()) {
    if (together_) return at_the_door(file_, work);
    auto outcome = at_the_door(file_, [&]() -> decltype(work()) {
      if (const Result<void> begun = journaled_.begin(); !begun) return begun.error();
      SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
      auto result = work();
      if (!result) return result;
      search_.settle();
      if (const Result<void> written = journaled_.write(); !written) return written.error();
      transaction.commit();
      journaled_.committed();
      return result;
    });
    if (!outcome) journaled_.failed(outcome.error());
    return outcome;
  }

  // What `question` finds, outside of transactions.
  template <class Question>
  auto ask(Question question) const -> Result<decltype(question())> {
    return at_the_door(file_, [&]() -> Result<decltype(question())> { return question(); });
  }

  // A part of a transaction: the indexes then hold it as they would had it been a transaction of its own.
  Result<void> as_if_alone(const std::function<Result<void>()>& work) {
    if (const Result<void> done = work(); !done) return done;
    search_.settle();
    db_->exec("SAVEPOINT part");  // FTS5 writes out what it holds back, as at a commit
    db_->exec("RELEASE part");
    return {};
  }

  Result<int64_t> listing_of(RunId run) {
    if (const auto listing = runs_.listing_of(run)) return *listing;
    return Error{ErrorCode::kNotFound, file_.string(), fmt::format("has no run {}", run)};
  }

  Applied apply(RunId run, int64_t run_listing, const Capture& capture, const Page& page,
                const WalkPosition& position);
  Applied apply_again(RunId run, int64_t listing, const Capture& capture, const PageCopy& copy, int page);
  void count(const History::Seen& seen, Applied& applied);
  void add_cards(const Scene& scene, const std::vector<Card>& cards, Applied& applied);

  struct Together {
    explicit Together(Impl& impl) : flag(impl.together_) { flag = true; }
    ~Together() { flag = false; }
    bool& flag;
  };

  std::filesystem::path file_;
  FileLock lock_;
  std::unique_ptr<SQLite::Database> db_;
  Runs runs_;
  Captures captures_;
  Ledger ledger_;
  History history_;
  Copies copies_;
  Looks looks_;
  SearchIndex search_;
  CopyKeeper keeper_;
  PinKeeper pin_keeper_;
  ListingMemory memory_;
  Rereading rereading_;
  Journaled journaled_;
  bool together_ = false;  // inside a transaction that is to hold more than one step
};

Applied Store::Impl::apply(RunId run, int64_t run_listing, const Capture& capture, const Page& page,
                           const WalkPosition& position) {
  Applied applied;
  if (const auto known = captures_.find(capture)) {
    applied.capture_id = *known;
    applied.repeated = true;
    return applied;
  }
  const bool shows_items = page.verdict == Verdict::kListing;
  const int64_t listing =
      shows_items && !page.listing.empty() ? captures_.listing(page.listing, page.profile) : run_listing;
  applied.capture_id = captures_.add(run, listing, capture, page);
  ledger_.add_problems(run, applied.capture_id, page);
  runs_.stand(run, position);
  if (!shows_items) return applied;
  captures_.describe_listing(listing, page, capture.fetched_at);
  keeper_.keep(listing, applied.capture_id, capture, page);
  add_cards({run, listing, applied.capture_id, to_text_ms(capture.fetched_at), page.profile_fingerprint},
            page.cards, applied);
  looks_.found(applied.capture_id);
  return applied;
}

Applied Store::Impl::apply_again(RunId run, int64_t listing, const Capture& capture, const PageCopy& copy,
                                 int page) {
  Applied applied;
  if (const auto known = captures_.find(capture)) {
    applied.capture_id = *known;
    applied.repeated = true;
    return applied;
  }
  applied.capture_id = captures_.add_again(run, listing, capture, copy.capture_id, page);
  const Scene scene{run, listing, applied.capture_id, to_text_ms(capture.fetched_at),
                    copy.profile_fingerprint};
  for (const History::Seen& seen : history_.add_again(scene, copy.capture_id)) count(seen, applied);
  runs_.count_seen(run, applied.first_in_run);
  looks_.found(applied.capture_id);
  keeper_.keep_again(listing, capture);
  return applied;
}

void Store::Impl::count(const History::Seen& seen, Applied& applied) {
  applied.new_items += seen.new_item;
  applied.known_items += seen.known;
  applied.changed_items += seen.changed;
  applied.first_in_run += seen.first_in_run;
}

void Store::Impl::add_cards(const Scene& scene, const std::vector<Card>& cards, Applied& applied) {
  std::unordered_set<std::string_view> on_page;
  for (const Card& card : cards) {
    if (!on_page.insert(card.url).second)
      continue;  // the first position counts; extract() has named the second
    const History::Seen seen = history_.add(scene, card);
    count(seen, applied);
  }
  runs_.count_seen(scene.run, applied.first_in_run);
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file) {
  Result<FileLock> lock = FileLock::take(file.string() + ".lock");
  if (!lock) return lock.error();
  auto db = open_for_writing(file);
  if (!db) return db.error();
  return at_the_door(file, [&]() -> Result<Store> {
    return Store(std::make_unique<Impl>(file, std::move(*lock), std::move(*db)));
  });
}

Result<RunId> Store::begin_run(const RunStart& start) {
  return impl_->in_transaction([&]() -> Result<RunId> {
    const RunId run = impl_->runs_.begin(start, impl_->captures_.listing(start.listing, start.profile));
    impl_->journaled_.gather(run, RunBegins{.profile = start.profile,
                                            .read_by = start.read_by,
                                            .source = start.source,
                                            .position = start.position.value_or(WalkPosition{}),
                                            .continues = impl_->journaled_.started(start.continues),
                                            .permission = start.permission});
    return run;
  });
}

Result<Applied> Store::apply(RunId run, const Capture& capture, const Page& page,
                             const WalkPosition& position) {
  return impl_->in_transaction([&]() -> Result<Applied> {
    const Result<int64_t> listing = impl_->listing_of(run);
    if (!listing) return listing.error();
    const Applied applied = impl_->apply(run, *listing, capture, page, position);
    if (applied.repeated) return applied;
    impl_->journaled_.gather(run, PageRead{capture.record, page.page, position, page.profile_fingerprint,
                                           std::string(to_text(page.verdict))});
    return applied;
  });
}

Result<Applied> Store::apply_again(RunId run, const Capture& capture, const PageCopy& copy, int page,
                                   const WalkPosition& position) {
  return impl_->in_transaction([&]() -> Result<Applied> {
    const Result<int64_t> listing = impl_->listing_of(run);
    if (!listing) return listing.error();
    impl_->runs_.stand(run, position);
    const Applied applied = impl_->apply_again(run, *listing, capture, copy, page);
    if (!applied.repeated) impl_->journaled_.gather(run, PageSeenAgain::of(capture, page, position));
    return applied;
  });
}

Result<std::optional<PageCopy>> Store::copy_of(const std::string& listing, const Url& url) const {
  return impl_->ask([&] { return impl_->copies_.page(listing, url); });
}

Result<void> Store::keep_robots(RunId run, const std::string& origin, const RobotsCopy& copy) {
  return impl_->in_transaction([&]() -> Result<void> {
    impl_->keeper_.keep(origin, copy);
    impl_->journaled_.gather(run, RobotsKept{origin, copy});
    return {};
  });
}

Result<void> Store::pin_profile(const std::string& listing, const PinnedProfile& profile) {
  return impl_->in_transaction([&]() -> Result<void> {
    impl_->pin_keeper_.pin(impl_->captures_.listing(listing, profile.name), profile);
    impl_->journaled_.gather(listing, profile);
    return {};
  });
}

Result<void> Store::reread(const Capture& capture, const Page& page, const ReadBy& by) {
  return impl_->in_transaction([&]() -> Result<void> {
    const std::optional<int64_t> run = impl_->rereading_.replace(capture, page);
    if (!run) return Error{ErrorCode::kNotFound, capture.url.text(), "was never stored"};
    impl_->journaled_.gather_reread(*run, by, capture.record);
    return {};
  });
}

const ListingMemory& Store::memory() const {
  return impl_->memory_;
}

Result<void> Store::together(const std::function<Result<void>()>& work) {
  return impl_->in_transaction([&]() -> Result<void> {
    if (impl_->together_) return impl_->as_if_alone(work);
    const Impl::Together together(*impl_);
    return work();
  });
}

Result<int64_t> Store::note_capture(RunId run, const Capture& capture, int page,
                                    const WalkPosition& position) {
  return impl_->in_transaction([&]() -> Result<int64_t> {
    const Result<int64_t> listing = impl_->listing_of(run);
    if (!listing) return listing.error();
    if (const auto known = impl_->captures_.find(capture)) return *known;
    impl_->runs_.stand(run, position);
    impl_->journaled_.gather(run, AnswerNoted{capture.record, page, position});
    return impl_->captures_.add_without_verdict(run, *listing, capture, page);
  });
}

Result<void> Store::note_request(RunId run, const LedgerLine& line) {
  return impl_->in_transaction([&]() -> Result<void> {
    impl_->ledger_.add(run, line);
    impl_->journaled_.gather(run, RequestMade{line});
    return {};
  });
}

Result<void> Store::note_problem(RunId run, const Problem& problem) {
  return impl_->in_transaction([&]() -> Result<void> {
    impl_->ledger_.add(run, std::nullopt, problem);
    impl_->journaled_.gather(run, ProblemNoted{problem});
    return {};
  });
}

Result<void> Store::finish_run(RunId run, const RunEnd& end) {
  return impl_->in_transaction([&]() -> Result<void> {
    if (const auto listing = impl_->listing_of(run); !listing) return listing.error();
    impl_->runs_.finish(run, end);
    impl_->journaled_.gather(run, RunEnds{end.ended, end.reason, end.coverage, end.gaps});
    return {};
  });
}

Result<void> Store::fold_log() { return dekko::fold_log(*impl_->db_, impl_->file_); }

void Store::write_ahead(WriteAhead journal) { impl_->journaled_.write_ahead(std::move(journal)); }

Result<JournalMark> Store::journal_mark() const {
  return impl_->ask([&] { return impl_->journaled_.mark(); });
}

Result<void> Store::set_journal_mark(const JournalMark& mark) {
  return impl_->in_transaction([&]() -> Result<void> {
    impl_->journaled_.set_mark(mark);
    return {};
  });
}

Result<std::optional<RunId>> Store::find_run(const RunKey& run) const {
  return impl_->ask([&] { return impl_->journaled_.find(run); });
}

Result<std::optional<ResumePoint>> Store::resume_point(const std::string& listing) const {
  return impl_->ask([&] { return impl_->runs_.resume_point(listing); });
}

Result<std::optional<std::pair<int, Url>>> Store::latest_page(const std::string& listing, int from) const {
  return impl_->ask([&] { return impl_->looks_.latest_page(listing, from); });
}

Result<std::vector<PastLook>> Store::looks(const std::string& listing) const {
  return impl_->ask([&] { return impl_->looks_.of(listing); });
}

Result<int> Store::mark_missing(RunId run, const std::vector<MissingItem>& items) {
  return impl_->in_transaction([&]() -> Result<int> {
    const Result<int64_t> listing = impl_->listing_of(run);
    if (!listing) return listing.error();
    const std::vector<MissingItem> marked = impl_->looks_.mark_missing(run, *listing, items);
    impl_->journaled_.gather_missing(run, marked, impl_->captures_);
    return static_cast<int>(marked.size());
  });
}

Result<bool> Store::has_seen(const std::string& listing) const {
  return impl_->ask([&] { return impl_->runs_.has_seen(listing); });
}

Result<std::optional<int64_t>> Store::capture_at(const RecordRef& record) const {
  return impl_->ask([&] { return impl_->captures_.at(record); });
}

}  // namespace dekko
