#!/usr/bin/env bash
# A page that did not change is answered with 304 and archived as a revisit; the rows stay as they are.
. "$(dirname "$0")/lib.sh"

site --posts 50
exits 0 "$DEKKO" crawl "$url" --db d.db
before=$(rows d.db "$(origin "$url")")
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
equal "$(rows d.db "$(origin "$url")")" "$before" "rows after the second crawl"
equal "$(sql d.db 'select min(times_seen) from items')" 2 "times that each item was seen"
