#!/usr/bin/env bash
# 113 pages of ten become 1130 items, and a second crawl of an unchanged listing changes nothing.
. "$(dirname "$0")/lib.sh"

site
exits 0 "$DEKKO" crawl "$url" --db d.db
equal "$(sql d.db 'select count(*) from items')" 1130 items
equal "$(sql d.db "select count(distinct page) from pages where verdict = 'listing'")" 113 pages
equal "$(sql d.db 'select count(*) from items where headline is null or url is null')" 0 "items without headline or url"
equal "$(sql d.db 'select count(*) from sightings where position is null or page is null')" 0 "sightings without place"
equal "$(sql d.db 'select count(*) from sightings')" 1130 sightings
equal "$(sql d.db "select count(*) from items where (coalesce(bylines, '') = '') <> (published is null)")" 0 \
  "items with a byline or a date, but not both"
[ "$(sql d.db 'select count(*) from items where published is null')" -gt 20 ] || fail "no card without byline"
[ "$(sql d.db 'select count(*) from bylines where position = 2')" -gt 50 ] || fail "no card with two authors"
equal "$(sql d.db 'select count(*) from problems')" 0 problems
equal "$(sql d.db 'pragma integrity_check')" ok integrity

history() { sql d.db 'select (select count(*) from items), (select count(*) from versions), (select count(*) from changes)'; }
before=$(history)
exits 0 "$DEKKO" crawl "$url" --db d.db
equal "$(history)" "$before" "after a second crawl"
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
equal "$(history)" "$before" "after a third crawl, of all pages"
