"""The bench's listing pages as a Scrapy user reads them: parsel (or lxml alone) with selectors for the known mark-up.

Fields are those of `dekko extract`, in its own form, so that the two can be held against each other byte for byte.
"""
import re

import lxml.html
from parsel import Selector

SPACE = re.compile(r"\s+")
MONTHS = ("January February March April May June July August September October November December").split()
DATE = re.compile(r"(\w+) (\d{1,2}), (\d{4})")


def clean(text):
    return SPACE.sub(" ", text).strip() or None if text is not None else None


def day(text):
    found = DATE.fullmatch(text or "")
    return "%s-%02d-%02d" % (found[3], MONTHS.index(found[1]) + 1, int(found[2])) if found else None


def one(node, query):
    return clean("".join(node.css(query).getall()))


def by_parsel(html):
    """One dict a card, in page order."""
    for position, card in enumerate(Selector(text=html).css("article"), 1):
        shown = one(card, ".published::text")
        yield {
            "position": position,
            "url": card.css("a[rel=bookmark]::attr(href)").get(),
            "headline": one(card, "a[rel=bookmark]::text"),
            "dek": one(card, "[class$=__dek] ::text"),
            "kind": one(card, "[class$=__kicker]::text"),
            "bylines": [clean(name) for name in card.css("a[rel=author]::text").getall()],
            "published": day(shown),
            "published_text": shown,
            "image": card.css("img::attr(src)").get(),
        }


def by_lxml(html):
    def first(card, path):
        found = card.xpath(path)
        return found[0] if found else None

    def words(card, path):
        return clean("".join(card.xpath(path))) if card.xpath(path) else None

    root = lxml.html.document_fromstring(html)
    for position, card in enumerate(root.xpath("//article"), 1):
        shown = words(card, ".//*[contains(@class, 'published')]/text()")
        yield {
            "position": position,
            "url": first(card, ".//a[@rel='bookmark']/@href"),
            "headline": words(card, ".//a[@rel='bookmark']/text()"),
            "dek": words(card, ".//*[contains(@class, '__dek')]//text()"),
            "kind": words(card, ".//*[contains(@class, '__kicker')]/text()"),
            "bylines": [clean(name) for name in card.xpath(".//a[@rel='author']/text()")],
            "published": day(shown),
            "published_text": shown,
            "image": first(card, ".//img/@src"),
        }
