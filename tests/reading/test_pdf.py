"""PDF: paragraphs, words cut at line ends, page breaks, what the file says about itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.errors import UnreadableError
from sayso.reading.pdf import read_pdf
from sayso.reading.pdf_lines import Line, flowing
from tests.reading import files

LIMITS = Limits()


def lines(*rows: tuple[str, float] | str, width: float = 400, left: float = 50, step: float = 14) -> list[Line]:
    """Lines of 10 points below one another; a row is words, which fill the line, or words and where the line ends."""
    found = []
    for number, row in enumerate(rows):
        words, right = (row, left + width) if isinstance(row, str) else row
        found.append(Line(words, left, right, 800 - step * number, 10.0, words.endswith("-")))
    return found


def test_wrapped_lines_are_paragraphs_again() -> None:
    draft = read_pdf(files.pdf(*files.STORY), LIMITS)
    assert draft.text == files.TEXT
    assert draft.body is not None and draft.body.of(draft.text) == files.TEXT


def test_paragraphs_go_on_over_pages_and_running_heads_are_left_out() -> None:
    paragraphs = [
        f"{words} It was fire number {n} of the year in the valley." for n in range(40) for words in files.STORY
    ]
    draft = read_pdf(files.pdf(*paragraphs, width=60, head="The Quillmark Courier, page"), LIMITS)
    assert draft.text == "\n\n".join(paragraphs)


def test_title_author_and_day_are_taken_where_they_are_plainly_meant() -> None:
    data = files.pdf(*files.STORY, title="Granary burns in Quillmark", author="Ana Brelt")
    draft = read_pdf(data, LIMITS)
    assert (draft.value("title"), draft.value("byline")) == ("Granary burns in Quillmark", "Ana Brelt")
    assert draft.published is not None and len(draft.published) == 10


@pytest.mark.parametrize(
    "title", ["report_final.doc", "Microsoft Word - Granary burns", "untitled", "Untitled document 3"]
)
def test_a_file_name_is_no_title_and_gives_no_day(title: str) -> None:
    draft = read_pdf(files.pdf(*files.STORY, title=title, author="admin user"), LIMITS)
    assert (draft.value("title"), draft.value("byline"), draft.published) == (None, None, None)


def test_a_printed_page_gives_no_day() -> None:
    data = files.pdf(*files.STORY, title="Granary burns in Quillmark", producer="Skia/PDF m120")
    assert read_pdf(data, LIMITS).published is None


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the com-", "mittee met", "the committee met"),
        ("the anti-", "war march", "the anti-war march"),
        ("the Brelt-", "Marn line", "the Brelt-Marn line"),
        ("in 2031-", "32 it", "in 2031-32 it"),
    ],
)
def test_words_cut_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert flowing([lines(first, second)]) == whole


def test_a_hyphen_stays_when_the_text_has_the_word_with_it() -> None:
    assert flowing([lines("a fire-proof wall and a fire-", "proof door")]).endswith("fire-proof door")


def test_a_gap_an_indent_and_a_short_line_begin_paragraphs() -> None:
    short = ("It ended here.", 120.0)
    assert flowing([lines("One line that is full", short, "Another line that is full")]).count("\n\n") == 1
    page = lines("One line that is full.", "Another line that is full.")
    assert flowing([[page[0], Line("Indented.", 65, 450, 786, 10.0)]]).count("\n\n") == 1
    assert (
        flowing(
            [
                [
                    page[0],
                    Line("Below a gap", 50, 450, 750, 10.0),
                    Line("and on", 50, 450, 736, 10.0),
                    Line("and on", 50, 450, 722, 10.0),
                ]
            ]
        ).count("\n\n")
        == 1
    )
    assert flowing([[page[0], Line("In larger letters", 50, 450, 780, 18.0)]]).count("\n\n") == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (files.pdf(*files.STORY)[:600], "damaged"),
        (b"%PDF-1.7", "damaged"),
        (files.pdf(*files.STORY, password="secret"), "password"),
        (files.pdf(), "no text is found"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_pdf(data, LIMITS)


def test_limits_are_stated() -> None:
    data = files.pdf(*files.STORY * 40)
    with pytest.raises(UnreadableError, match="more than the 1 that are read"):
        read_pdf(data, Limits(pages=1))
    with pytest.raises(UnreadableError, match="more than the 1,000 characters"):
        read_pdf(data, Limits(characters=1_000))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.builds(
                Line,
                st.text(min_size=1, max_size=20),
                st.floats(0, 600),
                st.floats(0, 600),
                st.floats(0, 800),
                st.floats(0, 40),
                st.booleans(),
            ),
            max_size=6,
        ),
        max_size=4,
    )
)
def test_no_word_is_lost_whatever_the_lines(pages: list[list[Line]]) -> None:
    text = flowing(pages)
    kept = {char for char in text if char.isalpha()}
    assert kept <= {char for page in pages for line in page for char in line.words}
    if len(pages) == 1:
        letters = [char for line in pages[0] for char in line.words if char.isalpha()]
        assert [char for char in text if char.isalpha()] == letters


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1_500), st.binary(max_size=30))
def test_a_damaged_pdf_is_read_or_refused(at: int, noise: bytes) -> None:
    data = files.pdf(*files.STORY)
    try:
        draft = read_pdf(data[:at] + noise + data[at + len(noise) :], LIMITS)
    except UnreadableError:
        return
    assert draft.body is not None and draft.body.end <= len(draft.text)
