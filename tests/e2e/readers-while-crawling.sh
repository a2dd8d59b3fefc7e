#!/usr/bin/env bash
# sqlite3, Python's sqlite3, sqlite-utils and R read every public view while a crawl writes the file.
. "$(dirname "$0")/lib.sh"
views="items bylines versions changes sightings listings runs pages requests problems items_fts new_since_yesterday
headline_edits vanished posts_per_day posts_per_week authors coauthors sighting_delays page_one_stays coverage_by_run gaps
field_health about"

site
start "$DEKKO" crawl "$url" --db d.db --delay 1
has_items() { [ "$(sql d.db 'select count(*) from items')" -gt 0 ]; }
until_true has_items

for view in $views; do sql d.db "select * from $view limit 5" >/dev/null; done

python3 - $views <<'END'
import sqlite3, sys
db = sqlite3.connect("file:d.db?mode=ro", uri=True)
for view in sys.argv[1:]:
    db.execute(f"select * from {view} limit 5").fetchall()
(headline,) = db.execute("select headline from items limit 1").fetchone()
words = " ".join(f'"{word}"' for word in headline.split())
assert db.execute("select count(*) from items_fts where items_fts match ?", (words,)).fetchone()[0] > 0
END

for view in $views; do sqlite-utils rows d.db "$view" --limit 1 >/dev/null; done

if command -v Rscript >rscript && Rscript -e 'q(status = !requireNamespace("RSQLite", quietly = TRUE))' >>rscript 2>&1; then
  Rscript - $views >rscript 2>&1 <<'END' || fail "R: $(tail -1 rscript)"
db <- DBI::dbConnect(RSQLite::SQLite(), "d.db", flags = RSQLite::SQLITE_RO)
for (view in commandArgs(trailingOnly = TRUE)) DBI::dbGetQuery(db, paste("select * from", view, "limit 5"))
END
else
  echo "R is left out: r-cran-rsqlite is not installed"
fi

kill -0 "$pid" || fail "the crawl was over before the readers were"
interrupted
equal "$(sql d.db 'pragma integrity_check')" ok integrity
