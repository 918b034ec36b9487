"""Reuse in whole piles: what was planted is found, its cost stays bounded, and the order of the pile changes nothing."""

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity import candidates, reused, stretches
from tests.similarity.test_ngrams import background

WORDS = st.lists(st.sampled_from(["mill", "lamp", "canal", "rope", "loom"]), max_size=40)


def edited(document: list[str], share: float, seed: int) -> list[str]:
    """A copy with a share of its words replaced, by other words for each seed."""
    dice = Random(seed)
    return [f"new{seed}x{at}" if dice.random() < share else word for at, word in enumerate(document)]


def test_the_passages_of_a_pile_are_those_of_its_pairs():
    pile = background(30)
    pile += [edited(pile[3], 0.2, 1), pile[5][100:140] + background(31)[30]]
    found = {(a, b): held for a, b, held in reused(pile)}
    assert set(found) == {(3, 30), (5, 31)}
    for (a, b), held in found.items():
        assert held == stretches(pile[a], pile[b])
    assert [(s.a_start, s.a_end, s.b_start, s.b_end) for s in found[5, 31]] == [(100, 140, 0, 40)]


@given(st.lists(WORDS, max_size=8), st.randoms())
def test_the_order_of_a_small_pile_changes_nothing(pile, dice):
    order = list(range(len(pile)))
    dice.shuffle(order)
    found = {(a, b): held for a, b, held in reused(pile)}
    turned = {}
    for x, y, held in reused([pile[number] for number in order]):
        a, b = order[x], order[y]
        turned[min(a, b), max(a, b)] = held if a < b else sorted(s.turned() for s in held)
    assert turned == found


@given(st.lists(WORDS, max_size=8))
def test_passages_are_equal_words_and_no_word_stands_in_two(pile):
    for a, b, held in reused(pile):
        ours = Counter(at for s in held for at in range(s.a_start, s.a_end))
        theirs = Counter(at for s in held for at in range(s.b_start, s.b_end))
        assert set(ours.values()) | set(theirs.values()) <= {1}
        for s in held:
            one, two = pile[a][s.a_start : s.a_end], pile[b][s.b_start : s.b_end]
            assert one[:3] == two[:3] and one[-3:] == two[-3:]
            assert 5 <= s.matched <= sum((Counter(one) & Counter(two)).values())


def test_a_hundred_and_fifty_copies_are_one_group_without_all_their_pairs():
    pile = background(20)
    pile += [edited(pile[7], 0.02, seed) for seed in range(150)]
    pairs = candidates(pile)
    group = {7, *range(20, 170)}
    assert {number for pair in pairs for number in pair} == group
    assert all((7, copy) in pairs for copy in range(20, 170)), (
        "the first of them is the one that others were likely made from"
    )
    assert len(pairs) < 60 * len(group)


@pytest.mark.parametrize("copies", [200, 400])
def test_pairs_grow_with_the_pile_and_not_with_its_square(copies):
    pile = background(1)
    pile += [edited(pile[0], 0.02, seed) for seed in range(copies)]
    assert len(candidates(pile)) <= 60 * len(pile)


def test_what_an_outlet_prints_under_everything_pairs_hardly_any_of_its_reports():
    pile = background(300, 120)
    standing = background(301, 120)[300][:30]
    assert candidates(pile) == []
    assert len(candidates([[*document, *standing] for document in pile])) < 10  # those that end with the same word, too


def test_one_report_that_quotes_all_others_is_paired_with_each():
    pile = background(150)
    digest = [word for document in pile for word in document[20:80]]
    assert [(a, b) for a, b, _ in reused([*pile, digest])] == [(number, 150) for number in range(150)]


def test_a_phrase_repeated_a_thousand_times_costs_little():
    phrase = ["the", "loom", "crushed", "her", "hand"]
    pile = [*background(10), phrase * 1000, [*background(11)[10], *phrase], phrase * 900]
    start = time.process_time()
    found = list(reused(pile))
    assert time.process_time() - start < 5
    for _, _, held in found:
        assert sum(s.a_end - s.a_start for s in held) <= 5000


def test_nothing_is_shared_where_there_is_nothing():
    assert list(reused([])) == [] and list(reused([[], ["loom"], []])) == []
