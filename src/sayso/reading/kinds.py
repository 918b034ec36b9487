"""Tell what kind of file it is: by its first bytes, and by its name only where the bytes leave it open."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["text", "html", "pdf", "docx", "mail", "json"]

TEXT = (".txt", ".text", ".md", ".markdown")
HTML = (".html", ".htm", ".xhtml")
OTHERS = (".pdf", ".docx", ".eml", ".json", ".jsonl", ".ndjson")
ENDINGS = TEXT + HTML + OTHERS
KINDS = ".txt, .md, .html, .pdf, .docx, .eml, .json and .jsonl"
HEAD = 4_096
"""How many bytes at the beginning of a file tell its kind."""

_PAGE = re.compile(
    rb"(?:\s|<!--.{0,1000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FIELD = re.compile(rb"([!-9;-~]{1,60}):[ \t\r\n]")
_FOLDED = re.compile(rb"[ \t]+\S")
_SENT = (
    frozenset({b"from", b"subject", b"date"}),
    frozenset({b"from", b"message-id"}),
    frozenset({b"mime-version", b"subject"}),
)
_BOM = b"\xef\xbb\xbf"


def kind_of(data: bytes, ending: str) -> Kind | None:
    """Return the kind of a file from its bytes (the first `HEAD` are enough) and its lower-case ending; None when only its name could tell and does not."""
    start = data[:HEAD].removeprefix(_BOM).lstrip()
    if start.startswith(b"%PDF") or (b"%PDF-" in data[:1_024] and ending == ".pdf"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if _PAGE.match(start):
        return "html"
    if _is_mail(start) or (ending == ".eml" and _FIELD.match(start)):
        return "mail"
    if ending in {".json", ".jsonl", ".ndjson"}:
        return "json"
    if ending in HTML:
        return "html"
    if ending in TEXT + OTHERS:
        return "json" if start[:1] == b"{" and re.match(rb'\{\s*"', start) else "text"
    return None


def _is_mail(start: bytes) -> bool:
    """Tell whether the first lines are the header fields of a mail; three fields of a text's own header block are not enough."""
    names: set[bytes] = set()
    for line in start.splitlines():
        if _FOLDED.match(line):
            continue
        field = _FIELD.match(line + b"\n")
        if field is None:
            break
        names.add(field[1].lower())
    return any(asked <= names for asked in _SENT)
