#!/usr/bin/env bash
# compression = "zstd": the second night's segment has a dictionary of the first; the zstd tool reads it with its own
# dictionary frame, record by record; replay, verify and rebuild see the same pages; a kill is mended as ever.
. "$(dirname "$0")/lib.sh"

site --posts 155 --page-bytes 20000 --no-gzip --no-validators --insert 3@16
printf 'compression = "zstd"\n' >dekko.toml
exits 0 "$DEKKO" crawl "$url" --db d.db

exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
exits 0 "$DEKKO" verify --db d.db
first=$(find archive -name '*127.0.0.1*' | sort | head -1)
second=$(find archive -name '*127.0.0.1*' | sort | tail -1)
[[ $second == *.warc.zst && $second != "$first" ]] || fail "no second zstd segment"

python3 - "$second" <<'END'
import struct, subprocess, sys
data = open(sys.argv[1], "rb").read()
magic, size = struct.unpack("<II", data[:8])
assert magic == 0x184D2A5D, hex(magic)
open("packed.zst", "wb").write(data[8:8 + size])
subprocess.run(["zstd", "-dqf", "packed.zst", "-o", "dictionary"], check=True)
open("records.zst", "wb").write(data[8 + size:])
text = subprocess.run(["zstd", "-d", "-D", "dictionary", "-c", "records.zst"], check=True, capture_output=True).stdout
assert text.count(b"WARC/1.1\r\n") >= 30, text[:200]
END

exits 0 "$DEKKO" rebuild --archive archive --db again.db
for db in d again; do sqlite3 -batch -readonly $db.db .dump >$db.sql; done
cmp d.sql again.sql || fail "the rebuilt database has other rows"
exits 0 "$DEKKO" archive export all.warc.gz
exits 0 "$DEKKO" replay all.warc.gz --db e.db
equal "$(sql e.db 'select count(*) from items')" "$(sql d.db 'select count(*) from items')" items

printf 'compression = "zip"\n' >dekko.toml
exits 2 "$DEKKO" crawl "$url" --db d.db
says 'has to be "gzip" or "zstd"'
