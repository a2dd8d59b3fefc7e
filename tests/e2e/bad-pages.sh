#!/usr/bin/env bash
# A page that is not HTML, has no octet, or has too many: an exit code, a sentence, and nothing of it in the items.
. "$(dirname "$0")/lib.sh"

refuses() {
  site --posts 50 --fault "$1@3"
  exits "$2" "$DEKKO" crawl "$url" --db "$1.db" --archive "archive-$1"
  equal "$(sql "$1.db" 'select count(*) from sightings where page = 3')" 0 "cards of the page ($1)"
  [ "$(sql "$1.db" 'select count(*) from items')" -ge 20 ] || fail "what was stored before is gone ($1)"
  equal "$(sql "$1.db" 'pragma integrity_check')" ok "integrity ($1)"
}

refuses not-html 4
refuses empty 4
refuses huge 3
refuses 503 3
refuses redirect-loop 3
