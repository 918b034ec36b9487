"""Families of reports as trees, and in words for the head line."""

from __future__ import annotations

from dataclasses import replace

from sayso.dossier import compose
from sayso.model import Absent, Derivation, Dossier
from tests.affair import dossier

BARE = replace(dossier(), derivations=(), absent=(), cycles=(), drift=(), conflicts=())
A, B, C, D = (report.id for report in BARE.reports)
DISPATCH = Absent(id="x1", is_=f"the NPA report relayed by {A} and {B}", evidence=())


def edge(child: str, parent: str, score: float = 0.5, **fields: object) -> Derivation:
    given = {"basis": "text", "kind": "rewrite", "direction_known": True, "credited": True, **fields}
    return Derivation(child=child, parent=parent, score=score, reasons=("shared words",), **given)  # type: ignore[arg-type]


def pile(*edges: Derivation, absent: tuple[Absent, ...] = ()) -> Dossier:
    return replace(BARE, derivations=edges, absent=absent)


def test_reports_stand_under_what_they_were_made_from() -> None:
    page = compose(pile(edge(B, A), edge(C, B, credited=False)))
    (root,) = page.families
    assert root.note == ""
    assert [branch.note for branch in root.branches] == ["rewrite"]
    assert [branch.note for branch in root.branches[0].branches] == ["rewrite, not credited"]
    assert len(page.alone) == 1


def test_a_dispatch_names_its_relays_only_where_they_do_not_stand_below() -> None:
    page = compose(pile(edge(A, "x1"), absent=(DISPATCH,)))
    assert [(root.label, root.absent) for root in page.families] == [("[x1] the NPA report (not in the pile)", True)]
    page = compose(pile(edge(A, "x1", 0.1), edge(A, C, 0.9), absent=(DISPATCH,)))
    (lone,) = [root for root in page.families if root.absent]
    assert "relayed by" in lone.label
    assert A not in lone.label or page.families[-1].branches[0].label.split()[0] == A


def test_a_root_whose_children_owe_more_to_another_says_where_it_went() -> None:
    page = compose(pile(edge(C, A, 0.9), edge(C, B, 0.2)))
    assert [root.note.startswith("something of it in ") for root in page.families] == [False, True]


def test_an_unknown_direction_is_told() -> None:
    page = compose(pile(edge(B, A, direction_known=False)))
    assert page.families[0].branches[0].note == "rewrite, who took from whom unknown"


def test_the_head_line_tells_one_dispatch_from_shared_text() -> None:
    def words(found: Dossier) -> str:
        return next(text for text, place in compose(found).figures if place == "stemma")

    assert words(pile()) == "no report is made from another"
    assert words(pile(edge(B, A))) == "2 reports share text"
    assert (
        words(pile(edge(A, "x1"), edge(B, "x1"), edge(C, B), absent=(DISPATCH,))) == "3 reports come from one dispatch"
    )
    assert words(pile(edge(B, A), edge(D, C))) == "2 families of reports that share text"
