#!/usr/bin/env bash
# Pages that ask for no copy: no body in the archive, the cards in their place, and the rows come back from the archive.
. "$(dirname "$0")/lib.sh"

site --posts 30 --robots-meta "noindex, noarchive"
cat >dekko.toml <<END
[[listing]]
url = "$url"
permission = "Jane Doe of the Gazette, by mail, 2024-03-19"
END
exits 0 "$DEKKO" crawl --db d.db
grep -q "body not archived" out || fail "the run does not say so"
for file in archive/*.warc.gz; do gzip -dc "$file"; done >whole.warc
equal "$(grep -ac 'The Quay Gazette Banner' whole.warc)" 0 "bodies in the archive"
grep -aq "^permission: Jane Doe" whole.warc || fail "the archive does not say who allowed it"
equal "$(sql d.db 'select distinct permission from requests')" "Jane Doe of the Gazette, by mail, 2024-03-19" permission
exits 0 "$DEKKO" replay archive --db e.db
diff <(rows d.db "$(origin "$url")") <(rows e.db "$(origin "$url")") || fail "the replay gives other rows"
equal "$(sql e.db 'select count(*) from items')" 30 items
exits 0 "$DEKKO" verify --db d.db
exits 0 "$DEKKO" rebuild --archive archive --db again.db
cmp <(sqlite3 -batch -readonly d.db .dump) <(sqlite3 -batch -readonly again.db .dump) || fail "the rebuilt database has other rows"
