# Sourced by every end-to-end test: a temporary folder to be in, a listing site or nginx on a loopback port, and what
# to say when something is not as claimed. DEKKO and DEKKO_SITE name the two programs.
# shellcheck shell=bash disable=SC2034
set -euo pipefail
: "${DEKKO:?names the dekko program}" "${DEKKO_SITE:?names the dekko-site program}"
e2e=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
here=$(mktemp -d "${TMPDIR:-/tmp}/dekko-e2e.XXXXXX")
cd "$here"
export HOME=$here XDG_CONFIG_HOME=$here PATH=$PATH:/usr/sbin  # nobody's own config; nginx lives in sbin
unset DEKKO_DB
started=()

undo() { :; }  # what a test has done to the machine beyond its folder

finish() {
  local status=$?
  undo
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; done
  [ $status = 0 ] || { echo "-- what dekko said last:"; cat out err 2>/dev/null; } >&2
  rm -rf "$here"
  exit $status
}
trap finish EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }
not() { if "$@"; then fail "should have failed: $*"; fi; }
equal() { [ "$1" = "$2" ] || fail "${3:-compared}: \"$1\" is not \"$2\""; }
sql() { sqlite3 -batch -bail -readonly "$1" "$2"; }

# exits CODE COMMAND...: its output is in `out` and `err` afterwards.
exits() {
  local want=$1 got=0
  shift
  "$@" >out 2>err </dev/null || got=$?
  equal $got "$want" "exit code of $*"
}

# says WORDS...: standard error of the last command has each of them, whatever their case.
says() {
  for words in "$@"; do grep -qiF -- "$words" err || fail "standard error does not say \"$words\""; done
}

# until_true COMMAND...: asks every 50 ms, for a minute at most.
until_true() {
  for _ in {1..1200}; do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.05
  done
  fail "never came true: $*"
}

# site OPTION...: starts the listing site; its address is in $url, its log in site.log.
site() {
  rm -f site.url
  "$DEKKO_SITE" --log site.log "$@" >site.url &
  started+=($!)
  until_true test -s site.url
  url=$(cat site.url)
}

# end_site: ends the program that was started last.
end_site() {
  kill "${started[-1]}"
  wait "${started[-1]}" || true
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# static_site FOLDER: nginx on the pages in it; its listing is in $url.
static_site() {
  local port
  port=$(free_port)
  cat >nginx.conf <<END
daemon off; master_process off; pid nginx.pid; error_log nginx.err;
events { worker_connections 64; }
http {
  access_log nginx.log; types { text/html html; text/plain txt; }
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server { listen 127.0.0.1:$port; root $1; index index.html; }
}
END
  nginx -p "$here" -c nginx.conf -e nginx.err &
  started+=($!)
  until_true answers "$port"
  url=http://127.0.0.1:$port/tag/x/
}

# start COMMAND...: in the background with SIGINT as a terminal would have it (a shell's background jobs ignore it);
# its process is $pid, its words are in `out` and `err`.
start() {
  env --default-signal=INT "$@" >out 2>err </dev/null &
  pid=$!
  started+=("$pid")
}

# interrupted: sends SIGINT to $pid, which has to end with 130 within two seconds.
interrupted() {
  local got=0 begun=$EPOCHREALTIME took
  kill -INT "$pid"
  wait "$pid" || got=$?
  took=$(((${EPOCHREALTIME/./} - ${begun/./}) / 1000))
  equal $got 130 "exit code after SIGINT"
  [ $took -lt 2000 ] || fail "took $took ms to end after SIGINT"
}

# What must be the same whichever host and moment served it, one item a line.
rows() {
  sql "$1" "select replace(url, '$2', ''), headline, dek, kind, published, published_text, bylines,
            replace(image, '$2', '') from items order by 1"
}
origin() { echo "${1%/tag/x/}"; }
asked_pages() { cut -f2 site.log | grep -c '^/tag/' || true; }

# dump FILE: all that a database says of the listing, in an order that no moment decides.
dump() {
  sqlite3 -batch -readonly "$1" "
    select 'item', url, headline, dek, kind, published, published_text, bylines, image, versions from items order by url;
    select 'version', i.url, v.headline, v.dek, v.bylines from versions v join items i on i.id = v.item_id order by 2, 3;
    select 'listing', url, title, description, profile, pages from listings order by url;
    select distinct 'page', page, url, iif(status = 304, 200, status), verdict, cards from pages order by 2, 3;
    select distinct 'sighting', s.page, s.position, i.url from sightings s join items i on i.id = s.item_id order by 2, 3;
    select distinct 'problem', field, reason from problems order by 2, 3"
}
# twice FILE: what may never be twice: an answer, and a card on an answer.
twice() {
  sql "$1" "select 'capture', warc_file, warc_offset from pages group by 2, 3 having count(*) > 1
    union all select 'request', url, at from request group by 2, 3 having count(*) > 1
    union all select 'sighting', capture_id, item_id from sightings group by 2, 3 having count(*) > 1"
}
