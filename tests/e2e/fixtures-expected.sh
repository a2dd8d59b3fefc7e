#!/usr/bin/env bash
# The checkout's fixtures are what their goldens say; one byte of a golden is one readable difference.
. "$(dirname "$0")/lib.sh"
fixtures=$e2e/../../fixtures

exits 0 "$DEKKO" replay --expect "$fixtures/"
says "0 different"
[ ! -s out ] || fail "says something of equal pages"

cp -r "$fixtures" mine
golden=mine/sites/nknews/t24p-first-page/expected.jsonl
sed -i '2s/"published":"2024-03-19"/"published":"2024-03-18"/' "$golden"
exits 1 "$DEKKO" replay --expect mine/
says "1 different"
equal "$(cat out)" "$golden:2: card 1
  published
  - \"2024-03-18\"
  + \"2024-03-19\"" "the difference"

rm mine/sites/brackwater/table-rows/expected.jsonl
exits 1 "$DEKKO" replay --expect mine/
says "2 different"
grep -q "there is no such file yet" out || fail "does not name the missing golden"
[ ! -e dekko.db ] || fail "wrote a database"
