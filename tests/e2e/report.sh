#!/usr/bin/env bash
# The report in a real browser: it asks for nothing, axe finds nothing to object to, and it fits every width, light and
# dark. The screenshots stay in DEKKO_SHOTS, if that names a folder.
. "$(dirname "$0")/lib.sh"
[ -d "$e2e/node_modules/axe-core" ] || fail "axe-core is not installed; run: (cd tests/e2e && npm ci)"
browser=$(command -v chromium) || fail "chromium is not installed; run: scripts/install-packages test"

site --posts 120 --insert 4@12 --edit 7@12 --edit 9@12 --remove 15@12
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all
exits 0 "$DEKKO" report report.html --db d.db
equal "$(sql d.db "select count(*) from headline_edits")" 2 "edits of headlines"

mkdir shots
node "$e2e/look-at-report.mjs" "$browser" "$here/report.html" "$here/shots" >looked || { cat looked; fail "the browser objects"; }
equal "$(find shots -name '*.png' | wc -l)" 6 "screenshots"
if [ -n "${DEKKO_SHOTS:-}" ]; then cp shots/*.png "$DEKKO_SHOTS"; fi

# And the look can fail: a page without a title and with a request must be found.
echo '<html><body><img src="http://127.0.0.1:1/x.png"><p>x' >bad.html
not node "$e2e/look-at-report.mjs" "$browser" "$here/bad.html" "$here/shots" >looked
grep -q 'asked for' looked || fail "the request was not noticed"
grep -q 'document-title' looked || fail "the missing title was not noticed"
