import time
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity.reworded import reworded

WEAVER = [
    "a",
    "loom",
    "at",
    "the",
    "old",
    "mill",
    "crushed",
    "the",
    "hand",
    "of",
    "a",
    "girl",
    "of",
    "fifteen",
    "on",
    "monday",
    "and",
    "the",
    "weavers",
    "walked",
    "out",
]
AGAIN = [
    "the",
    "weavers",
    "walked",
    "out",
    "of",
    "the",
    "old",
    "mill",
    "on",
    "monday",
    "when",
    "a",
    "girl",
    "of",
    "fifteen",
    "had",
    "her",
    "hand",
    "crushed",
    "by",
    "a",
    "loom",
]
OTHER = [
    "the",
    "mayor",
    "offered",
    "the",
    "town",
    "hall",
    "for",
    "a",
    "meeting",
    "on",
    "wednesday",
    "and",
    "rain",
    "is",
    "expected",
]
SENTENCE = st.lists(st.sampled_from(["loom", "mill", "weaver", "the", "rope", "canal", "lamp"]), max_size=8)


def background(count: int) -> list[list[list[str]]]:
    dice = Random(5)
    lexicon = [f"{a}{b}{c}" for a in "bdfgklmn" for b in "aeiou" for c in ("rtol", "skam", "lmen", "ndor", "pesk")]
    return [[[dice.choice(lexicon) for _ in range(15)] for _ in range(6)] for _ in range(count)]


def test_a_reworded_sentence_is_found_among_others_and_nothing_else():
    pile = background(40)
    pile[4].insert(2, WEAVER)
    pile[9].append(OTHER)
    pile[31].insert(0, AGAIN)
    (only,) = reworded(pile)
    assert (only.a, only.i, only.b, only.j) == (4, 2, 31, 0) and 0.5 <= only.likeness < 1


def test_a_document_is_not_paired_with_itself():
    assert reworded([*background(20), [WEAVER, AGAIN]]) == []


@given(st.lists(st.lists(SENTENCE, max_size=4), max_size=6), st.randoms())
def test_the_order_of_the_pile_changes_nothing(pile, dice):
    order = list(range(len(pile)))
    dice.shuffle(order)
    turned = set()
    for one in reworded([pile[number] for number in order], 0.3):
        ends = sorted([(order[one.a], one.i), (order[one.b], one.j)])
        turned.add((*ends[0], *ends[1], one.likeness))
    found = reworded(pile, 0.3)
    assert turned == {(one.a, one.i, one.b, one.j, one.likeness) for one in found}
    assert all(one.a < one.b and 0.3 <= one.likeness <= 1.000001 for one in found) and found == sorted(found)


def test_a_sentence_in_every_document_costs_little():
    start = time.process_time()
    found = reworded([[WEAVER, *document] for document in background(400)])
    assert not any(one.i == 0 or one.j == 0 for one in found)
    assert time.process_time() - start < 10


def test_nothing_is_like_nothing():
    assert reworded([]) == [] and reworded([[], [[]], [["loom"]]]) == []
