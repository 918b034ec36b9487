"""The bad inputs, each made in an empty folder."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

from benchmarks.hostile import archives
from benchmarks.hostile.texts import GERMAN, LONG, STORY, TEXTS

Make = Callable[[Path], object]
ENTITIES = '<!DOCTYPE x [<!ENTITY a "' + "lol" * 100 + '">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 50}">' for n in range(9)
) + "]>"  # fmt: skip


def _file(name: str, content: bytes | str | Callable[[], str]) -> Make:
    """Return the maker of one file; big contents are made when they are written."""

    def make(folder: Path) -> None:
        made = content() if callable(content) else content
        (folder / name).write_bytes(made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made)

    return make


def _pdf(**options: str) -> bytes:
    from fpdf import FPDF

    paper = FPDF()
    paper.set_font("helvetica", size=11)
    paper.add_page()
    if "text" in options:
        paper.multi_cell(0, 6, options["text"].encode("latin-1", "replace").decode("latin-1"))
    if "password" in options:
        paper.set_encryption("owner", options["password"])
    return bytes(paper.output())


def _many(folder: Path) -> None:
    for number in range(100_000):
        (folder / f"{number:06}.txt").write_text(f"The fire chief said that {number} sacks of flour burned.")


def _many_others(folder: Path) -> None:
    for number in range(100_000):
        (folder / f"{number:06}.csv").touch()


def _links(folder: Path) -> None:
    (folder / "passwords.txt").symlink_to("/etc/passwd")
    (folder / "circle").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")


def _mail(parts: int) -> bytes:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(parts))
    return f"From: Ana Brelt <a@b.example>\nSubject: A fire\nDate: x\nMIME-Version: 1.0\n{nested}\n{STORY}".encode()


def _rows(count: int) -> str:
    return "\n".join(
        json.dumps({"text": f"The fire chief of ward {n} said on Friday that {n + 7} sacks of flour burned."})
        for n in range(count)
    )


BAD: dict[str, Make] = {
    "random bytes named .txt": _file("a.txt", random.Random(1).randbytes(100_000)),
    "a picture named .txt": _file("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(5_000)),
    "a program named .html": _file("a.html", b"\x7fELF" + bytes(5_000)),
    "a page named .txt": _file("a.txt", f"<!doctype html><html><body><p>{STORY}</p></body></html>"),
    "an empty file": _file("a.txt", b""),
    "a broken PDF": _file("a.pdf", _pdf(text=STORY)[:700]),
    "a PDF behind a password": _file("a.pdf", _pdf(text=STORY, password="secret")),
    "a PDF of pictures": _file("a.pdf", _pdf()),
    "a PDF page of 1 GB": archives.pdf_gigabyte,
    "a PDF page packed twice, 10 GB": archives.pdf_twice_packed,
    "a PDF page with a million lines": archives.pdf_endless_text,
    "a PDF of 500,000 nested arrays": _file("a.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 500_000 + b"endobj\ntrailer<</Root 1 0 R>>"),
    "old Windows encoding": _file("a.txt", f"“{STORY}” – é".encode("cp1252")),
    "UTF-8 and Windows mixed": _file("a.txt", f"“{STORY}” é\n".encode() * 3 + f"“{STORY}” é\n".encode("cp1252")),
    "UTF-16 without a mark": _file("a.txt", STORY.encode("utf-16-le")),
    "UTF-16 cut off": _file("a.txt", STORY.encode("utf-16")[:-1]),
    "another language": _file("a.txt", GERMAN),
    "a page without text": _file("a.html", "<html><body><script>show()</script></body></html>"),
    "a page with exploding entities": _file("a.html", f"{ENTITIES}<html><body><p>{STORY} &j;</p></body></html>"),
    "a page 100,000 elements deep": _file("a.html", "<div>" * 100_000 + STORY),
    "a page of 4 MB of empty tags": _file("a.html", lambda: "<p><b></b></p>" * 280_000 + STORY),
    "a page of 4 MB of text": _file("a.html", lambda: f"<p>{STORY}</p>\n" * 22_000),
    "a page of 6 MB": _file("a.html", lambda: f"<p>{STORY}</p>\n" * 33_000),
    "a Word document of 10 GB": archives.ten_gigabytes,
    "a Word document that understates itself": archives.understated,
    "a Word document with exploding entities": lambda folder: (folder / "a.docx").write_bytes(archives.docx_with(f"{ENTITIES}<a>&j;</a>".encode())),
    "a Word document of 90 MB of paragraphs": lambda folder: (folder / "a.docx").write_bytes(
        archives.docx_with(
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            + b"<w:p><w:r><w:t>The mayor said it burned.</w:t></w:r></w:p>" * 1_450_000
            + b"</w:body></w:document>"
        )
    ),
    "an archive of other things": lambda folder: (folder / "a.docx").write_bytes(archives.archive({"a.bin": (archives.zeros(10**6), 10**6)})),
    "a mail of 900 nested parts": _file("a.eml", _mail(900)),
    "a mail of 100,000 nested parts": _file("a.eml", _mail(100_000)),
    "JSON 1,000,000 brackets deep": _file("a.json", "[" * 1_000_000),
    "JSON of 19 MB of empty lists": _file("a.json", lambda: "[" + "[]," * 6_300_000 + "[]]"),
    "JSON cut off": _file("a.json", json.dumps([{"text": STORY}])[:-3]),
    "5,000 reports in one file": _file("a.jsonl", lambda: _rows(5_000)),
    "a file of 50 MB": _file("a.txt", lambda: f"{STORY}\n" * 410_000),
    "one line of 5 MB": _file("a.txt", lambda: f"{STORY} " * 41_000),
    "the same bytes twice": lambda folder: [(folder / f"{name}.txt").write_text(LONG) for name in "ab"],
    "one wire text, two outlets": lambda folder: [
        (folder / f"{name}.txt").write_text(f"Outlet: The {name} Courier\n\n{LONG}") for name in ("Alm", "Brod")
    ],
    "100,000 tiny files": _many,
    "100,000 files of another kind": _many_others,
    "links out of the folder and in circles": _links,
    "a pipe": _pipe,
    **{name: _file("a.txt", text) for name, text in TEXTS.items()},
}  # fmt: skip


def fill(name: str, folder: Path) -> None:
    """Make one of the bad inputs in a folder."""
    BAD[name](folder)
