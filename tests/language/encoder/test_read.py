"""A reading: windows put together, attributions around their cues, trees of sentences."""

import numpy as np
import pytest

from sayso.language.encoder.features import row
from sayso.language.encoder.labels import UPOS
from sayso.language.encoder.load import model
from sayso.language.encoder.pairs import told
from sayso.language.encoder.read import CLOSING, OPENING, sentence_ranges
from tests import tiny

HEADS = ("ends", "upos", "names", "roles", "facts", "polarity", "modality")


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    return model("en", tiny.written(tmp_path_factory.mktemp("models")))


def read(letters, text, threads=1):
    forms = text.split()
    return letters.read(forms, [2, *[1] * (len(forms) - 1)], threads)


LONG = "a s r c q q b . " * 120
"""Several windows of words."""


def test_roles_names_and_ends(letters):
    found = read(letters, "a n s c q .")
    assert found.name_spans() == [("PER", (1, 2))]
    assert found.role_spans() == [("source", (2, 3)), ("cue", (3, 4)), ("content", (4, 5))]
    assert (found.heard.ends > 0).tolist() == [False] * 5 + [True]
    assert [UPOS[i] for i in found.heard.upos.argmax(-1)] == ["NOUN", "PROPN", "NOUN", "NOUN", "NOUN", "PUNCT"]


def test_an_attribution_is_read_from_its_cue(letters):
    (said,) = read(letters, "a s c q q .").attributions()
    assert said.cue == (2, 3) and said.source == ((1, 2),) and said.content == ((3, 5),) and said.likely > 0.9


def test_a_cue_without_content_is_no_attribution(letters):
    found = read(letters, "a s c b .")
    assert found.attributions() == []
    assert found.around(2, 3).content == ()
    assert read(letters, "a b c").around(2, 3) is None


def test_a_cue_has_one_source(letters):
    (said,) = read(letters, "s a a a s s c q").attributions()
    assert said.source == ((4, 6),)


def test_a_sentence_hangs_on_its_root(letters):
    heads, relations = read(letters, "s r q . s r .").sentence_tree(0, 4)
    assert heads == [1, 1, 1, 1] and relations == ["nsubj", "root", "obj", "punct"]
    heads, relations = read(letters, "s r q . s r .").sentence_tree(4, 7)
    assert heads == [5, 5, 5] and relations == ["nsubj", "root", "punct"]


def test_each_word_is_told_by_its_own_window(letters):
    found = read(letters, LONG)
    assert len(found.windows) > 2
    for window in found.windows:
        alone = letters.session.tag(row(found.words.part(window.first, window.last), OPENING, CLOSING))
        own = slice(window.own_first - window.first, window.own_last - window.first)
        for name in HEADS:
            told = getattr(found.heard, name)[window.own_first : window.own_last]
            assert told.tobytes() == getattr(alone, name)[own].tobytes()


def test_words_read_together_do_change_each_other(letters):
    """Otherwise the tests beside this one would show nothing."""
    alone, together = read(letters, "a b"), read(letters, "a b n")
    assert alone.heard.facts.tolist() != together.heard.facts[:2].tolist()


@pytest.mark.parametrize("threads", [2, 5])
def test_threads_change_nothing(letters, threads):
    one, other = read(letters, LONG), read(letters, LONG, threads)
    for name in HEADS:
        assert getattr(one.heard, name).tobytes() == getattr(other.heard, name).tobytes()
    assert one.attributions() == other.attributions()


def test_order_of_reading_changes_nothing(letters):
    first = read(letters, "a s c q .").heard.facts.tobytes()
    read(letters, LONG)
    assert read(letters, "a s c q .").heard.facts.tobytes() == first


def test_attributions_are_found_in_every_window(letters):
    found = read(letters, LONG)
    assert [said.cue[0] for said in found.attributions()] == list(range(3, 960, 8))


def test_a_sentence_longer_than_a_window_is_a_tree(letters):
    n = 320
    heads, relations = read(letters, "a r " * (n // 2)).sentence_tree(0, n)
    assert [i for i, h in enumerate(heads) if i == h] == [relations.index("root")]
    assert all(0 <= h < n for h in heads)


def test_a_word_of_many_letters(letters):
    found = read(letters, "a " + "b" * 90 + " c")
    assert [len(p) for p in found.words.pieces] == [1, 8, 1]
    assert len(found.heard.ends) == 3 and np.isfinite(found.heard.facts).all()


@pytest.mark.parametrize(
    ("ends", "ranges"),
    [([], []), ([0], [(0, 1)]), ([1, 1], [(0, 1), (1, 2)]), ([0, 1, 0, 0], [(0, 2), (2, 4)])],
)
def test_ranges_of_sentences(ends, ranges):
    assert sentence_ranges([bool(end) for end in ends]) == ranges


def test_no_words(letters):
    found = letters.read([], [])
    assert found.attributions() == [] and found.name_spans() == [] and len(found.heard.ends) == 0


def test_a_mention_means_what_stands_before_it(letters):
    found = read(letters, "a n s n . n")
    words = told(["a", "n", "s", "n", ".", "n"], ["NOUN"] * 6, ["dep"] * 6, [0] * 5 + [1], np.exp(found.heard.names))
    chances = np.exp(found.links([3, 5], [0, 1, 3, 5], words))
    assert chances.shape == (2, 5)
    assert np.allclose(chances.sum(-1), 1, atol=1e-4)
    assert chances[0, 3] < 1e-4 and chances[1, 4] < 1e-4
    assert chances[1, 1:].argmax() in (1, 2)
