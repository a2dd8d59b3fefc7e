#!/usr/bin/env bash
# What stands in the archive can be listed, taken out and handed on: by listing, page and time, as a WARC file that
# warcio.js verifies and a WACZ whose index and hashes hold.
. "$(dirname "$0")/lib.sh"

site --posts 35 --page-bytes 3000
exits 0 "$DEKKO" crawl "$url" --db d.db

exits 0 "$DEKKO" archive list --listing "$url" --page 3
equal "$(wc -l <out)" 2 "a request and a response of page 3"
place=$(awk '$2 == "response" { print $5 }' out)
exits 0 "$DEKKO" archive cat "$place"
grep -q '<html' out || fail "the body is no page"
exits 0 "$DEKKO" archive cat "$place" --whole
equal "$(head -c 8 out)" WARC/1.1 "the head of the whole record"
exits 0 "$DEKKO" archive list --until 2001-01-01
equal "$(wc -c <out)" 0 "records of another century"
exits 2 "$DEKKO" archive list --since yesterday
exits 1 "$DEKKO" archive export none.wacz --format wacz --page 99
[ ! -e none.wacz ] || fail "an export of nothing left a file"

exits 0 "$DEKKO" archive export page3.warc.gz --page 3
equal "$(node "$e2e/verify-warc.mjs" page3.warc.gz)" 3 "records whose digests hold"
exits 0 "$DEKKO" replay page3.warc.gz --db page3.db
equal "$(sql page3.db 'select count(*) from items')" 10 "items of page 3"

exits 0 "$DEKKO" archive export all.wacz --format wacz --listing "$url"
python3 - <<'END' || fail "the WACZ does not hold together"
import gzip, hashlib, json, zipfile
wacz = zipfile.ZipFile("all.wacz")
assert wacz.testzip() is None
package = json.loads(wacz.read("datapackage.json"))
assert package["wacz_version"] == "1.1.1" and package["profile"] == "data-package"
digest = json.loads(wacz.read("datapackage-digest.json"))
assert digest["hash"] == "sha256:" + hashlib.sha256(wacz.read("datapackage.json")).hexdigest()
for resource in package["resources"]:
    data = wacz.read(resource["path"])
    assert len(data) == resource["bytes"]
    assert "sha256:" + hashlib.sha256(data).hexdigest() == resource["hash"], resource
assert wacz.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
data = wacz.read("archive/data.warc.gz")
lines = wacz.read("indexes/index.cdxj").decode().splitlines()
assert lines == sorted(lines) and len(lines) == 4, lines
for line in lines:
    key, stamp, entry = line.split(" ", 2)
    entry = json.loads(entry)
    begin = int(entry["offset"])
    record = gzip.decompress(data[begin:begin + int(entry["length"])]).decode("latin-1")
    assert "WARC-Target-URI: " + entry["url"] + "\r\n" in record
    assert key.startswith("127.0.0.1:") and ")/tag/x" in key, key
header, *pages = [json.loads(line) for line in wacz.read("pages/pages.jsonl").decode().splitlines()]
assert header["format"] == "json-pages-1.0" and len(pages) == 4
assert all(page["url"] and page["ts"].endswith("Z") for page in pages)
END
