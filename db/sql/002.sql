-- Schema 2: profiles that dekko inferred or mended for one listing, which no file declares.

-- Takes the place of "by shape" for its listing. fingerprint: what pages read by it are filed under; that of
-- the reading which it continues where it reads the same.
CREATE TABLE pinned (
  listing_id  INTEGER PRIMARY KEY REFERENCES listing (id),
  name        TEXT NOT NULL,
  toml        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  since       TEXT NOT NULL
) STRICT;
