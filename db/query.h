// A prepared statement that is kept, and the values that go in and come out. Throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/moment.h"

namespace dekko {

// The row that a query stands on; its values are copies.
class Row {
 public:
  explicit Row(const SQLite::Statement& statement) : statement_(statement) {}

  template <class T>
  T as(int column) const {
    if constexpr (std::is_same_v<T, std::string>) {
      return statement_.getColumn(column).getString();
    } else if constexpr (std::is_same_v<T, double>) {
      return statement_.getColumn(column).getDouble();
    } else if constexpr (std::is_integral_v<T>) {
      return static_cast<T>(statement_.getColumn(column).getInt64());
    } else {
      if (statement_.isColumnNull(column)) return std::nullopt;
      return as<typename T::value_type>(column);
    }
  }

 private:
  const SQLite::Statement& statement_;
};

class Query {
 public:
  Query(const SQLite::Database& db, const char* sql) : statement_(db, sql) {}

  // For statements without rows.
  template <class... Args>
  void run(const Args&... args) {
    const Use use(statement_);
    bind_all(args...);
    statement_.exec();
  }

  // Calls `visit` with each Row.
  template <class Visit, class... Args>
  void each(Visit visit, const Args&... args) {
    const Use use(statement_);
    bind_all(args...);
    while (statement_.executeStep()) visit(Row(statement_));
  }

  // What `read` makes of the first Row; nothing if there is none.
  template <class Read, class... Args>
  auto first(Read read, const Args&... args) -> std::optional<decltype(read(std::declval<Row>()))> {
    const Use use(statement_);
    bind_all(args...);
    if (!statement_.executeStep()) return std::nullopt;
    return read(Row(statement_));
  }

  // The first column of the first row.
  template <class T, class... Args>
  std::optional<T> value(const Args&... args) {
    return first([](const Row& row) { return row.as<T>(0); }, args...);
  }

 private:
  // A statement that is not reset keeps its read transaction open.
  struct Use {
    explicit Use(SQLite::Statement& s) : statement(s) {}
    ~Use() { statement.tryReset(); }
    SQLite::Statement& statement;
  };

  template <class... Args>
  void bind_all(const Args&... args) {
    int index = 0;
    (bind(++index, args), ...);
  }

  // Bound text is not copied: it outlives the use.
  void bind(int index, const std::string& text) { statement_.bindNoCopy(index, text); }
  void bind(int index, std::string_view text) { statement_.bind(index, std::string(text)); }
  void bind(int index, const char* text) { statement_.bind(index, text); }
  void bind(int index, double value) { statement_.bind(index, value); }
  void bind(int index, Moment moment) { statement_.bind(index, to_text_ms(moment)); }
  template <class T>
  requires std::is_integral_v<T>
  void bind(int index, T value) { statement_.bind(index, static_cast<int64_t>(value)); }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : statement_.bind(index);
  }

  SQLite::Statement statement_;
};

// The last INSERT's rowid.
inline int64_t last_id(const SQLite::Database& db) {
  return db.getLastInsertRowid();
}

}  // namespace dekko
