"""Anchors find their words again, whatever else has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.casefile import Finder, anchor
from sayso.model import Claim, Passage
from tests.build import report

TEXT = "The lamp went dark. The bell rang. The lamp came back."
HERE = report(TEXT, "r-1", file="quay.txt")


def claim(start: int, end: int, home: str = "r-1", text: str = TEXT) -> Claim:
    return Claim(
        id=f"{home}.{start}", report=home, start=start, end=end, exact=text[start:end], kind="statement", text=text[start:end], chain=(),
        attributions=(), polarity="positive", certainty="certain",
    )  # fmt: skip


@given(st.text(min_size=1), st.data())
def test_words_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    home = replace(HERE, text=text)
    assert Finder([home]).words(anchor(home, start, end)) == Passage("r-1", start, end, text[start:end])


def test_a_range_outside_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"quay\.txt has no range 50\.\.99; it has 54 characters"):
        anchor(HERE, 50, 99)


def test_a_report_is_found_under_another_id_and_another_name() -> None:
    where = anchor(HERE, 4, 8)
    moved = replace(HERE, id="r-2", file="elsewhere.txt")
    assert Finder([moved]).words(where) == Passage("r-2", 4, 8, "lamp")
    assert Finder([moved]).report(anchor(HERE)) == moved


def test_the_report_that_was_meant_goes_before_a_copy_of_it() -> None:
    copy = replace(HERE, id="r-0", file="copy.txt")
    assert Finder([copy, HERE]).report(anchor(HERE)) == HERE
    assert Finder([copy, replace(HERE, id="r-9")]).report(anchor(HERE)) == replace(HERE, id="r-9")  # by its file


def test_words_of_a_changed_text_are_found_nearest_to_where_they_stood() -> None:
    changed = report("Corrected. " + TEXT, "r-3", file="quay.txt")
    assert Finder([changed]).words(anchor(HERE, 39, 43)) == Passage("r-3", 50, 54, "lamp")
    assert Finder([changed]).words(anchor(HERE, 4, 8)) == Passage("r-3", 15, 19, "lamp")


def test_words_that_stand_nowhere_are_not_found() -> None:
    assert Finder([report("Nothing of it.", "r-3")]).words(anchor(HERE, 4, 8)) is None
    assert Finder([]).report(anchor(HERE)) is None


def test_the_claim_is_found_though_a_newer_model_cuts_otherwise() -> None:
    meant = anchor(HERE, 0, 18)
    finder = Finder([HERE])
    assert finder.claim(meant, [claim(0, 18), claim(20, 33)]) == claim(0, 18)
    assert finder.claim(meant, [claim(4, 19), claim(20, 33)]) == claim(4, 19)
    assert finder.claim(meant, [claim(0, 54), claim(0, 19)]) == claim(0, 19)
    assert finder.claim(meant, [claim(17, 33)]) is None  # shares a letter
    assert finder.claim(meant, [claim(0, 18, "r-2")]) is None
