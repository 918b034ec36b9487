"""References: what pronouns and descriptions mean stands before them, and the chances are chances."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.language import analyse
from tests.build import report

TEXT = (
    "The harbour master, Ana Ruiz, met the crew on Monday. She told them that the port would stay shut.\n\n"
    "A tugman watched. The tugman said he had seen the fire."
)


def _meant(text: str) -> dict[str, list[str]]:
    made = report(text)
    found = analyse(made)
    word = [token.span.of(text) for token in found.tokens]
    return {word[one.at]: [word[at] for at, _ in one.among] for one in found.meant}


def test_a_pronoun_means_somebody_before_it() -> None:
    assert {"Ruiz", "Ana", "master"} & set(_meant(TEXT)["She"][:2])


def test_a_description_in_the_same_words_is_among_what_it_means() -> None:
    assert "tugman" in _meant(TEXT)["tugman"]


def test_a_report_without_reference_has_none() -> None:
    assert _meant("It rained.") == {}


@given(
    st.lists(
        st.sampled_from(["Ana Ruiz", "the mayor", "he", "she", "it", "said", "the port", ".", "met", "\n\n"]),
        max_size=60,
    )
)
def test_what_is_meant_stands_before_and_chances_sum_to_one_at_most(parts: list[str]) -> None:
    text = " ".join(parts) or "x"
    found = analyse(report(text))
    for one in found.meant:
        assert all(0 <= at < one.at for at, _ in one.among)
        assert sum(chance for _, chance in one.among) <= 1.001
        assert [chance for _, chance in one.among] == sorted((c for _, c in one.among), reverse=True)
