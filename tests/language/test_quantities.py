"""Quantities: value or bounds, unit, what is counted, how exactly, how it changed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.quantities import find_quantities
from sayso.model import Quantity, Span


def found(text: str) -> list[Quantity]:
    """The quantities of a text."""
    return list(find_quantities(text, [Span(0, len(text))]))


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (quantity,) = found(text)
    return quantity


BOUNDS = [
    ("Some 3,000 Norvan troops arrived.", 3000, 3000, "about"),
    ("At least three dozen people died.", 36, None, "at least"),
    ("No fewer than 40 lorries crossed.", 40, None, "at least"),
    ("Up to 40 houses burned.", None, 40, "up to"),
    ("As many as 900 homes lost power.", None, 900, "up to"),
    ("More than 1,200 were hurt.", 1200, None, "more than"),
    ("Fewer than 50 miners remained.", None, 50, "less than"),
    ("Nearly 700 boats sailed.", 700, 700, "about"),
    ("Between five and seven boats sailed.", 5, 7, "between"),
    ("It took 20-30 miners.", 20, 30, "between"),
    ("It took 20 to 25 hours.", 20, 25, "between"),
    ("Hundreds of people marched.", 100, None, "more than"),
    ("Tens of thousands of residents fled.", 10000, None, "more than"),
    ("Sixteen people drowned.", 16, 16, "exact"),
    ("A hundred and twenty barges sank.", 120, 120, "exact"),
    ("Half a dozen barges sank.", 6, 6, "exact"),
    ("60-odd barges sank.", 60, 60, "about"),
    ("30,000+ people signed.", 30000, None, "at least"),
    ("It took three to five miners.", 3, 5, "between"),
    ("A crowd of 2,000-2,500 came.", 2000, 2500, "between"),
    ("Three hundred and twelve goats died.", 312, 312, "exact"),
]

UNITS = [
    ("a loan of two point four billion crowns", 2.4e9, "crowns"),
    ("a loan of 2.4bn zorins", 2.4e9, "zorins"),
    ("A 2.4 BILLION-ZORIN LOAN", 2.4e9, "zorins"),
    ("a fine of 40,000 skellers", 40000, "skellers"),
    ("$1.2bn", 1.2e9, "dollars"),
    ("£40", 40, "pounds"),
    ("3 milliards of crowns", 3e9, "crowns"),
    ("30% of voters", 30, "per cent"),
    ("12 per cent", 12, "per cent"),
    ("40km away", 40, "kilometres"),
    ("a 12-metre wall", 12, "metres"),
    ("1.5 million tonnes of grain", 1.5e6, "tonnes"),
    ("14 hours", 14, "hours"),
    ("1,200 Swiss francs", 1200, "Swiss francs"),
    ("Rs 40 lakh", 4e6, "rupees"),
    ("minus 12 degrees", -12, "degrees"),
    ("a magnitude 5.6 quake", 5.6, "magnitude"),
    ("1.200.000 euros", 1.2e6, "euros"),
]

COUNTED = [
    ("some 3,000 elite Norvan mountain troops", "troops"),
    ("12 of the wounded", "wounded"),
    ("40 dead", "dead"),
    ("two million people", "people"),
    ("one civilian", "civilian"),
    ("dozens of fishing boats", "boats"),
    ("a third of the crew", "crew"),
    ("40 were killed", None),
    ("one barge in nine", "barge"),
    ("the dead are three now", None),
    ("the death toll stands at 19", "toll"),
    ("the number of dead stood at 19", "dead"),
    ("twelve gunmen", "gunmen"),
    ("a fifth of the town's people", "people"),
]

CHANGES = [
    ("Deaths rose from 40 to 60.", 60, "rose", 1.5, 40),
    ("The toll rose to 14 from 12.", 14, "rose", 1.166667, 12),
    ("It counted 60 people, up from 40.", 60, "up", 1.5, 40),
    ("The garrison has tripled.", None, "tripled", 3, None),
    ("The number of guards doubled from 400 to 800.", 800, "doubled", 2, 400),
    ("Output fell by a third.", None, "fell", 0.666667, None),
    ("Output rose by 20 per cent.", None, "rose", 1.2, None),
    ("It cut its estimate from 900 to 640 hectares.", 640, "cut", 0.711111, 900),
    ("There were three times as many ships.", None, "times", 3, None),
    ("The toll rose to 47, up from 40.", 47, "rose", 1.175, 40),
    ("The toll climbed from 31 on Monday to 47.", 47, "climbed", 1.516129, 31),
    ("There was a 40 per cent rise in fares.", None, "rise", 1.4, None),
    ("There was a threefold increase in cases.", None, "threefold", 3, None),
    ("Rents rose fourfold.", None, "fourfold", 4, None),
]

NONE = [
    "It fell on 3 May 2031 at 19:40.",
    "Call 0171 445 8890 now.",
    "Article 5 and Section 12 apply.",
    "1. Stay indoors.",
    "Thornwick won 3-1.",
    "Ada Mellor, 67, said so.",
    "The skipper, 51, was led away.",
    "A 67-year-old man spoke.",
    "The men of Unit 731 left.",
    "A T-72 stood there.",
    "One of the men spoke.",
    "See https://example.org/12 for more.",
    "It cost 1.200 crowns.",
    "He called 911 at once.",
    "They live at 14 Mill Street.",
    "He came in 2031.",
    "At half past eight and by two o'clock he rang.",
    "Members of the Group of Seven met.",
]


@pytest.mark.parametrize(("text", "low", "high", "approximation"), BOUNDS)
def test_bounds_say_no_more_than_the_words(
    text: str, low: float | None, high: float | None, approximation: str
) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.approximation) == (low, high, approximation)


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_units_are_plural_and_spelt_out(text: str, value: float, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.unit) == (value, unit)


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(text: str, counted: str | None) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(("text", "value", "word", "ratio", "base"), CHANGES)
def test_a_change_keeps_its_base_only_when_told(
    text: str, value: float | None, word: str, ratio: float, base: float | None
) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.comparison, quantity.ratio, quantity.base) == (value, word, ratio, base)


@pytest.mark.parametrize("text", NONE)
def test_labels_dates_scores_and_ages_count_nothing(text: str) -> None:
    assert found(text) == []


def test_the_first_figure_of_a_range_takes_the_scale_of_the_second() -> None:
    quantity = only("between 1.2 and 1.5 million tonnes")
    assert (quantity.low, quantity.high, quantity.unit) == (1.2e6, 1.5e6, "tonnes")


def test_a_share_is_no_count() -> None:
    assert (only("one in eight patients").low, only("one in eight patients").unit) == (0.125, "share")


def test_two_quantities_of_one_sentence_stay_apart() -> None:
    assert [(q.low, q.counted) for q in found("12 dead and 40 wounded")] == [(12, "dead"), (40, "wounded")]


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789 ,.-–$€%abcdefmn's one two half third of between and to rose from up million bn dozen\n",
        min_size=1,
        max_size=90,
    )
)
def test_no_text_breaks_it_and_no_two_overlap(text: str) -> None:
    quantities = found(text)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in quantities)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(quantities))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["rose", "from", "to", "by", "40", "between", "and", "a third", "of", "the", "people", "up", "$2bn", "per cent", "half", "doubled", "one in nine", "hundreds", "dozen", "-", "some", ",", "tripled", "3 times as", "1.2", "million", "zorins", "point", "four"]), min_size=1, max_size=10).map(" ".join))  # fmt: skip
def test_no_mixture_of_its_own_words_breaks_it(text: str) -> None:
    quantities = found(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(quantities))
