#include "db/recall.h"

#include "db/copies.h"
#include "db/database.h"
#include "db/sqlite_error.h"

namespace dekko {

class Recall::Impl {
 public:
  Impl(std::filesystem::path path, std::unique_ptr<SQLite::Database> reading)
      : file(std::move(path)), db(std::move(reading)), copies(*db), last_request(*db, R"(
          SELECT at, seconds, coalesce(status, 0), pause_s, asked_s, rule, outcome
          FROM request WHERE host = ? ORDER BY at DESC LIMIT 1)") {}

  std::filesystem::path file;
  std::unique_ptr<SQLite::Database> db;
  Copies copies;
  Query last_request;
};

Recall::Recall(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Recall::Recall(Recall&&) noexcept = default;
Recall& Recall::operator=(Recall&&) noexcept = default;
Recall::~Recall() = default;

Result<Recall> Recall::open(const std::filesystem::path& file) {
  auto db = open_for_reading(file);
  if (!db) return db.error();
  return at_the_door(
      file, [&]() -> Result<Recall> { return Recall(std::make_unique<Impl>(file, std::move(*db))); });
}

Result<std::optional<PageCopy>> Recall::page(const std::string& listing, const Url& url) const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::optional<PageCopy>> { return impl_->copies.page(listing, url); });
}

Result<std::optional<RobotsCopy>> Recall::robots(std::string_view origin) const {
  return at_the_door(impl_->file, [&]() -> Result<std::optional<RobotsCopy>> {
    return impl_->copies.robots(std::string(origin));
  });
}

Result<std::optional<LedgerLine>> Recall::last_request(std::string_view host) const {
  return at_the_door(impl_->file, [&]() -> Result<std::optional<LedgerLine>> {
    return impl_->last_request.first(
        [&](const Row& row) {
          return LedgerLine{.at = parse_moment(row.as<std::string>(0)).value_or(Moment()),
                            .url = {},
                            .host = std::string(host),
                            .rule = row.as<std::string>(5),
                            .pause = Seconds(row.as<double>(3)),
                            .status = row.as<int>(2),
                            .took = Seconds(row.as<double>(1)),
                            .asked_for = Seconds(row.as<double>(4)),
                            .outcome = row.as<std::string>(6)};
        },
        host);
  });
}

}  // namespace dekko
