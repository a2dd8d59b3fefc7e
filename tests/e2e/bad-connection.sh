#!/usr/bin/env bash
# Nobody listens there, or the connection ends too early: the answer names the address, and nothing reaches the items.
. "$(dirname "$0")/lib.sh"

port=$(free_port)
not "$DEKKO" crawl "http://127.0.0.1:$port/tag/x/" --db d.db 2>err >out
says "127.0.0.1:$port" refused

site --posts 100 --fault truncated@5
exits 3 "$DEKKO" crawl "$url" --db t.db
equal "$(sql t.db 'select count(*) from sightings where page = 5')" 0 "cards of a page cut short"
equal "$(sql t.db "select count(*) from items")" 90 "items of the other pages"
