#include "app/late_answer.h"

#include "app/page_reading.h"
#include "app/revisits.h"
#include "archive/archive.h"
#include "core/page_address.h"

namespace dekko {

namespace {

struct Late {
  Store& store;
  RunId id;
  const RunKey& key;
  const OpenRun& run;
  const Profile& profile;
};

// The number of the page that was asked for.
int page_of(const Late& late, const Url& url) {
  if (url.text() == late.run.position.next_url) return late.run.position.next_page;
  return page_address(url, late.profile.noise).page;
}

// Behind a page that the walk was to read next; a look at any other leaves it where it is.
WalkPosition position_after(const Late& late, const Shown& shown) {
  const WalkPosition& before = late.run.position;
  const Result<Url> listing = Url::parse(late.key.listing);
  if (shown.page != before.next_page || !is_the_listing(shown.verdict) || !listing) return before;
  const Walk walk({.start = page_address(*listing, late.profile.noise),
                   .mode = WalkPlan::Mode::kRange,
                   .first = shown.page});
  WalkPosition after = walk.position_after(shown);
  after.mode = before.mode;
  after.missing = before.missing;
  return after;
}

template <class T>
Result<bool> stored(const Result<T>& result) {
  return result ? Result<bool>(true) : Result<bool>(result.error());
}

Result<bool> take_page(const Late& late, const Capture& capture) {
  const int number = page_of(late, capture.url);
  if (capture.status >= 300) {
    return stored(late.store.note_capture(late.id, capture, number, late.run.position));
  }
  const Page page = read_page(capture, late.profile, late.key.listing, number);
  return stored(late.store.apply(late.id, capture, page, position_after(late, shown_by(page, number))));
}

// Of a page that did not change. Without the copy that it repeats, nothing can be said of it.
Result<bool> take_again(const Late& late, const WarcRecord& record) {
  Result<Capture> capture = capture_without_body(record);
  if (!capture) return false;
  const Result<std::optional<PageCopy>> copy = late.store.copy_of(late.key.listing, capture->url);
  if (!copy || !*copy) return copy ? Result<bool>(false) : Result<bool>(copy.error());
  capture->record.sha256 = (*copy)->record.sha256;
  const int number = page_of(late, capture->url);
  const WalkPosition after = position_after(late, shown_by(**copy, number));
  return stored(late.store.apply_again(late.id, *capture, **copy, number, after));
}

}  // namespace

Result<bool> take_late(Store& store, const std::filesystem::path& folder, const WarcRecord& record,
                       const RunKey& key, const OpenRun& run, const Profile& profile) {
  const Result<std::optional<int64_t>> known = store.capture_at(record.ref);
  if (!known || *known) return known ? Result<bool>(false) : Result<bool>(known.error());
  const Result<std::optional<RunId>> id = store.find_run(key);
  if (!id || !*id) return id ? Result<bool>(false) : Result<bool>(id.error());
  const Late late{store, **id, key, run, profile};
  if (record.type() == "revisit") return take_again(late, record);
  const Result<Capture> capture = read_capture(folder, record.ref);
  return capture ? take_page(late, *capture) : Result<bool>(false);
}

}  // namespace dekko
