"""That the plants are what they say they are, and that what is found of a small pile is right."""

from __future__ import annotations

from random import Random

import pytest
from benchmarks.quality.planted import curves
from benchmarks.quality.planted.measure import Found, judged
from benchmarks.quality.planted.piles import Recipe, child, pile
from benchmarks.quality.planted.rewriting import rewritten
from benchmarks.quality.planted.shapes import SHAPES
from benchmarks.quality.planted.stories import stories
from benchmarks.quality.planted.words import substituted, synonyms


def test_the_same_seed_plants_the_same_pile() -> None:
    recipes = [Recipe(shape, 0.3, 0.5, ("hedges lost", "credit")) for shape in SHAPES]
    assert pile(recipes, 5, chains=True) == pile(recipes, 5, chains=True)
    assert pile(recipes, 5, chains=True) != pile(recipes, 6, chains=True)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.4])
def test_so_many_words_change_as_are_asked_for(share: float) -> None:
    one = stories()["a1"]
    made = substituted(one, share, Random(1))
    mine, theirs = " ".join(one.sentences).split(), " ".join(made.sentences).split()
    from rapidfuzz.distance import LCSseq

    lost = 1 - int(LCSseq.similarity([w.lower() for w in mine], [w.lower() for w in theirs])) / len(mine)
    assert share * 0.4 <= lost <= share + 0.05


def test_sentences_are_said_anew_and_names_stay() -> None:
    one = stories()["c1"]
    made = rewritten(one, 1.0, Random(1))
    assert not set(one.sentences) & set(made.sentences) - {s for s in one.sentences if len(s) < 60}
    assert "Viktor Samm" in " ".join(made.sentences)


def test_synonyms_are_no_words_of_their_own_meaning_only() -> None:
    assert all(word not in others for word, others in synonyms().items())


def test_a_child_shows_what_its_recipe_shows() -> None:
    parent = stories()["b1"]
    made = child([parent], Recipe("cut", habits=("credit",)), "Quick Read", Random(2))
    assert parent.outlet in made.sentences[0]
    assert len(made.paragraphs) < len(parent.paragraphs)
    assert "Published" not in made.file(dated=False)


def test_the_honest_reports_are_not_derived() -> None:
    assert judged(pile([], 1)).said == 0
    assert judged(pile([], 1, dated=True)).said == 0


def test_what_is_planted_lightly_is_found_and_dated_right() -> None:
    found = judged(pile([Recipe(shape, 0.1) for shape in SHAPES], 8, dated=True))
    assert (found.recall, found.precision, found.direction) == (1.0, 1.0, 1.0)


def test_figures_are_shares() -> None:
    empty = Found()
    assert (empty.recall, empty.precision, empty.direction, empty.trust) == (1.0, 1.0, 1.0, 1.0)
    made = curves.Curves(
        words={0.0: Found(4, 3, 4, 3, 2, 1), 0.6: Found(9, 0, 9, 0)},
        sentences={1.0: Found(2, 1)},
        desks={"dates hidden": Found(0), "dates shown": Found(1, 1, 1, 1, 1, 1)},
    )
    held = curves.figures(made)
    assert held["planted.recall"] == 0.75
    assert held["planted.direction_trust"] == 0.5
    assert held["planted.sentences"] == 0.5
