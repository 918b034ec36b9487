"""The first screen: it fits its width, shows labels and never ids, and counts one as one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from sayso.cli.claims import in_lines
from sayso.cli.screen import _packed, show
from sayso.cli.words import cut, say
from sayso.model import Dossier
from tests.affair import dossier

WIDTHS = [60, 80, 100, 140]


def with_ids() -> Dossier:
    """The affair with ids as reading makes them, in every text of ours that may hold one."""
    whole = dossier()
    ids = {report.id: f"r-{place:08x}" for place, report in enumerate(whole.reports, 0xA1B2C3D4)}

    def renamed(value: object) -> object:
        if isinstance(value, str):
            return re.sub("|".join(map(re.escape, ids)), lambda m: ids[m[0]], value) if value in ids else value
        if isinstance(value, tuple):
            return tuple(map(renamed, value))
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: renamed(getattr(value, name)) for name in value.__dataclass_fields__})  # type: ignore[type-var]
        return value

    made = renamed(whole)
    assert isinstance(made, Dossier)
    first, second = made.reports[0].id, made.reports[1].id
    absent = tuple(replace(a, is_=f"the NPA report relayed by {second} and {first}") for a in made.absent)
    conflicts = tuple(replace(c, reason=f"{first} and {second} differ.") for c in made.conflicts)
    return replace(made, absent=absent, conflicts=conflicts)


def shown(found: Dossier, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    show(found, [Path("out/dossier.html")])
    return capsys.readouterr().out


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(dossier(), width, capsys, monkeypatch)
    assert max(cell_len(line.rstrip()) for line in text.splitlines()) <= width
    assert {"WHAT IS CLAIMED", "WHERE IT COMES FROM", "WHAT CHANGED"} <= set(
        re.findall(r"[A-Z]{2,}(?: [A-Z]{2,})+", text)
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_reports_bear_labels_and_never_ids(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(with_ids(), width, capsys, monkeypatch)
    assert "courier" in text
    assert re.findall(r"r-[0-9a-f]{8}", text) == []


def test_a_dispatch_without_children_tells_who_relays_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = with_ids()
    whole = replace(found, derivations=(), absent=found.absent[:1], cycles=())
    edge = next(d for d in found.derivations if d.basis != "citation")
    lone = replace(edge, child=found.reports[0].id, parent=found.absent[0].id)
    text = " ".join(shown(replace(whole, derivations=(lone,)), 100, capsys, monkeypatch).split())
    assert "the NPA report (not in the pile)" in text
    assert "on their own" in text


def test_one_is_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dossier()
    claim = whole.claims[0]
    proposition = replace(whole.propositions[0], claims=(claim.id,), history=())
    one = replace(
        whole, reports=tuple(r for r in whole.reports if r.id == claim.report), claims=(replace(claim, proposition=proposition.id),),
        propositions=(proposition,), derivations=(), absent=(), cycles=(), drift=(), conflicts=(), updates=(), timeline=(), unread=(),
    )  # fmt: skip
    text = shown(one, 100, capsys, monkeypatch)
    assert "1 report ·" in text
    assert "1 claim · 1 proposition\n" in text
    assert "on its own: " in text
    assert "nothing that the reports show" in text


def test_a_circle_is_said_in_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(dossier(), 100, capsys, monkeypatch)
    assert re.search(r"in a circle: \w+ cites \w+, and \w+ cites \w+", text)


@pytest.mark.parametrize("width", [20, 40, 57, 97])
@pytest.mark.parametrize("length", [1, 8, 30, 300])
def test_a_proposition_takes_two_lines_and_keeps_its_marks(width: int, length: int) -> None:
    words = " ".join(["granary", "a", "fire", "unextinguished"][n % 4] for n in range(length))
    marks = ["●●◐", "⚡ number", "↻"]
    lines = in_lines(words, marks, width, plain=False).plain.split("\n")
    assert len(lines) <= 2
    assert all(cell_len(line) <= width for line in lines)
    assert all(mark in "\n".join(lines) for mark in marks)


def test_a_word_wider_than_the_terminal_is_cut() -> None:
    lines = in_lines("x" * 200, ["○"], 30, plain=False).plain.split("\n")
    assert all(cell_len(line) <= 30 for line in lines)


def test_items_are_packed_into_lines_that_break_between_them() -> None:
    assert _packed(["4 reports", "2 origins", "nothing unread"], 24) == ["4 reports · 2 origins", "nothing unread"]


def test_words_are_cut_by_their_width_on_the_terminal() -> None:
    assert cut("one  two three", 9) == "one two…"
    assert cell_len(cut("火事" * 30, 20)) <= 20
    assert cut("short", 20) == "short"


def test_words_of_others_steer_nothing() -> None:
    assert say("[bold]x[/] \x1b[31m", plain=False).plain == "[bold]x[/] \ufffd[31m"
