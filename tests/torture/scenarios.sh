# Sourced by scripts/torture: what a machine and its people do to dekko, one function a scenario.
# shellcheck shell=bash disable=SC2154

# scenario NAME COMMAND...: counts one more of NAME; what it prints on its standard output is told with it.
scenario() {
  local name=$1 outcome=0
  shift
  (started=() && trap 'kill "${started[@]}" 2>/dev/null || true' EXIT && "$@") >told || outcome=$?
  count "$name" $outcome
  [ ! -s told ] || echo "-- $name: $(cat told)"
}

# done_with CODES COMMAND...: the exit code is one of them; it is in $got.
done_with() {
  local codes=$1
  shift
  got=0
  bounded "$@" || got=$?
  [[ " $codes " == *" $got "* ]] || fail "exit code $got instead of $codes: $*: $(head -2 err)"
  [ "$got" = 0 ] || [ -s err ] || fail "exit code $got without a word: $*"
}
whole() {
  done_with 0 "$DEKKO" verify --db "$1"
  equal "$(twice "$1")$(sql "$1" 'pragma integrity_check')" ok "what is there twice, and integrity"
}

# many_hosts ALIVE DEAD [CONFIG]: nginx serves the listing at as many addresses, nobody at as many more.
many_hosts() {
  local i port dead
  "$DEKKO_SITE" --posts 40 --page-bytes 5000 --dump "$here/pages"
  static_site "$here/pages"
  kill "${started[-1]}" && wait "${started[-1]}" || true
  sed -i "s/listen 127.0.0.1:/listen 0.0.0.0:/" nginx.conf
  nginx -p "$here" -c nginx.conf -e nginx.err &
  started+=($!)
  port=${url#http://127.0.0.1:}
  port=${port%%/*}
  until_true answers "$port"
  dead=$(free_port)
  for ((i = 0; i < $1; ++i)); do printf '[[listing]]\nurl = "http://127.0.%s.%s:%s/tag/x/"\n' $((1 + i / 250)) $((1 + i % 250)) "$port"; done >dekko.toml
  for ((i = 0; i < $2; ++i)); do printf '[[listing]]\nurl = "http://127.0.%s.%s:%s/tag/x/"\n' $((11 + i / 250)) $((1 + i % 250)) "$dead"; done >>dekko.toml
}
walked() { sql d.db "select count(*) || ' ' || sum(pages) from runs where stop_reason = 'reached_last'"; }

# 64 descriptors and 200 hosts: it is done, or a sentence says what is lacking; with more of them it goes on.
with_few_descriptors() {
  rm -rf d.db* archive
  (ulimit -n 64; done_with "0 1 3" "$DEKKO" crawl --db d.db; [ $got = 0 ] || grep -qi "open files" err || fail "not named: $(head -2 err)"; echo "exit code $got: $(tail -1 err)") || exit 1
  done_with 0 "$DEKKO" crawl --db d.db --pages all
  equal "$(sql d.db 'select count(*) from items')" 8000 items
  whole d.db
}
stage_descriptors() {
  many_hosts 200 0
  scenario "64 descriptors, 200 hosts" with_few_descriptors
  end_site
}

with_dead_hosts() {
  rm -rf d.db* archive
  local begun=$SECONDS
  (timeout -k 1 300 "$DEKKO" crawl --db d.db --delay 0.2 >out 2>err </dev/null); got=$?
  equal $got 3 "exit code"
  equal "$(walked)" "250 1000" "runs and pages of those that live"
  equal "$(sql d.db 'select count(distinct listing_id) from runs')" 500 "listings with a run"
  equal "$(grep -c 'http://127.0.1[12].*refused' err | awk '{print ($1 >= 250)}')" 1 "dead hosts that were named"
  whole d.db
  echo "$((SECONDS - begun)) s"
}
stage_dead_hosts() {
  many_hosts 250 250
  scenario "500 hosts, half of them dead" with_dead_hosts
  end_site
}

at_once() {
  local i pids=() codes=""
  rm -rf d && mkdir d
  for i in {1..8}; do "$DEKKO" crawl "$url" --db d/d.db --pages all --delay 0.05 >"out.$i" 2>"err.$i" </dev/null & pids+=($!); done
  for i in {1..8}; do
    got=0
    wait "${pids[i - 1]}" || got=$?
    codes+="$got "
    [ $got = 0 ] || grep -qi "another dekko" "err.$i" || fail "exit code $got says $(head -1 "err.$i")"
  done
  [[ $codes =~ ^[06\ ]+$ && $codes == *0* && $codes == *6* ]] || fail "exit codes $codes"
  equal "$(sql d/d.db 'select count(*) from items')" 30 items
  whole d/d.db
}
one_archive() {
  rm -rf d && mkdir d
  "$DEKKO" crawl "$url" --db d/d.db --pages all --delay 0.2 >/dev/null 2>&1 &
  until_true test -s d/d.db-wal
  until_true begun d
  done_with 6 "$DEKKO" crawl "$url" --db d/e.db --archive d/archive
  wait $!
  whole d/d.db
}
stage_two_crawlers() {
  site --posts 30 --page-bytes 3000
  for _ in {1..5}; do scenario "two crawlers, one database" at_once; done
  scenario "two crawlers, one archive" one_archive
  end_site
}

# A reader that began before eight nights sees what was there when it began, and hinders none of them.
read_long() {
  rm -rf d && mkdir d
  done_with 0 "$DEKKO" crawl "$url" --db d/d.db
  rm -f go
  mkfifo go
  python3 -c '
import sqlite3
db = sqlite3.connect("file:d/d.db?mode=ro", uri=True, isolation_level=None)
count = lambda: db.execute("select count(*) from sightings").fetchone()
db.execute("begin"); before = count(); print("reads", flush=True)
open("go").read()
print("same" if count() == before else "other")' >reader &
  until_true grep -q reads reader
  for _ in {1..8}; do done_with 0 "$DEKKO" crawl "$url" --db d/d.db --pages all; done
  local held
  held=$(stat -c %s d/d.db-wal)
  echo >go
  wait $!
  grep -q same reader || fail "the reader saw something else"
  done_with 0 "$DEKKO" crawl "$url" --db d/d.db --pages all
  equal "$(sql d/d.db 'select count(*) from runs')" 10 runs
  whole d/d.db
  echo "log of $((held / 1024)) KB held, $(stat -c %s d/d.db-wal 2>/dev/null || echo 0) octets after"
}
stage_long_reader() {
  site --posts 300 --page-bytes 3000
  scenario "a reader's transaction, eight nights long" read_long
  end_site
}

while_vacuumed() {
  rm -rf d && mkdir d
  "$DEKKO" crawl "$url" --db d/d.db --pages all --delay 0.02 >out 2>err </dev/null &
  local pid=$! vacuums=0
  until_true begun d
  while kill -0 $pid 2>/dev/null; do
    sqlite3 -cmd '.timeout 5000' d/d.db vacuum 2>vacuum.err && vacuums=$((vacuums + 1))
  done
  got=0
  wait $pid || got=$?
  equal $got 0 "exit code: $(head -2 err)"
  equal "$(sql d/d.db 'select count(*) from items')" 300 items
  [ $vacuums -gt 0 ] || fail "no VACUUM came through: $(cat vacuum.err)"
  whole d/d.db
  echo "$vacuums times"
}
stage_vacuum() {
  site --posts 300 --page-bytes 3000
  scenario "VACUUM while it crawls" while_vacuumed
  end_site
}

# peak POSTS: the peak of memory in KB, and the seconds, of a walk of the whole listing.
peak() {
  rm -rf d && mkdir d
  site --posts "$1" --page-bytes 3000
  python3 -c '
import resource, subprocess, sys, time
begun = time.time()
code = subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=open("err", "w"))
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, round(time.time() - begun))' \
    "$DEKKO" crawl "$url" --db d/d.db --pages all >walk
  end_site
  equal "$(cut -d' ' -f1 walk)" 0 "exit code"
  equal "$(sql d/d.db 'select count(*) from items')" "$1" items
}
walk_far() {
  local small large
  peak 5000
  small=$(cut -d' ' -f2- walk)
  peak 50000
  large=$(cut -d' ' -f2- walk)
  whole d/d.db
  echo "500 pages: ${small% *} KB, ${small#* } s; 5,000 pages: ${large% *} KB, ${large#* } s"
  [ $((${large% *} - ${small% *})) -lt 65536 ] || fail "64 MB more for ten times the pages"
}
stage_large_listing() { scenario "a listing of 5,000 pages" walk_far; }

# A result that cannot be printed is no success.
into_full() {
  got=0
  "$@" >/dev/full 2>err </dev/null || got=$?
  equal $got 1 "exit code of $*"
  [ -s err ] || fail "not a word of $*"
}
stage_full_output() {
  site --posts 30 --page-bytes 3000
  exits 0 "$DEKKO" crawl "$url" --db f.db
  "$DEKKO_SITE" --posts 30 --page-bytes 3000 --dump pages
  cp pages/tag/x/index.html page.html
  scenario "full output" into_full "$DEKKO" export items --db f.db
  scenario "full output" into_full "$DEKKO" export items --db f.db --format jsonl
  scenario "full output" into_full "$DEKKO" status --db f.db
  scenario "full output" into_full "$DEKKO" archive list --archive archive
  scenario "full output" into_full "$DEKKO" show 1 --db f.db
  scenario "full output" into_full "$DEKKO" search harbor --db f.db
  scenario "full output" into_full "$DEKKO" extract page.html --url "$url"
  scenario "full output" into_full "$DEKKO" crawl "$url" --json --db f.db
  end_site
}
