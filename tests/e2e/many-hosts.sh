#!/usr/bin/env bash
# Listings of many hosts are walked beside each other, each at its own pace; SIGINT ends all of them in good order.
. "$(dirname "$0")/lib.sh"

"$DEKKO_SITE" --posts 40 --page-bytes 5000 --dump "$here/pages"
static_site "$here/pages"
sed -i "s/listen 127.0.0.1:/listen 0.0.0.0:/" nginx.conf
kill "${started[-1]}" && wait "${started[-1]}" || true
nginx -p "$here" -c nginx.conf -e nginx.err &
started+=($!)
port=${url#http://127.0.0.1:}
port=${port%%/*}
until_true answers "$port"
for i in {1..30}; do printf '[[listing]]\nurl = "http://127.0.1.%s:%s/tag/x/"\n' "$i" "$port"; done >dekko.toml

begun=$EPOCHREALTIME
exits 0 "$DEKKO" crawl --db d.db --delay 0.5
took=$(((${EPOCHREALTIME/./} - ${begun/./}) / 1000))
[ $took -lt 20000 ] || fail "30 hosts took $took ms; one after the other is 60 s"
equal "$(sql d.db "select count(*) || ' ' || sum(pages) from runs where stop_reason = 'reached_last'")" "30 120" "runs and pages"
equal "$(sql d.db "select sum(waited_s < 0.5) from requests where rule <> 'none'")" 0 "pauses cut short"
exits 0 "$DEKKO" verify --politeness --db d.db

start "$DEKKO" crawl --db d.db --delay 1 --pages all
has_begun() { [ "$(sql d.db 'select count(distinct run_id) from pages where run_id > 30')" -ge 30 ]; }
until_true has_begun
interrupted
equal "$(sql d.db "select count(*) from runs where stop_reason = 'interrupted'")" 30 "runs that ended in good order"
