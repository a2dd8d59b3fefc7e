#!/usr/bin/env bash
# A profile of the user's own: listed, shown, checked on a page, used, and refused as a whole when it has faults.
. "$(dirname "$0")/lib.sh"

mkdir profiles
echo 'profiles = "profiles"' >dekko.toml
cat >page.html <<'END'
<!DOCTYPE html><title>Fog</title><link rel="canonical" href="https://gazette.example/tag/fog/"><h1>Fog</h1>
<article class="card"><h2><a href="/a/">First bell</a></h2><p class="sub">At the quay</p></article>
<article class="card"><h2><a href="/b/">Second bell</a></h2></article>
END
cat >profiles/gazette.toml <<'END'
name = "gazette"
hosts = ["gazette.example"]
[cards]
each = "article.card"
url = "h2 a"
headline = "h2"
dek = [".lead", ".sub"]
END

exits 0 "$DEKKO" profile list
grep -q '^gazette *.*profiles/gazette.toml *gazette.example$' out || fail "list does not show it"
exits 0 "$DEKKO" profile show gazette
cmp out profiles/gazette.toml || fail "show does not print it"
exits 0 "$DEKKO" profile check gazette page.html
grep -q '^ *headline *2 of 2$' out || fail "no count of headlines"
grep -q '^ *dek *1 of 2$' out || fail "no count of deks"
grep -q 'no value at .lead / .sub$' out || fail "does not say which selectors gave nothing"
exits 0 "$DEKKO" profile check gazette page.html --json
equal "$(tail -n 1 out | python3 -c 'import json, sys; print(json.load(sys.stdin)["dek"])')" 1 "deks counted"
exits 0 "$DEKKO" extract page.html
[[ $(head -n 1 out) == *'"profile":"gazette"'* ]] || fail "extract does not use it"

# A card without a required field.
sed -i 's|<a href="/b/">Second bell</a>|Second bell|' page.html
exits 1 "$DEKKO" profile check gazette page.html
says 'card 2 of page.html has no url'

# A built-in one is replaced, and that is said to whoever asks for more.
sed 's/"gazette"/"nknews"/' profiles/gazette.toml >profiles/nknews.toml
exits 0 "$DEKKO" profile list --verbose
says 'takes the place of the one built in'
exits 0 "$DEKKO" profile list
not grep -q 'takes the place' err
rm profiles/nknews.toml

# Faults: all of them, with their places, and no command goes on with half a profile.
printf 'dekk = "p["\norder = "x"\n' >>profiles/gazette.toml
exits 1 "$DEKKO" profile check profiles/gazette.toml
says 'gazette.toml:8:1' 'did you mean "dek"?' 'gazette.toml:9:1' 'it belongs into [dates]'
exits 1 "$DEKKO" extract page.html
says 'gazette.toml:8:1' 'gazette.toml:9:1'
exits 1 "$DEKKO" profile list
grep -q '^nknews' out || fail "the others are not listed"
exits 0 "$DEKKO" profile show nknews
