"""Which fields of a JSON object hold the text, the title, the outlet, the author and the date; those of ninjs (IPTC) among them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sayso.reading.dates import edtf

_TEXTS = (
    "text",
    "body_text",
    "bodyText",
    "body",
    "articleBody",
    "article_text",
    "full_text",
    "fulltext",
    "content",
    "article",
    "body_xhtml",
    "body_html",
    "html",
)
_NAMES = {
    "title": ("headline", "title", "name"),
    "outlet": (
        "outlet",
        "provider",
        "publisher",
        "publication",
        "source",
        "site",
        "site_name",
        "siteName",
        "newspaper",
    ),
    "byline": ("byline", "author", "authors", "creator"),
    "dateline": ("dateline", "located"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink", "uri"),
    "credit": ("credit", "creditline", "agency"),
}
_DATES = (
    "published", "datePublished", "date_published", "published_at", "publishedAt", "publication_date", "pubDate", "pubdate", "versioncreated", "versionCreated", "firstcreated",
    "firstCreated", "date",
)  # fmt: skip
_MOST = 500


def text_of(entry: dict[str, Any]) -> str:
    """Return the text of an object, '' when it has none; of ninjs 2 and 3 the first of its `bodies`."""
    for name in _TEXTS:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list) and value and all(isinstance(piece, str) for piece in value):
            return "\n\n".join(value)
    return _among(entry.get("bodies"), ("text/plain", "body", "main"))


def fields_of(entry: dict[str, Any]) -> dict[str, str]:
    """Return the stated fields by the names of a report; an address counts as one only with http, a second source as the credit."""
    found: dict[str, str] = {}
    for name, keys in _NAMES.items():
        values = (_named(entry.get(key)) for key in keys)
        value = next(
            (value for value in values if value and (name != "url" or value.startswith(("http://", "https://")))), ""
        )
        if value:
            found[name] = value
    if "title" not in found and (title := _among(entry.get("headlines"), ("main", "text/plain"))):
        found["title"] = " ".join(title.split())[:_MOST]
    source = _named(entry.get("source"))
    if "credit" not in found and source and "outlet" in found and source != found["outlet"]:
        found["credit"] = source
    return found


def published_of(entry: dict[str, Any]) -> str | None:
    """Return the stated date as EDTF: from words, or from the seconds (or thousandths) since 1970."""
    for name in _DATES:
        value = entry.get(name)
        if isinstance(value, str) and (date := edtf(value)) is not None:
            return date
        if isinstance(value, int | float) and not isinstance(value, bool) and 10**8 < value < 10**13:
            seconds = value / 1000 if value > 10**11 else value
            if seconds < 7_000_000_000:
                return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None


def _named(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())[:_MOST]
    if isinstance(value, dict):
        stated = value.get("name") or value.get("title")
        return _named(stated) if isinstance(stated, str) else ""
    if isinstance(value, list):
        return ", ".join(
            name for name in (_named(entry) for entry in value[:6] if isinstance(entry, str | dict)) if name
        )
    return ""


def _among(values: Any, wanted: tuple[str, ...]) -> str:
    """Return the value of the entry whose role or kind is wanted, else of the first with one."""
    if not isinstance(values, list):
        return ""
    held = [
        entry
        for entry in values[:50]
        if isinstance(entry, dict) and isinstance(entry.get("value"), str) and entry["value"].strip()
    ]
    for mark in wanted:
        for entry in held:
            if mark in (entry.get("role"), entry.get("contenttype"), entry.get("contentType")):
                return str(entry["value"])
    return str(held[0]["value"]) if held else ""
