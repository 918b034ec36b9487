"""The commands about case files: what they print, as words and as JSON, their exit codes, what is said when they are stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app

POST = (
    "Title: Dark quay\nOutlet: The Harbour Post\nPublished: 2031-05-02\n\nThe lamp on the east quay went dark on Thursday night, harbour master "
    "Ina Vold said.\n\nTwelve boats waited outside, she said.\n"
)
HERALD = (
    "Title: Boats wait\nOutlet: The Island Herald\nPublished: 2031-05-03\n\nThe lamp on the east quay went dark on Thursday night, the harbour "
    "master told The Harbour Post.\n\nTwenty boats waited outside, captain Tor Eide said.\n"
)


def called(*arguments: str, **environment: str) -> Result:
    return CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1", **environment}).invoke(app, list(arguments))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with two reports, looked at after the first."""
    folder = tmp_path_factory.mktemp("quay")
    (folder / "post.txt").write_text(POST)
    (folder / "herald.txt").write_text(HERALD)
    path = folder / "x.sayso"
    assert called("case", "new", str(path)).output == f"made: {path}\n"
    first = called("add", str(path), str(folder / "post.txt"))
    assert first.exit_code == 0, first.output
    assert first.output.startswith("added: post.txt\n1 report added; the case holds 1 report, ")
    assert "No look yet" in called("changes", str(path), "--seen").output
    second = json.loads(called("add", str(path), str(folder), "--json").stdout)
    assert [report["file"] for report in second["added"]] == ["herald.txt"]
    assert {(entry["file"], entry["reason"]) for entry in second["unread"]} >= {("post.txt", "read twice")}
    return path


def test_every_part_is_shown_and_printed_as_json(case: Path) -> None:
    expected = {
        "claims": "The lamp on the east quay", "conflicts": "", "stemma": "2 reports", "timeline": "2031-05-02", "actors": "Ina Vold",
        "reports": "herald.txt", "judgements": "nothing was judged yet",
    }  # fmt: skip
    for part, words in expected.items():
        shown = called("show", str(case), part)
        assert shown.exit_code == 0, shown.output
        assert words in " ".join(shown.output.split()), part
        assert "\x1b" not in shown.output
        told = json.loads(called("show", str(case), part, "--json").stdout)
        assert part == "conflicts" or told
    assert json.loads(called("show", str(case), "--json").stdout)["read"] == 2
    assert "WHAT IS CLAIMED" in called("show", str(case)).output


def test_only_signs_of_ascii_where_others_cannot_be_shown(case: Path) -> None:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "find", str(case), "boats"]
    found = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert found.returncode == 0 and b"Twelve boats waited" in found.stdout


def test_changes_say_what_brought_them(case: Path) -> None:
    shown = called("changes", str(case)).output
    assert "1 new report\n  + herald.txt" in shown
    assert "herald.txt was added" in shown
    told = json.loads(called("changes", str(case), "--json").stdout)
    assert [report["file"] for report in told["reports"]] == ["herald.txt"]
    assert all(change["because"] for change in told["changes"])


def test_find_prints_report_place_and_words(case: Path) -> None:
    told = json.loads(called("find", str(case), "boat waiting", "--json").stdout)["hits"]
    texts = {"post.txt": POST, "herald.txt": HERALD}
    assert {hit["file"] for hit in told if hit["by"] == "words"} == set(texts)
    for hit in told:
        assert texts[hit["file"]][hit["start"] : hit["end"]] == hit["exact"]
    assert "IN THESE WORDS" in called("find", str(case), "boats").output
    assert "nothing was found" in called("find", str(case), "xylophone zeppelin qwx").output


def test_the_dossier_is_that_of_the_case(case: Path, tmp_path: Path) -> None:
    made = called("dossier", str(case), "-o", str(tmp_path / "out"), "--json")
    assert made.exit_code == 0, made.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dossier.html", "dossier.json", "dossier.md"]
    assert json.loads(made.stdout)["read"] == 2


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "nowhere.sayso"), 1, "there is no case file"),
        (("add", "nowhere.sayso", "a.txt"), 1, "there is no case file"),
        (("find", "CASE", "?!"), 2, "there is no word to look for"),
        (("add", "CASE", "nowhere.txt"), 1, "no report could be read"),
        (("case", "new", "CASE"), 1, "already something"),
        (("show", "CASE", "weather"), 2, "weather"),
    ],
)
def test_what_is_wrong_is_said(case: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = called(*(str(case) if word == "CASE" else word for word in arguments))
    assert result.exit_code == code
    assert words in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_a_case_in_use_is_said_after_a_while(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.casefile.database.Database.__init__.__defaults__", (0.2, None))
    monkeypatch.setattr("sayso.casefile.database.Database.open.__func__.__defaults__", (0.2,))
    monkeypatch.setattr("sayso.casefile.store.Store.open.__func__.__defaults__", (0.2,))
    with closing(sqlite3.connect(case)) as db:
        db.execute("BEGIN EXCLUSIVE")
        result = called("show", str(case), "reports")
    assert result.exit_code == 1 and "another program has been writing" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_stopped_while_it_analyses_it_says_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    for number in range(12):
        (tmp_path / "pile" / f"{number}.txt").write_text(POST.replace("Twelve", f"{number + 20}") + f"\n{HERALD}" * 12)
    assert called("case", "new", str(tmp_path / "x.sayso")).exit_code == 0
    command = [
        sys.executable,
        "-u",
        "-c",
        "from sayso.cli import main; main()",
        "add",
        str(tmp_path / "x.sayso"),
        str(tmp_path / "pile"),
    ]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout is not None
    first = program.stdout.readline()
    time.sleep(0.3)
    program.send_signal(signal.SIGTERM)
    _, complaint = program.communicate(timeout=60)
    assert first.startswith("added: ")
    if program.returncode == 143:  # a fast machine may be done before
        assert (
            complaint
            == "sayso: stopped; what was told as added is in the case file, and the analysis goes on at the next look\n"
        )
    else:
        assert program.returncode == 0
    assert len(json.loads(called("show", str(tmp_path / "x.sayso"), "reports", "--json").stdout)["reports"]) == 12
