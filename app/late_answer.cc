#include "app/late_answer.h"

#include "app/revisits.h"
#include "app/shown.h"
#include "archive/archive.h"
#include "core/page_address.h"

namespace dekko {

namespace {

using Taken = Result<std::optional<WalkPosition>>;

struct Late {
  Store& store;
  RunId id;
  const LateRun& of;

  const WalkPosition& before() const { return of.run.position; }
};

// The number of the page that was asked for.
int page_of(const Late& late, const Url& url) {
  if (url.text() == late.before().next_url) return late.before().next_page;
  return page_address(url, late.of.profile.noise).page;
}

WalkPosition position_after(const Late& late, const Shown& shown) {
  const WalkPosition& before = late.before();
  const Result<Url> listing = Url::parse(late.of.key.listing);
  if (!is_the_listing(shown.verdict) || !listing) return before;
  const Walk walk({.start = page_address(*listing, late.of.profile.noise),
                   .mode = WalkPlan::Mode::kRange,
                   .first = shown.page});
  WalkPosition after = walk.position_after(shown);
  after.mode = before.mode;
  after.missing = before.missing;
  return after;
}

template <class T>
Taken stored(const Result<T>& result, const WalkPosition& position) {
  return result ? Taken(position) : Taken(result.error());
}

Taken take_aside(const Late& late, const Capture& capture, int number) {
  return stored(late.store.note_capture(late.id, capture, number, late.before()), late.before());
}

Taken take_page(const Late& late, const Capture& capture) {
  const int number = page_of(late, capture.url);
  if (capture.status >= 300 || number != late.before().next_page) return take_aside(late, capture, number);
  const Page page = late.of.reading.read(capture, number);
  const WalkPosition after = position_after(late, shown_by(page, number));
  const Result<void> taken = late.store.together([&]() -> Result<void> {
    if (const auto applied = late.store.apply(late.id, capture, page, after); !applied) return applied.error();
    const auto learnt = late.of.reading.learn(capture, page);
    return learnt ? Result<void>() : Result<void>(learnt.error());
  });
  return taken ? Taken(after) : Taken(taken.error());
}

// Of a page that did not change. Without the copy that it repeats, nothing can be said of it.
Taken take_again(const Late& late, const WarcRecord& record) {
  Result<Capture> capture = capture_without_body(record);
  if (!capture) return std::optional<WalkPosition>();
  const Result<std::optional<PageCopy>> copy = late.store.copy_of(late.of.key.listing, capture->url);
  if (!copy) return copy.error();
  if (!*copy) return std::optional<WalkPosition>();
  capture->record.sha256 = (*copy)->record.sha256;
  const int number = page_of(late, capture->url);
  if (number != late.before().next_page) return take_aside(late, *capture, number);
  const WalkPosition after = position_after(late, shown_by(**copy, number));
  return stored(late.store.apply_again(late.id, *capture, **copy, number, after), after);
}

}  // namespace

Taken take_late(Store& store, const std::filesystem::path& folder, const WarcRecord& record,
                const LateRun& of) {
  const Result<std::optional<int64_t>> known = store.capture_at(record.ref);
  if (!known) return known.error();
  const Result<std::optional<RunId>> id = store.find_run(of.key);
  if (!id) return id.error();
  if (*known || !*id) return std::optional<WalkPosition>();
  const Late late{store, **id, of};
  if (record.type() == "revisit") return take_again(late, record);
  const Result<Capture> capture = read_capture(folder, record.ref);
  return capture ? take_page(late, *capture) : Taken(std::optional<WalkPosition>());
}

}  // namespace dekko
