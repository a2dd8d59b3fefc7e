#include "app/report_data.h"

#include <algorithm>

namespace dekko {

namespace {

using Values = std::vector<Value>;

std::string text_of(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::string();
}

int64_t number_of(const Value& value) {
  const auto* number = std::get_if<int64_t>(&value);
  return number != nullptr ? *number : 0;
}

std::optional<double> real_of(const Value& value) {
  const auto* real = std::get_if<double>(&value);
  return real != nullptr ? std::optional(*real) : std::nullopt;
}

// Calls `take` with each row of a view, once its columns are known: `at` finds one by name.
class Rows {
 public:
  explicit Rows(const Reading& reading) : reading_(reading) {}

  template <class Take>
  Result<void> each(const std::string& view, Take take) {
    return reading_.each_row(
        {.view = view}, [&](const std::vector<std::string>& names) { names_ = names; },
        [&](const Values& row) {
          row_ = &row;
          take();
        });
  }
  const Value& at(std::string_view name) const {
    return (*row_)[size_t(std::find(names_.begin(), names_.end(), name) - names_.begin())];
  }

 private:
  const Reading& reading_;
  std::vector<std::string> names_;
  const Values* row_ = nullptr;
};

Result<void> read_posts(Rows& rows, ReportData& data) {
  data.undated = data.items;
  return rows.each("posts_per_day", [&] {
    data.posts[text_of(rows.at("day"))][0] += number_of(rows.at("posts"));
    data.undated -= number_of(rows.at("posts"));
  });
}

Result<void> read_changes(Rows& rows, ReportData& data) {
  return rows.each("changes", [&] {
    const auto kind = std::find(change_kinds().begin(), change_kinds().end(), text_of(rows.at("kind")));
    const size_t part = std::min(size_t(kind - change_kinds().begin()), kParts - 1);
    ++data.changes[text_of(rows.at("not_after")).substr(0, 10)][part];
  });
}

Result<void> read_authors(Rows& rows, ReportData& data) {
  return rows.each("authors", [&] {
    ++data.author_count;
    if (data.authors.size() >= kReportAuthors) return;
    data.authors.push_back({text_of(rows.at("author")), number_of(rows.at("items"))});
  });
}

Result<void> read_runs(Rows& rows, ReportData& data) {
  const Result<void> read = rows.each("coverage_by_run", [&] {
    data.runs.push_back({text_of(rows.at("url")), text_of(rows.at("started")), text_of(rows.at("coverage")),
                         number_of(rows.at("pages")), real_of(rows.at("share"))});
    data.as_of = std::max(data.as_of, data.runs.back().started);
  });
  const size_t surplus = data.runs.size() - std::min(data.runs.size(), kReportRuns);
  data.runs.erase(data.runs.begin(), data.runs.begin() + int64_t(surplus));
  return read;
}

}  // namespace

const std::vector<std::string>& change_kinds() {
  static const std::vector<std::string> all = {"text", "typography", "byline", "date", "image"};
  return all;
}

Result<ReportData> read_report(const Reading& reading) {
  ReportData data;
  Result<std::vector<ListingStatus>> listings = reading.status();
  if (!listings) return listings.error();
  data.listings = std::move(*listings);
  Rows rows(reading);
  const Result<void> counted = rows.each("items", [&] { ++data.items; });
  if (!counted) return counted.error();
  for (const auto read : {read_posts, read_changes, read_authors, read_runs}) {
    if (const Result<void> done = read(rows, data); !done) return done.error();
  }
  return data;
}

}  // namespace dekko
