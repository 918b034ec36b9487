"""Files of every kind, made by code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

STORY = (
    "The state granary burned down on Thursday night, the fire chief of the town said on Friday morning at the gate of the yard.",
    "Nobody was hurt, she told reporters, although two men were seen on the roof of the building an hour before the alarm rang.",
    "The Ministry of Supply said that it would send flour to the bakers of the valley until the next harvest is brought in.",
)
TEXT = "\n\n".join(STORY)
PAGE = (
    "<!doctype html><html><body><article>" + "".join(f"<p>{words}</p>" for words in STORY) + "</article></body></html>"
)


def pdf(*paragraphs: str, width: float = 90, password: str = "", head: str = "", **info: str) -> bytes:
    """A PDF with the paragraphs wrapped to `width` millimetres; `info` gives title, author, producer."""
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            if head:
                self.cell(0, 10, f"{head} {self.page_no()}", new_x="LMARGIN", new_y="NEXT")

    paper = Paper()
    for name, value in info.items():
        getattr(paper, f"set_{name}")(value)
    if password:
        paper.set_encryption("owner", password)
    paper.set_font("helvetica", size=11)
    paper.add_page()
    for words in paragraphs:
        paper.multi_cell(width, 6, words, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def docx(*paragraphs: str, heading: str = "", title: str = "", author: str = "", table: tuple[str, ...] = ()) -> bytes:
    """A Word document."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = author
    if heading:
        document.add_heading(heading, 0)
    for words in paragraphs:
        document.add_paragraph(words)
    if table:
        row = document.add_table(1, len(table)).rows[0]
        for cell, words in zip(row.cells, table, strict=True):
            cell.text = words
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def rewritten(document: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An archive with its parts changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return held.getvalue()


def mail(
    text: str | None = TEXT, page: str | None = None, sender: str = "Ana Brelt <ana@courier.example>", **more: str
) -> bytes:
    """A mail; `more` are header fields."""
    message = EmailMessage()
    message["From"] = sender
    fields = {"Subject": "Granary burns in Quillmark", "Date": "Fri, 04 Mar 2033 10:20:00 +0100", **more}
    for name, value in fields.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if page is not None:
        (message.add_alternative if text is not None else message.set_content)(page, subtype="html")
    return message.as_bytes()
