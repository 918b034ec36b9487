"""CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier import as_csv


def cell(value: str | float | bool | None) -> str:
    written = as_csv(["x"], [["", value]]).partition("\n")[2]
    return next(csv.reader(io.StringIO(written, newline="")))[1]


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+44 20",
        "-5 degrees",
        "@risk",
        "\t=HYPERLINK(1)",
        " =A1",
        "\r\n@x",
        "＝1+1",
        "＠x",
        "\tplain",
        "\nplain",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(words: str) -> None:
    assert cell(words) == f"'{words}"


@pytest.mark.parametrize(
    "words", ["4 = 2 + 2", "a-b", "“=1”", "–5", "", "'quoted'", 'a "word", and more', "two\nlines"]
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert cell(words) == words


def test_numbers_truth_and_the_unknown() -> None:
    assert [cell(value) for value in (-5, 1.5, True, False, None)] == ["-5", "1.5", "true", "false", ""]


def test_quotation_marks_are_doubled_and_lines_end_plainly() -> None:
    assert as_csv(["a", "b"], [['say "so"', "x,y"]]) == 'a,b\n"say ""so""","x,y"\n'


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4))
def test_whatever_stands_in_it_comes_back_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    written = as_csv(["a", "b"], rows)
    written.encode("utf-8")
    back = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert len(back) == len(rows)
    for got, wanted in zip(back, rows, strict=True):
        for one, other in zip(got, wanted, strict=True):
            assert one in (whole := other.replace("\x00", "\ufffd"), f"'{whole}")
            assert one.strip()[:1] not in tuple("=+-@")
