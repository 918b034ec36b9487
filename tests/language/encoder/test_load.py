"""Loading the reader: checked, opened once."""

import json

import pytest

from sayso.errors import ResourceError
from sayso.language.encoder.features import GAPS, INSIDE
from sayso.language.encoder.load import model
from sayso.resources.model_files import installed
from tests import tiny


@pytest.fixture
def folder(tmp_path):
    return tiny.written(tmp_path)


def test_a_model_is_opened_once(folder):
    assert model("en", folder) is model("en", folder)


def test_labels_of_another_version(folder):
    held = json.loads((folder / "reader" / "manifest.json").read_text("utf-8"))["labels"]
    tiny.rewritten(folder / "reader", labels=held | {"roles": held["roles"][::-1]})
    with pytest.raises(ResourceError, match="other labels for roles"):
        model("en", folder)


def test_labels_that_are_missing(folder):
    tiny.rewritten(folder / "reader", labels={})
    with pytest.raises(ResourceError, match="other labels for upos"):
        model("en", folder)


def test_wordpieces_of_another_version(folder):
    tiny.rewritten(folder / "reader", wordpieces="00")
    with pytest.raises(ResourceError, match="other wordpieces"):
        model("en", folder)


def test_no_model_for_a_language(folder):
    with pytest.raises(ResourceError, match="not 'de'"):
        model("de", folder)


def test_words_without_pieces_are_unknown(folder):
    held = model("en", folder).words(["ab", "\x00", "東"], [2, 1, 1])
    assert held.pieces == ((1, 28), (100,), (100,)) and held.gaps == (2, 1, 1)


@pytest.mark.skipif(not installed("reader"), reason="the reader is not part of this installation")
def test_the_reader_of_the_installation():
    forms = ["The", "minister", "said", "on", "Tuesday", "that", "four", "people", "had", "died", "."]
    read = model().read(forms, [GAPS.index("paragraph"), *[GAPS.index("space")] * (len(forms) - 1)])
    assert INSIDE not in read.words.gaps
    (said,) = read.attributions()
    assert forms[slice(*said.cue)] == ["said"] and [forms[a:b] for a, b in said.source] == [["The", "minister"]]
    heads, relations = read.sentence_tree(0, len(forms))
    assert heads[2] == 2 and relations[2] == "root" and heads[1] == 2 and relations[1] == "nsubj"
