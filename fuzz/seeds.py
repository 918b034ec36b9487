"""First inputs of each target, made by code: one sound file a kind, and some that are broken in a known way."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage

STORY = (
    "QUILLMARK, March 4 (NPA) - The state granary burned down on Thursday night, the fire chief of the town said.\n\n"
    "“Nobody was hurt,” Ana Brelt told reporters, although two men were seen on the roof an hour before.\n\n"
    "According to the Ministry of Supply, 1,200 sacks of flour worth $3 million were lost; the Courier, citing the mayor, put it at 900.\n"
)
HEADED = f"Title: A granary burns\nOutlet: Courier\nPublished: 4 March 2033\n\n{STORY}"
PAGE = (
    '<!doctype html><html lang="en"><head><title>Granary burns</title><meta property="og:site_name" content="The Courier">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Granary burns", "datePublished": "2033-03-04"}</script></head><body><article><h1>Granary burns</h1>'
    + "".join(f"<p>{words}</p>" for words in STORY.split("\n\n"))
    + "</article></body></html>"
)


def pdf() -> bytes:
    """A PDF of one page."""
    from fpdf import FPDF

    paper = FPDF()
    paper.set_title("Granary burns in Quillmark")
    paper.set_font("helvetica", size=11)
    paper.add_page()
    for words in STORY.split("\n\n"):
        plain = words.encode("latin-1", "replace").decode("latin-1")
        paper.multi_cell(90, 6, plain, new_x="LMARGIN", new_y="NEXT")
    paper.set_compression(False)
    return bytes(paper.output())


def docx() -> bytes:
    """A Word document with a heading, paragraphs and a table."""
    from docx import Document

    document = Document()
    document.add_heading("Granary burns", 0)
    for words in STORY.split("\n\n"):
        document.add_paragraph(words)
    document.add_table(1, 2).rows[0].cells[0].text = "sacks"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def mail() -> bytes:
    """A mail with a text part, a page and an attachment."""
    message = EmailMessage()
    message["From"] = "Ana Brelt via The Courier <ana@courier.example>"
    message["Subject"] = "Fwd: Granary burns in Quillmark"
    message["Date"] = "Fri, 04 Mar 2033 10:20:00 +0100"
    message.set_content(STORY)
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="story.pdf")
    return message.as_bytes()


def objects() -> bytes:
    """A list of objects, one of them in the fields of ninjs."""
    ninjs = {
        "uri": "https://courier.example/1", "headline": "Granary burns", "body_html": PAGE, "byline": "Ana Brelt", "provider": {"name": "NPA"},
        "source": "Courier", "versioncreated": "2033-03-04T10:20:00+01:00", "located": "Quillmark", "bodies": [{"role": "main", "value": STORY}],
    }  # fmt: skip
    return json.dumps(
        [{"text": STORY, "title": "A granary", "outlet": "Courier", "published": 1_985_000_000}, ninjs, 7]
    ).encode()


def seeds(target: str) -> list[bytes]:
    """Return the first inputs of a target."""
    made: dict[str, list[bytes]] = {
        "text": [
            STORY.encode(),
            HEADED.encode("utf-16"),
            HEADED.encode("cp1252"),
            b"---\ntitle: x\n---\n" + STORY.encode(),
        ],
        "html": [PAGE.encode(), b"<p>" * 50 + STORY.encode()],
        "pdf": [pdf()],
        "docx": [docx(), zipfile.ZipFile(io.BytesIO(docx())).read("word/document.xml")],
        "mail": [mail(), b"From: a\nSubject: b c\nDate: x\n\n" + STORY.encode()],
        "json": [objects(), b'{"text": "The mayor said it."}\n{"body_html": "<p>The mayor said it.</p>"}\n'],
    }
    whole = [bytes([at]) + first for at, held in enumerate(made.values()) for first in held]
    return {**made, "whole": whole, "pile": [bytes(range(256)) * 2, bytes(range(255, -1, -1)) * 3]}[target]
