#include "app/keeper.h"

#include <algorithm>

#include "app/decoded.h"
#include "app/revisits.h"
#include "app/shown.h"
#include "app/unarchived_page.h"
#include "archive/digest.h"
#include "core/limits.h"
#include "extractors/page_fit.h"

namespace dekko {

namespace {

int count_problems(const Page& page) {
  size_t count = page.problems.size();
  for (const Card& card : page.cards) count += card.problems.size();
  return static_cast<int>(count);
}

// "bylines: 98 % until 2026-11-20, now 0 %"
std::string words_of(const Problem& problem) {
  return problem.reason == kUnlikeBefore ? problem.field + ": " + problem.excerpt : problem.reason;
}

// The body is of no more use once it is on disk and read.
void drop_body(FetchOutcome& outcome) {
  std::visit(
      [](auto& o) {
        if constexpr (requires { o.exchange; }) std::string().swap(o.exchange.body);
      },
      outcome);
}

bool is_page(const Filed& filed) {
  return filed.delivery.answer.purpose != Purpose::kRobots &&
         std::holds_alternative<Fetched>(filed.delivery.answer.outcome);
}

bool says_not_modified(const Filed& filed) {
  return filed.delivery.answer.purpose != Purpose::kRobots &&
         std::holds_alternative<NotModified>(filed.delivery.answer.outcome);
}

}  // namespace

Result<RunId> Keeper::begin(const RunStart& start) {
  if (const Result<void> recalled = reading_.recall(start.started); !recalled) return recalled.error();
  if (start.continues) {
    const Result<void> first = reading_.recall_first(parts_.archive_folder);
    if (!first) return first.error();
  }
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

Filed Keeper::take(Delivery delivery) {
  Filed filed{.delivery = std::move(delivery)};
  if (is_page(filed)) filed.reader = reading_.reader();
  if (const Exchange* exchange = exchange_of(filed.delivery.answer.outcome)) {
    if (const Result<void> done = recall(*exchange, filed); !done) filed.failure = done.error();
  }
  return filed;
}

// The copy that the archive may have of it.
Result<void> Keeper::recall(const Exchange& exchange, Filed& filed) {
  if (is_page(filed) || says_not_modified(filed)) {
    Result<std::optional<PageCopy>> copy = archived_copy(exchange.url);
    if (!copy) return copy.error();
    filed.copy = std::move(*copy);
  }
  return archive_.make_ready();
}

void Keeper::pack(Filed& filed) const {
  const Exchange* exchange = exchange_of(filed.delivery.answer.outcome);
  if (exchange == nullptr || filed.failure) return;
  if (const Result<void> done = pack_answer(*exchange, filed); !done) filed.failure = done.error();
}

Result<void> Keeper::pack_answer(const Exchange& exchange, Filed& filed) const {
  if (is_page(filed) || says_not_modified(filed)) compare(exchange, filed);
  if (!filed.again) filed.copy.reset();
  if (filed.ban) return {};
  Result<PackedExchange> packed = archive_.pack(exchange, filed.attached);
  if (!packed) return packed.error();
  filed.packed = std::move(*packed);
  return {};
}

void Keeper::compare(const Exchange& exchange, Filed& filed) const {
  if (says_not_modified(filed)) {
    if (!filed.copy || !has_validators(*filed.copy)) return;
    filed.attached.revisit = revisit_of(*filed.copy, Revisit::Reason::kNotModified);
    filed.again = true;
    return;
  }
  Result<Capture> unarchived = decoded(exchange);
  filed.ban = archiving_ban(exchange, unarchived ? &*unarchived : nullptr);
  if (filed.ban) {
    if (!unarchived) filed.unreadable = unarchived.error().message();
    if (unarchived) filed.capture = std::move(*unarchived);
    return;
  }
  if (!unarchived) return;  // is like nothing that was read
  filed.attached.sha256 = std::move(unarchived->record.sha256);
  // One that is to be read anew is archived whole: no revisit then refers to another.
  if (!filed.copy || filed.copy->record.sha256 != filed.attached.sha256) return;
  if (!reading_.is_read_alike(*filed.copy, exchange.at)) return;
  filed.attached.revisit = revisit_of(*filed.copy, Revisit::Reason::kIdenticalPayload);
  filed.again = true;
}

void Keeper::file(Filed& filed) {
  const Exchange* exchange = exchange_of(filed.delivery.answer.outcome);
  if (exchange != nullptr && filed.packed) {
    Result<RecordRef> record = archive_.write(std::move(*filed.packed), *exchange, filed.attached);
    if (record) filed.record = std::move(*record);
    if (!record) filed.failure = record.error();
    filed.packed.reset();
  }
  drop_body(filed.delivery.answer.outcome);
}

Result<std::optional<PageCopy>> Keeper::archived_copy(const Url& url) const {
  Result<std::optional<PageCopy>> copy = parts_.store.copy_of(parts_.listing, url);
  if (copy && *copy && !is_in_archive(**copy, parts_.archive_folder)) copy->reset();
  return copy;
}

// What is read is the record, not the socket's octets.
void Keeper::read(Filed& filed) const {
  if (filed.failure || filed.again) return;
  if (filed.record) {
    Result<Capture> capture = read_back(parts_.archive_folder, *filed.record);
    if (capture) {
      filed.capture = std::move(*capture);
    } else {
      filed.unreadable = capture.error().message();
    }
  }
  if (!filed.reader || !filed.capture) return;
  filed.page = filed.reader->read(*filed.capture);
  if (filed.reader->is_settled()) std::string().swap(filed.capture->body);  // nobody reads it again
}

Result<Stored> Keeper::store(Filed filed, const Place& place) {
  Stored stored{.outcome = std::move(filed.delivery.answer.outcome), .unreadable = filed.unreadable};
  if (const Result<void> learnt = keep_learnt(); !learnt) return learnt.error();
  const Result<void> kept = store_answer(filed, place, stored);
  return kept ? Result<Stored>(std::move(stored)) : Result<Stored>(kept.error());
}

Result<void> Keeper::store_answer(Filed& filed, const Place& place, Stored& stored) {
  const auto seen = [&](Result<PageSeen> page) -> Result<void> {
    if (!page) return page.error();
    stored.seen = std::move(*page);
    return {};
  };
  if (filed.again) return seen(see_again(filed, *exchange_of(stored.outcome), place));
  if (!filed.capture) return {};
  if (filed.ban) return seen(keep_cards(filed, place));
  if (filed.page) return seen(apply(*filed.capture, page_of(filed, place), place));
  if (filed.delivery.answer.purpose == Purpose::kRobots) {
    stored.body = std::move(filed.capture->body);
    stored.etag = std::move(filed.capture->etag);
    stored.last_modified = std::move(filed.capture->last_modified);
    return {};
  }
  const auto noted = parts_.store.note_capture(run_, *filed.capture, place.page, place.before);
  return noted ? Result<void>() : Result<void>(noted.error());
}

Result<void> Keeper::store_unasked(const Filed& filed, const Place& place) {
  const Exchange* exchange = exchange_of(filed.delivery.answer.outcome);
  if (!exchange || !filed.record) return {};
  const Capture capture = capture_without_body(*exchange, *filed.record);
  const auto noted = parts_.store.note_capture(run_, capture, place.page, place.before);
  return noted ? Result<void>() : Result<void>(noted.error());
}

Result<PageSeen> Keeper::keep_cards(Filed& filed, const Place& place) {
  Capture& capture = *filed.capture;
  const Page page = page_of(filed, place);
  const Note note = unarchived_note(capture, page, *filed.ban);
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
  if (seen) seen->not_archived = true;
  return seen;
}

// Nothing is read: the cards are those of the copy.
Result<PageSeen> Keeper::see_again(const Filed& filed, const Exchange& exchange, const Place& place) {
  const PageCopy& copy = *filed.copy;
  const Capture capture = capture_without_body(exchange, *filed.record);
  PageSeen seen{.url = capture.url, .shown = shown_by(copy, place.page), .unchanged = true};
  const Result<Applied> applied =
      parts_.store.apply_again(run_, capture, copy, place.page, place.after(seen.shown));
  if (!applied) return applied.error();
  seen.applied = *applied;
  return seen;
}

Result<PageSeen> Keeper::apply(const Capture& capture, const Page& page, const Place& place) {
  PageSeen seen{.url = capture.url, .shown = shown_by(page, place.page), .problems = count_problems(page)};
  if (!page.problems.empty()) seen.first_problem = words_of(page.problems.front());
  const WalkPosition position = is_the_listing(page.verdict) ? place.after(seen.shown) : place.before;
  const Result<Applied> applied = parts_.store.apply(run_, capture, page, position);
  if (!applied) return applied.error();
  seen.applied = *applied;
  Result<std::optional<std::string>> pinned = reading_.learn(capture, page);
  if (!pinned) return pinned.error();
  seen.pinned = pinned->value_or("");
  return seen;
}

Page Keeper::page_of(Filed& filed, const Place& place) const {
  // A profile that was pinned since it was read reads it as it would have, had the pages come one by one.
  if (filed.reader != reading_.reader()) filed.page = reading_.reader().read(*filed.capture);
  return reading_.accept(std::move(*filed.page), *filed.capture, place.page);
}

}  // namespace dekko
