-- The public face: names and order of these columns are stable. Made anew after every migration.
-- Moments are UTC, YYYY-MM-DDTHH:MM:SSZ. Null means: not shown, not known, or not yet.
-- What a view means stands inside its statement, so that it is kept in the file: .schema shows it.

CREATE VIEW items AS
-- An item as its latest sighting in any listing showed it.
SELECT item.id, item.url, version.headline, version.dek, version.kind, version.published,
       version.published_text, version.bylines, version.image,
       substr(first.fetched_at, 1, 19) || 'Z' AS first_seen,
       substr(last.fetched_at, 1, 19) || 'Z' AS last_seen,
       (SELECT sum(seen.times_seen) FROM entry JOIN version AS seen ON seen.entry_id = entry.id
         WHERE entry.item_id = item.id) AS times_seen,  -- captures that showed it
       (SELECT count(*) FROM entry JOIN version AS seen ON seen.entry_id = entry.id
         WHERE entry.item_id = item.id) AS versions,
       substr(item.missing_since, 1, 19) || 'Z' AS missing_since  -- null unless its absence is proven
  FROM item
  JOIN version ON version.id = item.version_id
  JOIN capture AS first ON first.id = item.first_capture_id
  JOIN capture AS last ON last.id = version.last_capture_id;

CREATE VIEW items_unspaced AS
-- The items in items_trigram: those with letters of a script that puts no spaces between words.
SELECT item.id, version.headline, version.dek, version.bylines
  FROM item JOIN version ON version.id = item.version_id AND version.unspaced;

CREATE VIEW bylines AS
-- The authors of an item as last seen; spellings of one person share author_key.
SELECT item.id AS item_id, version_author.position, author.name AS author, author.key AS author_key
  FROM item
  JOIN version_author ON version_author.version_id = item.version_id
  JOIN author ON author.id = version_author.author_id;

CREATE VIEW versions AS
-- One distinct set of fields of an item, as one listing showed it; capture_id: the first that did.
SELECT version.id, entry.item_id, entry.listing_id, version.headline, version.dek, version.kind,
       version.published, version.bylines, version.image,
       substr(first.fetched_at, 1, 19) || 'Z' AS first_seen,
       substr(last.fetched_at, 1, 19) || 'Z' AS last_seen,
       version.first_capture_id AS capture_id
  FROM version
  JOIN entry ON entry.id = version.entry_id
  JOIN capture AS first ON first.id = version.first_capture_id
  JOIN capture AS last ON last.id = version.last_capture_id;

CREATE VIEW changes AS
-- One field that differed between two sightings of an item in one listing, read by the same profile. It
-- happened after not_before (the last sighting of the old state) and not after not_after (the first of the
-- new one). kind: typography where only quotes, dashes, spaces, case, a spelling of the same authors, or the
-- way to write the same date differ; else text, byline, date, image.
SELECT entry.item_id, item.url, field.column1 AS field,
       CASE field.column1
         WHEN 'headline' THEN prior.headline WHEN 'dek' THEN prior.dek WHEN 'kind' THEN prior.kind
         WHEN 'published' THEN prior.published WHEN 'published_text' THEN prior.published_text
         WHEN 'bylines' THEN prior.bylines WHEN 'image' THEN prior.image END AS before,
       CASE field.column1
         WHEN 'headline' THEN version.headline WHEN 'dek' THEN version.dek WHEN 'kind' THEN version.kind
         WHEN 'published' THEN version.published WHEN 'published_text' THEN version.published_text
         WHEN 'bylines' THEN version.bylines WHEN 'image' THEN version.image END AS after,
       substr(was.fetched_at, 1, 19) || 'Z' AS not_before,
       substr(now.fetched_at, 1, 19) || 'Z' AS not_after,
       change.capture_id,
       CASE field.column1
         WHEN 'headline' THEN iif(prior.headline_key = version.headline_key, 'typography', 'text')
         WHEN 'dek' THEN iif(prior.dek_key = version.dek_key, 'typography', 'text')
         WHEN 'bylines' THEN iif(
           (SELECT group_concat(author.key, char(10)) FROM version_author
              JOIN author ON author.id = version_author.author_id WHERE version_id = prior.id)
           = (SELECT group_concat(author.key, char(10)) FROM version_author
              JOIN author ON author.id = version_author.author_id WHERE version_id = version.id),
           'typography', 'byline')
         WHEN 'published' THEN 'date'
         WHEN 'published_text' THEN iif(prior.published = version.published, 'typography', 'date')
         WHEN 'image' THEN 'image' ELSE 'text' END AS kind
  FROM change
  JOIN version ON version.id = change.version_id
  JOIN version AS prior ON prior.id = change.prior_version_id
  JOIN capture AS now ON now.id = change.capture_id
  JOIN capture AS was ON was.id = change.prior_capture_id
  JOIN entry ON entry.id = version.entry_id
  JOIN item ON item.id = entry.item_id
       -- CROSS: each change is looked up once, not once a field
  CROSS JOIN (VALUES ('headline'), ('dek'), ('kind'), ('published'), ('published_text'), ('bylines'),
                     ('image')) AS field
 WHERE before IS NOT after;

CREATE VIEW sightings AS
-- An item on a page, at a position (from 1), at a moment.
SELECT entry.item_id, capture.listing_id, capture.run_id, capture.page, sighting.position,
       substr(capture.fetched_at, 1, 19) || 'Z' AS seen_at, sighting.capture_id
  FROM sighting
  JOIN capture ON capture.id = sighting.capture_id
  JOIN version ON version.id = sighting.version_id
  JOIN entry ON entry.id = version.entry_id;

CREATE VIEW listings AS
-- A listing as its latest page described it; pages: the largest number its pager showed then; first_run and
-- last_run: the moments when these started.
SELECT id, url, title, description, profile, pages,
       (SELECT substr(min(started), 1, 19) || 'Z' FROM run WHERE run.listing_id = listing.id) AS first_run,
       (SELECT substr(max(started), 1, 19) || 'Z' FROM run WHERE run.listing_id = listing.id) AS last_run
  FROM listing;

CREATE VIEW runs AS
-- A crawl or replay of one listing. pages: captures that were read as a page; bytes: of the answers;
-- items_seen: distinct; items_new: first seen in this run; items_changed: unlike what the listing showed
-- before.
SELECT id, listing_id, kind,
       substr(started, 1, 19) || 'Z' AS started,
       substr(ended, 1, 19) || 'Z' AS ended,  -- null while it runs, and if it was killed
       stop_reason, coverage,
       (SELECT count(verdict) FROM capture WHERE capture.run_id = run.id) AS pages,
       (SELECT count(*) FROM request WHERE request.run_id = run.id) AS requests,
       (SELECT coalesce(sum(bytes), 0) FROM request WHERE request.run_id = run.id) AS bytes,
       items_seen,
       (SELECT count(*) FROM capture JOIN item ON item.first_capture_id = capture.id
         WHERE capture.run_id = run.id) AS items_new,
       (SELECT count(DISTINCT version.entry_id) FROM capture JOIN change ON change.capture_id = capture.id
          JOIN version ON version.id = change.version_id WHERE capture.run_id = run.id) AS items_changed,
       items_missing,
       (SELECT count(*) FROM problem WHERE problem.run_id = run.id) AS problems,
       permission  -- who allowed this walk, and when
  FROM run;

CREATE VIEW pages AS
-- An answer to a request for a listing page. verdict: null where the answer is no page (an HTTP error, a
-- redirect); warc_offset and warc_length: null where warc_file is a plain file.
SELECT capture.id AS capture_id, capture.listing_id, capture.run_id, capture.page, capture.url,
       substr(capture.fetched_at, 1, 19) || 'Z' AS fetched_at,
       capture.status, capture.verdict, capture.cards, segment.name AS warc_file, capture.warc_offset,
       capture.warc_length, capture.sha256
  FROM capture
  JOIN segment ON segment.id = capture.segment_id;

CREATE VIEW requests AS
-- The ledger: a request made, how many seconds its host was left alone before it, and by which rule. status:
-- null if none came; pause_s: what the rule asked for at least; began: `at` in seconds since 1970, with
-- milliseconds; asked_s: the Retry-After of the answer; permission: the run's.
SELECT run_id, substr(at, 1, 19) || 'Z' AS at, url, host, purpose, round(waited_s, 3) AS waited_s, rule,
       status, bytes, round(seconds, 3) AS seconds, outcome, pause_s,
       round((julianday(at) - 2440587.5) * 86400, 3) AS began, address, asked_s,
       (SELECT permission FROM run WHERE run.id = request.run_id) AS permission
  FROM request;

CREATE VIEW problems AS
-- A thing set aside. capture_id: null for a problem of the run; position: of the card, 0 for the page.
SELECT run_id, capture_id, position, field, reason, excerpt
  FROM problem;
