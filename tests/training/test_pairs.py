"""Makers of pairs of claims, on fiction; nothing here needs PyTorch."""

from __future__ import annotations

import random
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.pairs.given import entailments, fever, headlines, paraphrases
from training.pairs.judged import spaced
from training.pairs.pair import DENIED, DIFFERS, NOT_SAME, OTHER, SAME, Pair
from training.pairs.piles import carried
from training.pairs.planted import (
    HARMFUL,
    contrary,
    credited,
    date,
    denial,
    harmfully,
    hedged,
    name,
    names_in,
    negation,
    number,
    planted,
    respelt,
    shortened,
    upset,
)
from training.pairs.rows import rows_of, text_of
from training.pairs.weigh import logistic
from training.pairs.written import HELD, piles, read

MILL = "On Tuesday the miller Ana Roe sold 1,200 sacks to three bakers in Brack , who paid nothing ."
SEEDS = st.integers(0, 10_000)


@given(SEEDS)
def test_a_number_becomes_another_one(seed: int) -> None:
    changed = number(MILL, random.Random(seed))
    if changed is not None:
        before, after = MILL.split(), changed.split()
        (at,) = [n for n, (x, y) in enumerate(zip(before, after, strict=True)) if x != y]
        assert before[at] in ("1,200", "three")
        assert number(changed, random.Random(seed)) != MILL or before[at] == "three"


def test_years_stay_years_and_hours_are_left_alone() -> None:
    for seed in range(20):
        assert re.fullmatch(r"It burned in (19|20)\d\d .", number("It burned in 1987 .", random.Random(seed)) or "")
        assert number("It burned at 5:40 .", random.Random(seed)) is None


@given(SEEDS)
def test_a_day_becomes_another_day(seed: int) -> None:
    changed = date(MILL, random.Random(seed))
    assert changed is not None and changed != MILL and re.match(r"On \w+day the miller", changed)
    assert date("In May nobody came .", random.Random(seed)) is None


def test_a_name_becomes_one_that_shares_no_word() -> None:
    change = name(["Ana Mar", "Ulf Ost", "Brack"])
    for seed in range(20):
        changed = change(MILL, random.Random(seed))
        assert changed is not None and "Ulf Ost" in changed and "Ana Mar" not in changed
    assert names_in(MILL) == ["Ana Roe", "Brack"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ship was seen .", {"The ship was not seen .", "The ship was never seen ."}),
        ("She did not pay .", {"She did pay ."}),
        ("Was it seen ?", {None}),
    ],
)
def test_negation_comes_and_goes(before: str, after: set[str | None]) -> None:
    assert {negation(before, random.Random(seed)) for seed in range(20)} == after


def test_a_denial_is_put_before_whole_affirmations_only() -> None:
    assert (denial("The ship was seen .", random.Random(1)) or "").endswith("the ship was seen .")
    assert denial("The ship was not seen .", random.Random(1)) is None


def test_contraries_meet() -> None:
    assert contrary("Prices rose .", random.Random(1)) == "Prices fell ."
    assert contrary("Prices were discussed .", random.Random(1)) is None


@given(SEEDS)
def test_harmless_changes_keep_what_is_told(seed: int) -> None:
    chance = random.Random(seed)
    assert "the miller Ana Roe sold 1,200 sacks to three bakers in Brack" in (credited(MILL, chance) or "")
    assert {"miller", "1,200", "three", "Brack"} <= set(
        (hedged("The miller was in Brack with 1,200 of three .", chance) or "").split()
    )
    assert respelt(MILL, chance) == MILL.replace("three", "3")
    assert respelt("It took 12 days .", chance) == "It took twelve days ."
    short = shortened(MILL, chance)
    assert short is not None and len(short) < len(MILL)


@given(SEEDS)
def test_what_is_harmed_says_which_kind_it_makes(seed: int) -> None:
    made = harmfully(MILL, ["Ulf Ost"], random.Random(seed))
    assert made is not None
    changed, kind, which = made
    assert changed != MILL and kind == (DIFFERS if which == "name" else HARMFUL[which][1])


def test_planted_pairs_hold_both_kinds_and_no_twins() -> None:
    pairs = planted([(MILL, ["Ulf Ost"])] * 60, random.Random(3), 60)
    assert {pair.kind for pair in pairs} == {SAME, DENIED, DIFFERS}
    assert all(pair.first != pair.second for pair in pairs)


def test_an_upset_number_stands_in_both_wordings() -> None:
    pair = Pair("They sold 40 sacks .", "40 sacks were sold and 7 kept .", SAME, "mill")
    for seed in range(30):
        for made in upset([pair], [], random.Random(seed), 1):
            assert made.first == pair.first
            assert made.kind == DENIED or "40" not in made.second.split()
    assert upset([Pair("a", "It was 40 .", OTHER, "mill")], [], random.Random(1), 1) == []


def test_what_others_judged(tmp_path: Path) -> None:
    (tmp_path / "headlines-2040.tsv").write_text(
        "5.0\tMill sold\tMill is sold\n3.0\tMill sold\tMill burns\n0.2\ta\tb\n", "utf-8"
    )
    assert [pair.share for pair in headlines(tmp_path)] == [1.0, 0.5, 0.0]
    file = tmp_path / "dev.csv"
    file.write_text(
        'premise,hypothesis,label\n"Ana, she sold.",Ana sold.,entailment\nA,B,neutral\nA,B,contradiction\nA,B,not_entailment\n',
        "utf-8",
    )
    assert [pair.kind for pair in entailments(file, "x")] == [SAME, OTHER, DENIED, NOT_SAME]
    file.write_text('{"sentence1": "e", "sentence2": "c", "label": "REFUTES"}\n', "utf-8")
    assert [pair.kind for pair in fever(file)] == [NOT_SAME]
    file.write_text('Quality\ta\tb\tc\td\n1\t1\t2\tSaid "so.\tSo said.\n', "utf-8")
    assert next(paraphrases(file)).first == 'Said "so.'


PILE = """! 1 3
# The Mill Post | 2040-05-01
1+ | Ana sold. / * | It rained.
1? | She would not say.
# Echo | 2040-05-02
1- 2+ | She kept it.
3+ | Ulf sold.
"""


def test_a_written_pile(tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(PILE, "utf-8")
    pile = read(file)
    assert pile.heads == [("The Mill Post", "2040-05-01"), ("Echo", "2040-05-02")]
    assert pile.texts == ["Ana sold. It rained. She would not say.", "She kept it. Ulf sold."]
    assert [pile.text(one) for one in pile.stretches] == [
        "Ana sold.",
        "It rained.",
        "She would not say.",
        "She kept it.",
        "Ulf sold.",
    ]
    assert pile.exclude == {(1, 3)} and pile.stretches[3].signs == {1: "-", 2: "+"}


def test_the_piles_that_lie_here_can_be_read() -> None:
    held = piles()
    assert len(held) >= 100 and all(len(pile.heads) >= 8 for pile in held)
    assert {pile.name for pile in held} >= HELD and len(HELD) >= len(held) // 8
    for pile in held:
        for one in pile.stretches:
            assert pile.text(one) and all(sign in "+-?" for sign in one.signs.values())
            assert pile.text(one) == pile.text(one).strip()


def test_a_span_carries_what_the_stretches_under_it_do(tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(PILE, "utf-8")
    pile = read(file)
    assert carried(pile, 0, 0, len("Ana sold.")) == {1: "+"}
    assert carried(pile, 0, 0, len("Ana sold. It rained.")) == {1: "+"}
    assert carried(pile, 0, len("Ana sold. "), len("Ana sold. It rained.")) == {}
    assert carried(pile, 1, 0, 5) == {1: "-", 2: "+"}


@given(SEEDS, st.integers(0, 900))
def test_rows_hold_the_words_of_their_stretches(seed: int, count: int) -> None:
    words = " ".join(f"word{at % 7}" for at in range(count + 3))
    spans = [(0, 5, {}), (len(words) // 2, len(words) // 2 + 6, {1: "+"})]
    for chance in (None, random.Random(seed)):
        text = text_of(words, spans)
        made, reports, signs = rows_of([text], chance, 0.5)
        assert reports == [0, 0] and signs == [{}, {1: "+"}]
        for (row, first, last), (start, end, _) in zip(made.stretches, spans, strict=True):
            inside = [id for id, (a, b) in zip(text.ids, text.offsets, strict=True) if a < end and b > start]
            assert made.rows[row][first:last] == inside


def test_texts_are_spaced_as_the_planted_changes_read_them() -> None:
    assert spaced('"We sold 1,200 sacks," she said.') == '" We sold 1,200 sacks , " she said .'


def test_weights_are_found_again() -> None:
    chance = np.random.default_rng(1)
    grounds = chance.normal(size=(4000, 2))
    same = (chance.random(4000) < 1 / (1 + np.exp(-(2 * grounds[:, 0] - grounds[:, 1] - 0.5)))).astype(float)
    weights, bias = logistic(grounds, same, np.ones(4000))
    assert np.allclose([*weights, bias], [2, -1, -0.5], atol=0.2)
