#!/usr/bin/env bash
# The WACZ that dekko exports opens in ReplayWeb.page, in a real browser, and shows page 3 of the listing: its heading and
# its ten cards. The screenshot stays in DEKKO_SHOTS, if that names a folder.
. "$(dirname "$0")/lib.sh"
[ -d "$e2e/node_modules/replaywebpage" ] || fail "replaywebpage is not installed; run: (cd tests/e2e && npm ci)"
browser=$(command -v chromium) || fail "chromium is not installed; run: scripts/install-packages test"

site --posts 35 --page-bytes 3000
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" archive export all.wacz --format wacz
end_site # what is shown then comes from the file

node "$e2e/replay-in-browser.mjs" "$browser" all.wacz "${url}page/3/" page3.png >shown || fail "the browser shows nothing"
equal "$(head -1 shown)" "$(sql d.db 'select title from listings')" "the heading"
sql d.db "select url from sightings join items on items.id = item_id where page = 3 order by position" >cards
equal "$(tail -n +2 shown | sed "s|^|$(origin "$url")|" | sort)" "$(sort cards)" "the cards of page 3"
[ "$(wc -l <cards)" = 10 ] || fail "not ten cards"
[ "$(head -c 8 page3.png | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || fail "the screenshot is no PNG"
if [ -n "${DEKKO_SHOTS:-}" ]; then cp page3.png "$DEKKO_SHOTS"; fi
