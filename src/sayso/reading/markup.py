"""What a page says about itself: meta elements, linked data (schema.org), time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.reading.dates import edtf

_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "pubdate", "publishdate", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "citation_author", "byl")
_TITLE_METAS = ("og:title", "dc.title", "citation_title", "twitter:title")
_ARTICLES = frozenset(
    {
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "blogposting",
        "analysisnewsarticle",
        "liveblogposting",
        "report",
    }
)


def stated(root: Any) -> dict[str, str]:
    """Return what the page says about itself: meta elements first, then its linked data, then a time element."""
    if root is None:
        return {}
    metas, linked = _metas(root), _linked(root)
    fields = {
        "title": _first(metas, _TITLE_METAS) or linked.get("headline"),
        "outlet": _first(metas, _SITE_METAS) or linked.get("publisher"),
        "byline": linked.get("author") or _first(metas, _AUTHOR_METAS),
        "url": _canonical(root) or metas.get("og:url"),
    }
    if fields["byline"] and fields["byline"].startswith(("http://", "https://")):
        fields["byline"] = None
    return {name: value for name, value in fields.items() if value}


def _metas(root: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        value = " ".join((element.get("content") or "").split())
        if name and value:
            metas.setdefault(name, value)
    return metas


def published(root: Any) -> str | None:
    """Return the first stated date that is a day; else the first with less, or with two readings."""
    if root is None:
        return None
    metas = _metas(root)
    dated = [metas.get(name) for name in _DATE_METAS] + [_linked(root).get("datePublished"), _time(root)]
    dates = [day for day in (edtf(words) for words in dated if words) if day is not None]
    return next((day for day in dates if day[0] != "[" and len(day) >= 10), dates[0] if dates else None)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(root: Any) -> str | None:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith(
            ("http://", "https://")
        ):
            return str(element.get("href"))
    return None


def _time(root: Any) -> str | None:
    for element in root.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''} {'pubdate' if element.get('pubdate') is not None else ''}"
        if element.get("datetime") and re.search(r"publi|pubdate|posted|entry-date", marks, re.IGNORECASE):
            return str(element.get("datetime"))
    return None


def _linked(root: Any) -> dict[str, str]:
    for element in root.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data, 0):
            kinds = entry.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in _ARTICLES for kind in named):
                read = {key: _named(entry.get(key)) for key in ("headline", "publisher", "author", "datePublished")}
                return {key: value for key, value in read.items() if value}
    return {}


def _entries(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, dict):
        yield data
        yield from _entries(data.get("@graph"), depth + 1)
    elif isinstance(data, list):
        for entry in data[:100]:
            yield from _entries(entry, depth + 1)


def _named(value: Any) -> str | None:
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, dict):
        return _named(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in (_named(entry) for entry in value[:6]) if name) or None
    return None
