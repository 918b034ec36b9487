"""Archives that unpack to more than they should, written byte by byte: no library makes them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

MILLION = 1_000_000


def zeros(size: int) -> bytes:
    """Return a deflate stream of `size` (whole millions) zero bytes: one packed million, repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(MILLION)) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed * (size // MILLION) + packer.flush(zlib.Z_FINISH)


def archive(entries: dict[str, tuple[bytes, int]]) -> bytes:
    """Return a ZIP archive of packed entries that each state a size of their own, true or not."""
    held, listed = io.BytesIO(), b""
    for name, (packed, size) in entries.items():
        at = held.tell()
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
        held.write(b"PK\x03\x04" + common + name.encode() + packed)
        listed += b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + name.encode()
    at = held.tell()
    count = len(entries)
    held.write(listed + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), at, 0))
    return held.getvalue()


def docx_with(body: bytes) -> bytes:
    """Return a sound Word document but for its main part, which is `body`."""
    from docx import Document

    whole, held = io.BytesIO(), io.BytesIO()
    Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return held.getvalue()


def ten_gigabytes(folder: Path) -> None:
    """A Word document whose ten parts unpack to 10 GB."""
    packed = zeros(1_000 * MILLION)
    names = ["[Content_Types].xml", "word/document.xml", *(f"word/media/{n}.bin" for n in range(8))]
    (folder / "bomb.docx").write_bytes(archive(dict.fromkeys(names, (packed, 1000 * MILLION))))


def understated(folder: Path) -> None:
    """A Word document that states 1,000 bytes and unpacks to 1 GB."""
    packed = zeros(1_000 * MILLION)
    entries = {"[Content_Types].xml": (packed, 1_000), "word/document.xml": (packed, 1_000)}
    (folder / "bomb.docx").write_bytes(archive(entries))


def pdf_with(content: bytes, filters: str = "/FlateDecode", tail: str = "") -> bytes:
    """Return a PDF of one page whose content stream is `content`, packed as `filters` say."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}/Filter[{filters}]>>stream\n".encode() + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    whole = b"%PDF-1.4\n"
    for number, body in enumerate(objects, start=1):
        whole += f"{number} 0 obj".encode() + body + b"endobj\n"
    return whole + f"trailer<</Root 1 0 R/Size 6{tail}>>\n%%EOF".encode()


def pdf_gigabyte(folder: Path) -> None:
    """A PDF whose page unpacks to 1 GB."""
    content = b"\x78\x9c" + zeros(1_000 * MILLION)
    (folder / "bomb.pdf").write_bytes(pdf_with(content))


def pdf_twice_packed(folder: Path) -> None:
    """A PDF whose page is packed twice and unpacks to 10 GB."""
    content = zlib.compress(b"\x78\x9c" + zeros(10_000 * MILLION), 9)
    (folder / "bomb.pdf").write_bytes(pdf_with(content, "/FlateDecode/FlateDecode"))


def pdf_endless_text(folder: Path) -> None:
    """A PDF of one page that shows the same words a million times."""
    content = zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (The mayor said it burned.) Tj " * 1_000_000 + b"ET")
    (folder / "endless.pdf").write_bytes(pdf_with(content))
