#include "app/cli/politeness_check.h"

#include "app/cli/shared_options.h"
#include "app/politeness_proof.h"
#include "db/reading.h"

namespace dekko {

namespace {

// A row of any view by its columns' names, for views only ever gain columns.
class Named {
 public:
  Named(const std::vector<std::string>& columns, const std::vector<Value>& row)
      : columns_(columns), row_(row) {}

  std::string text(std::string_view name) const {
    const auto* value = std::get_if<std::string>(&at(name));
    return value ? *value : "";
  }
  double number(std::string_view name) const {
    const Value& value = at(name);
    if (const auto* whole = std::get_if<int64_t>(&value)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&value);
    return real ? *real : 0;
  }

 private:
  const Value& at(std::string_view name) const {
    static const Value kNull;
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == name) return row_[i];
    }
    return kNull;
  }

  const std::vector<std::string>& columns_;
  const std::vector<Value>& row_;
};

LedgerRow row_of(const Named& row) {
  return {.run_id = static_cast<int64_t>(row.number("run_id")),
          .at = row.text("at"),
          .url = row.text("url"),
          .host = row.text("host"),
          .rule = row.text("rule"),
          .outcome = row.text("outcome"),
          .waited_s = row.number("waited_s"),
          .seconds = row.number("seconds"),
          .pause_s = row.number("pause_s"),
          .began = row.number("began"),
          .asked_s = row.number("asked_s"),
          .status = static_cast<int64_t>(row.number("status")),
          .address = row.text("address")};
}

}  // namespace

ExitCode check_politeness(const std::filesystem::path& db, bool as_json, Console& console) {
  const Result<Reading> reading = Reading::open(db);
  if (!reading) return fail(console, reading.error());
  PolitenessProof proof;
  std::vector<std::string> columns;
  const Result<void> read = reading->each_row(
      {.view = "requests"}, [&](const std::vector<std::string>& names) { columns = names; },
      [&](const std::vector<Value>& row) {
        const auto pair = proof.take(row_of(Named(columns, row)));
        if (pair) console.result(as_json ? to_json(*pair) : harmless(to_text(*pair)));
      });
  if (!read) return fail(console, read.error());
  console.result(as_json ? to_json(proof) : to_text(proof));
  return done(console, proof.too_soon() > 0 ? ExitCode::kFailed : ExitCode::kDone);
}

}  // namespace dekko
