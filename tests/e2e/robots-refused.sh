#!/usr/bin/env bash
# A listing that robots.txt forbids is not asked for: exit 5, and the deciding line in the answer.
. "$(dirname "$0")/lib.sh"

printf 'User-agent: *\nAllow: /\nDisallow: /tag/\n' >robots.txt
site --posts 50 --robots robots.txt
exits 5 "$DEKKO" crawl "$url" --db d.db
says "Disallow: /tag/"
equal "$(cut -f2 site.log | sort -u)" /robots.txt "what the site was asked for"
equal "$(sql d.db 'select count(*) from items')" 0 items

# A robots.txt that cannot be had refuses as well (RFC 9309 section 2.3.1.4); one that is not there allows (2.3.1.3).
site --posts 20 --robots-status 503
not "$DEKKO" crawl "$url" --db e.db 2>err >out
equal "$(asked_pages)" 0 "pages asked for with robots.txt at 503"
site --posts 20 --robots-status 404
exits 0 "$DEKKO" crawl "$url" --db f.db
equal "$(sql f.db 'select count(*) from items')" 20 items
