#!/usr/bin/env bash
# The archives of others: what wget and warcio.js wrote of a listing is read as if dekko had walked it.
. "$(dirname "$0")/lib.sh"

site --posts 55 --no-gzip
exits 0 "$DEKKO" crawl "$url" --db walked.db
sql walked.db 'select distinct url from pages' >addresses
equal "$(wc -l <addresses)" 6 "pages walked"
rows walked.db "$url" >expected

same_rows() {
  local name=$1
  shift
  exits 0 "$DEKKO" replay "$@" --url "$url" --db "$name.db"
  rows "$name.db" "$url" >"$name.rows"
  diff expected "$name.rows" || fail "$name: other rows than those of the walk"
}

fetched() { wget --quiet --input-file=addresses --output-document=pages --warc-file="$@"; }
fetched compressed
same_rows wget compressed.warc.gz
fetched plain --no-warc-compression
same_rows wget-plain plain.warc
node "$e2e/make-warc.mjs" <addresses >warcio.warc.gz
same_rows warcio warcio.warc.gz
