"""Wordpieces: ids of words, marks of the edges."""

import pytest

from sayso.errors import ResourceError
from sayso.resources.wordpieces import Wordpieces, wordpieces
from tests import tiny


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    return wordpieces("en", tiny.written(tmp_path_factory.mktemp("models")))


def test_a_word_becomes_its_pieces(letters):
    assert letters.word("a") == (1,) and len(letters.word("abc")) == 3
    assert letters.word("ABC") == letters.word("abc") == letters.ids("abc")


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u200b"])
def test_text_without_pieces(letters, text):
    assert letters.word(text) == ()


def test_no_marks_are_added(letters):
    assert (letters.opening, letters.closing, letters.unknown) == (101, 102, 100)
    assert not {101, 102} & set(letters.ids("a b c"))


def test_broken_file(tmp_path):
    path = tmp_path / "wordpieces.json"
    path.write_text("{}", "utf-8")
    with pytest.raises(ResourceError, match="cannot be read"):
        Wordpieces(path, "")


def test_the_wordpieces_of_the_installation():
    held = wordpieces()
    assert (held.opening, held.closing, held.unknown) == (101, 102, 100)
    assert held.word("Minister") == held.word("minister") and len(held.word("minister")) == 1
    assert len(held.word("Kravtsevia")) > 1 and held.word("\x00") == ()
    assert len(held.ids("a " * 1000)) == 1000, "nothing is cut and nothing filled up"
