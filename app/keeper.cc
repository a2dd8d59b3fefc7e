#include "app/keeper.h"

#include <algorithm>

#include "app/decoded.h"
#include "app/page_reading.h"
#include "app/revisits.h"
#include "app/unarchived_page.h"
#include "archive/digest.h"
#include "core/limits.h"

namespace dekko {

namespace {

int count_problems(const Page& page) {
  size_t count = page.problems.size();
  for (const Card& card : page.cards) count += card.problems.size();
  return static_cast<int>(count);
}

// The body is of no more use once it is on disk and read.
void drop_body(FetchOutcome& outcome) {
  std::visit(
      [](auto& o) {
        if constexpr (requires { o.exchange; }) std::string().swap(o.exchange.body);
      },
      outcome);
}

}  // namespace

Result<RunId> Keeper::begin(const RunStart& start) {
  const Result<RunId> run = parts_.store.begin_run(start);
  if (run) run_ = *run;
  return run;
}

Result<int> Keeper::finish(const RunEnd& end, const std::vector<MissingItem>& missing) {
  const Result<int> marked = mark(missing);
  if (!marked) return marked;
  const Result<void> ended = parts_.store.together([&]() -> Result<void> {
    const Result<void> kept = keep_learnt();
    return kept ? parts_.store.finish_run(run_, end) : kept;
  });
  return ended ? marked : Result<int>(ended.error());
}

// Proven is proven: a kill between two of these transactions leaves nothing that the next run has to mend.
Result<int> Keeper::mark(const std::vector<MissingItem>& missing) {
  int marked = 0;
  for (size_t begin = 0; begin < missing.size(); begin += limits::kGoneTogether) {
    const auto first = missing.begin() + static_cast<std::ptrdiff_t>(begin);
    const size_t count = std::min(limits::kGoneTogether, missing.size() - begin);
    const Result<int> some =
        parts_.store.mark_missing(run_, {first, first + static_cast<std::ptrdiff_t>(count)});
    if (!some) return some;
    marked += *some;
  }
  return marked;
}

Result<void> Keeper::keep_learnt() {
  if (!learnt_) return {};
  const Result<void> kept = parts_.store.keep_robots(run_, learnt_->first, learnt_->second);
  if (kept) learnt_.reset();
  return kept;
}

Stored Keeper::keep(Delivery delivery, const Place& place) {
  Stored stored{.outcome = std::move(delivery.answer.outcome)};
  // The request was made, whatever becomes of its answer; and an answer in the archive that a kill kept from
  // the database is known by its request (app/take_in.h).
  Result<void> kept = parts_.store.together([&]() -> Result<void> {
    const Result<void> learnt = keep_learnt();
    return learnt ? parts_.store.note_request(run_, delivery.line) : learnt;
  });
  if (const Exchange* exchange = exchange_of(stored.outcome); kept && exchange) {
    kept =
        parts_.store.together([&] { return keep_answer(*exchange, place, delivery.answer.purpose, stored); });
  }
  if (!kept) {
    stored.failure = kept.error();
    stored.seen.reset();
  }
  drop_body(stored.outcome);
  return stored;
}

Result<void> Keeper::keep_answer(const Exchange& exchange, const Place& place, Purpose purpose,
                                 Stored& stored) {
  const bool of_robots = purpose == Purpose::kRobots;
  if (!of_robots && std::holds_alternative<Fetched>(stored.outcome))
    return keep_page(exchange, place, stored);
  if (!of_robots && std::holds_alternative<NotModified>(stored.outcome)) {
    const Result<std::optional<PageCopy>> copy = archived_copy(exchange.url);
    if (!copy) return copy.error();
    if (*copy && has_validators(**copy)) return keep_unchanged(exchange, **copy, place, stored);
  }
  const Result<RecordRef> record = archive_.append(exchange);
  if (!record) return record.error();
  Result<Capture> capture = read_capture(parts_.archive_folder, *record);
  if (!capture) {
    stored.unreadable = capture.error().message();
    return {};
  }
  if (of_robots) {
    stored.body = std::move(capture->body);
    stored.etag = std::move(capture->etag);
    stored.last_modified = std::move(capture->last_modified);
    return {};
  }
  const auto noted = parts_.store.note_capture(run_, *capture, place.page, place.before);
  return noted ? Result<void>() : Result<void>(noted.error());
}

Result<std::optional<PageCopy>> Keeper::archived_copy(const Url& url) const {
  Result<std::optional<PageCopy>> copy = parts_.store.copy_of(parts_.listing, url);
  if (copy && *copy && !is_in_archive(**copy, parts_.archive_folder)) copy->reset();
  return copy;
}

Result<void> Keeper::keep_page(const Exchange& exchange, const Place& place, Stored& stored) {
  Result<Capture> unarchived = decoded(exchange);
  if (const auto ban = archiving_ban(exchange, unarchived ? &*unarchived : nullptr)) {
    if (unarchived) return keep_cards(std::move(*unarchived), *ban, place, stored);
    stored.unreadable = unarchived.error().message();
    return {};
  }
  const Result<std::optional<PageCopy>> copy = archived_copy(exchange.url);
  if (!copy) return copy.error();
  const Result<std::string> sha256 = sha256_hex(exchange.body);
  if (!sha256) return sha256.error();
  // One that is to be read anew is archived whole: no revisit then refers to another.
  const bool same = *copy && (*copy)->record.sha256 == *sha256 && is_read_alike(**copy);
  Attached attached;
  if (same) attached.revisit = revisit_of(**copy, Revisit::Reason::kIdenticalPayload);
  const Result<RecordRef> record = archive_.append(exchange, attached);
  if (!record) return record.error();
  if (same) return see_again(exchange, *record, **copy, place, stored);
  // From here the page is on disk, and what is read from now on is the record, not the socket's octets.
  const Result<Capture> capture = read_capture(parts_.archive_folder, *record);
  if (!capture) {
    stored.unreadable = capture.error().message();
    return {};
  }
  Result<PageSeen> seen = apply(*capture, read(*capture, place), place);
  if (!seen) return seen.error();
  stored.seen = std::move(*seen);
  return {};
}

Result<void> Keeper::keep_cards(Capture capture, const std::string& why, const Place& place, Stored& stored) {
  const Page page = read(capture, place);
  const Note note = unarchived_note(capture, page, why);
  Result<RecordRef> record = archive_.append(note);
  if (!record) return record.error();
  const Result<std::string> sha256 = sha256_hex(note.text);
  if (!sha256) return sha256.error();
  capture.record = std::move(*record);
  capture.record.sha256 = *sha256;
  // Without validators: of an answer that is not kept, the next one cannot say that it is the same.
  capture.etag.clear();
  capture.last_modified.clear();
  Result<PageSeen> seen = apply(capture, page, place);
  if (!seen) return seen.error();
  stored.seen = std::move(*seen);
  stored.seen->not_archived = true;
  return {};
}

Result<void> Keeper::keep_unchanged(const Exchange& exchange, const PageCopy& copy, const Place& place,
                                    Stored& stored) {
  const Result<RecordRef> record =
      archive_.append(exchange, {.revisit = revisit_of(copy, Revisit::Reason::kNotModified)});
  return record ? see_again(exchange, *record, copy, place, stored) : Result<void>(record.error());
}

// Nothing is read: the cards are those of the copy.
Result<void> Keeper::see_again(const Exchange& exchange, const RecordRef& record, const PageCopy& copy,
                               const Place& place, Stored& stored) {
  const Capture capture = capture_without_body(exchange, record);
  PageSeen seen{.url = capture.url, .shown = shown_by(copy, place.page), .unchanged = true};
  const Result<Applied> applied =
      parts_.store.apply_again(run_, capture, copy, place.page, place.after(seen.shown));
  if (!applied) return applied.error();
  seen.applied = *applied;
  stored.seen = std::move(seen);
  return {};
}

bool Keeper::is_read_alike(const PageCopy& copy) const {
  return copy.profile_fingerprint == reading_fingerprint(parts_.profile);
}

Result<PageSeen> Keeper::apply(const Capture& capture, const Page& page, const Place& place) {
  PageSeen seen{.url = capture.url, .shown = shown_by(page, place.page), .problems = count_problems(page)};
  if (!page.problems.empty()) seen.first_problem = page.problems.front().reason;
  const WalkPosition position = is_the_listing(page.verdict) ? place.after(seen.shown) : place.before;
  const Result<Applied> applied = parts_.store.apply(run_, capture, page, position);
  if (!applied) return applied.error();
  seen.applied = *applied;
  return seen;
}

Page Keeper::read(const Capture& capture, const Place& place) const {
  return read_page(capture, parts_.profile, parts_.listing, place.page);
}

}  // namespace dekko
