"""Times: which words are one, and their value as EDTF."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.language.times import find_times, time_spans
from sayso.model import Span


def found(text: str, published: str | None = None, dateline: str | None = None) -> list[tuple[str, str]]:
    """The times of a text as (words, value)."""
    times = find_times(text, [Span(0, len(text))], published=published, dateline=dateline)
    return [(t.span.of(text), t.edtf) for t in times]


UNDATED = [
    ("The bridge fell on July 2.", [("July 2", "XXXX-07-02")]),
    ("The pact was signed in June.", [("June", "XXXX-06")]),
    ("The mine closed in 2021.", [("2021", "2021")]),
    ("The 2021 accord lapsed.", [("2021", "2021")]),
    ("It opened on 2 May 2031.", [("2 May 2031", "2031-05-02")]),
    ("It opened on Tuesday, 3 June 2031.", [("Tuesday, 3 June 2031", "2031-06-03")]),
    ("The talks ran on 2-4 May.", [("2-4 May", "XXXX-05-02/XXXX-05-04")]),
    ("The talks ran between 2 and 4 May 2031.", [("2 and 4 May 2031", "2031-05-02/2031-05-04")]),
    ("It happened in July or August of this year.", [("July or August of this year", "[XXXX-07,XXXX-08]")]),
    ("The dam dates from the 1990s.", [("the 1990s", "199X")]),
    ("They met in the spring of 2030.", [("the spring of 2030", "2030-21")]),
    ("It began in late 2029.", [("late 2029", "2029~")]),
    ("It lasted from 1999 to 2003.", [("1999 to 2003", "1999/2003")]),
    ("It ran until 2033.", [("2033", "../2033")]),
    ("On 2 May he left; two days earlier he had sung.", [("2 May", "XXXX-05-02"), ("two days earlier", "XXXX-04-30")]),
    ("Prices fell in the first quarter of 2031.", [("the first quarter of 2031", "2031-33")]),
    ("He spoke on Tuesday.", [("Tuesday", "XXXX-XX-XX")]),
    ("A tax came in the 19th century.", [("the 19th century", "18XX")]),
]

DATED = [
    # 8 May 2031 is a Thursday
    ("He spoke on Tuesday evening.", "2031-05-06", "Tuesday evening"),
    ("He spoke on Thursday.", "2031-05-08", "Thursday"),
    ("He spoke last Thursday.", "2031-05-01", "last Thursday"),
    ("The council will vote on Friday.", "2031-05-09", "Friday"),
    ("The pact will be signed on Friday.", "2031-05-09", "Friday"),
    ("The council will vote, he said on Friday.", "2031-05-02", "Friday"),
    ("She would not discuss Friday's fire.", "2031-05-02", "Friday"),
    ("Tents came yesterday.", "2031-05-07", "yesterday"),
    ("Tents came this morning.", "2031-05-08", "this morning"),
    ("The ferry sank early Tuesday.", "2031-05-06", "early Tuesday"),
    ("It was agreed last June.", "2030-06", "last June"),
    ("It was agreed in March.", "2031-03", "March"),
    ("It was built in mid-March.", "2031-03~", "mid-March"),
    ("It has been shut since August.", "2030-08/..", "August"),
    ("At 19.40 on Tuesday the lights failed.", "2031-05-06T19:40:00", "19.40 on Tuesday"),
    ("The lights failed on Tuesday at 7.40pm.", "2031-05-06T19:40:00", "Tuesday at 7.40pm"),
    ("He left three days ago.", "2031-05-05", "three days ago"),
    ("He left five years ago.", "2026~", "five years ago"),
    ("He left last year.", "2030", "last year"),
    ("He left last week.", "2031-04-28/2031-05-04", "last week"),
    ("They met in July or August of this year.", "[2031-07,2031-08]", "July or August of this year"),
    ("A payment fell due on Saturday, 3 May.", "2031-05-03", "Saturday, 3 May"),
    ("The mission means to return in June.", "2031-06", "June"),
    ("The fair opens on June 2.", "2031-06-02", "June 2"),
]

NO_TIME = [
    "Some 3,000 people may march on the palace.",
    "Between 1.2 and 1.5 million tonnes were lost.",
    "It was due on 31 June.",
    "Mrs May said so.",
    "They march on Thornwick.",
    "Flight 2031 was late.",
    "Sector 7 reported 2,031 cases.",
    "The second man fell.",
    "At 19.40 the lights failed.",
    "By two o’clock the line was long.",
    "At half past eight he rang.",
]


@pytest.mark.parametrize(("text", "wanted"), UNDATED)
def test_nothing_is_assumed_without_a_date(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(("text", "wanted", "words"), DATED)
def test_the_day_of_publication_anchors(text: str, wanted: str, words: str) -> None:
    assert found(text, "2031-05-08") == [(words, wanted)]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_gives_none(text: str) -> None:
    assert found(text, "2031-05-08") == []


def test_the_same_month_is_the_one_last_named() -> None:
    assert found("He came in March 2029 and left in the same month.")[1] == ("the same month", "2029-03")


def test_a_dateline_without_a_year_never_gives_one() -> None:
    times = found("He came yesterday. She left on Tuesday.", dateline="PORT ALDER, Nov 14 (KNS)")
    assert [value for _, value in times] == ["XXXX-11-13", "XXXX-11-XX"]


def test_the_dateline_tells_the_day_and_publication_its_year() -> None:
    assert found("He came yesterday.", "2031-11-15", "PORT ALDER, Nov 14 (KNS)") == [("yesterday", "2031-11-13")]


def test_anchored_tells_whether_publication_was_needed() -> None:
    text = "He left on Tuesday, and on 2 May 2031."
    times = find_times(text, [Span(0, len(text))], published="2031-05-08", dateline=None)
    assert [t.anchored for t in times] == [True, False]


def test_clock_times_are_known_to_be_times() -> None:
    text = "At 19.40 the lights failed."
    assert [s.of(text) for s in time_spans(text, [Span(0, len(text))])] == ["19.40"]


PIECES = st.sampled_from(
    ["May", "June 31", "2", "-", "and", "or", "to", "2031", "last", "next", "Tuesday", "at", "19:40", "noon", "since", "until", "three", "weeks", "ago", "earlier",
     "the same", "month", "week", "year", "early", "mid-", "spring", "of", "this year", "1990s", "19th century", "between", "December", "29 February", "the following day", "will", "30",
     "second half of 2030", "last winter", "decades", "2031-02-30", "2031-12-31T23:59", "99", "tonight", ",", "."]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from([None, "2031-05-08", "2032-02-29", "2031-05", "2031", "2031-12-31T10:00:00", "rubbish", "XXXX-06"]),
       st.sampled_from([None, "PORT ALDER, Nov 14 (KNS)", "ALDER, Feb 29"]))  # fmt: skip
@example("December 30 to January 2", None, None)
@example("the last week of 30 December 2031 until the following month", "2031-05-08", None)
def test_every_value_is_edtf(text: str, published: str | None, dateline: str | None) -> None:
    from edtf import parse_edtf

    if not text:
        return
    times = find_times(text, [Span(0, len(text))], published=published, dateline=dateline)
    for time in times:
        parse_edtf(time.edtf)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for time in find_times(text, [Span(0, len(text))], published="2031-05-08", dateline=text):
        assert time.span.of(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It ran from Monday to Friday.", "2031-05-05/2031-05-09"),
        ("It sank on 30/05/2031.", "2031-05-30"),
        ("It sank on 05/06/2031.", "[2031-05-06,2031-06-05]"),
        ("It sank on 2.5.2031.", "2031-05-02"),
        ("It sank on New Year's Eve.", "2030-12-31"),
        ("Over the weekend it sank.", "2031-05-10/2031-05-11"),
        ("It sank in the last week of April.", "2031-04~"),
        ("It sank around midnight on Tuesday.", "2031-05-13"),
        ("It was built around 1850.", "1850~"),
        ("It was big in the '90s.", "199X"),
        ("It sinks every Monday.", None),
    ],
)
def test_what_reports_also_write(text: str, edtf: str | None) -> None:
    told = find_times(text, [Span(0, len(text))], published="2031-05-14", dateline=None)
    assert [time.edtf for time in told] == ([edtf] if edtf else [])


def test_a_dateline_after_publication_dates_nothing() -> None:
    text = "It sank on Monday."
    (time,) = find_times(text, [Span(0, len(text))], published="2031-05-14", dateline="ORVE, 20 May")
    assert time.edtf == "2031-05-12"
