#!/usr/bin/env bash
# SIGINT between two pages ends with exit 130 within two seconds; the next crawl goes on, to the same rows as one that
# nobody disturbed.
. "$(dirname "$0")/lib.sh"

site --posts 300
exits 0 "$DEKKO" crawl "$url" --db whole.db --archive whole
rows whole.db "$(origin "$url")" >whole.rows

start "$DEKKO" crawl "$url" --db d.db --delay 0.1
has_begun() { [ "$(sql d.db 'select count(*) from items')" -ge 50 ]; }
until_true has_begun
interrupted
stored=$(sql d.db 'select count(*) from items')
[ "$stored" -lt 300 ] || fail "the crawl was over before it was interrupted"
equal "$(sql d.db "select count(*) from items where headline is null")" 0 "half-written items"

before=$(asked_pages)
exits 0 "$DEKKO" crawl "$url" --db d.db
asked=$(($(asked_pages) - before))
[ $asked -lt 30 ] || fail "the second crawl began anew: it asked for $asked pages"
rows d.db "$(origin "$url")" >continued.rows
diff whole.rows continued.rows || fail "other rows than without an interruption"
