"""Vectors of sentences."""

import numpy as np
import pytest

from sayso.errors import ResourceError
from sayso.resources.model_files import installed, model_files
from sayso.similarity.vectors import LONGEST, sentence_encoder, vectors
from tests import tiny

needs_weights = pytest.mark.skipif(not installed("sentences"), reason="the sentence encoder is not installed")
TEXTS = (
    "The minister said on Tuesday that four people had died in the blast.",
    "Four were killed in the explosion, according to the minister.",
    "Shares of the company rose 3% after the announcement.",
    "",
)


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    return sentence_encoder("en", tiny.written(tmp_path_factory.mktemp("models")))


def test_vectors_have_length_one(letters):
    held = letters.vectors(["ab c", "d", "\x00", ""])
    assert held.shape == (4, tiny.WIDTH) and held.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(held, axis=1), 1, rtol=1e-5)


def test_no_texts(letters):
    assert letters.vectors([]).shape == (0, tiny.WIDTH)


def test_a_vector_depends_on_its_text_alone(letters):
    texts = ["ab c", "d e f", "g " * 90, "h"]
    alone = np.stack([letters.vector(text) for text in texts])
    for threads in (1, 2, 5):
        assert letters.vectors(texts, threads).tobytes() == alone.tobytes()
    assert letters.vectors(texts[::-1])[::-1].tobytes() == alone.tobytes()


def test_what_stands_behind_the_cut_is_not_seen(letters):
    room = LONGEST - 2
    assert letters.vector("a " * room).tolist() == letters.vector("a " * room + "b c d").tolist()
    assert letters.vector("a " * (room - 1)).tolist() != letters.vector("a " * (room - 1) + "b").tolist()


def test_wordpieces_of_another_version(tmp_path):
    tiny.rewritten(tiny.written(tmp_path) / "sentences", wordpieces="00")
    model_files.cache_clear()
    with pytest.raises(ResourceError, match="other wordpieces"):
        sentence_encoder("en", tmp_path)


@needs_weights
def test_what_says_the_same_lies_close():
    held = vectors(TEXTS)
    assert held.shape == (4, 384)
    np.testing.assert_allclose(np.linalg.norm(held, axis=1), 1, rtol=1e-5)
    likeness = held @ held.T
    # in floats: .818 and .112
    assert likeness[0, 1] == pytest.approx(0.82, abs=0.03) and likeness[0, 2] == pytest.approx(0.11, abs=0.04)


@needs_weights
def test_threads_change_nothing():
    assert vectors(TEXTS, threads=3).tobytes() == vectors(TEXTS).tobytes()
