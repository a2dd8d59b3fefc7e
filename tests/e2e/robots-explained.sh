#!/usr/bin/env bash
# dekko robots: each verdict with its line, from a file, from standard input and from the site itself.
. "$(dirname "$0")/lib.sh"

printf 'User-agent: *\nDisallow: /tag/\nAllow: /tag/x/\n' >robots.txt
site --posts 10 --robots robots.txt
host=$(origin "$url")
printf '%s\tallowed\t3: Allow: /tag/x/\n%s/tag/y\trefused\t2: Disallow: /tag/\n%s/\tallowed\t-\n' "$url" "$host" "$host" >expected
for source in robots.txt "$host/robots.txt" "$host/"; do
  exits 0 "$DEKKO" robots "$source" "$url" "$host/tag/y" "$host/"
  diff expected out || fail "other verdicts from $source"
done
"$DEKKO" robots - "$url" "$host/tag/y" "$host/" <robots.txt | diff expected -

site --posts 10 --robots-status 404
exits 0 "$DEKKO" robots "$(origin "$url")" "$url"
equal "$(cut -f2 out)" allowed "without a robots.txt"
site --posts 10 --robots-status 503
exits 1 "$DEKKO" robots "$(origin "$url")" "$url"
equal "$(cut -f2 out)" refused "with a robots.txt that cannot be had"
says "status 503"
exits 2 "$DEKKO" robots https://site.example/ https://site.example/x
says "--contact"
