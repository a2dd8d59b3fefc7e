#!/usr/bin/env bash
# Someone who may read the database and not write in its folder: told so while no dekko runs, and served by a copy.
. "$(dirname "$0")/lib.sh"
site --posts 20
exits 0 "$DEKKO" crawl "$url" --db d.db
cp d.db alone.db  # nothing beside it: a reader who may write leaves -wal and -shm there
exits 0 "$DEKKO" snapshot copy.db --db d.db
cp "$DEKKO" reader
chmod 755 . reader

# root writes into any folder, so that here somebody else reads.
as_reader() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}
[ "$(id -u)" = 0 ] || chmod 555 .
got=0
said=$(as_reader ./reader status --db alone.db 2>&1) || got=$?
equal $got 1 "exit code where there is no room"
[[ $said == *"folder may not be written"*"dekko snapshot"* ]] || fail "says: $said"
said=$(as_reader ./reader status --db copy.db 2>&1) || fail "the copy cannot be read: $said"
[[ $said == *20* ]] || fail "the copy has nothing: $said"
chmod 755 .
