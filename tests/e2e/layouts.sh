#!/usr/bin/env bash
# The same posts come out of each of the six layouts; only the kickers differ, for some layouts show none.
. "$(dirname "$0")/lib.sh"

without_kickers() {
  sql "$1" "select replace(url, '$2', ''), headline, dek, published, bylines from items order by 1"
}

for layout in A20 P21 P22 P24A T24P T24N; do
  site --layout "$layout" --posts 45
  exits 0 "$DEKKO" crawl "$url" --db "$layout.db" --archive "archive-$layout"
  without_kickers "$layout.db" "$(origin "$url")" >"$layout.rows"
  equal "$(wc -l <"$layout.rows")" 45 "items in $layout"
  diff A20.rows "$layout.rows" || fail "$layout gives other rows than A20"
done
equal "$(sql A20.db 'select count(*) from items where kind is not null')" 0 "kickers in A20"
equal "$(sql P24A.db 'select count(*) from items where kind is null')" 0 "cards without kicker in P24A"
equal "$(sql T24P.db 'select count(*) from items where kind is null')" 0 "cards without kicker in T24P"
