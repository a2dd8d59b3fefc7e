#!/usr/bin/env bash
# The database is lost, the archive is not: after ten nights of insertions, removals, edits, failures, an interrupted
# walk, sweeps, proofs of what is gone and two profiles, the rebuilt file has the very rows of the one that lived, down to the last internal number.
. "$(dirname "$0")/lib.sh"

# All of it: tables, views, search index.
dump() { sqlite3 -batch -readonly "$1" .dump; }

cat >own.toml <<'END'
name = "own"
hosts = ["127.0.0.1"]
[bylines]
prefixes = ["By"]
END

for ((night = 1; night <= 10; ++night)); do
  changes=(--insert 3@0 --seed 1 --posts $((110 + 3 * night)) --edit $((2 * night))@$((night % 3)) --remove $((5 + night))@2)
  [ $night -lt 6 ] || changes+=(--remove 45@0)
  [ $night != 3 ] || changes+=(--fault 503@4x2)
  [ $night != 6 ] || changes+=(--fault 429@3x1 --retry-after 1)
  [ $((night % 4)) != 0 ] || changes+=(--fault login@2)
  port=${port:-$(free_port)}
  site --port "$port" --page-bytes 3000 "${changes[@]}"
  options=(--pages all)
  [ $((night % 2)) != 0 ] || options=(--pages new --profile own.toml)
  [ $night != 5 ] || options+=(--max-requests 4)
  [ $((night % 4)) != 1 ] || options+=(--certify)
  [ $((night % 4)) != 2 ] || options+=(--sweep 3)
  "$DEKKO" crawl "$url" --db d.db "${options[@]}" >out 2>err || true
  end_site
done
[ "$(sql d.db 'select count(*) from runs')" = 10 ] || fail "not ten runs"
[ "$(sql d.db 'select count(*) from changes')" -gt 3 ] || fail "hardly any change"
[ "$(sql d.db 'select count(*) from pages where status = 503')" -gt 0 ] || fail "no failure"
[ "$(sql d.db "select count(distinct profile) from listings, runs where listing_id = listings.id")" -ge 1 ] || fail "no profile"
[ "$(sql d.db 'select count(*) from items where missing_since is not null')" -gt 0 ] || fail "nothing missing"
[ "$(sqlite3 d.db 'select count(*) from profile')" -ge 2 ] || fail "not two profiles"

[ "$(sqlite3 d.db "select count(*) from pinned")" = 1 ] || fail "no profile was inferred"

# What is changed between the nights: pages read anew by today's profile.
exits 0 "$DEKKO" reextract --db d.db --profile own.toml --commit
[ "$(sql d.db "select count(distinct profile_id) from capture where verdict = 'listing'")" = 1 ] || fail "not all was read anew"

dump d.db >lived
for threads in 1 4; do
  exits 0 "$DEKKO" rebuild --archive archive --db "again$threads.db" --threads $threads
  dump "again$threads.db" >rebuilt
  cmp lived rebuilt || { diff lived rebuilt | head -20; fail "the rebuilt database has other rows"; }
done
exits 0 "$DEKKO" verify --db again1.db --archive archive

# The rebuilt file goes on where the other stood.
site --port "$port" --page-bytes 3000 --posts 143
exits 0 "$DEKKO" crawl "$url" --db again4.db --archive archive --pages all
exits 0 "$DEKKO" verify --db again4.db --archive archive

# What is there is not written over; what is no archive is named.
exits 2 "$DEKKO" rebuild --archive archive --db d.db
says "d.db" "is there already"
mkdir empty
exits 1 "$DEKKO" rebuild --archive empty --db new.db
says "holds no journal"
[ ! -e new.db ] || fail "a failed rebuild left a file"

# A page that a replay of the archive stored is in no journal; one that did not change since is read from its answer.
mkdir first elsewhere
site --port "$(free_port)" --page-bytes 3000 --posts 143
exits 0 "$DEKKO" crawl "$url" --db first/d.db --archive elsewhere --pages 1-3
rm elsewhere/*-journal-*
exits 0 "$DEKKO" replay "$here/elsewhere" --db moved.db
exits 0 "$DEKKO" crawl "$url" --db moved.db --archive elsewhere --pages 1-3
grep -q unchanged out || fail "nothing was unchanged"
exits 0 "$DEKKO" rebuild --archive elsewhere --db again.db
pages="select page, verdict, cards, sha256 from pages where run_id = (select max(id) from runs where kind = 'crawl') order by capture_id"
[ "$(sql moved.db "select count(*) from ($pages)")" = 3 ] || fail "not three pages"
equal "$(sql again.db "$pages")" "$(sql moved.db "$pages")" "pages of the rebuilt database"
