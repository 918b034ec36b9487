"""Families of derived reports."""

from sayso.derivation import families
from sayso.model import Derivation

IDS = ["r1", "r2", "r3"]


def edge(child: str, parent: str, score: float = 0.5, basis: str = "text") -> Derivation:
    return Derivation(
        child=child, parent=parent, basis=basis, kind="rewrite", direction_known=True, credited=False, score=score, reasons=("shared words",)  # type: ignore[arg-type]
    )  # fmt: skip


def test_reports_that_hang_together_make_one_family() -> None:
    (family,) = families((edge(IDS[1], IDS[0]), edge(IDS[2], IDS[1])), IDS, ())
    assert (family.reports, family.roots) == (IDS[:3], [IDS[0]])
    assert family.below == {IDS[0]: [IDS[1]], IDS[1]: [IDS[2]]}


def test_a_report_stands_once_under_the_parent_it_owes_most() -> None:
    (family,) = families((edge(IDS[2], IDS[0], 0.2), edge(IDS[2], IDS[1], 0.8)), IDS, ())
    assert family.below == {IDS[1]: [IDS[2]]}
    assert family.roots == IDS[:2]


def test_a_citation_alone_makes_no_family() -> None:
    assert families((edge(IDS[1], IDS[0], basis="citation"),), IDS, ()) == []


def test_an_absent_dispatch_stands_above_its_children_and_counts_as_no_report() -> None:
    (family,) = families((edge("r1", "x1"), edge("r2", "x1")), IDS, ["x1"])
    assert (family.reports, family.absent, family.roots) == (["r1", "r2"], ["x1"], ["x1"])


def test_the_largest_family_comes_first() -> None:
    found = families((edge("r2", "r1"), edge("r4", "r3"), edge("r5", "r3")), ["r1", "r2", "r3", "r4", "r5"], ())
    assert [family.reports for family in found] == [["r3", "r4", "r5"], ["r1", "r2"]]
