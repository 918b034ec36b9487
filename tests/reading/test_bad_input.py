"""Bad input: each file is listed with a reason within bounds of time and memory, and the rest is read."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.config import Limits
from sayso.errors import UnreadableError
from sayso.reading import Reading, read
from sayso.reading.isolated import Isolated
from sayso.reading.part import Part
from tests.reading import files

SOUND = "The fire chief said on Friday that nobody was hurt in the granary."


def told(folder: Path, limits: Limits | None = None) -> dict[str, str]:
    """Read a folder that holds a sound report too; return what was not read."""
    (folder / "sound.txt").write_text(SOUND)
    reading = read([folder], limits=limits)
    assert "sound.txt" in {report.file for report in reading.reports}
    return {entry.file: entry.detail for entry in reading.unread}


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", random.Random(1).randbytes(2_000) + b"\0\xff", "binary|picture|archive"),
        ("a.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("a.pdf", files.pdf(*files.STORY, password="secret"), "password"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.html", "<div>" * 30_000 + "words", "no text is found"),
        ("a.eml", b"From: a\nSubject: b c\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)), "deeply nested|no text|parts"),
        ("a.json", b'{"a":' * 100_000, "deeply nested"),
        ("a.txt", "word " * 100_000, "more than the 200,000"),
        ("a.txt", "Der Speicher der Stadt ist in der Nacht zum Donnerstag abgebrannt, wie die Feuerwehr mitteilte.", "'de'"),
        ("a.csv", "a,b", "no kind"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "bytes",
)  # fmt: skip
def test_what_cannot_be_read_is_listed_and_the_rest_is_read(
    tmp_path: Path, name: str, data: str | bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    reason = told(tmp_path)[name]
    assert any(word in reason for word in words.split("|")), reason


def test_entities_of_a_page_do_not_explode(tmp_path: Path) -> None:
    entities = (
        '<!DOCTYPE html [<!ENTITY a "lol">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 60}">' for n in range(8))
        + "]>"
    )
    (tmp_path / "a.html").write_text(f"{entities}<html><body><p>{SOUND} &i;</p></body></html>")
    (report,) = read([tmp_path]).reports
    assert len(report.text) < 500


def test_a_file_that_vanishes_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(SOUND)
    real = Path.open

    def vanish(path: Path, *rest: Any, **more: Any) -> Any:
        if path.name == "a.txt":
            path.unlink()
        return real(path, *rest, **more)

    monkeypatch.setattr(Path, "open", vanish)
    (tmp_path / "b.txt").write_bytes(SOUND.encode())
    reading = read([tmp_path])
    assert [report.file for report in reading.reports] == ["b.txt"]
    assert "no such file" in reading.unread[0].detail


def test_a_file_that_grows_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(SOUND * 100)
    real = os.fstat

    def small(handle: int) -> os.stat_result:
        return os.stat_result((*real(handle)[:6], 10, *real(handle)[7:]))

    monkeypatch.setattr(os, "fstat", small)
    assert "more than the 1,000" in read([tmp_path], limits=Limits(file_bytes=1_000)).unread[0].detail


def test_a_folder_changes_into_a_link_out_of_it(tmp_path: Path) -> None:
    inside = tmp_path / "pile"
    inside.mkdir()
    (tmp_path / "secret.pdf").write_bytes(files.pdf(*files.STORY))
    (inside / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    assert "link out of the folder" in told(inside)["a.pdf"]


def test_too_many_reports_are_one_line(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"{SOUND} {number}")
    reading = read([tmp_path], limits=Limits(reports=10))
    assert [report.file for report in sorted(reading.reports, key=lambda r: r.file)] == [
        f"{n:02}.txt" for n in range(10)
    ]
    (entry,) = reading.unread
    assert entry.file == "10.txt to 29.txt (20 files)" and "at most 10 reports" in entry.detail


def test_too_many_reports_in_one_file_are_one_line(tmp_path: Path) -> None:
    rows = (json.dumps({"text": f"{SOUND} {number}"}) for number in range(30))
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    reading = read([tmp_path], limits=Limits(reports=10))
    assert len(reading.reports) == 10
    assert [entry.file for entry in reading.unread] == ["a.jsonl#11 to a.jsonl#30 (20 files)"]


def test_files_of_another_kind_leave_room_for_reports(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.csv").touch()
    (tmp_path / "sound.txt").write_text(SOUND)
    assert [report.file for report in read([tmp_path], limits=Limits(files=5)).reports] == ["sound.txt"]


def test_very_many_unread_files_are_summed_up(tmp_path: Path) -> None:
    for number in range(1_200):
        (tmp_path / f"{number:04}.csv").touch()
    reading = read([tmp_path])
    assert len(reading.unread) == 1_001
    assert reading.unread[-1].file == "and 200 more files"


def test_the_same_object_in_two_files_counts_once(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(
            json.dumps([{"text": SOUND, "outlet": "Courier"}, {"text": SOUND, "outlet": "Monitor"}])
        )
    reading = read([tmp_path])
    assert sorted(report.file for report in reading.reports) == ["a.json#1", "a.json#2"]
    assert [entry.reason for entry in reading.unread] == ["read twice"] * 2


def test_a_fault_of_a_reader_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, kind: str, limits: Limits) -> list[Part]:
        raise ZeroDivisionError

    (tmp_path / "a.txt").write_text(SOUND)
    monkeypatch.setattr(sys.modules["sayso.reading.read"], "parts", fail)
    assert "fault of Sayso" in read([tmp_path]).unread[0].detail


def test_a_run_without_a_space_is_not_analysed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{SOUND} {'QUFB' * 200} {SOUND}")
    (report,) = read([tmp_path]).reports
    assert [span.of(report.text) for span in report.skipped] == ["QUFB" * 200]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A place for a reader of our own that the other process takes for the reader of PDF."""
    package = tmp_path / "own"
    package.mkdir()
    monkeypatch.setenv("SAYSO_TEST", "1")
    monkeypatch.setattr("sys.path", [str(package), *__import__("sys").path])
    yield package / "sitecustomize.py"


BREAK = "import sayso.reading.pdf\ndef read_pdf(data, limits):\n    {}\nsayso.reading.pdf.read_pdf = read_pdf\n"


@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("import os; os.abort()", "broke off"),
        ("while True: pass", "more than 0.5 seconds"),
        ("return bytes(4 * 10**9)", "bytes of memory"),
        ("return read_pdf(data, limits)", "deeply nested"),
    ],
)
def test_a_reader_that_fails_hard_costs_one_file(broken: Path, does: str, words: str) -> None:
    broken.write_text(BREAK.format(does))
    start = time.monotonic()
    with Isolated(Limits(seconds=0.5)) as isolated:
        with pytest.raises(UnreadableError, match=words):
            isolated.parts(b"%PDF-1.7", "pdf")
        assert isinstance(isolated.parts(files.docx(*files.STORY), "docx")[0], Part)
    assert time.monotonic() - start < 20


def test_nothing_is_left_running(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(files.pdf(*files.STORY))
    children = Path("/proc/self/task") / str(os.getpid()) / "children"
    if not children.exists():
        pytest.skip("the system does not list processes this way")
    before = children.read_text()
    found: Reading = read([tmp_path])
    assert len(found.reports) == 1
    assert children.read_text() == before
