"""Read a Word document by python-docx, after a look at how big it is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from sayso.config import Limits
from sayso.errors import ResourceError, UnreadableError
from sayso.reading.given import plain_person, plain_title
from sayso.reading.plain import Draft, read_given

_MOST_ENTRIES = 5_000
_OTHERS = {
    "xl/workbook.xml": "a table of numbers (.xlsx)",
    "ppt/presentation.xml": "a slide show (.pptx)",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an electronic book",
}


def read_docx(data: bytes, limits: Limits) -> Draft:
    """Read the Word document in `data`; the draft's text has one line a paragraph, and an empty one for an empty paragraph.

    Raises UnreadableError when it is another archive, damaged, without text, or unpacks to more than `limits` allow: the sizes are
    looked up before anything is unpacked, and no entry gives more bytes than it states.
    """
    _check(data, limits)
    try:
        import docx
    except ImportError as error:
        raise ResourceError(f"the installation is incomplete ({error}); install sayso again") from error
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document))
        given = _given(document)
    except Exception as error:  # the library raises whatever its own parts do; the reason is the same for a reader
        raise UnreadableError(
            "the Word document is damaged and cannot be opened; save it again, or its text as .txt"
        ) from error
    if not any(char.isalpha() for char in text):
        raise UnreadableError("no text is found in this Word document; save its text as .txt")
    return read_given(text, given, None)


def _check(data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, IndexError) as error:
        raise UnreadableError(
            "this is a damaged archive or office document; save the report again, or its text as .txt"
        ) from error
    names = {entry.filename for entry in entries}
    if "word/document.xml" not in names and not any(name.startswith("word/document") for name in names):
        kind = next((kind for name, kind in _OTHERS.items() if name in names), "an archive")
        raise UnreadableError(f"this is {kind}, whatever its name says; unpack it, or save its text as .txt")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or size > limits.unpacked_bytes:
        message = f"it unpacks to {size:,} bytes in {len(entries):,} parts, more than the {limits.unpacked_bytes:,} in {_MOST_ENTRIES:,} that are read; save its text as .txt"
        raise UnreadableError(message)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError("the Word document is locked by a password; save a copy without it")


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                yield "\t".join(dict.fromkeys(cell for cell in cells if cell))
        else:
            yield str(block.text)


def _given(document: Any) -> dict[str, str]:
    """Return title and author; the dates of a document tell when somebody typed, not when it was published."""
    stated = document.core_properties
    title = plain_title(stated.title) or _styled(document)
    fields = {"title": title, "byline": plain_person(stated.author)}
    return {name: value for name, value in fields.items() if value}


def _styled(document: Any) -> str | None:
    for paragraph in document.paragraphs[:10]:
        words = " ".join(paragraph.text.split())
        if words:
            style = paragraph.style.name if paragraph.style is not None else ""
            return words if style in {"Title", "Heading 1"} and len(words) <= 300 else None
    return None
