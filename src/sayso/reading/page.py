"""Read an HTML page: its article text by trafilatura, its metadata from the markup, never a date that is not stated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import ResourceError, UnreadableError
from sayso.model import Span
from sayso.reading.dates import edtf
from sayso.reading.plain import Draft, read_body

_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "pubdate", "publishdate", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "citation_author", "byl")
_TITLE_METAS = ("og:title", "dc.title", "citation_title", "twitter:title")
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "svg",
    "iframe",
    "head",
)
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "pre", "td", "figcaption", "dd")
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


def read_page(source: str) -> Draft:
    """Read the HTML of `source`; the draft's text is what was extracted. Raises UnreadableError when no text is found."""
    root = _parsed(source)
    text, found = _extracted(source)
    plain = _paragraphs(root)
    if len(text) < 200 and len(plain) > 2 * len(text):
        text = plain
    if not any(char.isalpha() for char in text):
        raise UnreadableError("no text is found in this page (it may need a browser to show it); save its text as .txt")
    draft = Draft(text)
    given = {**found, **_stated(root)}
    draft.published = _published(root)
    draft.given = {name: value for name, value in given.items() if value}
    read_body(draft, 0)
    _place(draft)
    return draft


def _place(draft: Draft) -> None:
    """Point to the words of the markup's fields where they stand in the first lines of the text too."""
    for name in ("title", "byline", "outlet"):
        value = draft.given.get(name)
        if value and name not in draft.spans and len(value) > 3:
            at = draft.text.find(value, 0, 2_000)
            if at >= 0:
                draft.spans[name] = Span(at, at + len(value))


def _parsed(source: str) -> Any:
    from lxml import etree, html

    try:
        data = source.replace("\x00", "").encode("utf-8", "replace")
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _extracted(source: str) -> tuple[str, dict[str, str]]:
    import logging

    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ResourceError(f"the installation is incomplete ({error}); install sayso again") from error

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(source, fast=True, include_comments=False, with_metadata=True, include_tables=True)
    except Exception:  # whatever a broken page does to the extractor, the plain way below still works
        return "", {}
    if found is None or isinstance(found, dict):
        return "", {}
    fields = {"title": found.title, "byline": found.author, "outlet": found.sitename, "url": found.url}
    return (found.text or "").strip(), {name: " ".join(str(value).split()) for name, value in fields.items() if value}


def _paragraphs(root: Any) -> str:
    if root is None:
        return ""
    from copy import deepcopy

    tree = deepcopy(root)
    for element in list(tree.iter(*_DROPPED)):
        element.drop_tree()
    found = [" ".join(element.text_content().split()) for element in tree.iter(*_BLOCKS)]
    held = [words for words in found if words]
    if not held:
        held = [" ".join(line.split()) for line in tree.text_content().splitlines() if line.strip()]
    return "\n".join(held)


def _stated(root: Any) -> dict[str, str]:
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


def _published(root: Any) -> str | None:
    """Return the first stated date that is a day; else the first with less, or with two readings."""
    if root is None:
        return None
    metas = _metas(root)
    stated = [metas.get(name) for name in _DATE_METAS] + [_linked(root).get("datePublished"), _time(root)]
    dates = [day for day in (edtf(words) for words in stated if words) if day is not None]
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
