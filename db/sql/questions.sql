-- Ready questions, as views over the tables; docs/cookbook.md asks them. Made anew after every migration, as the
-- public views are, and public like them.

CREATE VIEW new_since_yesterday AS
-- Items first seen on the day of the newest capture or the day before (UTC); capture_id: the page that
-- proves it.
SELECT item.id AS item_id, item.url, version.headline, version.bylines, version.published,
       substr(first.fetched_at, 1, 19) || 'Z' AS first_seen, first.id AS capture_id
  FROM capture AS first
  JOIN item ON item.first_capture_id = first.id
  JOIN version ON version.id = item.version_id
 WHERE first.fetched_at >= (SELECT date(max(fetched_at), '-1 day') FROM capture);

CREATE VIEW headline_edits AS
-- Headlines that were rewritten while the item stood in a listing; a new way to set quotes, dashes or case
-- is no rewriting. The edit lies after not_before and not after not_after; the captures show the two states.
SELECT item.id AS item_id, entry.listing_id, item.url, version.published, prior.headline AS before,
       version.headline AS after,
       substr(was.fetched_at, 1, 19) || 'Z' AS not_before,
       substr(now.fetched_at, 1, 19) || 'Z' AS not_after,
       was.id AS before_capture_id, now.id AS after_capture_id
  FROM change
  JOIN version ON version.id = change.version_id
  JOIN version AS prior ON prior.id = change.prior_version_id
  JOIN capture AS now ON now.id = change.capture_id
  JOIN capture AS was ON was.id = change.prior_capture_id
  JOIN entry ON entry.id = version.entry_id
  JOIN item ON item.id = entry.item_id
 WHERE version.headline IS NOT prior.headline
   AND NOT coalesce(version.headline_key = prior.headline_key, 0);

CREATE VIEW vanished AS
-- Items whose absence was proven, also those that came back since. seen_capture_id: the last page that showed it
-- before; gone_capture_id: the look that completed the proof.
SELECT item.id AS item_id, item.url, version.headline,
       (SELECT substr(max(capture.fetched_at), 1, 19) || 'Z' FROM entry
          JOIN version AS shown ON shown.entry_id = entry.id
          JOIN sighting ON sighting.version_id = shown.id JOIN capture ON capture.id = sighting.capture_id
         WHERE entry.item_id = item.id AND capture.fetched_at < absence.since) AS last_seen,
       substr(absence.since, 1, 19) || 'Z' AS missing_since,
       substr(absence.returned, 1, 19) || 'Z' AS returned,
       (SELECT capture.id FROM entry
          JOIN version AS shown ON shown.entry_id = entry.id
          JOIN sighting ON sighting.version_id = shown.id JOIN capture ON capture.id = sighting.capture_id
         WHERE entry.item_id = item.id AND capture.fetched_at < absence.since
         ORDER BY capture.fetched_at DESC, capture.id DESC LIMIT 1) AS seen_capture_id,
       (SELECT capture.id FROM capture
         WHERE capture.fetched_at >= absence.since AND capture.verdict = 'listing'
           AND EXISTS (SELECT 1 FROM entry WHERE entry.item_id = item.id
                        AND entry.listing_id = capture.listing_id)
         ORDER BY capture.fetched_at, capture.id LIMIT 1) AS gone_capture_id
  FROM absence
  JOIN item ON item.id = absence.item_id
  JOIN version ON version.id = item.version_id;

CREATE VIEW posts_per_day AS
-- Items by the day of publication that they show; undated items are not counted.
SELECT substr(version.published, 1, 10) AS day, count(*) AS posts
  FROM item JOIN version ON version.id = item.version_id
 WHERE version.published IS NOT NULL
 GROUP BY 1;

CREATE VIEW posts_per_week AS
-- The same by week; monday: the first day of it.
SELECT date(substr(version.published, 1, 10), '-6 days', 'weekday 1') AS monday, count(*) AS posts
  FROM item JOIN version ON version.id = item.version_id
 WHERE version.published IS NOT NULL
 GROUP BY 1;

CREATE VIEW authors AS
-- Who is named by how many items, as last seen. Spellings of one person are one row under the commonest.
SELECT author_key, substr(max(printf('%012d', items) || author), 13) AS author, count(*) AS spellings,
       sum(items) AS items, min(first_published) AS first_published, max(last_published) AS last_published
  FROM (SELECT author.key AS author_key, author.name AS author, count(*) AS items,
               min(version.published) AS first_published, max(version.published) AS last_published
          FROM item
          JOIN version ON version.id = item.version_id
          JOIN version_author ON version_author.version_id = version.id
          JOIN author ON author.id = version_author.author_id
         GROUP BY author.id)
 GROUP BY author_key;

CREATE VIEW coauthors AS
-- Who is named together with whom; each pair once, the smaller author_key first.
SELECT min(one.key, two.key) AS author_key, max(one.key, two.key) AS coauthor_key,
       min(iif(one.key < two.key, one.name, two.name)) AS author,
       min(iif(one.key < two.key, two.name, one.name)) AS coauthor,
       count(*) AS items
  FROM item
  JOIN version_author AS a ON a.version_id = item.version_id
  JOIN version_author AS b ON b.version_id = item.version_id AND b.position > a.position
  JOIN author AS one ON one.id = a.author_id
  JOIN author AS two ON two.id = b.author_id
 WHERE one.key <> two.key
 GROUP BY 1, 2;

CREATE VIEW sighting_delays AS
-- How long after publication an item was first seen. Only items that a listing gained while it was watched: what
-- its first run found had been there before.
SELECT item.id AS item_id, first.listing_id, item.url, version.published,
       substr(first.fetched_at, 1, 19) || 'Z' AS first_seen,
       iif(length(version.published) > 10,
           round((julianday(first.fetched_at) - julianday(version.published)) * 24, 2), NULL) AS hours,
       CAST(julianday(date(first.fetched_at)) - julianday(substr(version.published, 1, 10)) AS INTEGER) AS days
  FROM item
  JOIN version ON version.id = item.version_id
  JOIN capture AS first ON first.id = item.first_capture_id
 WHERE version.published IS NOT NULL
   AND first.run_id > (SELECT min(run.id) FROM run WHERE run.listing_id = first.listing_id);

CREATE VIEW page_one_stays AS
-- How long an item stood on page 1 of a listing: at least from its first to its last sighting there, and not
-- until left_not_after, the first look at page 1 without it.
SELECT stay.listing_id, stay.item_id, item.url,
       substr(arrived, 1, 19) || 'Z' AS first_seen,
       substr(seen_and_next, 1, 19) || 'Z' AS last_seen,
       nullif(substr(seen_and_next, 25, 19), '') || 'Z' AS left_not_after,
       round((julianday(substr(seen_and_next, 1, 24)) - julianday(arrived)) * 24, 2) AS hours_at_least,
       round((julianday(nullif(substr(seen_and_next, 25), '')) - julianday(arrived)) * 24, 2) AS hours_at_most
  FROM (SELECT look.listing_id, entry.item_id, min(look.fetched_at) AS arrived,
               max(look.fetched_at || look.next) AS seen_and_next
          FROM (SELECT capture.id, capture.listing_id, capture.fetched_at,
                       lead(capture.fetched_at, 1, '')
                         OVER (PARTITION BY capture.listing_id ORDER BY capture.fetched_at, capture.id) AS next
                  FROM listing
                  JOIN capture ON capture.listing_id = listing.id AND capture.page = 1
                 WHERE capture.verdict = 'listing') AS look
          JOIN sighting ON sighting.capture_id = look.id
          JOIN version ON version.id = sighting.version_id
          JOIN entry ON entry.id = version.entry_id
         GROUP BY look.listing_id, entry.item_id) AS stay
  JOIN item ON item.id = stay.item_id;

CREATE VIEW coverage_by_run AS
-- What each run saw of its listing. share: pages read of the pages that the pager names now.
SELECT run.id AS run_id, run.listing_id, listing.url, run.kind,
       substr(run.started, 1, 19) || 'Z' AS started, run.stop_reason, run.coverage,
       counted.pages, listing.pages AS of_pages, run.items_seen,
       round(min(1.0, 1.0 * counted.pages / listing.pages), 3) AS share
  FROM run
  JOIN listing ON listing.id = run.listing_id
  LEFT JOIN (SELECT run_id, count(DISTINCT page) AS pages FROM capture WHERE verdict = 'listing'
              GROUP BY run_id) AS counted ON counted.run_id = run.id;

CREATE VIEW gaps AS
-- What a run did not prove, where its coverage is open or partial.
SELECT run.id AS run_id, run.listing_id, json_extract(gap.value, '$[0]') AS from_page,
       json_extract(gap.value, '$[1]') AS to_page, json_extract(gap.value, '$[2]') AS why
  FROM run, json_each(run.gaps) AS gap;

CREATE VIEW field_health AS
-- How many cards of each listing's last run that read a page had each field.
WITH latest AS MATERIALIZED (
  SELECT listing.id AS listing_id, (SELECT run.id FROM run
           WHERE run.listing_id = listing.id
             AND EXISTS (SELECT 1 FROM capture
                          WHERE capture.run_id = run.id AND capture.verdict = 'listing' AND capture.cards > 0)
           ORDER BY run.id DESC LIMIT 1) AS run_id
    FROM listing),
counted AS MATERIALIZED (
  SELECT latest.listing_id, latest.run_id, count(*) AS cards, count(headline) AS headline,
         count(dek) AS dek, count(version.kind) AS kind, count(bylines) AS bylines,
         count(published) AS published, count(published_text) AS published_text, count(image) AS image
    FROM latest  -- CROSS: from the runs to their cards, not the other way round
   CROSS JOIN capture ON capture.run_id = latest.run_id AND +capture.listing_id = latest.listing_id
   CROSS JOIN sighting ON sighting.capture_id = capture.id
    JOIN version ON version.id = sighting.version_id
   GROUP BY latest.listing_id)
SELECT listing_id, run_id, field, cards, filled, round(1.0 * filled / cards, 4) AS share
  FROM (SELECT listing_id, run_id, cards, field.column1 AS field, field.column2 AS place,
               CASE field.column1
                 WHEN 'headline' THEN headline WHEN 'dek' THEN dek WHEN 'kind' THEN kind
                 WHEN 'bylines' THEN bylines WHEN 'published' THEN published
                 WHEN 'published_text' THEN published_text ELSE image END AS filled
          FROM counted CROSS JOIN (VALUES ('headline', 1), ('dek', 2), ('kind', 3), ('bylines', 4),
                                          ('published', 5), ('published_text', 6), ('image', 7)) AS field)
 ORDER BY listing_id, place;
