#!/usr/bin/env bash
# What the server's own log says of the pauses: Retry-After, --delay and Crawl-delay are kept, one host is asked one thing
# at a time though two listings are walked, and the ledger proves it; a ledger that was tampered with does not.
. "$(dirname "$0")/lib.sh"

# smallest_gap: the shortest time between two lines of the site's log, in milliseconds.
smallest_gap() {
  python3 - <<'END'
from datetime import datetime
at = [datetime.fromisoformat(line.split("\t")[0].replace("Z", "+00:00")) for line in open("site.log")]
print(round(min((b - a).total_seconds() for a, b in zip(at, at[1:])) * 1000))
END
}
# gaps_after STATUS: from each answer with it to the next request, in milliseconds.
gaps_after() {
  python3 - "$1" <<'END'
import sys
from datetime import datetime
lines = [line.rstrip("\n").split("\t") for line in open("site.log")]
at = [datetime.fromisoformat(line[0].replace("Z", "+00:00")) for line in lines]
print(*(round((at[i + 1] - at[i]).total_seconds() * 1000) for i in range(len(at) - 1) if lines[i][2] == sys.argv[1]))
END
}
at_least() { [ "$1" -ge "$2" ] || fail "$3: $1 ms, not $2"; }

site --posts 30 --fault 429@2x1 --retry-after 1
exits 0 "$DEKKO" crawl "$url" --db d.db
equal "$(sql d.db 'select count(*) from items')" 30 "items, with none lost"
equal "$(sql d.db "select waited_s >= 1 from requests where began > (select began from requests where status = 429)
  limit 1")" 1 "whether Retry-After was kept"

# Retry-After: 3, then a 429 that says nothing, then the page: the server sees gaps that grow, and no page is lost.
site --posts 30 --fault 429@2x1 --fault 429-bare@2x1 --retry-after 3
exits 0 "$DEKKO" crawl "$url" --db f.db
equal "$(sql f.db 'select count(*) from items')" 30 "items, with none lost"
read -r asked doubled <<<"$(gaps_after 429)"
at_least "$asked" 2999 "Retry-After: 3"
at_least "$doubled" $((2 * 2999)) "after a second 429"

site --posts 20
exits 0 "$DEKKO" crawl "$url" "${url/127.0.0.1/localhost}" --db e.db --delay 0.3
at_least "$(smallest_gap)" 299 "two names of one address with --delay 0.3"
equal "$(sql e.db "select count(distinct host) || ' ' || count(*) from requests")" "2 6" "hosts and requests"

printf 'User-agent: *\nCrawl-delay: 0.4\n' >robots.txt
site --posts 20 --robots robots.txt
exits 0 "$DEKKO" crawl "$url" --db e.db --delay 0.1
at_least "$(smallest_gap)" 399 "Crawl-delay: 0.4"

exits 0 "$DEKKO" verify --politeness --db e.db
grep -q "9 requests to 2 hosts: none came sooner" out || fail "does not say what was proven"
sqlite3 e.db "update request set pause_s = 7 where id = 5"
exits 1 "$DEKKO" verify --politeness --db e.db
grep -q "7.000 s was the rule" out || fail "does not show the pair"
equal "$(grep -c '^  run [0-9]* at ' out)" 2 "requests shown of the pair"
