"""Families of derived reports."""

from dataclasses import replace

from sayso.cli.families import families
from sayso.model import Derivation
from tests.affair import dossier


def edge(child: str, parent: str, score: float = 0.5, basis: str = "text") -> Derivation:
    return Derivation(
        child=child, parent=parent, basis=basis, kind="rewrite", direction_known=True, credited=False, score=score, reasons=("shared words",)  # type: ignore[arg-type]
    )  # fmt: skip


def test_reports_that_hang_together_make_one_family() -> None:
    bare = dossier()
    ids = [report.id for report in bare.reports]
    (family,) = families(replace(bare, absent=(), derivations=(edge(ids[1], ids[0]), edge(ids[2], ids[1]))))
    assert (family.reports, family.roots) == (ids[:3], [ids[0]])
    assert family.below == {ids[0]: [ids[1]], ids[1]: [ids[2]]}


def test_a_report_stands_once_under_the_parent_it_owes_most() -> None:
    bare = dossier()
    ids = [report.id for report in bare.reports]
    (family,) = families(replace(bare, absent=(), derivations=(edge(ids[2], ids[0], 0.2), edge(ids[2], ids[1], 0.8))))
    assert family.below == {ids[1]: [ids[2]]}
    assert family.roots == ids[:2]


def test_a_citation_alone_makes_no_family() -> None:
    bare = dossier()
    ids = [report.id for report in bare.reports]
    assert families(replace(bare, absent=(), derivations=(edge(ids[1], ids[0], basis="citation"),))) == []
