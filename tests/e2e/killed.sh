#!/usr/bin/env bash
# Killed with SIGKILL at many moments of writing (before a call, or half-way through it), then gone on with: the rows
# are those of a crawl that nobody disturbed, archive and database agree, and nothing is there twice.
# KILL_MOMENTS: how many moments (default 40, spread over the whole crawl).
. "$(dirname "$0")/lib.sh"
: "${DEKKO_KILLS:?names the library that kills}"
export ASAN_OPTIONS=verify_asan_link_order=0:${ASAN_OPTIONS:-}

dump() {
  sqlite3 -batch -readonly "$1" "
    select 'item', url, headline, dek, kind, published, published_text, bylines, image, versions from items order by url;
    select 'version', i.url, v.headline, v.dek, v.bylines from versions v join items i on i.id = v.item_id order by 2, 3;
    select 'listing', url, title, description, profile, pages from listings order by url;
    select distinct 'page', page, url, status, verdict, cards from pages order by 2, 3;
    select distinct 'sighting', s.page, s.position, i.url from sightings s join items i on i.id = s.item_id order by 2, 3;
    select distinct 'problem', field, reason from problems order by 2, 3"
}
# What may never be twice: an answer, and a card on an answer.
twice() {
  sql "$1" "select 'capture', warc_file, warc_offset from pages group by 2, 3 having count(*) > 1
    union all select 'request', url, at from request group by 2, 3 having count(*) > 1
    union all select 'sighting', capture_id, item_id from sightings group by 2, 3 having count(*) > 1"
}
killed_at() { (LD_PRELOAD=$DEKKO_KILLS DEKKO_KILL_AT=$1 exec "$DEKKO" crawl "$url" --db "$2") >out 2>err </dev/null 2>&1; }

site --posts 35 --page-bytes 3000 --no-validators
mkdir whole
LD_PRELOAD=$DEKKO_KILLS DEKKO_KILL_COUNT=$here/calls "$DEKKO" crawl "$url" --db whole/d.db >out 2>err
dump whole/d.db >whole.rows
calls=$(cat calls)
moments=${KILL_MOMENTS:-40}
[ "$calls" -gt 40 ] || fail "only $calls calls that write"
[ "$moments" -lt "$calls" ] || moments=$calls

for ((i = 0; i < moments; ++i)); do
  at=$((1 + i * calls / moments))
  rm -rf d && mkdir d
  got=0
  killed_at $at d/d.db 2>/dev/null || got=$?
  equal $got 137 "exit code when killed at call $at of $calls"
  exits 0 "$DEKKO" crawl "$url" --db d/d.db
  exits 0 "$DEKKO" verify --db d/d.db
  dump d/d.db >rows
  diff whole.rows rows || fail "other rows after a kill at call $at of $calls"
  equal "$(twice d/d.db)" "" "what is there twice after a kill at call $at of $calls"
  equal "$(sql d/d.db 'pragma integrity_check')" ok integrity
done
echo "$moments moments of $calls"
