#include "db/known.h"

namespace dekko {

namespace {

PageShape shape_in(const Row& row) {
  PageShape shape{.seen = parse_moment(row.as<std::string>(0)).value_or(Moment()),
                  .page = row.as<int>(1),
                  .cards = row.as<int>(2)};
  shape.with = {shape.cards,    row.as<int>(3), row.as<int>(4), row.as<int>(5),
                row.as<int>(6), row.as<int>(7), row.as<int>(8)};
  shape.headline_letters = row.as<int64_t>(9);
  shape.dek_letters = row.as<int64_t>(10);
  shape.pairs = row.as<int>(11);
  shape.falling = row.as<int>(12);
  return shape;
}

std::vector<Author> authors_of(const std::string& joined) {
  std::vector<Author> authors;
  for (size_t at = 0; at < joined.size();) {
    const size_t end = std::min(joined.find("; ", at), joined.size());
    authors.push_back({joined.substr(at, end - at), ""});
    at = end + 2;
  }
  return authors;
}

Card card_in(const Row& row) {
  using Text = std::optional<std::string>;
  return {.url = row.as<std::string>(0),
          .headline = row.as<Text>(1),
          .dek = row.as<Text>(2),
          .kind = row.as<Text>(3),
          .bylines = authors_of(row.as<std::string>(4)),
          .published = row.as<Text>(5),
          .published_text = row.as<Text>(6),
          .image = row.as<Text>(7)};
}

}  // namespace

Known::Known(const SQLite::Database& db)
    : shapes_(db, R"(
        WITH latest AS (
          SELECT capture.id, capture.fetched_at, capture.page
          FROM capture JOIN listing ON listing.id = capture.listing_id
            JOIN profile ON profile.id = capture.profile_id
          WHERE listing.url = ?1 AND capture.verdict = 'listing' AND profile.fingerprint = ?2
            AND capture.run_id < ?4
          ORDER BY capture.id DESC LIMIT ?3),
        seen AS (
          SELECT latest.id, latest.fetched_at, latest.page, version.*, substr(version.published, 1, 10) AS day,
            lag(substr(version.published, 1, 10)) OVER (PARTITION BY latest.id ORDER BY sighting.position) AS above
          FROM latest JOIN sighting ON sighting.capture_id = latest.id
            JOIN version ON version.id = sighting.version_id)
        SELECT fetched_at, page, count(*), count(headline), count(dek), count(kind), count(bylines),
          count(published), count(image), coalesce(sum(length(headline)), 0), coalesce(sum(length(dek)), 0),
          coalesce(sum(day IS NOT NULL AND above IS NOT NULL), 0), coalesce(sum(day <= above), 0)
        FROM seen GROUP BY seen.id ORDER BY seen.id DESC)"),
      card_(db, R"(
        SELECT item.url, headline, dek, kind, coalesce(bylines, ''), published, published_text, image
        FROM listing JOIN item ON item.url = ?2
          JOIN entry ON entry.item_id = item.id AND entry.listing_id = listing.id
          JOIN version ON version.id = entry.version_id
        WHERE listing.url = ?1)"),
      cards_(db, R"(
        SELECT item.url, headline, dek, kind, coalesce(bylines, ''), published, published_text, image
        FROM listing JOIN entry ON entry.listing_id = listing.id
          JOIN item ON item.id = entry.item_id JOIN version ON version.id = entry.version_id
          JOIN capture ON capture.id = version.last_capture_id
        WHERE listing.url = ?1 ORDER BY capture.fetched_at DESC, item.id DESC LIMIT ?2)"),
      pages_(db, R"(
        SELECT capture.id, listing.url, capture.url, capture.page, capture.fetched_at, capture.verdict,
          coalesce(profile.name, ''), coalesce(profile.fingerprint, ''), segment.name,
          coalesce(capture.warc_offset, 0), coalesce(capture.warc_length, 0), capture.sha256,
          EXISTS (SELECT 1 FROM problem WHERE problem.capture_id = capture.id AND reason = 'unlike_before')
        FROM capture JOIN listing ON listing.id = capture.listing_id
          JOIN segment ON segment.id = capture.segment_id
          LEFT JOIN profile ON profile.id = capture.profile_id
        WHERE capture.verdict IS NOT NULL AND (?1 = '' OR listing.url = ?1)
        ORDER BY capture.fetched_at, capture.id)"),
      shown_by_(db, R"(
        SELECT item.url, headline, dek, kind, coalesce(bylines, ''), published, published_text, image,
          sighting.position
        FROM sighting JOIN version ON version.id = sighting.version_id
          JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id
        WHERE sighting.capture_id = ? ORDER BY sighting.position)") {}

std::vector<PageShape> Known::shapes(const std::string& listing, const std::string& fingerprint,
                                     int64_t before, int most) {
  std::vector<PageShape> shapes;
  shapes_.each([&](const Row& row) { shapes.push_back(shape_in(row)); }, listing, fingerprint, most, before);
  return shapes;
}

std::optional<Card> Known::card(const std::string& listing, const std::string& url) {
  return card_.first(card_in, listing, url);
}

std::vector<StoredPage> Known::pages(const std::string& listing) {
  std::vector<StoredPage> pages;
  pages_.each(
      [&](const Row& row) {
        pages.push_back({.capture_id = row.as<int64_t>(0),
                         .listing = row.as<std::string>(1),
                         .url = row.as<std::string>(2),
                         .page = row.as<int>(3),
                         .fetched_at = parse_moment(row.as<std::string>(4)).value_or(Moment()),
                         .verdict = parse_verdict(row.as<std::string>(5)).value_or(Verdict::kUnrecognized),
                         .profile = row.as<std::string>(6),
                         .fingerprint = row.as<std::string>(7),
                         .record = {.file = row.as<std::string>(8),
                                    .offset = row.as<uint64_t>(9),
                                    .length = row.as<uint64_t>(10),
                                    .sha256 = row.as<std::string>(11)},
                         .set_aside = row.as<bool>(12)});
      },
      listing);
  return pages;
}

std::vector<Card> Known::shown_by(int64_t capture) {
  std::vector<Card> cards;
  shown_by_.each(
      [&](const Row& row) {
        cards.push_back(card_in(row));
        cards.back().position = row.as<int>(8);
      },
      capture);
  return cards;
}

std::vector<Card> Known::cards(const std::string& listing, int most) {
  std::vector<Card> cards;
  cards_.each([&](const Row& row) { cards.push_back(card_in(row)); }, listing, most);
  return cards;
}

}  // namespace dekko
