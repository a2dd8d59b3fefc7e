#!/usr/bin/env bash
# A listing that goes on by script alone is never called complete: each night says what cannot be had, also when nothing
# changed, and what was rebuilt says the same.
. "$(dirname "$0")/lib.sh"

mkdir -p pages/tag/x
{
  echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbor</title></head><body><h1>Harbor</h1><ul>'
  for n in 1 2 3 4 5; do
    echo "<li><h2><a href=\"/a/$n/\">The harbor council counts its cranes, part $n</a></h2><p>March 1$n, 2024</p></li>"
  done
  echo '</ul><button data-page="2">Load more</button></body></html>'
} >pages/tag/x/index.html
static_site "$here/pages"

for night in 1 2; do
  exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
  says "$url: page 1 leads on by script alone"
  equal "$(sql d.db "select coverage from runs where id = $night")" open "coverage of night $night"
done
equal "$(sql d.db "select group_concat(status) from requests where purpose = 'page'")" 200,304 "what nginx answered"
equal "$(sql d.db "select field || ' ' || reason || ' ' || excerpt from problems")" "next next_needs_script Load more" problems
exits 0 "$DEKKO" rebuild --archive archive --db again.db
diff <(dump d.db) <(dump again.db) || fail "rebuilt otherwise"
