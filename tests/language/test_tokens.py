"""Tokens: words, numbers, clitics, abbreviations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokens import normal, pieces


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in pieces(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3,000 men at 19:40 for $1.2bn", ["3,000", "men", "at", "19:40", "for", "$1.2bn"]),
        ("she didn’t, the mayor's", ["she", "did", "n’t", ",", "the", "mayor", "'s"]),
        ("can't cannot", ["ca", "n't", "can", "not"]),
        ("a 120-millimetre shell", ["a", "120-millimetre", "shell"]),
        ("the U.S. and Dr. Holt", ["the", "U.S.", "and", "Dr.", "Holt"]),
        ("on Oct. 5 he said no.", ["on", "Oct.", "5", "he", "said", "no", "."]),
        ("No. 5 and no. Then", ["No.", "5", "and", "no", ".", "Then"]),
        ("O'Hara's o’clock", ["O'Hara", "'s", "o’clock"]),
        ("well... yes—no", ["well", "...", "yes", "—", "no"]),
        ("see https://ex.org/a?b=1.", ["see", "https://ex.org/a?b=1", "."]),
        ("Vel\u00admar e\u0301t", ["Vel\u00admar", "e\u0301t"]),
    ],
)
def test_pieces(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_norm_is_plain_and_lower() -> None:
    assert normal("O’Hara") == "o'hara"
    assert normal("Vel\u00admar") == "velmar"
    assert normal("e\u0301t") == "ét"
    assert normal("“") == '"'


@given(st.text(max_size=200))
def test_tokens_cover_everything_but_space(text: str) -> None:
    ranges = list(pieces(text, 0, len(text)))
    assert all(a < b for a, b in ranges)
    assert all(x[1] <= y[0] for x, y in pairwise(ranges))
    left = list(text)
    for a, b in ranges:
        left[a:b] = [" "] * (b - a)
    assert not "".join(left).strip()
