-- Schema 1: the internal tables. Scripts read the views (views.sql), never these.
--
-- Moments are UTC text with milliseconds, so that two captures within a second stay apart. What a page
-- showed is kept once per distinct state (version); a sighting is three small integers, for there
-- are millions of them:
--
--   run -- capture -- sighting -- version -- entry -- item
--    |        |                      |         |
--    +--------+------- listing ------|---------+
--                                    +-- version_author -- author

CREATE TABLE listing (
  id           INTEGER PRIMARY KEY,
  url          TEXT NOT NULL UNIQUE,
  title        TEXT,
  description  TEXT,
  profile      TEXT,
  pages        INTEGER,
  described_at TEXT NOT NULL  -- the moment of the page that title, description, profile and pages are from
) STRICT;

CREATE TABLE run (
  id            INTEGER PRIMARY KEY,
  listing_id    INTEGER NOT NULL REFERENCES listing (id),
  continues     INTEGER REFERENCES run (id),
  kind          TEXT NOT NULL,
  started       TEXT NOT NULL,
  ended         TEXT,  -- null while it runs, and for ever if it was killed
  stop_reason   TEXT,
  coverage      TEXT,
  permission    TEXT,  -- who allowed this walk, and when; null where nobody was asked
  items_seen    INTEGER NOT NULL DEFAULT 0,  -- distinct; counting sightings again would be slow
  items_missing INTEGER NOT NULL DEFAULT 0   -- whose absence this run proved
) STRICT;
CREATE INDEX run_listing ON run (listing_id);
CREATE INDEX run_continues ON run (continues);

-- Where a run's walk stands; written with each page.
CREATE TABLE walk (
  run_id    INTEGER PRIMARY KEY REFERENCES run (id),
  mode      TEXT NOT NULL,
  next_page INTEGER NOT NULL,
  last_page INTEGER,
  next_url  TEXT NOT NULL,
  missing   TEXT NOT NULL CHECK (json_valid(missing))  -- page numbers
) STRICT;

CREATE TABLE request (
  id       INTEGER PRIMARY KEY,
  run_id   INTEGER NOT NULL REFERENCES run (id),
  at       TEXT NOT NULL,
  url      TEXT NOT NULL,
  host     TEXT NOT NULL,
  purpose  TEXT NOT NULL,
  waited_s REAL NOT NULL,
  rule     TEXT NOT NULL,
  pause_s  REAL NOT NULL,  -- what the rule asked for, from the end of the host's last answer
  status   INTEGER,  -- null if no answer came
  bytes    INTEGER NOT NULL,
  seconds  REAL NOT NULL,
  outcome  TEXT NOT NULL,
  address  TEXT,           -- of the host, as connected to
  asked_s  REAL NOT NULL   -- Retry-After of the answer
) STRICT;
CREATE INDEX request_run ON request (run_id, bytes);  -- the sum without the rows
CREATE INDEX request_host ON request (host, at);

-- Each origin's robots.txt as last had: asked for again after a day, in force for thirty where it cannot be.
CREATE TABLE robots (
  origin        TEXT PRIMARY KEY,
  absent        INTEGER NOT NULL,  -- 1: there is none (4xx but 429)
  body          TEXT NOT NULL,
  read_at       TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far the archive's journal has been taken in: one row. The name tells this database's steps from those of
-- others that share the archive.
CREATE TABLE journal (
  database TEXT NOT NULL,  -- empty before the first crawl
  segment  TEXT NOT NULL,  -- empty before the first record
  next     INTEGER NOT NULL  -- the offset after the last record taken in
) STRICT;
INSERT INTO journal VALUES ('', '', 0);

-- A way of reading: differences between two fingerprints are dekko's, not the site's.
CREATE TABLE profile (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  UNIQUE (name, fingerprint)
) STRICT;

CREATE TABLE segment (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE capture (
  id          INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL REFERENCES run (id),
  listing_id  INTEGER NOT NULL REFERENCES listing (id),
  page        INTEGER NOT NULL,
  url         TEXT NOT NULL,
  fetched_at  TEXT NOT NULL,
  status      INTEGER NOT NULL,
  verdict     TEXT,  -- null for an answer that is no page: an HTTP error, a redirect
  cards       INTEGER NOT NULL,
  profile_id  INTEGER REFERENCES profile (id),
  segment_id  INTEGER NOT NULL REFERENCES segment (id),
  warc_offset INTEGER,  -- null, as is the length, for a page read from a plain file
  warc_length INTEGER,
  sha256      TEXT NOT NULL,
  UNIQUE (fetched_at, url, sha256)
) STRICT;
CREATE INDEX capture_run ON capture (run_id, verdict);
CREATE INDEX capture_listing ON capture (listing_id, page);
CREATE INDEX capture_profile ON capture (profile_id);
CREATE INDEX capture_segment ON capture (segment_id);

-- Each page of a listing as last had: whose answer "not modified" stands for, and with which validators.
CREATE TABLE page_copy (
  listing_id    INTEGER NOT NULL REFERENCES listing (id),
  url           TEXT NOT NULL,
  capture_id    INTEGER NOT NULL REFERENCES capture (id),
  page_count    INTEGER,
  next          TEXT,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  PRIMARY KEY (listing_id, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_copy_capture ON page_copy (capture_id);

CREATE TABLE problem (
  id         INTEGER PRIMARY KEY,
  run_id     INTEGER NOT NULL REFERENCES run (id),
  capture_id INTEGER REFERENCES capture (id),  -- null for a problem of the run
  position   INTEGER NOT NULL,
  field      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  excerpt    TEXT NOT NULL
) STRICT;
CREATE INDEX problem_run ON problem (run_id);
CREATE INDEX problem_capture ON problem (capture_id);

-- version_id, here and in entry, is null only while the first version is being written.
CREATE TABLE item (
  id               INTEGER PRIMARY KEY,
  url              TEXT NOT NULL UNIQUE,
  version_id       INTEGER REFERENCES version (id),  -- of the latest sighting in any listing
  first_capture_id INTEGER NOT NULL REFERENCES capture (id),
  missing_since    TEXT
) STRICT;
CREATE INDEX item_version ON item (version_id);
CREATE INDEX item_first_capture ON item (first_capture_id);

-- When an item was proven missing, and when it came back; the triggers below follow item.missing_since.
CREATE TABLE absence (
  item_id  INTEGER NOT NULL REFERENCES item (id),
  since    TEXT NOT NULL,
  returned TEXT,  -- null while it is still missing
  PRIMARY KEY (item_id, since)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER item_gone AFTER UPDATE OF missing_since ON item
WHEN new.missing_since IS NOT NULL AND old.missing_since IS NULL
BEGIN
  INSERT INTO absence (item_id, since) VALUES (new.id, new.missing_since)
    ON CONFLICT (item_id, since) DO UPDATE SET returned = NULL;
END;

CREATE TRIGGER item_back AFTER UPDATE OF missing_since ON item
WHEN new.missing_since IS NULL AND old.missing_since IS NOT NULL
BEGIN
  UPDATE absence SET returned = (SELECT capture.fetched_at FROM version
      JOIN capture ON capture.id = version.last_capture_id WHERE version.id = new.version_id)
    WHERE item_id = new.id AND since = old.missing_since;
END;

-- An item's place in a listing: the unit of history.
CREATE TABLE entry (
  id         INTEGER PRIMARY KEY,
  item_id    INTEGER NOT NULL REFERENCES item (id),
  listing_id INTEGER NOT NULL REFERENCES listing (id),
  version_id INTEGER REFERENCES version (id),  -- of the latest sighting in this listing
  UNIQUE (item_id, listing_id)
) STRICT;
CREATE INDEX entry_listing ON entry (listing_id);
CREATE INDEX entry_version ON entry (version_id);

-- One distinct set of fields of an entry, however often it comes back.
CREATE TABLE version (
  id               INTEGER PRIMARY KEY,
  entry_id         INTEGER NOT NULL REFERENCES entry (id),
  headline         TEXT,
  dek              TEXT,
  kind             TEXT,
  published        TEXT,
  published_text   TEXT,
  bylines          TEXT,  -- the names, joined with "; "
  image            TEXT,
  headline_key     INTEGER,  -- what it says, typography aside: equal for curly and straight quotes
  dek_key          INTEGER,
  digest           INTEGER NOT NULL,  -- of the fields, to find a state among many; equality is still compared
  first_capture_id INTEGER NOT NULL REFERENCES capture (id),
  last_capture_id  INTEGER NOT NULL REFERENCES capture (id),
  times_seen       INTEGER NOT NULL,
  -- Whether a text has Thai, Lao, Burmese, Khmer, Han, kana or Hangul letters.
  unspaced         INTEGER NOT NULL AS (ifnull(headline, '') || ifnull(dek, '') || ifnull(bylines, '')
                     GLOB '*[฀-໿က-႟ក-៿⺀-꓏가-힯豈-﫿ｦ-ￜ]*')
) STRICT;
CREATE INDEX version_entry ON version (entry_id, digest);
CREATE INDEX version_first_capture ON version (first_capture_id);
CREATE INDEX version_last_capture ON version (last_capture_id);

CREATE TABLE author (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  key  TEXT NOT NULL
) STRICT;
CREATE INDEX author_key ON author (key);

CREATE TABLE version_author (
  version_id INTEGER NOT NULL REFERENCES version (id),
  position   INTEGER NOT NULL,
  author_id  INTEGER NOT NULL REFERENCES author (id),
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_author_author ON version_author (author_id);

CREATE TABLE sighting (
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  position   INTEGER NOT NULL,
  version_id INTEGER NOT NULL REFERENCES version (id),
  PRIMARY KEY (capture_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_version ON sighting (version_id);

-- Two sightings of an entry, one after the other and read the same way, that differ; in what,
-- the versions tell.
CREATE TABLE change (
  capture_id       INTEGER NOT NULL REFERENCES capture (id),
  version_id       INTEGER NOT NULL REFERENCES version (id),
  prior_capture_id INTEGER NOT NULL REFERENCES capture (id),
  prior_version_id INTEGER NOT NULL REFERENCES version (id),
  PRIMARY KEY (capture_id, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_version ON change (version_id);
CREATE INDEX change_prior_capture ON change (prior_capture_id);
CREATE INDEX change_prior_version ON change (prior_version_id);

CREATE VIRTUAL TABLE items_fts USING fts5 (
  headline, dek, bylines,
  content = 'items', content_rowid = 'id', tokenize = 'unicode61'
);

-- Scripts without a space between words (Korean glues its particles) have no words to index: there, any three
-- letters are found. Only the items that are written so, for most newspapers have none.
CREATE VIRTUAL TABLE items_trigram USING fts5 (
  headline, dek, bylines,
  content = 'items_unspaced', content_rowid = 'id', tokenize = 'trigram'
);

-- Two listings may show one item in turn with the same words: then there is nothing to index again.
CREATE TRIGGER item_search AFTER UPDATE OF version_id ON item
WHEN (SELECT headline, dek, bylines FROM version WHERE id = old.version_id)
     IS NOT (SELECT headline, dek, bylines FROM version WHERE id = new.version_id)
  OR old.version_id IS NULL
BEGIN
  INSERT INTO items_fts (items_fts, rowid, headline, dek, bylines)
    SELECT 'delete', old.id, headline, dek, bylines FROM version WHERE id = old.version_id;
  INSERT INTO items_fts (rowid, headline, dek, bylines)
    SELECT new.id, headline, dek, bylines FROM version WHERE id = new.version_id;
END;

CREATE TRIGGER item_search_unspaced AFTER UPDATE OF version_id ON item
WHEN old.version_id IS NOT new.version_id
BEGIN
  INSERT INTO items_trigram (items_trigram, rowid, headline, dek, bylines)
    SELECT 'delete', old.id, headline, dek, bylines FROM version WHERE id = old.version_id AND unspaced;
  INSERT INTO items_trigram (rowid, headline, dek, bylines)
    SELECT new.id, headline, dek, bylines FROM version WHERE id = new.version_id AND unspaced;
END;
