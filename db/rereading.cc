#include "db/rereading.h"

namespace dekko {

Rereading::Rereading(Parts parts)
    : parts_(parts),
      of_capture_(parts.db, "SELECT run_id, listing_id FROM capture WHERE id = ?"),
      touched_(parts.db, R"(
        SELECT DISTINCT entry.id, entry.item_id FROM sighting
          JOIN version ON version.id = sighting.version_id JOIN entry ON entry.id = version.entry_id
        WHERE sighting.capture_id = ?)"),
      delete_sightings_(parts.db, "DELETE FROM sighting WHERE capture_id = ?"),
      delete_problems_(parts.db, "DELETE FROM problem WHERE capture_id = ?"),
      delete_copy_(parts.db, "DELETE FROM page_copy WHERE capture_id = ?"),
      set_capture_(parts.db, "UPDATE capture SET verdict = ?2, cards = ?3, profile_id = ?4 WHERE id = ?1"),
      delete_changes_(parts.db,
                      "DELETE FROM change WHERE version_id IN (SELECT id FROM version WHERE entry_id = ?)"),
      delete_names_(parts.db, R"(
        DELETE FROM version_author WHERE version_id IN (SELECT id FROM version WHERE entry_id = ?1
          AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.version_id = version.id)))"),
      free_entry_(parts.db, R"(
        UPDATE entry SET version_id = NULL WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM version
          JOIN sighting ON sighting.version_id = version.id WHERE version.entry_id = ?1))"),
      // Told to the search index by the triggers on this column.
      free_items_(parts.db, R"(
        UPDATE item SET version_id = NULL WHERE version_id IN (SELECT id FROM version WHERE entry_id = ?1
          AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.version_id = version.id)))"),
      delete_versions_(parts.db, R"(
        DELETE FROM version WHERE entry_id = ?1
          AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.version_id = version.id))"),
      delete_entry_(parts.db, R"(
        DELETE FROM entry WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM version WHERE entry_id = ?1))"),
      set_version_(parts.db, R"(
        UPDATE item SET version_id = latest.id FROM (
          SELECT version.id FROM entry JOIN version ON version.id = entry.version_id
            JOIN capture ON capture.id = version.last_capture_id
          WHERE entry.item_id = ?1 ORDER BY capture.fetched_at DESC, capture.id DESC LIMIT 1) AS latest
        WHERE item.id = ?1 AND item.version_id IS NOT latest.id)"),
      set_first_(parts.db, R"(
        UPDATE item SET first_capture_id = earliest.id FROM (
          SELECT capture.id FROM entry JOIN version ON version.entry_id = entry.id
            JOIN capture ON capture.id = version.first_capture_id
          WHERE entry.item_id = ?1 ORDER BY capture.fetched_at, capture.id LIMIT 1) AS earliest
        WHERE item.id = ?1)"),
      has_entries_(parts.db, "SELECT EXISTS (SELECT 1 FROM entry WHERE item_id = ?)"),
      delete_absences_(parts.db, "DELETE FROM absence WHERE item_id = ?"),
      delete_item_(parts.db, "DELETE FROM item WHERE id = ?"),
      count_run_(parts.db, R"(
        UPDATE run SET items_seen = (SELECT count(DISTINCT version.entry_id) FROM capture
            JOIN sighting ON sighting.capture_id = capture.id JOIN version ON version.id = sighting.version_id
          WHERE capture.run_id = run.id)
        WHERE id = ?)") {}

std::optional<int64_t> Rereading::replace(const Capture& capture, const Page& page) {
  const auto id = parts_.captures.find(capture);
  if (!id) return std::nullopt;
  const auto [run, listing] = *of_capture_.first(
      [](const Row& row) { return std::pair(row.as<int64_t>(0), row.as<int64_t>(1)); }, *id);
  entries_.clear();
  items_.clear();
  forget(*id);
  const bool shows_items = page.verdict == Verdict::kListing;
  if (!shows_items) delete_copy_.run(*id);
  set_capture_.run(*id, to_text(page.verdict), page.cards.size(),
                   parts_.captures.profile(page.profile, page.profile_fingerprint));
  parts_.ledger.add_problems(run, *id, page);
  if (shows_items)
    add_cards({run, listing, *id, to_text_ms(capture.fetched_at), page.profile_fingerprint}, page.cards);
  settle(run);
  return run;
}

void Rereading::forget(int64_t capture) {
  touched_.each(
      [&](const Row& row) {
        entries_.insert(row.as<int64_t>(0));
        items_.insert(row.as<int64_t>(1));
      },
      capture);
  for (const int64_t entry : entries_) delete_changes_.run(entry);
  delete_sightings_.run(capture);
  delete_problems_.run(capture);
}

void Rereading::add_cards(const Scene& scene, const std::vector<Card>& cards) {
  std::set<std::string_view> on_page;
  for (const Card& card : cards) {
    if (on_page.insert(card.url).second) parts_.history.add(scene, card);
  }
  touched_.each(
      [&](const Row& row) {
        entries_.insert(row.as<int64_t>(0));
        items_.insert(row.as<int64_t>(1));
      },
      scene.capture);
}

// Versions that nothing shows any more go, and with them what stood on them alone.
void Rereading::settle(int64_t run) {
  for (const int64_t entry : entries_) {
    parts_.history.recount(entry);
    free_items_.run(entry);
    free_entry_.run(entry);
    delete_names_.run(entry);
    delete_versions_.run(entry);
    delete_entry_.run(entry);
  }
  for (const int64_t item : items_) settle_item(item);
  count_run_.run(run);
}

void Rereading::settle_item(int64_t item) {
  if (*has_entries_.value<bool>(item)) {
    set_version_.run(item);
    set_first_.run(item);
    return;
  }
  delete_absences_.run(item);
  delete_item_.run(item);
}

}  // namespace dekko
