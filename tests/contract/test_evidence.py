"""Every finding of a real run leads back to words that stand in a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.model import Dossier, Evidence, Passage

PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels" / "reports"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return sayso.analyse([PILE])


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    for claim in dossier.claims:
        for link in claim.chain:
            yield link.evidence
    for found in (*dossier.derivations, *dossier.absent, *dossier.cycles, *dossier.drift):
        yield from found.evidence


def test_every_span_shows_its_words(dossier: Dossier) -> None:
    texts = {r.id: r.text for r in dossier.reports}
    passages: list[Passage] = [e.span for e in _evidence(dossier) if e.span]
    passages += [m for a in dossier.actors for m in a.mentions]
    assert passages
    for passage in passages:
        assert passage.span.of(texts[passage.report]) == passage.exact


def test_claims_show_their_words_and_do_not_overlap(dossier: Dossier) -> None:
    texts = {r.id: r.text for r in dossier.reports}
    last: dict[str, int] = {}
    for claim in sorted(dossier.claims, key=lambda c: (c.report, c.start)):
        assert claim.span.of(texts[claim.report]) == claim.exact
        assert claim.start >= last.get(claim.report, 0)
        last[claim.report] = claim.end


def test_every_edge_absence_and_circle_has_grounds(dossier: Dossier) -> None:
    for edge in dossier.derivations:
        assert edge.reasons
        assert edge.evidence or edge.passages
    for found in (*dossier.absent, *dossier.cycles, *dossier.drift):
        assert found.evidence


def test_ids_lead_somewhere(dossier: Dossier) -> None:
    claims = {c.id for c in dossier.claims}
    actors = {a.id for a in dossier.actors}
    propositions = {p.id: p for p in dossier.propositions}
    nodes = {r.id for r in dossier.reports} | {x.id for x in dossier.absent}
    for claim in dossier.claims:
        assert claim.id in propositions[claim.proposition].claims
        assert {link.actor for link in claim.chain} <= actors
    for found in (*dossier.conflicts, *dossier.updates):
        assert {found.a, found.b} <= claims
    for edge in dossier.derivations:
        assert {edge.child, edge.parent} <= nodes
    for proposition in dossier.propositions:
        assert {e.claim for e in proposition.history} <= claims


def test_the_drawn_stemma_has_no_circle(dossier: Dossier) -> None:
    parents: dict[str, set[str]] = {}
    for edge in dossier.derivations:
        if edge.basis != "citation":
            parents.setdefault(edge.child, set()).add(edge.parent)

    def above(node: str, path: tuple[str, ...]) -> None:
        assert node not in path
        for parent in parents.get(node, ()):
            above(parent, (*path, node))

    for node in parents:
        above(node, ())


def test_a_non_answer_is_no_origin_and_has_no_polarity(dossier: Dossier) -> None:
    silent = [c for c in dossier.claims if c.kind == "non-answer"]
    assert silent
    assert {(c.polarity, c.certainty) for c in silent} == {("unknown", "unknown")}
