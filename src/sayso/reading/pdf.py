"""Read a PDF: its text by pypdfium2, line by line with the place of each line, so that paragraphs can be told."""

from __future__ import annotations

import re
from typing import Any

from sayso.config import Limits
from sayso.errors import ResourceError, UnreadableError
from sayso.reading.given import plain_person, plain_title
from sayso.reading.pdf_lines import Line, flowing
from sayso.reading.plain import Draft, read_given

_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PRINTED = re.compile(
    r"skia|chrom|quartz|safari|firefox|mozilla|wkhtml|print|webkit|cairo|qt |scan|ghostscript|distiller", re.IGNORECASE
)
_BREAK = re.compile("\r\n|[\r\n\ufffe\x02]")
_SOFT = "\ufffe\x02\u00ad"


def read_pdf(data: bytes, limits: Limits) -> Draft:
    """Read the PDF in `data`; the draft's text is what stands on its pages, in paragraphs parted by empty lines.

    Words cut at the end of a line are whole again; running heads and page numbers are left out. Raises UnreadableError when it is
    broken, locked by a password, without text, or longer than `limits` allow.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise ResourceError(f"the installation is incomplete ({error}); install sayso again") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    try:
        if len(document) > limits.pages:
            message = f"it has {len(document):,} pages, more than the {limits.pages:,} that are read; split it into its reports"
            raise UnreadableError(message)
        pages = _pages(document, limits)
        info = {str(key): str(value).strip() for key, value in document.get_metadata_dict().items()}
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(
            "the PDF is damaged: a page cannot be opened; save it again, or its text as .txt"
        ) from error
    finally:
        document.close()
    text = flowing(pages)
    if not any(char.isalpha() for char in text):
        raise UnreadableError(
            "no text is found in this PDF (its pages may be pictures); recognise its text first and save it as .txt"
        )
    return read_given(text, _given(info), _day(info))


def _reason(error: str) -> str:
    lowered = error.lower()
    if "password" in lowered or "security" in lowered:
        return "the PDF is locked by a password; save a copy without it"
    return "the PDF is damaged and cannot be opened; save it again, or its text as .txt"


def _given(info: dict[str, str]) -> dict[str, str]:
    fields = {"title": plain_title(info.get("Title")), "byline": plain_person(info.get("Author"))}
    return {name: value for name, value in fields.items() if value}


def _day(info: dict[str, str]) -> str | None:
    """Return the day the file was made, if it was plainly made by its publisher: a title stands in it and it is no print-out of a page."""
    made = _DATE.match(info.get("CreationDate", ""))
    if (
        made is None
        or plain_title(info.get("Title")) is None
        or _PRINTED.search(info.get("Producer", "") + info.get("Creator", ""))
    ):
        return None
    from sayso.reading.dates import edtf

    changed = _DATE.match(info.get("ModDate", ""))
    if changed is not None and changed.groups() != made.groups():
        return None
    return edtf("-".join(made.groups()))


def _pages(document: Any, limits: Limits) -> list[list[Line]]:
    pages: list[list[Line]] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        reader = page.get_textpage()
        try:
            count = reader.count_chars()
            characters += count
            if characters > limits.characters:
                message = f"its text has more than the {limits.characters:,} characters that are read; split it into its reports"
                raise UnreadableError(message)
            pages.append(_lines(reader, count))
        finally:
            reader.close()
            page.close()
    return pages


def _lines(reader: Any, count: int) -> list[Line]:
    """Return the lines of a page with their places, in the order in which the page holds them."""
    if not count:
        return []
    codes = _characters(reader, count)
    text = "".join(codes)
    found: list[Line] = []
    start = 0
    for stop in [*_BREAK.finditer(text), None]:
        end = len(text) if stop is None else stop.start()
        words = text[start:end]
        shown = [at for at in range(start, end) if not text[at].isspace()]
        if shown:
            found.append(_line(reader, words, shown[0], shown[-1], stop is not None and stop.group() in _SOFT))
        start = end if stop is None else stop.end()
    return found


def _characters(reader: Any, count: int) -> list[str]:
    """Return the characters by the index that the library counts by; what is no character is a space."""
    import pypdfium2.raw as raw

    codes = (raw.FPDFText_GetUnicode(reader, at) for at in range(count))
    return [chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes]


def _line(reader: Any, words: str, first: int, last: int, cut: bool) -> Line:
    import pypdfium2.raw as raw

    left, bottom, _, _ = reader.get_charbox(first, loose=True)
    _, _, right, _ = reader.get_charbox(last, loose=True)
    size = float(raw.FPDFText_GetFontSize(reader, first))
    words = " ".join(words.split())
    ends = words.endswith(("-", "\u00ad", "\u2010"))
    return Line(words, left, right, bottom, size, cut or ends)
