#!/usr/bin/env bash
# dekko verify finds nothing in what a crawl left, and names file and offset of whatever is done to it.
. "$(dirname "$0")/lib.sh"

site --posts 35 --page-bytes 3000 --no-gzip
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" verify --db d.db
says "all sound"
cp -r archive kept && cp d.db kept.db
place=$(sql d.db 'select warc_file || " " || warc_offset || " " || warc_length from pages where page = 2')
read -r file offset length <<<"$place"
again() { rm -rf archive d.db d.db-wal d.db-shm && cp -r kept archive && cp kept.db d.db; }
finds() {
  exits 7 "$DEKKO" verify --db d.db
  for words in "$@"; do grep -qF -- "$words" out || fail "the faults do not say \"$words\""; done
  again
}

# An octet of a page, an octet of the page's words under a good checksum, a lost tail, a lost segment.
printf X | dd of="archive/$file" bs=1 seek=$((offset + length / 2)) conv=notrunc status=none
finds "archive/$file, offset $offset: no whole record stands here"
python3 - "archive/$file" "$offset" "$length" <<'END'
import gzip, sys
name, offset, length = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = open(name, "rb").read()
record = gzip.decompress(data[offset:offset + length]).replace(b"<html", b"<HTML")
open(name, "wb").write(data[:offset] + gzip.compress(record) + data[offset + length:])
END
finds "offset $offset: the block has another digest" "offset $offset: has another payload than capture"
truncate -s -5 "archive/$file"
finds "torn tail"
rm "archive/$file"
finds "archive/$file: is not there"

# A capture that is gone from the database, one that points elsewhere, a row that names nothing.
sqlite3 d.db "pragma foreign_keys = off; delete from request; delete from capture where page = 2"
finds "is not in the database" "names a row of capture that is not there"
sqlite3 d.db "update capture set warc_offset = warc_offset + 1 where page = 2"
finds "no whole record stands here"
sqlite3 d.db "update journal set next = 1"
finds "journal"
dd if=/dev/zero of=d.db bs=1 seek=8192 count=100 conv=notrunc status=none
exits 7 "$DEKKO" verify --db d.db
again
exits 1 "$DEKKO" verify --db none.db

# As JSON, for scripts.
truncate -s -5 "archive/$file"
exits 7 "$DEKKO" verify --db d.db --json
python3 -c 'import json; faults = [json.loads(line) for line in open("out")]; assert faults[0]["offset"] > 0 and faults[0]["file"]'
