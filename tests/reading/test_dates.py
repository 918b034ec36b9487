"""Publication dates: what the words give, and nothing more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.dates import edtf


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("4 May 2031", "2031-05-04"),
        ("4th of May, 2031", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("Sunday, 4 May 2031", "2031-05-04"),
        ("Sept. 9, 2031", "2031-09-09"),
        ("May 2031", "2031-05"),
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("05/05/2031", "2031-05-05"),
        ("2031-05-04T10:20:30Z", "2031-05-04T10:20:30Z"),
        ("2031-05-04T10:20+0200", "2031-05-04T10:20:00+02:00"),
        ("4 May 2031, 10:20 GMT", "2031-05-04T10:20:00Z"),
        ("4 May 2031, 10:20 p.m. UTC", "2031-05-04T22:20:00Z"),
        ("Sun, 04 May 2031 10:20:00 GMT", "2031-05-04T10:20:00Z"),
    ],
)
def test_a_stated_date_is_kept(words: str, expected: str) -> None:
    assert edtf(words) == expected


def test_a_date_in_figures_with_two_readings_keeps_both() -> None:
    assert edtf("04/11/2031") == "[2031-04-11,2031-11-04]"


def test_a_weekday_decides_between_two_readings() -> None:
    assert edtf("Tuesday 04/11/2031") == "2031-11-04"


@pytest.mark.parametrize("words", ["4 May 2031, 10:20", "4 May 2031, 10:20 EST", "2031-05-04T10:20"])
def test_a_time_without_offset_cannot_be_compared_and_is_dropped(words: str) -> None:
    assert edtf(words) == "2031-05-04"


@pytest.mark.parametrize(
    "words", ["", "4 May", "yesterday", "May 4", "31 February 2031", "04/11/31", "some 3,000", "may", "12:30", "99999"]
)
def test_without_a_year_or_a_real_day_there_is_no_date(words: str) -> None:
    assert edtf(words) is None


@given(st.text(max_size=60))
def test_any_words_give_a_date_of_the_notation_or_none(words: str) -> None:
    found = edtf(words)
    assert found is None or found[0] in "[12"


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2100, 12, 31)))
def test_written_out_dates_come_back(day: date) -> None:
    assert edtf(f"{day:%d %B %Y}") == f"{day}"
    assert edtf(f"{day:%A, %B %d, %Y}") == f"{day}"
