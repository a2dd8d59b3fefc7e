#!/usr/bin/env bash
# A command or option that does not exist: exit 2 and the one that was probably meant. A host that is not loopback
# without --contact: exit 2, why, and nothing asked or written.
. "$(dirname "$0")/lib.sh"

exits 2 "$DEKKO" crwl
says crwl '`crawl`'
exits 2 "$DEKKO" crawl --dely 1 http://127.0.0.1/tag/x/
says --dely --delay
exits 2 "$DEKKO" crawl --delay soon http://127.0.0.1/tag/x/
says soon
exits 2 "$DEKKO" crawl not-an-address
says not-an-address
exits 2 "$DEKKO" crawl http://news.example/tag/x/ --db d.db
says news.example --contact
[ ! -e d.db ] || fail "a database was made"
exits 2 "$DEKKO" export itms --db d.db
says itms

exits 2 "$DEKKO" profile shwo nknews
says 'profile shwo' '`show`'
exits 2 "$DEKKO" profile
says list show check
exits 2 "$DEKKO" profile check --josn nknews
says --josn --json
exits 2 "$DEKKO" profile show nknws
says nknws '`nknews`'

exits 0 "$DEKKO" --help
cp out help
for command in crawl replay extract select robots profile export status; do
  grep -q "^  $command " help || fail "--help does not name $command"
  exits 0 "$DEKKO" "$command" --help
  grep -q "^Examples*:" out || fail "$command --help does not teach"
done
exits 0 "$DEKKO" --version
