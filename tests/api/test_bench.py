"""A case at the desk of the workbench: places lead to words, judgements come back to places, each record tells what it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sayso
from sayso import api
from sayso.api.bench import CaseDesk
from sayso.config import Limits, Settings
from sayso.errors import CaseMovedError
from sayso.workbench import Drawn
from tests.api.test_cases import REPORTS


def quiet(stage: str, done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quay")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    case = sayso.new_case(folder / "x.sayso")
    sayso.add(case, [folder / name for name in REPORTS])
    return folder


@pytest.fixture
def desk(analysed: Path, tmp_path: Path) -> CaseDesk:
    shutil.copy(analysed / "x.sayso", tmp_path)
    return CaseDesk(sayso.open_case(tmp_path / "x.sayso"), "Ana", Settings(limits=Limits(file_bytes=10_000)))


def claim(drawn: Drawn, words: str) -> str:
    return next(place.id for place in drawn.places if place.kind == "claim" and words in place.words)


def test_every_place_stands_on_the_page_and_leads_to_its_words(desk: CaseDesk) -> None:
    drawn = desk.draw(None, quiet)
    texts = {report.file: report.text for report, _ in api.case_reports(desk._case)}
    for place in drawn.places:
        anchor = drawn.anchors[place.id]
        if place.kind != "actor":
            assert f'id="{place.id}"' in drawn.html
        if place.kind != "report":
            assert texts[place.where][anchor.start : anchor.end] == anchor.exact and anchor.exact.startswith(
                place.words
            )
    shown = {place.id: place for place in drawn.places}
    head = drawn.html.partition('id="p1"')[2].partition("<h3>")[2].partition("</h3>")[0]
    assert head and head in shown["p1"].words and shown["p1"].of == "p1"
    heads = {place.of for place in drawn.places if place.kind == "claim"}
    assert heads and all(f'id="{head}"' in drawn.html and head in drawn.anchors for head in heads)
    assert {place.kind for place in drawn.places} == {"claim", "report", "actor"}
    assert drawn.changed is None and drawn.rulings == ()


def test_a_judgement_comes_back_to_its_place_with_what_it_changed(desk: CaseDesk) -> None:
    first = desk.draw(None, quiet)
    two = [claim(first, "three hours, captain"), claim(first, "three hours, police")]
    made = desk.judge(
        "not same claim", [first.anchors[place] for place in two], "Ana", "another night", None, first.revision
    )
    second = desk.draw(first, quiet)
    assert second.revision == made == desk.revision()
    (ruling,) = second.rulings
    assert ruling.places == (claim(second, "three hours, captain"), claim(second, "three hours, police"))
    assert (ruling.state, ruling.machine, ruling.why) == ("in force", "the same", "another night")
    assert second.changed and any(
        "Ana judged 'not same claim'" in why for change in second.changed for why in change.because
    )
    assert desk.changed_by(1, second, quiet) == second.changed
    with pytest.raises(CaseMovedError):
        desk.undo(1, "Ana", "", first.revision)
    desk.undo(1, "Ben", "a mistake", second.revision)
    third = desk.draw(second, quiet)
    assert (third.rulings[0].state, third.rulings[0].undone_by) == ("undone", 2)
    assert third.changed and {change.kind for change in third.changed} != {change.kind for change in second.changed}
    assert desk.changed_by(2, third, quiet) == third.changed
    with pytest.raises(ValueError, match="no judgement number 7"):
        desk.changed_by(7, third, quiet)


def test_a_note_changes_nothing_and_a_report_left_out_is_still_told(desk: CaseDesk) -> None:
    first = desk.draw(None, quiet)
    desk.judge("note", [first.anchors["report-1"]], "Ana", "call them", None, first.revision)
    second = desk.draw(first, quiet)
    assert second.changed == () and second.rulings[0].places == ("report-1",)
    desk.judge("ignore", [first.anchors["report-1"]], "Ana", "", None, second.revision)
    third = desk.draw(second, quiet)
    assert sum(place.kind == "report" for place in third.places) == 2
    assert third.rulings[0].places == ("",) and third.rulings[0].words == ("herald.txt",)


def test_a_file_is_read_into_the_case_and_nothing_else_is_kept(desk: CaseDesk, tmp_path: Path) -> None:
    before = desk.revision()
    new, noise = tmp_path / "skerry.txt", tmp_path / "noise.txt"
    new.write_text(
        "Outlet: The Skerry Times\n\nThe ferry Merle waited outside for four hours, captain Tor Eide said.\n"
    )
    assert desk.add(new, quiet).added == ("skerry.txt",)
    again = desk.add(new, quiet)
    assert again.added == () and "holds it already" in again.left[0]
    noise.write_text("x" * 20_000)
    given = desk.add(noise, quiet)
    assert given.added == () and "more than the 10,000" in given.left[0]
    assert desk.revision() != before


def test_a_case_without_reports_can_be_drawn(tmp_path: Path) -> None:
    desk = CaseDesk(sayso.new_case(tmp_path / "x.sayso"), None, Settings())
    drawn = desk.draw(None, quiet)
    assert drawn.places == () and "No claim was found" in drawn.html and desk.who
