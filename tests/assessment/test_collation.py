"""Two reports side by side: passages lead back to the text, order is told, what one adds is what the other does not have."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.assessment import spine
from sayso.assessment.collation import order_of
from sayso.model import Aligned, Span

WIRE = (
    "Title: Ferry adrift off Osk\nOutlet: The Osk Courier\nPublished: 2033-03-04\n\n"
    "The ferry Marigold lost both engines on Thursday evening and drifted for six hours before a tug reached her, the harbour office said.\n\n"
    "Some 140 passengers were taken ashore in lifeboats, the harbour master, Ilse Varn, told reporters on the pier.\n\n"
    "“The fuel may have been mixed with water,” Varn said.\n\n"
    "The company that owns the ferry declined to comment on the age of the engines.\n"
)
REWRITE = (
    "Title: Night of fear\nOutlet: The Vale Echo\nPublished: 2033-03-05\n\n"
    "A choir from Quillmark sang until midnight on the upper deck.\n\n"
    "The ferry Marigold lost both engines on Thursday evening and drifted for six hours before a tug reached her.\n\n"
    "Some 140 passengers were taken ashore in lifeboats, the harbour master, Ilse Varn, told reporters on the pier.\n\n"
    "The company that owns the ferry declined to comment on the age of the engines.\n"
)
OTHER = (
    "Title: Orchard prize\nOutlet: The Quillmark Monitor\nPublished: 2033-03-06\n\n"
    "Nadia Roth won the orchard prize on Sunday with a pear that weighs two kilograms.\n\n“I watered it with tea,” Roth said.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ferry")
    for name, text in (("wire", WIRE), ("echo", REWRITE), ("other", OTHER)):
        (place / f"{name}.txt").write_text(text, "utf-8")
    return place


@pytest.fixture(scope="module")
def found(folder: Path) -> sayso.Collation:
    return sayso.compare(folder / "echo.txt", folder / "wire.txt", workers=1)


def test_the_one_that_was_made_from_the_other_stands_on_the_right(found: sayso.Collation, folder: Path) -> None:
    assert (found.left.outlet, found.right.outlet) == ("The Osk Courier", "The Vale Echo")
    assert (found.edges[0].child, found.edges[0].credited) == (found.right.id, False)
    turned = sayso.compare(folder / "wire.txt", folder / "echo.txt", workers=1)
    assert (turned.left, turned.passages) == (found.left, found.passages)


def test_passages_lead_back_to_words_of_both(found: sayso.Collation) -> None:
    assert found.order == "same"
    shared = [
        (p.parent_span.of(found.left.text), p.child_span.of(found.right.text)) for p in found.passages if p.parent_span
    ]
    assert any("Some 140 passengers" in mine and "Some 140 passengers" in theirs for mine, theirs in shared)
    assert all(mine in found.left.text and theirs in found.right.text for mine, theirs in shared)


def test_what_it_adds_stands_in_no_passage(found: sayso.Collation) -> None:
    assert any("choir" in claim.exact for claim in found.additions)
    assert not any(claim.span.overlaps(p.child_span) for claim in found.additions for p in found.passages)


def test_a_further_pile_keeps_the_pair(folder: Path) -> None:
    found = sayso.compare(folder / "wire.txt", folder / "echo.txt", pile=folder, workers=1)
    assert len(found.dossier.reports) == 3
    assert (found.left.file, found.right.file) == ("wire.txt", "echo.txt")


def test_nothing_in_common_is_an_answer(folder: Path) -> None:
    found = sayso.compare(folder / "wire.txt", folder / "other.txt", workers=1)
    assert (found.edges, found.passages, found.additions, found.order) == ((), (), (), None)


def test_one_report_in_two_formats(folder: Path, tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in WIRE.partition("\n\n")[2].split("\n\n"))
    (tmp_path / "wire.html").write_text(
        f"<html><head><title>Ferry adrift</title></head><body><article><h1>Ferry adrift</h1>{body}</article></body></html>",
        "utf-8",
    )
    found = sayso.compare(folder / "wire.txt", tmp_path / "wire.html", workers=1)
    held = sum(len(p.child_span) for p in found.passages)
    assert held > 0.9 * len(found.right.body)


@pytest.mark.parametrize("text", [WIRE, "Outlet: The Osk Courier\n\nNobody came.\n"])
def test_a_second_copy_of_one_outlet_shares_the_whole_text(text: str, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    found = sayso.compare(tmp_path / "first.txt", tmp_path / "second.txt", workers=1)
    assert sum(len(p.child_span) for p in found.passages) > 0.9 * len(found.right.body.of(found.right.text).strip())
    assert all(edge.kind == "copy" for edge in found.edges)


def test_what_is_not_two_reports_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(sayso.NotTwoReportsError, match="are one report"):
        sayso.compare(folder / "wire.txt", folder / "wire.txt", workers=1)
    with pytest.raises(sayso.NotTwoReportsError, match="gives 3 reports"):
        sayso.compare(folder / "wire.txt", folder, workers=1)
    with pytest.raises(sayso.NothingReadError, match=r"gave no report to compare: .*there is no such file"):
        sayso.compare(folder / "wire.txt", tmp_path / "missing.txt", workers=1)


spans = st.integers(0, 200).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, start + 30)))


@given(st.lists(st.builds(Aligned, spans, spans, st.just(1.0)), max_size=12))
def test_the_spine_runs_forward_on_both_sides(passages: list[Aligned]) -> None:
    ordered = sorted(passages, key=lambda p: p.child_span)
    chain = [ordered[number] for number in spine(ordered)]
    assert bool(chain) == bool(passages)
    for one, two in pairwise(chain):
        assert one.parent_span is not None and two.parent_span is not None
        assert one.child_span.start <= two.child_span.start and one.parent_span.start <= two.parent_span.start


def test_order_in_words() -> None:
    here = [Aligned(Span(10 * n, 10 * n + 10), Span(10 * n, 10 * n + 10), 1.0) for n in range(6)]
    assert order_of(here) == "same"
    assert order_of(here[:1]) is None
    back = [replace(p, parent_span=Span(100 - p.child_span.start, 110 - p.child_span.start)) for p in here]
    assert order_of(back) == "other"
    assert order_of([replace(here[0], parent_span=Span(90, 100)), *here[1:]]) == "mostly"
