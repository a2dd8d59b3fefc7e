#!/usr/bin/env python3
"""scrapy_listing.py DB PAGES DELAY CACHE URL...: listings by Scrapy into SQLite, the first PAGES pages of each.

Politely as dekko is: robots.txt, one request at a time per host, DELAY seconds apart. It is told all addresses at once:
following the pager, Scrapy takes 0.1 s longer for each page. The fields are those of parsel_pages.py, stored as
parsel_store.py does it. CACHE: the folder of Scrapy's HttpCache, empty for none.
"""
import os
import sqlite3
import sys

import scrapy
from scrapy.crawler import CrawlerProcess

sys.path.insert(0, os.path.dirname(__file__))
from parsel_pages import by_parsel  # noqa: E402
from parsel_store import TABLES, store_cards  # noqa: E402


class Listing(scrapy.Spider):
    name = "listing"

    def parse(self, response):
        yield {"url": response.url, "bytes": len(response.body), "cards": list(by_parsel(response.text))}


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


def main(db, pages, delay, cache, *urls):
    process = CrawlerProcess({
        "DB": db,
        "ITEM_PIPELINES": {IntoSqlite: 1},
        "ROBOTSTXT_OBEY": True,
        "CONCURRENT_REQUESTS": 256,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": float(delay),
        "RANDOMIZE_DOWNLOAD_DELAY": False,
        "HTTPCACHE_ENABLED": bool(cache),
        "HTTPCACHE_DIR": os.path.abspath(cache) if cache else "",
        "LOG_LEVEL": "WARNING",
        "TELNETCONSOLE_ENABLED": False,
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    })
    addresses = [url if page == 1 else f"{url}page/{page}/" for page in range(1, int(pages) + 1) for url in urls]
    process.crawl(Listing, start_urls=addresses)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
