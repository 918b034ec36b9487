"""Turn the bytes of a file into text, or say why that cannot be."""

from __future__ import annotations

import codecs
import re

from sayso.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DISGUISED = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format", "a database"),
    (b"\x7fELF", "a program"),
)
_STATED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z][\w-]{2,20})", re.IGNORECASE
)
_CONTROLS_ALLOWED = "\t\n\r\f\v\x1a\x85"
_UNREADABLE_SHARE = 0.01
_ASCII_SHARE = 0.85


def decode(data: bytes) -> str:
    """Return the text of `data`: by its byte order mark, as UTF-8, or by what its bytes suggest; a byte order mark is no text.

    Raises UnreadableError when there is nothing in it, when it is no text at all, or when no encoding fits.
    """
    if not data:
        raise UnreadableError("the file is empty; remove it or save the report again")
    for start, kind in _DISGUISED:
        if data.startswith(start):
            raise UnreadableError(f"this is {kind}, whatever its name says; save its text as .txt or .html")
    text = _decoded(data)
    controls = sum(1 for char in text if ord(char) < 32 and char not in _CONTROLS_ALLOWED)
    if "\x00" in text or controls > len(text) * _UNREADABLE_SHARE:
        raise UnreadableError("this is no text but binary data; save the report as .txt or .html")
    if not any(char.isalpha() for char in text):
        raise UnreadableError("there are no words in it; save the report again")
    return text


def _unmarked(data: bytes) -> str:
    """Return the text of UTF-16 without a byte order mark: every other byte of an English text is zero."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > 0.4 * len(zeros):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise UnreadableError("this is no text but binary data; save the report as .txt or .html")


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as those of an old Windows file: texts are put together from both."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_MIXED = "sayso-windows"
codecs.register_error(_MIXED, _windows)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                message = f"its first bytes promise {encoding.upper()}, but it breaks off at byte {error.start:,}; save it again as UTF-8"
                raise UnreadableError(message) from error
    if b"\x00" in data:
        return _unmarked(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    stated = _STATED.search(data[:2_048])
    if stated is not None:
        try:
            return data.decode(stated[1].decode("ascii"))
        except (ValueError, LookupError):
            pass
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    whole = sum(1 for char in damaged if ord(char) > 127) - broken
    if 4 * whole > broken:
        return data.decode("utf-8", _MIXED)
    if sum(1 for byte in data if byte < 128) >= len(data) * _ASCII_SHARE:
        for encoding in ("cp1252", "latin-1"):  # English with the quotation marks and accents of old Windows files
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    raise UnreadableError("its encoding cannot be made out; save it again as UTF-8")
