"""Reports of a case: taken once, in order, with the ids that a pile of them would have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.casefile import Store
from sayso.casefile.reports import mark_of
from sayso.model import Report, Span, Unread
from sayso.reading import read
from tests.build import report


def told(path: Path, *reports: Report, most: int = 100) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    return Store.open(path).add(reports, (), most)


def case(tmp_path: Path) -> Path:
    Store.create(tmp_path / "x.sayso")
    return tmp_path / "x.sayso"


def test_a_report_comes_back_as_it_was_read(tmp_path: Path) -> None:
    given = report(
        "A fire. “Twelve”, she said – 12 dead.", outlet="The Quay", published="2031-05", skipped=(Span(2, 4),), field_spans=(("title", Span(0, 2)),)
    )  # fmt: skip
    told(case(tmp_path), given)
    held = Store.open(tmp_path / "x.sayso").state().reports[0]
    assert held.report == replace(given, id=held.report.id)
    assert held.mark == mark_of(given)


def test_ids_and_reports_are_those_of_a_pile_that_is_read(tmp_path: Path) -> None:
    words = "The lamp on the quay went dark on Monday, the harbour master said, and nobody could tell him why it had."
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Outlet: The {name.upper()} Post\n\n{words}\n")
    read_at_once = read([tmp_path]).reports
    store = Store.create(tmp_path / "x.sayso")
    for name in ("b", "c", "a"):
        store.add(read([tmp_path / f"{name}.txt"]).reports, (), 100)
    assert sorted((held.report for held in store.state().reports), key=lambda r: r.id) == list(read_at_once)


def test_a_report_is_taken_once(tmp_path: Path) -> None:
    path = case(tmp_path)
    first, again = report("A fire."), report("A fire.", file="copy.txt")
    assert len(told(path, first)[0]) == 1
    marks, left = told(path, first, again)
    assert marks == ()
    assert [(entry.file, entry.reason) for entry in left] == [("r1.txt", "read twice"), ("copy.txt", "read twice")]
    assert left[1].detail == "the case holds it already as r1.txt; it counts once"


def test_one_wire_copy_of_two_outlets_is_two_reports(tmp_path: Path) -> None:
    marks, left = told(case(tmp_path), report("A fire.", outlet="The Quay"), report("A fire.", outlet="The Post"))
    assert len(marks) == 2 and not left


def test_a_case_holds_so_many_reports_and_no_more(tmp_path: Path) -> None:
    path = case(tmp_path)
    marks, left = told(path, report("One."), report("Two.", "r2"), report("Three.", "r3"), most=2)
    assert len(marks) == 2
    assert [entry.file for entry in left] == ["r3.txt"] and "at most 2 reports" in left[0].detail


def test_what_was_not_read_is_kept_until_it_is(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "x.sayso")
    broken, twice = Unread("r1.txt", "not read", "broken"), Unread("r2.txt", "read twice", "same bytes")
    store.add([], [broken, twice], 10)
    store.add([], [broken], 10)
    assert store.state().unread == (broken,)
    store.add([report("A fire.")], (), 10)
    assert store.state().unread == ()


def test_ids_that_collide_grow(tmp_path: Path, monkeypatch: object) -> None:
    store = Store.create(tmp_path / "x.sayso")
    store.add([report("One."), report("Two.", "r2")], (), 10)
    with store._database.writing() as db:
        for number, mark in ((1, "abcdef01" + "0" * 56), (2, "abcdef01" + "1" * 56)):
            db.execute("UPDATE report SET mark = ? WHERE number = ?", (mark, number))
    assert [held.report.id for held in store.state().reports] == ["r-abcdef010", "r-abcdef011"]
