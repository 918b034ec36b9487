"""Word documents: text, what they say about themselves, and archives that are none or too big."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.errors import UnreadableError
from sayso.reading.docx import read_docx
from tests.reading import files

LIMITS = Limits()
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 60}">' for n in range(8))
    + "]>"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), data)
    return held.getvalue()


def with_body(xml: str) -> bytes:
    return files.rewritten(files.docx("x"), lambda name, data: xml.encode() if name == "word/document.xml" else data)


def test_paragraphs_and_tables_are_lines() -> None:
    draft = read_docx(files.docx(*files.STORY, table=("sacks", "1,200")), LIMITS)
    assert draft.text == "\n".join([*files.STORY, "sacks\t1,200"])


def test_a_title_in_the_text_or_in_the_properties_is_the_title() -> None:
    draft = read_docx(files.docx(*files.STORY, heading="Granary burns in Quillmark"), LIMITS)
    assert draft.value("title") == "Granary burns in Quillmark"
    assert draft.body is not None and draft.body.of(draft.text).startswith("The state granary")
    draft = read_docx(files.docx(*files.STORY, title="Granary burns in Quillmark", author="Ana Brelt"), LIMITS)
    assert (draft.value("title"), draft.value("byline")) == ("Granary burns in Quillmark", "Ana Brelt")


def test_no_day_is_made_up_from_when_somebody_typed() -> None:
    assert read_docx(files.docx(*files.STORY, title="Granary burns down"), LIMITS).published is None


def test_a_header_block_is_understood() -> None:
    draft = read_docx(
        files.docx("Title: A fire", "Outlet: Courier", "Published: 4 March 2033", "", *files.STORY), LIMITS
    )
    assert (draft.value("title"), draft.value("outlet"), draft.published) == ("A fire", "Courier", "2033-03-04")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 and no more", "damaged"),
        (files.docx("x")[:2_000], "damaged"),
        (archive(a_txt=b"words"), "an archive"),
        (archive(xl__workbook_xml=b"<x/>"), "table of numbers"),
        (archive(word__document_xml=b"<x/>"), "damaged"),
        (with_body("<w:document"), "damaged"),
        (with_body(f"<w:document {W}><w:body/></w:document>"), "no text is found"),
        (
            with_body(f"{BOMB}<w:document {W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"),
            "damaged|no text",
        ),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_docx(data, LIMITS)


def test_sizes_are_looked_up_before_anything_is_unpacked() -> None:
    data = files.rewritten(
        files.docx("x"), lambda name, data: bytes(50_000_000) if name == "word/document.xml" else data
    )
    assert len(data) < 200_000
    with pytest.raises(UnreadableError, match=r"unpacks to 50,\d+,\d+ bytes in .* more than the 10,000,000"):
        read_docx(data, Limits(unpacked_bytes=10_000_000))


def test_an_entry_that_understates_itself_is_damaged() -> None:
    data = files.docx(*files.STORY)
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        size = made.getinfo("word/document.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (20).to_bytes(4, "little"))
    with pytest.raises(UnreadableError, match="damaged"):
        read_docx(lying, LIMITS)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_of_a_document_is_read_or_refused(words: str) -> None:
    safe = "".join(char for char in words if char.isprintable())
    try:
        draft = read_docx(files.docx(safe), LIMITS)
    except UnreadableError:
        return
    assert draft.text.split() == safe.split()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30_000), st.binary(min_size=1, max_size=30))
def test_a_damaged_document_is_read_or_refused(at: int, noise: bytes) -> None:
    data = files.docx(*files.STORY)
    try:
        draft = read_docx(data[:at] + noise + data[at + len(noise) :], LIMITS)
    except UnreadableError:
        return
    assert draft.body is not None and draft.body.end <= len(draft.text)
