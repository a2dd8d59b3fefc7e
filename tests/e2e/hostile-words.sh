#!/usr/bin/env bash
# A page whose every word is meant to harm: terminal escapes, text that turns its direction, cells that a spreadsheet
# would run, markup, links that are no pages. What a terminal, a file and the report get of it.
. "$(dirname "$0")/lib.sh"
tag=http://127.0.0.1/tag/x/

python3 - <<'PYTHON'
import html
evil = "\x1b]0;owned\x07 \x1b[2J \u009b31m \u202edesrever\u2066 \x7f"
heads = ["=cmd|' /C calc'!A0", "+1+2 and more", "-2 degrees in the harbor", "@SUM(1) of all", "<script>alert(1)</script>"]
cards = "".join(f"""<article><h2><a href="/2024/03/post-{i}/?q={html.escape(evil)}">{html.escape(head)} {evil}</a></h2>
  <p>A dek of many words {evil}</p><span class=byline>By Orla Fenwick</span> <time>March {i + 1}, 2024</time></article>"""
                for i, head in enumerate(heads))
links = "".join(f"<article><h2><a href='{to}'>A headline of an odd link {i}</a></h2><p>A dek of words</p></article>"
                for i, to in enumerate(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]))
for name, body in {"page": cards + links, "login": f"<h1>Please log in {evil}</h1><form><input type=password></form>"}.items():
    open(name + ".html", "w").write(f"<!DOCTYPE html><meta charset=utf-8><title>{evil}</title><main><h1>Tag {evil}</h1>{body}</main>")
PYTHON
exits 0 "$DEKKO" replay page.html --url "$tag" --db d.db
equal "$(sql d.db 'select count(*) from items')" 5 "items of odd links aside"
equal "$(sql d.db "select count(*) from items where url not glob 'http://127.0.0.1/2024/*'")" 0 "items that are no pages"

# What a terminal gets. dekko's own colours are off.
export NO_COLOR=1
harmless() {
  script -qec "$(printf '%q ' "$@")" /dev/null </dev/null >seen || true
  [ -s seen ] || fail "says nothing: $*"
  python3 - "$*" <<'PYTHON' || fail "reached a terminal: $*"
import re, sys
seen = open("seen", "rb").read().decode("utf-8").replace("\r\x1b[K", "")  # strictly; the progress line is dekko's own
found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\r*\n)", seen)
sys.exit(f"{found.group()!r} in {sys.argv[1]}" if found else 0)
PYTHON
}
harmless "$DEKKO" extract page.html --url "$tag"
harmless "$DEKKO" extract page.html --url "$tag" --explain
harmless "$DEKKO" extract login.html --url "$tag" --explain
harmless "$DEKKO" select 'h2 a' page.html
harmless "$DEKKO" select 'h2 a' page.html --html
harmless "$DEKKO" select 'h2 a' page.html --attr href
harmless "$DEKKO" status --db d.db
harmless "$DEKKO" status --db d.db --json
harmless "$DEKKO" show 1 --db d.db
harmless "$DEKKO" show 1 --db d.db --json
harmless "$DEKKO" search calc --db d.db
harmless "$DEKKO" search calc --db d.db --json
harmless "$DEKKO" replay page.html login.html --url "$tag" --db again.db
harmless "$DEKKO" profile check shape page.html --url "$tag"
harmless "$DEKKO" profile check shape page.html --url "$tag" --json
harmless "$DEKKO" profile infer page.html --url "$tag" --explain --no-fixture
harmless "$DEKKO" reextract --db d.db
for format in csv tsv jsonl; do
  harmless "$DEKKO" export items --db d.db --format $format
  harmless "$DEKKO" export problems --db again.db --format $format
done
printf 'User-agent: *\nDisallow: /tag/ # \033]0;owned\007\n' >robots.txt
harmless "$DEKKO" robots robots.txt "$tag"
harmless "$DEKKO" robots robots.txt $'http://h/\033[2J'

# What a file gets: every octet of a field, cells that a spreadsheet would run among them (docs/security.md).
"$DEKKO" export items --db d.db --format csv >items.csv
python3 - <<'PYTHON'
import csv, sqlite3
rows = list(csv.DictReader(open("items.csv", newline=""), strict=True))
stored = [h for (h,) in sqlite3.connect("file:d.db?mode=ro", uri=True).execute("select headline from items")]
assert sorted(row["headline"] for row in rows) == sorted(stored)
assert {row["headline"][0] for row in rows} == set("=+-@<"), rows
PYTHON

# What the report gets.
exits 0 "$DEKKO" report report.html --db d.db
not grep -q '<script>alert' report.html
not grep -qP '\x1b|\x7f|\xE2\x80\xAE' report.html
