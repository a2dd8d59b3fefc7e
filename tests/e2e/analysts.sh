#!/usr/bin/env bash
# What an analyst does with the file: show, search, export, status for a monitor, and a copy to publish.
. "$(dirname "$0")/lib.sh"

site --posts 40 --edit 3@4 --remove 9@4
exits 0 "$DEKKO" crawl "$url" --db d.db
exits 0 "$DEKKO" crawl "$url" --db d.db --pages all --contact secret-contact@example.org
item=$(sql d.db "select item_id from headline_edits")
address=$(sql d.db "select url from items where id = $item")

# show: the same life by number and by address, and the page that proves it.
exits 0 "$DEKKO" show "$item" --db d.db
cp out by-number
grep -q '\[-.*-\]{+.*+}' out || fail "the rewritten words are not marked"
grep -q "sha256 " out || fail "no proof is named"
exits 0 "$DEKKO" show "$address" --db d.db --open page.html
cmp -s out by-number || fail "number and address tell two lives"
headline=$(sql d.db "select headline from items where id = $item")
"$DEKKO" extract page.html --url "$url" >page.jsonl
grep -qF "$headline" page.jsonl || fail "the page does not show the headline"
old=$(sql d.db "select before_capture_id from headline_edits")
exits 0 "$DEKKO" show "$item" --db d.db --open old.html --capture "$old" --json
not cmp -s page.html old.html
equal "$(python3 -c 'import json; d = json.load(open("out")); print(len(d["versions"]), d["changes"][0]["kind"])')" "2 text" "the life as JSON"
exits 1 "$DEKKO" show 99999 --db d.db
says "dekko search WORDS"

# search: marked, quoted, coloured on a terminal only.
word=$(sql d.db "select lower(substr(headline, 1, instr(headline, ' ') - 1)) from items where headline glob '[A-Z][a-z]* *' limit 1")
exits 0 "$DEKKO" search "$word" --db d.db
grep -qiF "[$word]" out || fail "the hit is not marked"
not grep -q $'\x1b' out
terminal() { script -qec "$*" /dev/null </dev/null >seen; }
terminal "$DEKKO" search "$word" --db d.db
grep -q $'\x1b\[1;33m' seen || fail "no colour on a terminal"
NO_COLOR=1 terminal "$DEKKO" search "$word" --db d.db
not grep -q $'\x1b' seen
exits 0 "$DEKKO" search '"AND NEAR( ^* :' --db d.db
exits 2 "$DEKKO" search ' ' --db d.db

# export: every view, as its readers read it.
python3 - "$DEKKO" <<'END'
import csv, io, json, re, sqlite3, subprocess, sys
def run(*words): return subprocess.run([sys.argv[1], *words, "--db", "d.db"], capture_output=True, check=True).stdout.decode()
db = sqlite3.connect("file:d.db?mode=ro", uri=True)
views = [name for (name,) in db.execute("select name from sqlite_schema where type = 'view' and name <> 'items_unspaced'")]
for view in views:
    rows = db.execute(f"select * from {view}").fetchall()
    text = lambda row: ["" if v is None else str(v) for v in row]
    read = list(csv.reader(io.StringIO(run("export", view), newline=""), strict=True))
    assert read[0] == [c[0] for c in db.execute(f"select * from {view} limit 0").description], view
    assert sorted(read[1:]) == sorted(map(text, rows)), view
    lines = [list(json.loads(line).values()) for line in run("export", view, "--format", "jsonl").splitlines()]
    assert sorted(map(text, lines)) == sorted(map(text, rows)), view
    assert len(run("export", view, "--format", "tsv").splitlines()) == len(rows) + 1, view
    assert run("export", view) == run("export", view), view

sample = re.compile(r'[a-z_]+\{[a-z_]+="(\\.|[^"\\])*"(,[a-z_]+="(\\.|[^"\\])*")*\} -?[0-9.e+]+')
lines = [line for line in run("status", "--prometheus").splitlines() if not line.startswith("# ")]
assert len(lines) > 15 and all(sample.fullmatch(line) for line in lines), lines
END

# snapshot: closed, compact, whole, and nothing private in it.
exits 0 "$DEKKO" snapshot copy.db --db d.db
exits 2 "$DEKKO" snapshot copy.db --db d.db
says "--force"
exits 0 "$DEKKO" snapshot copy.db --db d.db --force
equal "$(ls copy.db*)" copy.db "files of the copy"
equal "$(sql copy.db 'pragma integrity_check; pragma journal_mode; pragma freelist_count')" $'ok\ndelete\n0' "the copy's state"
for view in items versions changes sightings pages about; do
  equal "$(sql copy.db "select * from $view order by 1, 2, 3, 4")" "$(sql d.db "select * from $view order by 1, 2, 3, 4")" "$view of the copy"
done
not grep -qa secret-contact copy.db
chmod a-w copy.db && exits 0 "$DEKKO" status --db copy.db
sqlite-utils tables copy.db --counts >/dev/null
