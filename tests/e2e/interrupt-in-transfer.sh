#!/usr/bin/env bash
# SIGINT in the middle of a slow answer: exit 130 within two seconds, and the pages before it are stored.
. "$(dirname "$0")/lib.sh"

site --posts 100 --fault slow@4x1 --slow-ms 60000
start "$DEKKO" crawl "$url" --db d.db
until_true grep -q /page/4/ site.log
interrupted
equal "$(sql d.db 'select count(*) from items')" 30 "items of the pages before"

exits 0 "$DEKKO" crawl "$url" --db d.db
equal "$(sql d.db 'select count(*) from items')" 100 "items after going on"
