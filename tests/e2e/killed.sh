#!/usr/bin/env bash
# Killed with SIGKILL at many moments of writing (before a call, or half-way through it), then gone on with: the rows
# are those of a crawl that nobody disturbed, archive and database agree, and nothing is there twice.
# KILL_MOMENTS: how many moments (default 42, spread over three crawls).
. "$(dirname "$0")/lib.sh"
: "${DEKKO_KILLS:?names the library that kills}"
export ASAN_OPTIONS=verify_asan_link_order=0:${ASAN_OPTIONS:-}

begun() { sql "$1/d.db" 'select count(*) from walk' 2>/dev/null || true; }
# night NAME BEFORE ROWS OPTION...: the crawl of $url over a copy of the folder BEFORE, killed at its share of the moments.
# ROWS: of the dump, a pattern of what the undisturbed crawl has to have too.
night() {
  local name=$1 before=$2 rows=$3 at got calls again
  shift 3
  cp -r "$before" whole
  LD_PRELOAD=$DEKKO_KILLS DEKKO_KILL_COUNT=$here/calls "$DEKKO" crawl "$url" --db whole/d.db "$@" >out 2>err
  dump whole/d.db | grep -E "$rows" >whole.rows
  calls=$(cat calls)
  for ((i = 0; i < moments && i < calls; ++i)); do
    at=$((1 + i * calls / (moments < calls ? moments : calls)))
    # How many answers are stored together is chance, and with it the number of calls: one that this crawl did not
    # reach is tried a little earlier.
    for (( ; ; at = at * 15 / 16)); do
      rm -rf d
      cp -r "$before" d
      got=0
      (LD_PRELOAD=$DEKKO_KILLS DEKKO_KILL_AT=$at exec "$DEKKO" crawl "$url" --db d/d.db "$@") >out 2>err </dev/null || got=$?
      [ $got != 0 ] || continue
      equal $got 137 "$name: exit code when killed at call $at of $calls"
      break
    done
    # Asked for the same again it would begin anew; asked for nothing it goes on, if one had begun.
    again=()
    [ "$(begun d)" != "$(begun "$before")" ] || again=("$@")
    exits 0 "$DEKKO" crawl "$url" --db d/d.db "${again[@]}"
    exits 0 "$DEKKO" verify --db d/d.db
    dump d/d.db | grep -E "$rows" >rows
    diff whole.rows rows || fail "$name: other rows after a kill at call $at of $calls"
    equal "$(twice d/d.db)" "" "$name: what is there twice after a kill at call $at of $calls"
    rm -rf d
  done
  rm -rf whole
  echo "$name: $i moments of $calls"
}

moments=$((${KILL_MOMENTS:-42} / 3))
port=$(free_port)
mkdir nothing
site --port "$port" --posts 35 --page-bytes 3000 --no-validators
night "first night" nothing . --pages all
end_site

# The second night: an edit and an insertion, "not modified" elsewhere; whole, and as every night is.
site --port "$port" --posts 85 --page-bytes 3000
mkdir first
exits 0 "$DEKKO" crawl "$url" --db first/d.db
end_site
site --port "$port" --posts 85 --page-bytes 3000 --edit 55@0
night "unchanged pages" first . --pages all
[ "$(grep -c '	304	' site.log)" -gt 10 ] || fail "no answer was \"not modified\""
end_site
site --port "$port" --posts 85 --page-bytes 3000 --edit 55@0 --insert 3@0
night "new pages and sweep" first '^(item|version|listing|problem)' --pages new --sweep 2
