#include "db/reading.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "db/database.h"
#include "db/life.h"
#include "db/query.h"
#include "db/search.h"
#include "db/sqlite_error.h"
#include "db/status.h"
#include "db/view.h"

namespace dekko {

namespace {

std::vector<std::string> columns_of(const SQLite::Statement& statement) {
  const int count = statement.getColumnCount();
  std::vector<std::string> names;
  names.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) names.emplace_back(statement.getColumnName(i));
  return names;
}

Value value_of(const SQLite::Column& column) {
  switch (column.getType()) {
    case SQLITE_NULL:
      return std::monostate();
    case SQLITE_INTEGER:
      return column.getInt64();
    case SQLITE_FLOAT:
      return column.getDouble();
    default:
      return column.getString();
  }
}

Error bad_condition(const ExportQuery& query, const std::string& detail) {
  return Error{ErrorCode::kUsage, query.where, detail,
               fmt::format("write one SQL condition over the columns of {}", query.view)};
}

// Whether all of the text became one statement without parameters: SQLite reads up to the first ";".
bool is_whole(const SQLite::Statement& statement) {
  return statement.getBindParameterCount() == 0 && statement.getExpandedSQL() == statement.getQuery();
}

}  // namespace

class Reading::Impl {
 public:
  std::filesystem::path file;
  std::unique_ptr<SQLite::Database> db;
};

Reading::Reading(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reading::Reading(Reading&&) noexcept = default;
Reading& Reading::operator=(Reading&&) noexcept = default;
Reading::~Reading() = default;

Result<Reading> Reading::open(const std::filesystem::path& file) {
  auto db = open_for_reading(file);
  if (!db) return db.error();
  return Reading(std::unique_ptr<Impl>(new Impl{file, std::move(*db)}));
}

const std::vector<std::string>& Reading::views() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const View& view : public_views()) all.emplace_back(view.name);
    return all;
  }();
  return names;
}

Result<void> Reading::check(const ExportQuery& query) {
  const Result<std::string> sql = sql_of(query);
  return sql ? Result<void>() : Result<void>(sql.error());
}

Result<std::vector<ListingStatus>> Reading::status() const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::vector<ListingStatus>> { return status_of_listings(*impl_->db); });
}

Result<RunSummary> Reading::run(int64_t id) const {
  return at_the_door(impl_->file, [&]() -> Result<RunSummary> {
    if (auto run = summary_of_run(*impl_->db, id)) return *run;
    return Error{ErrorCode::kNotFound, impl_->file.string(), fmt::format("has no run {}", id)};
  });
}

Result<std::vector<SearchHit>> Reading::search(const std::string& words, int limit) const {
  const std::vector<SearchTerm> terms = search_terms(words);
  if (terms.empty()) return Error{ErrorCode::kUsage, words, "has no word to search for"};
  return at_the_door(impl_->file, [&]() -> Result<std::vector<SearchHit>> {
    return search_items(*impl_->db, terms, limit);
  });
}

Result<Life> Reading::life(const std::string& which) const {
  return at_the_door(impl_->file, [&]() -> Result<Life> {
    if (auto life = life_of(*impl_->db, which)) return std::move(*life);
    return Error{ErrorCode::kNotFound, which, "is no item of " + impl_->file.string(),
                 "give its number or its whole address; dekko search WORDS finds both"};
  });
}

Result<Proof> Reading::proof(int64_t capture) const {
  return at_the_door(impl_->file, [&]() -> Result<Proof> {
    if (auto proof = proof_of(*impl_->db, capture)) return std::move(*proof);
    return Error{ErrorCode::kNotFound, impl_->file.string(), fmt::format("has no capture {}", capture)};
  });
}

Result<void> Reading::each_row(const ExportQuery& query,
                               const std::function<void(const std::vector<std::string>& columns)>& head,
                               const std::function<void(const std::vector<Value>& row)>& row) const {
  const Result<std::string> sql = sql_of(query);
  if (!sql) return sql.error();
  return at_the_door(impl_->file, [&]() -> Result<void> {
    try {
      SQLite::Statement statement(*impl_->db, *sql);
      if (!is_whole(statement)) return bad_condition(query, "is more than one condition");
      head(columns_of(statement));
      std::vector<Value> values(size_t(statement.getColumnCount()));
      while (statement.executeStep()) {
        for (size_t i = 0; i < values.size(); ++i) values[i] = value_of(statement.getColumn(int(i)));
        row(values);
      }
      return {};
    } catch (const SQLite::Exception& thrown) {
      const bool is_users = thrown.getErrorCode() == SQLITE_ERROR || thrown.getErrorCode() == SQLITE_AUTH;
      if (query.where.empty() || !is_users) throw;
      return bad_condition(query, thrown.what());
    }
  });
}

}  // namespace dekko
