#!/usr/bin/env bash
# A second crawl over 113 unchanged pages moves under 3 % of the octets, archives no body and adds no version.
. "$(dirname "$0")/lib.sh"

site
exits 0 "$DEKKO" crawl "$url" --db d.db
versions=$(sql d.db 'select count(*) from versions')
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
equal "$(sql d.db 'select pages from runs where id = 2')" 113 "pages of the second run"
[ "$(sql d.db 'select 100 * (select bytes from runs where id = 2) < 3 * (select bytes from runs where id = 1)')" = 1 ] ||
  fail "the second run moved $(sql d.db 'select group_concat(bytes) from runs') octets"
equal "$(sql d.db 'select count(*) from versions')" "$versions" versions
equal "$(sql d.db 'select min(times_seen) from items')" 2 "times that each item was seen"

second=$(ls archive/*.warc.gz | grep -v -e -journal- | tail -1)
equal "$(gzip -dc "$second" | grep -ac '^WARC-Type: response')" 0 "bodies that the second run archived"
equal "$(gzip -dc "$second" | grep -ac '^WARC-Type: revisit')" 113 "revisits"
exits 0 "$DEKKO" verify --politeness --db d.db
exits 0 "$DEKKO" verify --db d.db
exits 0 "$DEKKO" rebuild --archive archive --db again.db
cmp <(sqlite3 -batch -readonly d.db .dump) <(sqlite3 -batch -readonly again.db .dump) || fail "the rebuilt database has other rows"
