#!/usr/bin/env bash
# A login page with status 200 in place of the list: exit 4, and nothing of it reaches the items.
. "$(dirname "$0")/lib.sh"

site --posts 50 --fault login@1
exits 4 "$DEKKO" crawl "$url" --db d.db --archive a
equal "$(sql d.db 'select count(*) from items')" 0 items
equal "$(sql d.db "select distinct verdict from pages where page = 1")" not_a_listing verdict

site --posts 50 --fault login@3
exits 4 "$DEKKO" crawl "$url" --db e.db --archive b
equal "$(sql e.db 'select count(*) from sightings where page = 3')" 0 "cards of the login page"
[ "$(sql e.db 'select count(*) from items')" -ge 20 ] || fail "the pages before it are gone"
