#!/usr/bin/env bash
# A listing moves while it is walked: posts are taken out above the walker, and cards slip past a plain walk. --certify finds
# them and says so; the night after costs one request and the sweep; what was taken out is missing, and nothing else.
. "$(dirname "$0")/lib.sh"

# 20 pages. Each removal is of a post on a page that was read already.
site --posts 200 --remove 15@5 --remove 35@9 --remove 55@13 --remove 75@17
exits 0 "$DEKKO" crawl "$url" --db plain.db
plain=$(sql plain.db 'select count(*) from items')
[ "$plain" -lt 200 ] || fail "nothing slipped past the plain walk"
equal "$(sql plain.db 'select coverage from runs')" open "coverage of the plain walk"

site --posts 200 --remove 15@5 --remove 35@9 --remove 55@13 --remove 75@17
exits 0 "$DEKKO" crawl "$url" --db d.db --certify
equal "$(sql d.db 'select coverage from runs')" repaired "coverage of the certified walk"
equal "$(sql d.db 'select count(*) from items')" 200 items
grep -q "slipped past" out || fail "the report does not say that cards had slipped past"

exits 0 "$DEKKO" crawl "$url" --db d.db --sweep 0
equal "$(sql d.db 'select stop_reason, coverage, pages from runs where id = 2')" "only_known|complete|1" "the night after"
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all --certify
missing=$(sql d.db 'select count(*) from items where missing_since is not null')
equal "$missing" 4 "missing items"
equal "$(sql d.db 'select items_missing from runs where id = 3')" 4 "missing items of the run"
