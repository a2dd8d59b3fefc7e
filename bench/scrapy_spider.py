#!/usr/bin/env python3
"""scrapy_spider.py DB PAGES DELAY CACHE READ URL...: the first PAGES pages of each listing by Scrapy, into SQLite.

As polite as dekko: robots.txt, and with a DELAY (seconds) one request at a time for each host. It is told all addresses
at once: following the pager it takes longer. Fields are those of parsel_pages.py, stored as parsel_store.py does it.
CACHE: the folder of its HttpCache, empty for none. READ: "cards", or "nothing" for the transfers alone.
"""
import os
import sqlite3
import sys

import scrapy
from scrapy.crawler import CrawlerProcess

from parsel_pages import by_parsel
from parsel_store import TABLES, store_cards


class Listing(scrapy.Spider):
    name = "listing"

    def parse(self, response):
        cards = list(by_parsel(response.text)) if self.read == "cards" else []
        for card in cards:
            card.update(url=response.urljoin(card["url"]), image=card["image"] and response.urljoin(card["image"]))
        yield {"url": response.url, "bytes": len(response.body), "cards": cards}


class IntoSqlite:
    @classmethod
    def from_crawler(cls, crawler):
        pipeline = cls()
        pipeline.db = sqlite3.connect(crawler.settings["DB"])
        pipeline.db.execute("pragma journal_mode = wal")
        pipeline.db.executescript(TABLES)
        return pipeline

    def process_item(self, item, spider):
        store_cards(self.db, item["url"], item["bytes"], item["cards"])
        return item

    def close_spider(self, spider):
        self.db.close()


def pace(delay):
    """With a pause one host is asked one thing at a time; without, as many as Scrapy asks by default."""
    if not delay:
        return {}
    return {"DOWNLOAD_DELAY": delay, "RANDOMIZE_DOWNLOAD_DELAY": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}


def main(db, pages, delay, cache, read, *listings):
    process = CrawlerProcess({
        **pace(float(delay)),
        "DB": db,
        "ITEM_PIPELINES": {IntoSqlite: 1},
        "ROBOTSTXT_OBEY": True,
        "CONCURRENT_REQUESTS": 256,
        "HTTPCACHE_ENABLED": bool(cache),
        "HTTPCACHE_DIR": os.path.abspath(cache) if cache else "",
        "LOG_LEVEL": "WARNING",
        "TELNETCONSOLE_ENABLED": False,
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    })
    numbers = range(1, int(pages) + 1)
    urls = [url if page == 1 else f"{url}page/{page}/" for page in numbers for url in listings]
    process.crawl(Listing, start_urls=urls, read=read)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
