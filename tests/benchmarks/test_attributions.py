"""Whole attributions and tokens of their parts, on marks of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import attribution, polnear, wholes
from benchmarks.quality.polnear import Marked

TEXT = "The mayor said the mill burns, and guards say nobody slept."
STARTS = frozenset(polnear.word_starts(TEXT))


def mark(source: str, cue: str, content: str) -> Marked:
    def where(words: str) -> frozenset[int]:
        return frozenset(range(TEXT.index(words), TEXT.index(words) + len(words))) if words else frozenset()

    return Marked(where(source), where(cue), where(content))


MAYOR = mark("The mayor", "said", "the mill burns")
GUARDS = mark("guards", "say", "nobody slept")
NOBODY = mark("", "say", "nobody slept")


def counted(gold: list[Marked], said: list[Marked]) -> dict[str, float]:
    tally = wholes.Tally()
    wholes.add(tally, gold, said, STARTS)
    return {name.partition(".")[2]: value for name, value in tally.figures().items()}


def test_what_is_the_same_is_right() -> None:
    assert counted([MAYOR, GUARDS], [GUARDS, MAYOR]) == {"whole": 1.0, "exact": 1.0, "link": 1.0}


def test_an_overlap_is_whole_but_not_exact() -> None:
    assert counted([MAYOR], [mark("mayor", "said", "mill burns")]) == {"whole": 1.0, "exact": 0.0, "link": 1.0}


def test_marks_at_the_edge_do_not_make_other_words() -> None:
    assert counted([MAYOR], [mark("The mayor", "said", "the mill burns,")])["exact"] == 1.0


@pytest.mark.parametrize(("gold", "said"), [(GUARDS, NOBODY), (NOBODY, GUARDS)])
def test_a_missing_source_must_be_missing_in_both(gold: Marked, said: Marked) -> None:
    assert counted([gold], [said]) == {"whole": 0.0, "exact": 1.0, "link": 0.0}
    assert counted([NOBODY], [NOBODY])["whole"] == 1.0


def test_the_source_of_another_is_a_broken_link() -> None:
    crossed = mark("The mayor", "say", "nobody slept")
    assert counted([MAYOR, GUARDS], [MAYOR, crossed]) == {"whole": 0.5, "exact": 1.0, "link": 0.5}


def test_each_is_paired_once_and_the_best_cue_first() -> None:
    broad = mark("The mayor", "said", "the mill burns, and guards say nobody slept")
    assert counted([MAYOR], [MAYOR, MAYOR])["whole"] == pytest.approx(2 / 3)
    assert wholes.paired([GUARDS], [broad, GUARDS], lambda one, other: bool(one.content & other.content)) == [
        (GUARDS, GUARDS)
    ]


def test_nothing_said_and_nothing_wanted_is_no_fault_of_arithmetic() -> None:
    assert counted([], []) == {"whole": 0.0, "exact": 0.0, "link": 0.0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("dev", "train"):
        (tmp_path / part / "text").mkdir(parents=True)
        (tmp_path / part / "attributions").mkdir()
    (tmp_path / "train" / "text" / "mill.txt").write_text(TEXT)
    one = "T1\tSource 0 9\tx\nT2\tCue 10 14\tx\nT3\tContent 15 23;24 29\tx\nT4\tSource 35 41\tx\n"
    (tmp_path / "train" / "attributions" / "mill_a.ann").write_text(
        one + "E1\tAttribution:T9 Content:T3 Cue:T2 Source1:T1\nE2\tAttribution:T8\n#1\tnote\n"
    )
    (tmp_path / "train" / "attributions" / "mill_b.ann").write_text(
        "T1\tSource 4 9\tx\nT2\tCue 10 14\tx\nT3\tContent 15 29\tx\nE1\tAttribution-no-source:T7 Content:T3 Cue:T2\n"
    )
    return tmp_path


def test_attributions_are_read_from_standoff(folder: Path) -> None:
    files = polnear.annotators(folder / "train")["mill"]
    (one,) = polnear.attributions(files[0])
    assert one == Marked(frozenset(range(9)), frozenset(range(10, 14)), frozenset(range(15, 29)) - {23}), (
        "numbered roles are read, what names no part is none"
    )
    assert polnear.attributions(files[1])[0].source == frozenset()


def test_people_are_compared_by_the_same_measures(folder: Path) -> None:
    assert attribution.agreement(folder) == {
        "attribution.source": pytest.approx(2 * 1 / 4),
        "attribution.cue": 1.0,
        "attribution.content": 1.0,
    }
    assert wholes.agreement(folder) == {"attribution.whole": 0.0, "attribution.exact": 1.0, "attribution.link": 0.0}
