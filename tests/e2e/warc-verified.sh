#!/usr/bin/env bash
# warcio.js, which is none of ours, indexes every record of the archive and finds every digest right.
. "$(dirname "$0")/lib.sh"

warcio=$e2e/node_modules/.bin/warcio
[ -x "$warcio" ] || fail "warcio is not installed; run: (cd tests/e2e && npm ci)"

site --posts 55 --no-gzip --fault 503@3x1
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
"$warcio" index archive/*.warc.gz >index.jsonl
for type in warcinfo request response; do
  grep -q "\"warc-type\":\"$type\"" index.jsonl || fail "no $type record"
done
equal "$(grep -c '"warc-type":"request"' index.jsonl)" \
  "$(grep -cE '"warc-type":"(response|revisit)"' index.jsonl)" "requests and their answers"
# Each file opens with how it came about: the second crawl knew the robots.txt that the first had asked for.
for file in archive/*.warc.gz; do gzip -dc "$file"; done | grep -a '^robots-verdict: ' | grep -aoE 'none yet|allowed' >verdicts
equal "$(paste -sd' ' verdicts)" "none yet allowed" "verdicts of robots.txt"

checked=$(node "$e2e/verify-warc.mjs" archive/*.warc.gz)
equal "$checked" "$(wc -l <index.jsonl)" "records whose digests hold"

# And the check can fail: one octet changed inside the page must be found.
for file in archive/*.warc.gz; do gzip -dc "$file"; done >whole.warc
sed '0,/Harbor Affairs/s//Harbor Affairz/' whole.warc >damaged.warc
not cmp -s whole.warc damaged.warc
not node "$e2e/verify-warc.mjs" damaged.warc 2>/dev/null >/dev/null
