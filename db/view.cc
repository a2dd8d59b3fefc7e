#include "db/view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/moment.h"
#include "core/spelling.h"

namespace dekko {

namespace {

Error no_such_view(const std::string& name) {
  const std::string nearest = nearest_spelling(name, Reading::views());
  return Error{ErrorCode::kUsage, name, "there is no such view",
               (nearest.empty() ? "" : "did you mean " + nearest + "? ") +
                   fmt::format("the views are {}", fmt::join(Reading::views(), ", "))};
}

Result<std::string> condition_since(const View& view, const std::string& since) {
  if (*view.moment == '\0') {
    return Error{ErrorCode::kUsage, view.name, "has no moment that --since could look at",
                 "use --where, or join it with another view in SQL"};
  }
  const Result<Moment> from = parse_moment(since.size() == 10 ? since + "T00:00:00Z" : since);
  if (!from) {
    return Error{ErrorCode::kUsage, since, "is not a date", "write 2024-03-19 or 2024-03-19T08:15:30Z"};
  }
  return fmt::format("{} >= '{}'", view.moment, to_text(*from));
}

}  // namespace

const std::vector<View>& public_views() {
  static const std::vector<View> all = {
      {"items", "first_seen", "id"},
      {"bylines", "", "item_id, position"},
      {"versions", "first_seen", "id"},
      {"changes", "not_after", "item_id, not_after, capture_id, field"},
      {"sightings", "seen_at", "capture_id, position"},
      {"listings", "last_run", "id"},
      {"runs", "started", "id"},
      {"pages", "fetched_at", "capture_id"},
      {"requests", "at", "began, run_id, url, purpose"},
      {"problems", "", "run_id, capture_id, position, field, reason, excerpt"},
      {"items_fts", "", "rowid"},
      {"new_since_yesterday", "first_seen", "item_id"},
      {"headline_edits", "not_after", "item_id, listing_id, not_after"},
      {"vanished", "missing_since", "item_id, missing_since"},
      {"posts_per_day", "", "day"},
      {"posts_per_week", "", "monday"},
      {"authors", "", "items DESC, author_key"},
      {"coauthors", "", "items DESC, author_key, coauthor_key"},
      {"sighting_delays", "first_seen", "item_id"},
      {"page_one_stays", "last_seen", "listing_id, item_id"},
      {"coverage_by_run", "started", "run_id"},
      {"gaps", "", "run_id, from_page IS NULL, from_page, why"},
      {"field_health", "", "listing_id, field"},
      {"about", "", "id"},
  };
  return all;
}

Result<std::string> sql_of(const ExportQuery& query) {
  const auto view = std::find_if(public_views().begin(), public_views().end(),
                                 [&](const View& v) { return v.name == query.view; });
  if (view == public_views().end()) return no_such_view(query.view);
  std::string sql = fmt::format("SELECT * FROM {} WHERE 1", view->name);
  if (!query.since.empty()) {
    const Result<std::string> condition = condition_since(*view, query.since);
    if (!condition) return condition.error();
    sql += " AND " + *condition;
  }
  // On lines of its own, so that a comment at its end hides nothing.
  if (!query.where.empty()) sql += " AND (\n" + query.where + "\n)";
  return fmt::format("{} ORDER BY {}", sql, view->order);
}

}  // namespace dekko
