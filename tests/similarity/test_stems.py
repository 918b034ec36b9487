import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity import stem


@pytest.mark.parametrize(
    "forms",
    [
        "ferry ferries",
        "stop stops stopped stopping",
        "carry carried carries carrying",
        "evacuate evacuated evacuating evacuates",
        "kill killed killing",
        "find found",
        "four 4",
        "quick quickly",
        "minister minister's ministers",
    ],
)
def test_forms_of_one_word_meet(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bridge", "bride"), ("news", "new"), ("4", "40"), ("family", "fame"), ("bus", "bu")]
)
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


@given(st.text(max_size=20))
def test_any_text_has_a_stem(word):
    assert isinstance(stem(word.lower()), str)
