#!/usr/bin/env bash
# A disk that fills up in the middle of a crawl: a sentence, an exit code, and what was stored stays whole.
. "$(dirname "$0")/lib.sh"

# The limit on a file's size is the one full disk that every machine has: writing beyond it fails like a full disk does.
site --posts 300 --no-gzip --page-bytes 200000
got=0
(ulimit -f 900 && trap '' XFSZ && exec "$DEKKO" crawl "$url" --db d.db) >out 2>err || got=$?
equal $got 1 "exit code"
says "$url" "could not be stored" "free space"
equal "$(sql d.db 'pragma integrity_check')" ok integrity
stored=$(sql d.db 'select count(*) from items')
{ [ "$stored" -gt 0 ] && [ "$stored" -lt 300 ]; } || fail "$stored items stored"

exits 0 "$DEKKO" crawl "$url" --db d.db
equal "$(sql d.db 'select count(*) from items')" 300 "items once there is room again"
