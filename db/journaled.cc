#include "db/journaled.h"

namespace dekko {

Journaled::Journaled(const SQLite::Database& db)
    : mark_(db, "SELECT database, segment, next FROM journal"),
      set_mark_(db, "UPDATE journal SET database = ?, segment = ?, next = ?"),
      advance_(db, "UPDATE journal SET segment = ?, next = ?"),
      key_(db, R"(
        SELECT listing.url, run.kind, run.started FROM run JOIN listing ON listing.id = run.listing_id
        WHERE run.id = ?)"),
      find_(db, R"(
        SELECT run.id FROM listing JOIN run ON run.listing_id = listing.id
        WHERE listing.url = ? AND run.kind = ? AND run.started = ? ORDER BY run.id DESC LIMIT 1)") {}

void Journaled::gather(const std::string& listing, const PinnedProfile& profile) {
  if (journal_) steps_.push_back({{.listing = listing, .kind = {}, .started = {}}, ProfilePinned{profile}});
}

void Journaled::gather_reread(int64_t run, const ReadBy& by, const RecordRef& record) {
  if (!journal_) return;
  const RunKey of = key(run);
  auto* last = steps_.empty() ? nullptr : std::get_if<PagesReread>(&steps_.back().what);
  if (last == nullptr || steps_.back().run != of || last->read_by != by) {
    steps_.push_back({of, PagesReread{by, {}}});
    last = &std::get<PagesReread>(steps_.back().what);
  }
  last->records.push_back(record);
}

void Journaled::gather_missing(int64_t run, const std::vector<MissingItem>& items, Captures& captures) {
  for (size_t i = 0; i < items.size();) {
    ItemsMissing step{.record = captures.place(items[i].capture), .urls = {}};
    for (const int64_t capture = items[i].capture; i < items.size() && items[i].capture == capture; ++i)
      step.urls.push_back(items[i].url);
    gather(run, std::move(step));
  }
}

Result<void> Journaled::begin() {
  if (failure_) return *failure_;
  steps_.clear();
  return {};
}

Result<void> Journaled::write() {
  if (!journal_ || steps_.empty()) return {};
  const Result<RecordRef> record = journal_(steps_);
  if (!record) return record.error();
  ahead_ = true;
  advance_.run(record->file, record->offset + record->length);
  return {};
}

JournalMark Journaled::mark() {
  return mark_
      .first([](const Row& row) {
        return JournalMark{row.as<std::string>(0), row.as<std::string>(1), row.as<uint64_t>(2)};
      })
      .value_or(JournalMark{});
}

void Journaled::set_mark(const JournalMark& mark) {
  set_mark_.run(mark.database, mark.segment, mark.next);
}

std::optional<int64_t> Journaled::find(const RunKey& run) {
  return find_.value<int64_t>(run.listing, run.kind, run.started);
}

std::optional<Moment> Journaled::started(std::optional<int64_t> run) {
  return run ? std::optional(key(*run).started) : std::nullopt;
}

RunKey Journaled::key(int64_t run) {
  return key_
      .first(
          [](const Row& row) {
            return RunKey{row.as<std::string>(0), row.as<std::string>(1),
                          parse_moment(row.as<std::string>(2)).value_or(Moment())};
          },
          run)
      .value_or(RunKey{});
}

}  // namespace dekko
