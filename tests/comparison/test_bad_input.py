"""Piles of fiction through the whole main job: nothing is invented, and what is not the same thing does not conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso

TYPES = {"number", "date", "place", "identity", "polarity"}
FIRST, SECOND = "Harrow Gazette\n14 July 2031\n\n", "Lund Courier\n15 July 2031\n\n"

QUIET = {
    "a difference of precision": (
        "Some 3,000 people fled the town of Orve after the dam failed on Monday, the mayor's office said.",
        "The dam at Orve failed on 14 July and 3,000 people fled the town, officials said.",
    ),
    "ages and telephone numbers": (
        "Pol Marsh, 34, was rescued from the harbour at Orve on Monday, the coastguard said. Call 0171 445 8890.",
        "Pol Marsh, 43, was rescued from the harbour at Orve, the coastguard said. Call 0171 445 8809.",
    ),
    "scores": (
        "Orve beat Lund 3-1 in the cup final on Saturday before 4,000 spectators. Orve lead with 8 points.",
        "Lund lost 1-3 to Orve in the cup final on Saturday before 4,000 spectators. Lund have 7 points.",
    ),
    "list numbers and rooms": (
        "The council of Orve gave two orders:\n\n1. Stay indoors.\n2. Boil all water.\n\nRoom 12 of the town hall is open.",
        "The council of Orve gave two orders:\n\n1. Boil all water.\n2. Stay indoors.\n\nRoom 14 of the town hall is open.",
    ),
    "a table and its sum": (
        "The ministry said 16 people were killed in all.\n\nTown    Dead\nOrve    12\nLund    3\nMarrow  1",
        "In Orve 12 people were killed, in Lund three people were killed and in Marrow one person was killed, the ministry said.",
    ),
    "ambiguous separators": (
        "The bridge at Orve cost 1.200 crowns a metre, the council said.",
        "The bridge at Orve cost 1,200 crowns a metre, the council said.",
    ),
    "two currencies": (
        "The port of Orve will pay a fine of $40 million, the court ruled on Monday.",
        "The port of Orve will pay a fine of 36 million euros, the court ruled on Monday.",
    ),
    "house numbers": (
        "Police searched the house at 14 Mill Street in Orve on Monday and found 20 kilograms of cocaine.",
        "Police searched a house at 41 Mill Street in Orve on Monday. They found 20kg of cocaine.",
    ),
    "an impossible day": (
        "The Orve treaty was signed on 31 June, the ministry said.",
        "The Orve treaty was signed on 30 June, the ministry said.",
    ),
    "an older flood": (
        "The flood in Orve killed 12 people, the mayor said. A flood in 2019 killed 30 people there.",
        "The flood in Orve killed 12 people, the mayor said. It was the worst for years.",
    ),
    "a share and its base": (
        "Half of the 400 workers at the Orve mill went on strike on Monday, the union said.",
        "Some 200 workers at the Orve mill went on strike on Monday, the union said.",
    ),
    "shut now, to open later": (
        "The mill at Orve closed on Monday, the owner said. It will open again on Friday.",
        "The mill at Orve closed on 14 July, the owner said. The mill will open again on 18 July.",
    ),
    "a dateline in the future": (
        "ORVE, 20 July - The mill at Orve burned down on Monday, police said. Four people were killed.",
        "The mill at Orve burned down on 14 July, police said. Four people were killed.",
    ),
    "two affairs": (
        "A fire at a mill in Orve killed four people on Monday, police said. Nine people were injured.",
        "A bus crash near Lund killed seven people on Tuesday, police said. Twenty people were injured.",
    ),
    "parts that add up": (
        "A fire at a mill in Orve killed four people on Monday, police said. Three men and a woman were injured.",
        "Two women and two men were killed in the fire at a mill in Orve, police said. Four people were injured.",
    ),
}  # fmt: skip


def _found(folder: Path, *texts: str) -> sayso.Dossier:
    for number, text in enumerate(texts):
        (folder / f"r{number}.txt").write_text(text, "utf-8")
    return sayso.analyse([folder])


@pytest.mark.parametrize("name", QUIET)
def test_what_is_not_the_same_thing_does_not_conflict(name: str, tmp_path: Path) -> None:
    one, two = QUIET[name]
    found = _found(tmp_path, FIRST + one, SECOND + two)
    assert [c.reason for c in found.conflicts if c.kind in TYPES] == []


def test_what_cannot_both_be_right_does(tmp_path: Path) -> None:
    found = _found(
        tmp_path,
        FIRST + "A fire at a mill in Orve killed four people on Monday, Orve police said.",
        SECOND + "The fire at the mill in Orve killed nine people on Monday, the hospital said.",
    )
    assert [c.kind for c in found.conflicts if c.kind in TYPES] == ["number"]


def test_a_later_figure_of_the_same_authority_is_an_update_though_it_tells_the_day_of_saying(tmp_path: Path) -> None:
    found = _found(
        tmp_path,
        FIRST + "A fire at a mill in Orve killed four people on Monday, Orve police said.",
        "Lund Courier\n16 July 2031\n\nThe fire at a mill in Orve killed six people, Orve police said on Wednesday.",
    )
    assert [c for c in found.conflicts if c.kind in TYPES] == []
    assert len(found.updates) == 1
