-- Schema 4: how far the archive's journal has been taken in.

-- One row. The name tells this database's steps from those of others that share the archive.
CREATE TABLE journal (
  database TEXT NOT NULL,  -- empty before the first crawl
  segment  TEXT NOT NULL,  -- empty before the first record
  next     INTEGER NOT NULL  -- the offset after the last record taken in
) STRICT;
INSERT INTO journal VALUES ('', '', 0);
