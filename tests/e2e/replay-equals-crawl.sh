#!/usr/bin/env bash
# The database is a function of the archive: replaying it gives the same items, bylines and versions, row for row.
. "$(dirname "$0")/lib.sh"

dump() {
  for view in items bylines versions; do
    echo "-- $view"
    sqlite3 -batch -readonly -header "$1" "select * from $view order by 1, 2"
  done
}

site --posts 125 --edit 3@13 --insert 2@13
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
[ "$(sql d.db 'select count(*) from versions')" -gt 127 ] || fail "the edited headline made no version"
exits 0 "$DEKKO" replay archive --db e.db
dump d.db >crawled
dump e.db >replayed
diff crawled replayed || fail "the replay gives other rows than the crawl"
