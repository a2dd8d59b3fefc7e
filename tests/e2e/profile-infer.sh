#!/usr/bin/env bash
# A profile proposed from saved pages and from an address: TOML on standard output, the cards and why on standard error,
# the pages kept as fixtures that replay --expect holds against it.
. "$(dirname "$0")/lib.sh"

site --posts 45 --layout P22
"$DEKKO_SITE" --dump pages --posts 45 --layout P22 >/dev/null
page() { find pages -path "*$1*" -name '*.html' | sort | head -n 1; }
exits 0 "$DEKKO" profile infer "$url"
cp out inferred.toml
grep -q '^each = "article.feed-item"$' inferred.toml || fail "no selector for the cards"
grep -q '^headline = ' inferred.toml || fail "no selector for the headline"
says 'page 1 · 10 cards' 'page 2 · 10 cards' 'kept fixtures/sites/127.0.0.1/page-1'
equal "$(cut -f2 site.log | tr '\n' ' ')" '/robots.txt /tag/x/ /tag/x/page/2/ ' "asked for"
exits 0 "$DEKKO" profile check inferred.toml
exits 0 "$DEKKO" replay --expect fixtures/sites --profile inferred.toml

# Another page of the site is read by it as by its shape.
exits 0 "$DEKKO" extract "$(page 3)" --url "${url}page/3/" --profile inferred.toml
grep '"card"' out >by-profile
exits 0 "$DEKKO" extract "$(page 3)" --url "${url}page/3/"
grep '"card"' out | diff by-profile - || fail "the inferred profile reads page 3 otherwise"

# In words, and without a trace.
exits 0 "$DEKKO" profile infer fixtures/sites/127.0.0.1/page-1/page.html --explain
says 'taken:' 'headings, dates on'
equal "$(find fixtures -name expected.jsonl | wc -l)" 2 "fixtures"
exits 0 "$DEKKO" profile infer fixtures/sites/127.0.0.1/page-2/page.html --name other --no-fixture --quiet
grep -q '^name = "other"$' out || fail "not named"
equal "$(cat err)" "" "said when quiet"
exits 0 "$DEKKO" extract fixtures/sites/127.0.0.1/page-1/page.html --explain
says 'by their shape' 'taken:'

# What is no listing, and what nobody may ask for.
echo '<!DOCTYPE html><title>Log in</title><form><input type=password></form>' >login.html
exits 1 "$DEKKO" profile infer login.html --url https://gazette.example/
says 'is no listing with cards'
exits 2 "$DEKKO" profile infer https://gazette.example/tag/x/
says '--contact'
exits 2 "$DEKKO" profile infer
