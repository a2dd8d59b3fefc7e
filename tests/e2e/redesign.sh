#!/usr/bin/env bash
# A site that nobody described: its profile is inferred, pinned and used. Then the site changes its mark-up between two
# nights: exit 4, nothing of it reaches the items; the profile is mended, proven on the archive, and the listing is read
# as before.
. "$(dirname "$0")/lib.sh"

port=$(free_port)
night() {  # night LAYOUT INSERTED EXIT: one crawl of the site as it looks that night
  site --port "$port" --posts 45 --layout "$1" --insert "$2@0"
  exits "$3" "$DEKKO" crawl "$url" --db d.db
  kill "${started[-1]}"
  wait "${started[-1]}" 2>/dev/null || true
}
facts() { sql d.db "select url, headline, dek, published, bylines, first_seen from items order by 1"; }
counts() { sql d.db "select (select count(*) from items), (select count(*) from versions), (select count(*) from changes)"; }

night P24A 1 0
says 'inferred a profile from two pages and pinned it'
equal "$(sql d.db 'select count(*) from items')" 46 items
name=$(sql d.db 'select profile from listings')
for inserted in 3 6 9; do night P24A $inserted 0; done
not grep -q 'inferred a profile' err
exits 0 "$DEKKO" profile show "$name" --db d.db
grep -q '^each = ' out || fail "the pinned profile has no cards"
equal "$(sql d.db 'select count(*) from items')" 54 "items after four nights"
before=$(counts)
facts >before.rows

# The night of the change.
night T24P 12 4
says 'is unrecognized: cards: 10 a page until' 'a mended profile is proposed'
equal "$(counts)" "$before" "items, versions and changes after the change"
facts | diff before.rows - || fail "the change reached the items"
equal "$(sql d.db "select group_concat(distinct verdict) from pages where run_id = 5")" unrecognized verdict

# Mended, and proven on the archive.
exits 0 "$DEKKO" profile repair "$name" --db d.db
grep -q '^\[\[version\]\]' out || fail "no version in the mended profile"
says ' 0 of them read otherwise'
exits 0 "$DEKKO" profile repair "$name" --db d.db --accept
says 'pinned to'
equal "$(counts)" "$before" "items, versions and changes after the mending"

# What had been set aside is read now; without --commit nothing is changed.
exits 1 "$DEKKO" reextract --db d.db
says 'nothing was changed'
equal "$(counts)" "$before" "after a reextract without --commit"
exits 0 "$DEKKO" reextract --db d.db --commit
[ "$(sql d.db "select count(*) from pages where verdict = 'unrecognized'")" = 0 ] || fail "pages are still set aside"
exits 0 "$DEKKO" reextract --db d.db
equal "$(sql d.db "pragma integrity_check")" ok integrity
equal "$(sql d.db "select count(*) from pragma_foreign_key_check")" 0 "broken references"

# The nights after it.
for inserted in 15 18; do night T24P $inserted 0; done
equal "$(sql d.db 'select count(*) from items')" 63 "items in the end"
facts | cut -d'|' -f1-5 >after.rows
cut -d'|' -f1-5 before.rows | grep -vxF -f after.rows && fail "items are read otherwise than before"

# The archive once more, into the same database: by the pinned profile, and nothing is new.
counts >before.counts
exits 0 "$DEKKO" replay archive --db d.db --json
grep -q "\"profile\":\"$name\"" out || fail "the replay does not read by the pinned profile"
equal "$(counts)" "$(cat before.counts)" "items, versions and changes after the replay"
