from random import Random

import pytest

from sayso.similarity import candidates, in_stock_phrase


def background(count: int, length: int = 200) -> list[list[str]]:
    """Documents of invented words that share single words and no runs."""
    chance = Random(7)
    lexicon = [f"{a}{b}{c}" for a in "bdfgklmn" for b in "aeiou" for c in ("rt", "sk", "lm", "nd", "pe", "ro")]
    return [[chance.choice(lexicon) for _ in range(length)] for _ in range(count)]


def substituted(document: list[str], share: float) -> list[str]:
    """A copy with a share of its words replaced."""
    chance = Random(11)
    return [f"new{at}" if chance.random() < share else word for at, word in enumerate(document)]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.3, 0.4])
def test_a_planted_copy_is_found_and_nothing_else(share):
    pile = background(40)
    pile.append(substituted(pile[3], share))
    assert candidates(pile) == [(3, 40)]


def test_a_passage_of_forty_words_is_found():
    pile = background(30)
    pile.append(background(31)[30][:150] + pile[5][100:140])
    assert candidates(pile) == [(5, 30)]


def test_stock_phrases_and_empty_words_are_no_seeds():
    pile = background(10)
    phrase = ["did", "not", "immediately", "respond", "to", "a", "request", "for", "comment"]
    common = ["he", "said", "that", "it", "was", "not", "one", "of", "the"]
    pile[2] = pile[2] + phrase + common
    pile[8] = pile[8][:50] + phrase + common + pile[8][50:]
    assert candidates(pile) == []
    assert in_stock_phrase(["the", "mayor", *phrase]) == frozenset(range(2, 11))


def test_documents_without_words_are_no_candidates():
    assert candidates([]) == [] and candidates([[], ["one"], []]) == []
