#include "db/history.h"

#include <unordered_map>

namespace dekko {

History::History(const SQLite::Database& db)
    : db_(db),
      find_item_(db, R"(
        SELECT item.id, first.fetched_at, last.fetched_at, item.missing_since
        FROM item JOIN capture AS first ON first.id = item.first_capture_id
          JOIN version ON version.id = item.version_id
          JOIN capture AS last ON last.id = version.last_capture_id
        WHERE item.url = ?)"),
      insert_item_(db, "INSERT INTO item (url, first_capture_id) VALUES (?, ?)"),
      set_item_version_(db, "UPDATE item SET version_id = ?2 WHERE id = ?1 AND version_id IS NOT ?2"),
      set_item_back_(db, "UPDATE item SET missing_since = NULL WHERE id = ?"),
      set_item_first_(db, "UPDATE item SET first_capture_id = ?2 WHERE id = ?1"),
      find_entry_(db, R"(
        SELECT entry.id, capture.id, version.id, capture.run_id, capture.fetched_at,
          profile.fingerprint
        FROM entry JOIN version ON version.id = entry.version_id
          JOIN capture ON capture.id = version.last_capture_id
          JOIN profile ON profile.id = capture.profile_id
        WHERE entry.item_id = ? AND entry.listing_id = ?)"),
      insert_entry_(db, "INSERT INTO entry (item_id, listing_id) VALUES (?, ?)"),
      set_entry_version_(db, "UPDATE entry SET version_id = ?2 WHERE id = ?1 AND version_id IS NOT ?2"),
      find_version_(db, R"(
        SELECT id FROM version
        WHERE entry_id = ? AND digest = ? AND headline IS ? AND dek IS ? AND kind IS ?
          AND published IS ? AND published_text IS ? AND bylines IS ? AND image IS ?)"),
      insert_version_(db, R"(
        INSERT INTO version (entry_id, digest, headline, dek, kind, published,
            published_text, bylines, image, headline_key, dek_key, unspaced,
            first_capture_id, last_capture_id, times_seen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?13, ?13, 1))"),
      extend_version_(
          db, R"(UPDATE version SET last_capture_id = ?2, times_seen = times_seen + 1 WHERE id = ?1)"),
      set_version_span_(db, R"(
        UPDATE version SET first_capture_id = ?2, last_capture_id = ?3, times_seen = ?4
        WHERE id = ?1)"),
      find_author_(db, "SELECT id FROM author WHERE name = ?"),
      insert_author_(db, "INSERT INTO author (name, key) VALUES (?, ?)"),
      set_author_key_(db, "UPDATE author SET key = ?2 WHERE id = ?1 AND key <> ?2"),
      insert_byline_(db, "INSERT INTO version_author (version_id, position, author_id) VALUES (?, ?, ?)"),
      insert_sighting_(db, "INSERT INTO sighting (capture_id, position, version_id) VALUES (?, ?, ?)"),
      sightings_of_(db,
                    R"(
        SELECT capture.id, version.id, capture.run_id, capture.fetched_at, profile.fingerprint
        FROM version JOIN sighting ON sighting.version_id = version.id
          JOIN capture ON capture.id = sighting.capture_id
          JOIN profile ON profile.id = capture.profile_id
        WHERE version.entry_id = ? ORDER BY capture.fetched_at, capture.id)"),
      shown_by_(db, R"(
        SELECT item.url, sighting.version_id, sighting.position
        FROM sighting JOIN version ON version.id = sighting.version_id
          JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id
        WHERE sighting.capture_id = ? ORDER BY sighting.position)"),
      insert_change_(db, R"(
        INSERT INTO change (capture_id, version_id, prior_capture_id, prior_version_id)
        VALUES (?, ?, ?, ?))"),
      delete_changes_(db,
                      "DELETE FROM change WHERE version_id IN (SELECT id FROM version WHERE entry_id = ?)") {}

History::Seen History::add(const Scene& scene, const Card& card) {
  Seen seen;
  const Item item = find_or_add_item(scene, card.url, seen);
  const Entry entry = find_or_add_entry(item, scene.listing);
  sight(scene, item, entry, find_or_add_version(scene, entry, card), card.position, seen);
  return seen;
}

std::vector<History::Seen> History::add_again(const Scene& scene, int64_t earlier_capture) {
  struct Shown {
    std::string url;
    int64_t version;
    int position;
  };
  std::vector<Shown> shown;
  shown_by_.each(
      [&](const Row& row) {
        shown.push_back({row.as<std::string>(0), row.as<int64_t>(1), row.as<int>(2)});
      },
      earlier_capture);
  std::vector<Seen> all;
  for (const Shown& one : shown) {
    Seen seen;
    const Item item = find_or_add_item(scene, one.url, seen);
    const Entry entry = find_or_add_entry(item, scene.listing);
    sight(scene, item, entry, {one.version}, one.position, seen);
    all.push_back(seen);
  }
  return all;
}

void History::sight(const Scene& scene, const Item& item, const Entry& entry, Version version, int position,
                    Seen& seen) {
  insert_sighting_.run(scene.capture, position, version.id);
  seen.known = entry.latest.has_value();
  const Sighting now{scene.capture, version.id, scene.run, scene.moment, scene.fingerprint};
  if (!entry.latest || entry.latest->moment <= now.moment) {
    if (!version.fresh) extend_version_.run(now.version, now.capture);
    extend(entry, now, seen);
  } else {
    count_anew(entry, now, seen);
  }
  set_current(item, scene, version.id);
}

History::Item History::find_or_add_item(const Scene& scene, const std::string& url, Seen& seen) {
  const auto known = find_item_.first(
      [](const Row& row) {
        return Item{row.as<int64_t>(0), row.as<std::string>(1), row.as<std::string>(2),
                    row.as<std::string>(3)};
      },
      url);
  if (known) return *known;
  seen.new_item = true;
  insert_item_.run(url, scene.capture);
  return Item{last_id(db_), scene.moment, scene.moment, "", true};
}

History::Entry History::find_or_add_entry(const Item& item, int64_t listing) {
  const auto read = [](const Row& row) {
    return Entry{row.as<int64_t>(0), Sighting{row.as<int64_t>(1), row.as<int64_t>(2), row.as<int64_t>(3),
                                              row.as<std::string>(4), row.as<std::string>(5)}};
  };
  const auto known = item.fresh ? std::nullopt : find_entry_.first(read, item.id, listing);
  if (known) return *known;
  insert_entry_.run(item.id, listing);
  return Entry{last_id(db_)};
}

History::Version History::find_or_add_version(const Scene& scene, const Entry& entry, const Card& card) {
  const State s(card);
  const auto known = entry.latest
                         ? find_version_.value<int64_t>(entry.id, s.digest, s.headline, s.dek, s.kind,
                                                        s.published, s.published_text, s.bylines, s.image)
                         : std::nullopt;
  if (known) return {*known};
  insert_version_.run(entry.id, s.digest, s.headline, s.dek, s.kind, s.published, s.published_text, s.bylines,
                      s.image, s.headline_key, s.dek_key, s.unspaced, scene.capture);
  const int64_t version = last_id(db_);
  add_bylines(version, card.bylines);
  return {version, true};
}

void History::add_bylines(int64_t version, const std::vector<Author>& authors) {
  for (size_t i = 0; i < authors.size(); ++i) {
    std::optional<int64_t> id = find_author_.value<int64_t>(authors[i].name);
    if (id) {
      set_author_key_.run(*id, authors[i].key);
    } else {
      insert_author_.run(authors[i].name, authors[i].key);
      id = last_id(db_);
    }
    insert_byline_.run(version, i + 1, *id);
  }
}

// The ordinary case: the sighting is the entry's latest.
void History::extend(const Entry& entry, const Sighting& now, Seen& seen) {
  set_entry_version_.run(entry.id, now.version);
  seen.first_in_run = !entry.latest || entry.latest->run != now.run;
  seen.changed = entry.latest && add_change(*entry.latest, now);
}

void History::count_anew(const Entry& entry, const Sighting& added, Seen& seen) {
  const std::vector<Sighting> sightings = sightings_of(entry.id);
  set_spans(sightings);
  delete_changes_.run(entry.id);
  seen.first_in_run = true;
  for (size_t i = 0; i < sightings.size(); ++i) {
    const bool is_added = sightings[i].capture == added.capture;
    if (!is_added && sightings[i].run == added.run) seen.first_in_run = false;
    if (i > 0 && add_change(sightings[i - 1], sightings[i]) && is_added) seen.changed = true;
  }
}

void History::recount(int64_t entry) {
  const std::vector<Sighting> sightings = sightings_of(entry);
  if (sightings.empty()) return;
  set_spans(sightings);
  delete_changes_.run(entry);
  for (size_t i = 1; i < sightings.size(); ++i) add_change(sightings[i - 1], sightings[i]);
  set_entry_version_.run(entry, sightings.back().version);
}

std::vector<History::Sighting> History::sightings_of(int64_t entry) {
  std::vector<Sighting> all;
  sightings_of_.each(
      [&](const Row& row) {
        all.push_back({row.as<int64_t>(0), row.as<int64_t>(1), row.as<int64_t>(2), row.as<std::string>(3),
                       row.as<std::string>(4)});
      },
      entry);
  return all;
}

void History::set_spans(const std::vector<Sighting>& sightings) {
  struct Span {
    int64_t first, last, times;
  };
  std::unordered_map<int64_t, Span> spans;
  for (const Sighting& s : sightings) {
    Span& span = spans.try_emplace(s.version, Span{s.capture, s.capture, 0}).first->second;
    span.last = s.capture;
    ++span.times;
  }
  for (const auto& [version, span] : spans) set_version_span_.run(version, span.first, span.last, span.times);
}

bool History::add_change(const Sighting& prior, const Sighting& now) {
  if (prior.version == now.version || prior.fingerprint != now.fingerprint) return false;
  insert_change_.run(now.capture, now.version, prior.capture, prior.version);
  return true;
}

void History::set_current(const Item& item, const Scene& scene, int64_t version) {
  if (scene.moment >= item.last_seen) set_item_version_.run(item.id, version);
  if (!item.missing_since.empty() && scene.moment >= item.missing_since) set_item_back_.run(item.id);
  if (scene.moment < item.first_seen) set_item_first_.run(item.id, scene.capture);
}

}  // namespace dekko
