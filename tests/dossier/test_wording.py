"""Findings in words, and words in their sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.compose.context import ends_of, paragraphs, sentence_around
from sayso.dossier.compose.difference import differences
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.wording import counted, glyphs, manner, spoken, why_counted
from sayso.model import Origin, Pair, Proposition, Span
from tests.affair import CLAIMS, COURIER, R1, R2, dossier
from tests.build import span


def proposition(independent: int, origins: int, *pairs: tuple[int, int, str]) -> Proposition:
    """A proposition with so many origins, of which so many are shown independent."""
    return Proposition(
        id="p",
        text="It rained",
        claims=(),
        origins=tuple(Origin(f"o{n}", f"Witness {n}", None) for n in range(origins)),
        pairs=tuple(Pair(f"o{a}", f"o{b}", grade, "because") for a, b, grade in pairs),  # type: ignore[arg-type]
        independent_origins=independent,
    )


@pytest.mark.parametrize(
    ("case", "signs", "words"),
    [
        (proposition(0, 0), "○", "no origin named, in 2 reports"),
        (proposition(1, 1), "●", "1 origin in 2 reports"),
        (proposition(1, 2, (0, 1, "none")), "●", "2 origins, not shown independent, in 2 reports"),
        (proposition(1, 2, (0, 1, "possible")), "●◐", "2 origins, not shown independent, in 2 reports"),
        (proposition(2, 2, (0, 1, "shown")), "●●", "2 origins shown independent, in 2 reports"),
        (
            proposition(2, 3, (1, 2, "shown"), (0, 1, "possible"), (0, 2, "possible")),
            "●●◐",
            "2 origins shown independent of 3, in 2 reports",
        ),
        (proposition(2, 3, (1, 2, "shown"), (0, 1, "none"), (0, 2, "possible")), "●●", "2 origins shown independent of 3, in 2 reports"),
        (proposition(7, 7, *((a, b, "shown") for a in range(7) for b in range(a + 1, 7))), "●×7", "7 origins shown independent, in 2 reports"),
    ],
)  # fmt: skip
def test_signs_and_words_say_the_same(case: Proposition, signs: str, words: str) -> None:
    assert glyphs(case) == signs
    assert counted(case, 2) == words
    assert why_counted(case)[0].endswith(".")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2033-03-04", "4 March 2033"),
        ("XXXX-06", "June (year unknown)"),
        ("XXXX-07-02", "2 July (year unknown)"),
        ("203X", "203x"),
        ("2033-22", "summer 2033"),
        ("2033-05-02?", "perhaps 2 May 2033"),
        ("2033-05-02~", "about 2 May 2033"),
        ("[XXXX-07,XXXX-08]", "July or August (year unknown)"),
        ("2033-05-02/2033-05-04", "2 May 2033 to 4 May 2033"),
        ("2033-05/..", "from May 2033"),
        ("../2033-05", "until May 2033"),
        ("2033-05-02T14:30", "2 May 2033 14:30"),
        ("whenever", "whenever"),
        ("2033-13", "2033-13"),
        (None, "date unknown"),
    ],
)
def test_dates_are_said_and_never_completed(edtf: str | None, words: str) -> None:
    assert spoken(edtf) == words


@given(st.text(max_size=30))
def test_any_date_field_gives_words(edtf: str) -> None:
    assert spoken(edtf)


def test_manner_quotes_the_hedge_and_the_refusal() -> None:
    by_id = {c.id: c for c in CLAIMS}
    assert manner(by_id["c03"], COURIER) == "“may have”"
    assert manner(by_id["c06"], COURIER) == "no answer: “declined to comment”"
    assert manner(by_id["c04"], COURIER) == "negated"
    assert manner(by_id["c02"], COURIER) == "flat statement"
    assert manner(replace(by_id["c02"], certainty="unknown"), COURIER) == "left open"
    assert manner(replace(by_id["c02"], polarity="negative", stance="deny"), COURIER) == "denied"


def test_a_sentence_ends_where_it_ends() -> None:
    text = "Dr. J. Orm spoke. “It rained,” he said.\n\nNothing more. Mr. Pell left at 3.30 p.m. on foot."
    found = [sentence_around(text, ends_of(text), span(text, words)).of(text) for words in ("rained", "Orm", "foot")]
    assert found == ["“It rained,” he said.", "Dr. J. Orm spoke.", "Mr. Pell left at 3.30 p.m. on foot."]


@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 60))
def test_a_sentence_holds_its_words(text: str, start: int, length: int) -> None:
    if start + length <= len(text) and text[start : start + length].strip() == text[start : start + length]:
        words = Span(start, start + length)
        assert sentence_around(text, ends_of(text), words).contains(words)


@given(st.text(alphabet="ab \n\r\t", max_size=200))
def test_paragraphs_hold_all_words_once(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(p.of(text).split()) for p in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_what_a_rewrite_changed_is_marked() -> None:
    new, old = differences("It was dust.", "It may have been dust.")
    shown = ["".join(p.text or f"<{p.tag}>" for p in side if p.kind != "close") for side in (new, old)]
    assert shown == ["It <ins>was dust.", "It <del>may have been dust."]


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_difference_loses_no_word(new: str, old: str) -> None:
    left, right = differences(new, old)
    for text, pieces in ((new, left), (old, right)):
        assert "".join("".join(p.text for p in pieces).split()) == "".join(visible(text).split())


@given(st.text(max_size=200), st.integers(10, 80))
def test_shortened_text_fits_in_one_line(text: str, limit: int) -> None:
    line = shortened(text, limit)
    assert len(line) <= limit and "\n" not in line


def test_reports_are_called_by_their_files_even_where_two_are_called_the_same() -> None:
    base = dossier()
    twins = tuple(replace(r, file=f"{n}/same.txt") for n, r in enumerate(base.reports[:2])) + base.reports[2:]
    index = Index(dossier(reports=twins))
    assert [index.label(R1), index.label(R2)] == ["same·1", "same·2"]
    assert index.said(f"it follows {R1}") == "it follows same·1"
    assert index.place(index.claims["c03"]) == "same·1 ¶2"


def test_files_are_sorted_as_a_reader_counts() -> None:
    base = dossier()
    files = ("r10.txt", "r2.txt", "r1.txt", "a.txt")
    index = Index(dossier(reports=tuple(replace(r, file=f) for r, f in zip(base.reports, files, strict=True))))
    assert [r.file for r in index.in_order] == ["a.txt", "r1.txt", "r2.txt", "r10.txt"]
