"""Datelines: place, date and agency at the head of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.dateline import dateline


def found(text: str) -> tuple[str, str | None, str | None, str] | None:
    line = dateline(text, 0, len(text))
    if line is None:
        return None
    return line.span.of(text), line.agency.of(text) if line.agency else None, line.published, text[line.text_from :]


@pytest.mark.parametrize(
    ("head", "words", "agency", "published"),
    [
        ("QUILLMARK, March 4 (NPA) - ", "QUILLMARK, March 4 (NPA)", "NPA", None),
        ("QUILLMARK, 4 March. NORPRESS. ", "QUILLMARK, 4 March. NORPRESS", "NORPRESS", None),
        ("QUILLMARK, 4 March. /NORPRESS/. ", "QUILLMARK, 4 March. /NORPRESS/", "NORPRESS", None),
        ("QUILLMARK. NORPRESS. ", "QUILLMARK. NORPRESS", "NORPRESS", None),
        ("QUILLMARK (Reuters) — ", "QUILLMARK (Reuters)", "Reuters", None),
        ("Quillmark (dpa) – ", "Quillmark (dpa)", "dpa", None),
        ("QUILLMARK, 4 March 2033 — ", "QUILLMARK, 4 March 2033", None, "2033-03-04"),
        ("QUILLMARK, March 4, 2033 (NPA) -- ", "QUILLMARK, March 4, 2033 (NPA)", "NPA", "2033-03-04"),
        ("OSK HARBOUR, Ohl. (AP) — ", "OSK HARBOUR, Ohl. (AP)", "AP", None),
        ("OSK HARBOUR, O.L., Sept. 26 (UPI) — ", "OSK HARBOUR, O.L., Sept. 26 (UPI)", "UPI", None),
        ("QUILLMARK — ", "QUILLMARK", None, None),
        ("QUILLMARK/OSK, Tuesday (NPA) - ", "QUILLMARK/OSK, Tuesday (NPA)", "NPA", None),
        ("Quillmark, 4 March: ", "Quillmark, 4 March", None, None),
        ("**Quillmark, March 4** — ", "Quillmark, March 4", None, None),
        ("OSK HARBOUR, Ohl. -- ", "OSK HARBOUR, Ohl.", None, None),
        ("(NPA) - ", "(NPA)", "NPA", None),
    ],
)
def test_a_dateline_is_found_and_the_text_begins_after_it(
    head: str, words: str, agency: str | None, published: str | None
) -> None:
    assert found(head + "The granary burned.") == (words, agency, published, "The granary burned.")


@pytest.mark.parametrize(
    "text",
    [
        "The granary burned on 4 March - nobody saw it.",
        "Monday — the granary burned.",
        "ANA BRELT: Good morning to all of you.",
        "UPDATE — the granary burned.",
        "Quillmark - a town of grain - was silent.",
        "No — he never said so.",
        "It was May. The granary burned.",
        "QUILLMARK: the granary burned.",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found(text) is None


@given(st.text(alphabet="ABab ,./()-—*_:0123456789May\n", max_size=200))
def test_any_text_gives_ranges_inside_it(text: str) -> None:
    line = dateline(text, 0, len(text))
    assert line is None or (line.span.end <= line.text_from <= len(text) and line.span.of(text).strip())


def test_a_place_in_capitals_with_a_full_stop_needs_to_be_named_again() -> None:
    assert found("QUILLMARK. The granary of Quillmark burned.") == (
        "QUILLMARK",
        None,
        None,
        "The granary of Quillmark burned.",
    )
    assert found("GONE. The granary burned.") is None
