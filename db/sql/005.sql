-- Schema 5: why a run's coverage is open or partial.
ALTER TABLE run ADD COLUMN gaps TEXT  -- [[from page, to page, why], ...]; null until it has ended
  CHECK (gaps IS NULL OR json_valid(gaps));
