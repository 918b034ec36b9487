"""The roll: who speaks how often, and through whom."""

from __future__ import annotations

from sayso.attribution import identify, roll
from sayso.attribution.attribute import attribute
from sayso.language import analyse
from tests.build import report


def _voices(*texts: str) -> dict[str, tuple[int, int, tuple[tuple[str, int], ...]]]:
    reports = [report(text, f"r{number}") for number, text in enumerate(texts, 1)]
    analyses = [analyse(one) for one in reports]
    actors, linked = identify(reports, analyses, [attribute(r, a) for r, a in zip(reports, analyses, strict=True)])
    return {v.actor.name: (v.speaks, v.relays, v.through) for v in roll(reports, actors, linked)}


def test_relays_are_told_apart_from_origins() -> None:
    found = _voices("The mayor, Ana Ruiz, told the Omnia news agency that the port would reopen on Monday.")
    omnia = next(name for name in found if "Omnia" in name)
    assert found["Ana Ruiz"] == (1, 0, ((omnia, 1),))
    assert found[omnia][:2] == (0, 1)


def test_those_who_speak_most_come_first() -> None:
    found = list(_voices("Ana Ruiz said it rained. Bo Lind said it snowed.", "Bo Lind said it was cold."))
    assert found.index("Bo Lind") < found.index("Ana Ruiz")


def test_who_is_only_named_speaks_never() -> None:
    assert _voices("Ana Ruiz met Bo Lind. Ruiz said it rained.")["Bo Lind"][:2] == (0, 0)
