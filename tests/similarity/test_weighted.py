import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity import WeightedWords

PILE = [
    "the harbour master of Lisk said that the crane fell on the quay".lower().split(),
    "the crane at Lisk had been inspected in may".lower().split(),
    "a cat sat on the quay of Lisk and watched the crane".lower().split(),
    "nobody at Lisk heard the crane".lower().split(),
]


@pytest.fixture
def weights():
    return WeightedWords.fit(PILE)


def test_words_that_tell_nothing_weigh_nothing(weights):
    assert weights.weight("the") == 0 and weights.weight("said") == 0 and weights.weight(",") == 0


def test_a_rare_word_weighs_more_than_a_common_one_and_than_one_that_the_whole_pile_holds(weights):
    assert weights.weight("quay") > weights.weight("heard")
    assert weights.weight("inspected") > weights.weight("crane") * 0.9
    assert weights.prior("crane") > weights.weight("crane")


def test_reworded_text_is_like_and_other_text_is_not(weights):
    told = ["they", "were", "inspecting", "the", "crane", "at", "lisk"]
    assert weights.similarity(told, PILE[1]) > 2 * weights.similarity(told, PILE[3])
    assert weights.containment(["quay"], PILE[0]) == 1.0 and weights.containment(["zeppelin"], PILE[0]) == 0.0


def test_the_order_of_documents_changes_nothing():
    assert WeightedWords.fit(PILE).similarity(PILE[0], PILE[2]) == WeightedWords.fit(PILE[::-1]).similarity(
        PILE[0], PILE[2]
    )


WORDS = st.lists(
    st.sampled_from(["crane", "quay", "lisk", "fell", "the", "of", "12", "may", "inspectors", "zeppelin"]), max_size=12
)


@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_between_nought_and_one(a, b):
    weights = WeightedWords.fit(PILE)
    assert weights.similarity(a, b) == pytest.approx(weights.similarity(b, a))
    assert 0 <= weights.similarity(a, b) <= 1
    assert 0 <= weights.containment(a, b) <= 1


@given(WORDS)
def test_a_text_is_wholly_like_itself_or_tells_nothing(a):
    weights = WeightedWords.fit(PILE)
    assert weights.similarity(a, a) == pytest.approx(1.0 if weights.bag(a) else 0.0)
