#!/usr/bin/env bash
# The same pages as static files behind nginx give the same rows.
. "$(dirname "$0")/lib.sh"

site --posts 125
exits 0 "$DEKKO" crawl "$url" --db site.db --archive a1
rows site.db "$(origin "$url")" >site.rows
equal "$(wc -l <site.rows)" 125 "rows from the site"

"$DEKKO_SITE" --posts 125 --dump "$here/pages"
static_site "$here/pages"
exits 0 "$DEKKO" crawl "$url" --db nginx.db --archive a2
rows nginx.db "$(origin "$url")" >nginx.rows
diff site.rows nginx.rows || fail "nginx gives other rows than the site"
equal "$(grep -c 'GET /tag/x/' nginx.log)" 13 "pages that nginx was asked for"
