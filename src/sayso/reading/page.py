"""Read an HTML page: its article text by trafilatura, its metadata from the markup, never a date that is not stated."""

from __future__ import annotations

import re
from typing import Any

from sayso.errors import ResourceError, UnreadableError
from sayso.model import Span
from sayso.reading.markup import published, stated
from sayso.reading.plain import Draft, read_body

_NO_MARKUP = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no markup may hold: the library takes them in and fails on them later."""
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
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


def read_page(source: str) -> Draft:
    """Read the HTML of `source`; the draft's text is what was extracted. Raises UnreadableError when no text is found."""
    source = _REFERENCE.sub(_referred, _NO_MARKUP.sub(" ", source))
    root = _parsed(source)
    text, found = _extracted(source)
    plain = _paragraphs(root)
    if len(text) < 200 and len(plain) > 2 * len(text):
        text = plain
    if not any(char.isalpha() for char in text):
        raise UnreadableError("no text is found in this page (it may need a browser to show it); save its text as .txt")
    draft = Draft(text)
    given = {**found, **stated(root)}
    draft.published = published(root)
    draft.given = {name: value for name, value in given.items() if value}
    read_body(draft, 0)
    _place(draft)
    return draft


def _referred(match: re.Match[str]) -> str:
    """Return a numeric reference as it stands, or a space for one to a character that no markup may hold."""
    code = int(match[1], 16) if match[1] else int(match[2])
    return " " if code > 0x10FFFF or _NO_MARKUP.match(chr(code)) else match.group()


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
        data = source.encode("utf-8", "replace")
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
