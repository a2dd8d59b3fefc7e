#!/usr/bin/env python3
"""parsel_store.py FOLDER DB: every page of FOLDER into SQLite, as a Scrapy spider with an item pipeline does it."""
import glob
import sqlite3
import sys

from parsel_pages import by_parsel

TABLES = """
create table page (id integer primary key, file text unique, bytes integer);
create table item (id integer primary key, url text unique, headline text, dek text, kind text, bylines text,
                   published text, published_text text, image text, first_page integer, last_page integer);
create table sighting (item integer, page integer, position integer, primary key (item, page));
"""
ITEM = """
insert into item (url, headline, dek, kind, bylines, published, published_text, image, first_page, last_page)
values (:url, :headline, :dek, :kind, :bylines, :published, :published_text, :image, :page, :page)
on conflict (url) do update set headline = excluded.headline, dek = excluded.dek, last_page = excluded.last_page
returning id
"""


def store_cards(db, name, octets, cards):
    number = db.execute("insert into page (file, bytes) values (?, ?)", (name, octets)).lastrowid
    for card in cards:
        card.update(bylines="; ".join(card["bylines"]), page=number)
        item = db.execute(ITEM, card).fetchone()[0]
        db.execute("insert into sighting values (?, ?, ?)", (item, number, card["position"]))
    db.commit()  # a page that was read is kept, as dekko does it


def store(db, file):
    with open(file, encoding="utf-8") as page:
        html = page.read()
    store_cards(db, file, len(html), by_parsel(html))


def main(folder, file):
    db = sqlite3.connect(file)
    db.execute("pragma journal_mode = wal")
    db.executescript(TABLES)
    for page in sorted(glob.glob(folder + "/*.html")):
        store(db, page)
    db.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
