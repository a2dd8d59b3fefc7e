#include "db/audit.h"

#include <fmt/format.h>

#include "db/database.h"
#include "db/journaled.h"
#include "db/sqlite_error.h"

namespace dekko {

class Audit::Impl {
 public:
  // The checks are pragmas, which a connection for readers' own SQL does not allow.
  explicit Impl(std::filesystem::path file)
      : file_(std::move(file)),
        db_(file_, SQLite::OPEN_READONLY),
        integrity_(db_, "PRAGMA integrity_check"),
        foreign_keys_(db_, "PRAGMA foreign_key_check"),
        segments_(db_, R"(
        SELECT DISTINCT segment.name FROM segment JOIN capture ON capture.segment_id = segment.id
          JOIN run ON run.id = capture.run_id
        WHERE capture.warc_offset IS NOT NULL AND run.kind = 'crawl' ORDER BY segment.name)"),
        captures_(db_, R"(
        SELECT capture.id, capture.url, capture.fetched_at, capture.warc_offset, capture.warc_length, capture.sha256
        FROM segment JOIN capture ON capture.segment_id = segment.id
        WHERE segment.name = ? AND capture.warc_offset IS NOT NULL ORDER BY capture.warc_offset)"),
        has_request_(db_, "SELECT EXISTS (SELECT 1 FROM request WHERE url = ? AND at BETWEEN ? AND ?)"),
        journaled_(db_) {}

  std::filesystem::path file_;
  SQLite::Database db_;
  Query integrity_, foreign_keys_, segments_, captures_, has_request_;
  Journaled journaled_;
};

Audit::Audit(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Audit::Audit(Audit&&) noexcept = default;
Audit& Audit::operator=(Audit&&) noexcept = default;
Audit::~Audit() = default;

Result<Audit> Audit::open(const std::filesystem::path& file) {
  const auto readable = open_for_reading(file);
  if (!readable) return readable.error();
  return at_the_door(file, [&]() -> Result<Audit> { return Audit(std::make_unique<Impl>(file)); });
}

Result<std::vector<std::string>> Audit::faults() const {
  return at_the_door(impl_->file_, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> faults;
    impl_->integrity_.each([&](const Row& row) {
      if (std::string text = row.as<std::string>(0); text != "ok") faults.push_back(std::move(text));
    });
    impl_->foreign_keys_.each([&](const Row& row) {
      faults.push_back(fmt::format("row {} of {} names a row of {} that is not there", row.as<int64_t>(1),
                                   row.as<std::string>(0), row.as<std::string>(2)));
    });
    return faults;
  });
}

Result<std::vector<std::string>> Audit::segments() const {
  return at_the_door(impl_->file_, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> names;
    impl_->segments_.each([&](const Row& row) { names.push_back(row.as<std::string>(0)); });
    return names;
  });
}

Result<std::vector<AuditedCapture>> Audit::captures_in(const std::string& segment) const {
  return at_the_door(impl_->file_, [&]() -> Result<std::vector<AuditedCapture>> {
    std::vector<AuditedCapture> captures;
    impl_->captures_.each(
        [&](const Row& row) {
          captures.push_back({.id = row.as<int64_t>(0),
                              .url = row.as<std::string>(1),
                              .fetched_at = row.as<std::string>(2),
                              .record = {.file = segment,
                                         .offset = row.as<uint64_t>(3),
                                         .length = row.as<uint64_t>(4),
                                         .sha256 = row.as<std::string>(5)}});
        },
        segment);
    return captures;
  });
}

Result<bool> Audit::has_request(std::string_view url, Moment at) const {
  static constexpr std::chrono::seconds kApart{2};
  return at_the_door(impl_->file_, [&]() -> Result<bool> {
    return impl_->has_request_.value<bool>(url, at - kApart, at + kApart).value_or(false);
  });
}

Result<JournalMark> Audit::journal_mark() const {
  return at_the_door(impl_->file_, [&]() -> Result<JournalMark> { return impl_->journaled_.mark(); });
}

}  // namespace dekko
