"""What is told beside claims, counts and conflicts: actors that meet or part, and no others."""

from __future__ import annotations

from sayso.api.shifts import shifts
from sayso.model import Actor, Dossier, Passage
from tests.affair import dossier


def actor(name: str, *starts: int) -> Actor:
    return Actor(
        id=f"{name}-{len(starts)}",
        name=name,
        kind="person",
        aliases=(name,),
        mentions=tuple(Passage(report="r1", start=at, end=at + 4, exact=name) for at in starts),
    )


def told(before: Dossier, after: Dossier) -> list[tuple[str, str, str]]:
    return [(shift.kind, shift.before, shift.after) for shift in shifts(before, after)]


def test_two_that_meet_and_part_are_told() -> None:
    """Two that were found in the same words all along are nobody's news."""
    same = (actor("a blog", 10), actor("Quayside", 10))
    apart = dossier(actors=(actor("Ina Vold", 30), actor("the harbour master", 50), *same))
    one = dossier(actors=(actor("Ina Vold", 30, 50), *same))
    assert told(apart, one) == [("one person or body now", "Ina Vold and the harbour master", "Ina Vold")]
    assert told(one, apart) == [("two people or bodies now", "Ina Vold", "Ina Vold and the harbour master")]
    assert told(apart, apart) == []
