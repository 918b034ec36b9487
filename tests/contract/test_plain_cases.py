"""The plainest affairs, walked the whole way: what a reader would be embarrassed to miss."""

from __future__ import annotations

from pathlib import Path

import sayso


def pile(folder: Path, **reports: str) -> sayso.Dossier:
    for name, text in reports.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return sayso.analyse([folder])


def test_a_statement_and_its_denial_contradict_each_other(tmp_path: Path) -> None:
    found = pile(
        tmp_path,
        a="The dam above Grauhaven has cracked, harbour director Tora Halvorsen said on Saturday. Water ran over the road.",
        b="The minister, Ivo Marek, denied on Sunday that the dam above Grauhaven had cracked. He spoke in the capital.",
    )
    (conflict,) = [c for c in found.conflicts if c.kind == "polarity"]
    claims = {c.id: c for c in found.claims}
    assert {claims[conflict.a].chain[0].name, claims[conflict.b].chain[0].name} == {"Tora Halvorsen", "Ivo Marek"}
    assert claims[conflict.a].proposition == claims[conflict.b].proposition


def test_one_voice_in_three_reports_is_one_origin(tmp_path: Path) -> None:
    said = "The dam above Grauhaven has cracked, harbour director Tora Halvorsen said on Saturday."
    found = pile(
        tmp_path,
        a=said,
        b=f"{said} The road is closed for lorries.",
        c="On Saturday Tora Halvorsen said that the dam above Grauhaven had cracked.",
    )
    cracked = next(p for p in found.propositions if len(p.claims) == 3)
    assert cracked.independent_origins == 1
    assert [o.name for o in cracked.origins] == ["Tora Halvorsen"]


def test_nothing_is_dated_that_the_text_does_not_date(tmp_path: Path) -> None:
    found = pile(tmp_path, a="The treaty was signed in June, Tora Halvorsen said. It names two rivers.")
    assert {t.edtf for c in found.claims for t in c.times} == {"XXXX-06"}
    assert found.reports[0].published is None
