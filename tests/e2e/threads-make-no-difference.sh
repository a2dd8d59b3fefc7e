#!/usr/bin/env bash
# One thread or eight: the same database to the octet, moments of the run aside, and the same JSON lines.
. "$(dirname "$0")/lib.sh"

dump() { sqlite3 -batch -readonly "$1" .dump | sed -E "s/'$(date -u +%Y)-[0-9:T.-]+Z'/'moment of the run'/g"; }

site --posts 125 --edit 3@13 --insert 2@13
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
for threads in 1 8; do
  exits 0 "$DEKKO" replay archive --db r$threads.db --threads $threads
  dump r$threads.db >dump$threads
  exits 1 "$DEKKO" replay archive --expect lines$threads.jsonl --bless --threads $threads
done
cmp dump1 dump8 || fail "eight threads store other rows than one"
cmp lines1.jsonl lines8.jsonl || fail "eight threads print other lines than one"
[ "$(wc -l <lines1.jsonl)" -gt 130 ] || fail "there were no lines to compare"
exits 2 "$DEKKO" replay archive --db r.db --threads 0
