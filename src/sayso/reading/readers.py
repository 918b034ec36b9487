"""The readers, one a kind: from the bytes of a file to its reports."""

from __future__ import annotations

from sayso.config import Limits
from sayso.errors import UnreadableError
from sayso.reading.decode import decode
from sayso.reading.kinds import Kind
from sayso.reading.part import Part
from sayso.reading.plain import Draft, read_text

HEAVY = 500_000
"""From how many bytes on a file is read in a process of its own, whatever its kind."""


def apart(kind: Kind, size: int) -> bool:
    """Tell whether a file is better read in a process of its own: its library can fail hard, or it is big."""
    return kind in {"pdf", "docx"} or size > HEAVY


def parts(data: bytes, kind: Kind, limits: Limits) -> list[Part]:
    """Return the reports of a file; a reader's library is imported when its first file is read.

    Raises UnreadableError when nothing of it can be read, or when it is longer than `limits` allow.
    """
    found = _parts(data, kind, limits)
    return [_measured(part, limits) for part in found]


def _parts(data: bytes, kind: Kind, limits: Limits) -> list[Part]:
    match kind:
        case "pdf":
            from sayso.reading.pdf import read_pdf

            return [Part(read_pdf(data, limits))]
        case "docx":
            from sayso.reading.docx import read_docx

            return [Part(read_docx(data, limits))]
        case "mail":
            from sayso.reading.mail import read_mail

            return read_mail(data)
        case "json":
            from sayso.reading.objects import read_objects

            return read_objects(data)
        case "html":
            return [Part(_page(decode(data), limits))]
        case "text":
            text = decode(data)
            _fits(len(text), limits)
            return [Part(read_text(text))]


def _page(source: str, limits: Limits) -> Draft:
    if len(source) > limits.markup:
        message = f"the page has {len(source):,} characters, more than the {limits.markup:,} that are read; save its text as .txt"
        raise UnreadableError(message)
    from sayso.reading.page import read_page

    return read_page(source)


def _measured(part: Part, limits: Limits) -> Part:
    if part.draft is None or len(part.draft.text) <= limits.characters:
        return part
    try:
        _fits(len(part.draft.text), limits)
    except UnreadableError as error:
        if not part.mark:
            raise
        return Part(None, str(error), part.mark)
    return part


def _fits(characters: int, limits: Limits) -> None:
    if characters > limits.characters:
        message = f"its text has {characters:,} characters, more than the {limits.characters:,} that are read; split it into its reports"
        raise UnreadableError(message)
