#!/usr/bin/env python3
"""parsel_time.py FOLDER EXPECTED: holds parsel and lxml against dekko's JSON lines, and tells their CPU time a page.

EXPECTED: `dekko extract` of every page, one after another. Exits 1 where a field differs.
"""
import glob
import json
import sys
import time

from parsel_pages import by_lxml, by_parsel


def cards_of(lines):
    """The cards of each page, without what only dekko tells."""
    pages = []
    for line in lines:
        record = json.loads(line)
        kind = record.pop("record")
        if kind == "page":
            pages.append([])
        else:
            record.pop("problems")
            pages[-1].append(record)
    return pages


def read(folder):
    for file in sorted(glob.glob(folder + "/*.html")):
        with open(file, encoding="utf-8") as page:
            yield page.read()


def main(folder, expected):
    with open(expected, encoding="utf-8") as lines:
        truth = cards_of(lines)
    pages = list(read(folder))
    differ = abs(len(pages) - len(truth))
    for name, by in (("parsel", by_parsel), ("lxml", by_lxml)):
        begun, found = time.process_time(), [list(by(page)) for page in pages]
        print("%-14s %7.0f us a page" % (name, (time.process_time() - begun) / len(pages) * 1e6))
        for number, (mine, theirs) in enumerate(zip(found, truth)):
            if mine == theirs:
                continue
            differ += 1
            if differ < 5:
                pairs = [(a, b) for a, b in zip(mine, theirs) if a != b][:1]
                print("page %d, %s: %d and %d cards, %s" % (number + 1, name, len(mine), len(theirs), pairs))
    print("the same in all fields of %d pages" % len(pages) if not differ else "%d pages differ" % differ)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
