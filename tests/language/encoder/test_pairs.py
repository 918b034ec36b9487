"""What is told of pairs of mentions: always the same width, agreement and distance where they should be."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder.labels import NAMES
from sayso.language.encoder.pairs import SORTS, STEPS, WIDTH, pairs, told

WORDS = st.lists(
    st.sampled_from(["Ana", "he", "it", "they", "cities", "city", "police", "boss", "who", "-"]),
    min_size=2,
    max_size=30,
)


def _told(forms: list[str], tags: list[str] | None = None):  # type: ignore[no-untyped-def]
    names = np.full((len(forms), len(NAMES)), 1 / len(NAMES), np.float32)
    return told(forms, tags or ["NOUN"] * len(forms), ["nsubj"] * len(forms), list(range(len(forms))), names)


@given(WORDS)
def test_features_are_numbers_of_one_width(forms: list[str]) -> None:
    found = pairs(_told(forms), [len(forms) - 1], list(range(len(forms) - 1)))
    assert found.shape == (1, len(forms) - 1, WIDTH)
    assert np.isfinite(found).all()
    assert (found[..., :STEPS].sum(-1) == 1).all()


def test_sorts_of_words() -> None:
    words = _told(["him", "Ana", "cities", "boss", "police"], ["PRON", "PROPN", "NOUN", "NOUN", "NOUN"])
    assert [SORTS[i] for i in words.sorts] == ["he", "name", "nouns", "noun", "nouns"]


def test_a_plural_and_its_singular_have_one_stem() -> None:
    words = _told(["city", "ferry", "cities", "boss"])
    assert words.stems[0] == words.stems[2]
    assert words.forms[0] != words.forms[2]
    assert list(words.often) == [0, 0, np.float32(np.log1p(1)), 0]
