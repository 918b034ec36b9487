"""The findings as data frames: one row each, one type a column, and words instead of an ImportError."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import pytest

import sayso
from sayso.dossier.render.table import table
from sayso.model import Dossier
from tests.affair import dossier

KINDS = ("claims", "propositions", "conflicts", "updates", "timeline", "history")


def rows(kind: Any, held: Dossier | None = None) -> list[dict[str, Any]]:
    """The rows of a table, each as its cells by column name."""
    columns = table(held or dossier(), kind)
    cells = zip(*(column.cells for column in columns), strict=True)
    return [dict(zip((column.name for column in columns), row, strict=True)) for row in cells]


def empty() -> Dossier:
    return replace(
        dossier(),
        claims=(),
        propositions=(),
        conflicts=(),
        updates=(),
        drift=(),
        timeline=(),
        derivations=(),
        actors=(),
    )


def test_every_finding_has_its_row() -> None:
    held = dossier()
    assert [row["claim"] for row in rows("claims")] == [claim.id for claim in held.claims]
    assert [row["proposition"] for row in rows("propositions")] == [each.id for each in held.propositions]
    assert [(row["a"], row["b"]) for row in rows("conflicts")] == [(each.a, each.b) for each in held.conflicts]


def test_a_claim_says_where_it_stands_and_who_vouches() -> None:
    held = dossier()
    texts = {report.file: report.text for report in held.reports}
    for row, claim in zip(rows("claims"), held.claims, strict=True):
        assert texts[row["file"]][row["start"] : row["end"]] == row["exact"]
        assert row["chain"] == " › ".join(link.name for link in claim.chain)
        assert row["origin"] == (claim.chain[0].name if claim.chain else None)


def test_a_proposition_counts_what_concerns_it() -> None:
    held = dossier()
    of = {each.id: each for each in held.propositions}
    for row in rows("propositions"):
        own = set(of[row["proposition"]].claims)
        assert row["conflicts"] == sum(1 for pair in held.conflicts if pair.a in own or pair.b in own)
        assert row["claims"] == len(own)
        assert row["independent_origins"] <= row["origins"]
    assert any(row["conflicts"] for row in rows("propositions"))


def test_a_status_without_a_known_order_is_missing() -> None:
    held = dossier()
    first = next(each for each in held.propositions if each.history)
    unordered = replace(first, history=tuple(replace(event, order=None) for event in first.history))
    (row,) = rows("propositions", replace(held, propositions=(unordered,)))
    assert row["status"] is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_frame_holds_the_table_and_has_the_same_types_when_empty(kind: Any, backend: Any) -> None:
    pytest.importorskip(backend, reason=f"{backend} is not installed")
    frame, none = (sayso.to_dataframe(held, kind, backend) for held in (dossier(), empty()))
    assert (len(frame), len(none)) == (len(rows(kind)), 0)
    assert list(frame.columns) == list(none.columns) == [column.name for column in table(dossier(), kind)]
    assert list(frame.dtypes) == list(none.dtypes)
    held = frame.to_dict("records") if backend == "pandas" else frame.to_dicts()
    for got, wanted in zip(held, rows(kind), strict=True):
        assert {name: None if str(cell) == "<NA>" else cell for name, cell in got.items()} == wanted


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_half_a_character_does_not_stop_a_table(backend: Any) -> None:
    library = pytest.importorskip(backend, reason=f"{backend} is not installed")
    held = dossier()
    broken = replace(held.claims[0], text="half \ud83d gone")
    frame = sayso.to_dataframe(replace(held, claims=(broken, *held.claims[1:])), "claims", backend)
    assert isinstance(frame, library.DataFrame)
    assert next(iter(frame["text"])) == "half ? gone"


def test_the_backend_is_the_one_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(
        sayso.MissingLibraryError, match="neither pandas nor polars is installed; add one: python -m pip install pandas"
    ):
        sayso.to_dataframe(dossier())
    with pytest.raises(
        sayso.MissingLibraryError, match=r"^polars is not installed; add it: python -m pip install polars$"
    ):
        sayso.to_dataframe(dossier(), backend="polars")


def test_a_wrong_kind_or_backend_is_a_value_error() -> None:
    with pytest.raises(
        ValueError,
        match="no table of 'actors'; kind is one of claims, propositions, conflicts, updates, timeline, history",
    ):
        sayso.to_dataframe(dossier(), "actors")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no backend 'arrow'; backend is one of pandas, polars"):
        sayso.to_dataframe(dossier(), backend="arrow")  # type: ignore[arg-type]
