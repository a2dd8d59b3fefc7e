#!/usr/bin/env bash
# A file that is not dekko's database, one that is newer, one that cannot be written: a sentence that names it, an exit
# code, and the file as it was.
. "$(dirname "$0")/lib.sh"
site --posts 20

unharmed() {
  local sum
  sum=$(sha256sum "$1")
  not "$DEKKO" crawl "$url" --db "$1" --archive a 2>err >out
  says "$1"
  equal "$(sha256sum "$1")" "$sum" "$1 afterwards"
}

echo "Dear diary, this is no database. $(seq 2000)" >diary.db
unharmed diary.db

sqlite3 other.db 'create table items(a); insert into items values (1)'
unharmed other.db

exits 0 "$DEKKO" crawl "$url" --db newer.db --archive a
sqlite3 newer.db 'pragma user_version = 9999; pragma wal_checkpoint(truncate)' >/dev/null
unharmed newer.db
says 9999

# root writes into any folder, so that here a file stands where the folder should be.
touch folder
not "$DEKKO" crawl "$url" --db folder/d.db --archive a 2>err >out
says folder/d.db
equal "$(asked_pages)" 2 "pages asked for with nowhere to put them"
