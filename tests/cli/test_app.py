"""The commands: exit codes, what goes where, and words instead of tracebacks."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import sayso
from sayso import api
from sayso.cli.app import app
from sayso.cli.pile import example
from tests.affair import dossier

STORY = (
    "Outlet: The Courier\nPublished: 2033-03-04\n\nThe state granary burned down on Thursday night, the fire chief, Ana Brelt, said.\n\n"
    "“Nobody was hurt,” Brelt said.\n"
)


def sayso_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, encoding="utf-8")


def called(*arguments: str) -> Result:
    """Call a command in this process: the lexicons are read once for all tests."""
    return CliRunner(env={"COLUMNS": "140", "NO_COLOR": "1"}).invoke(app, list(arguments))


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call a command with the analysis replaced by a finished dossier."""

    def analyse(paths: Any, **options: Any) -> sayso.Dossier:
        options["progress"]("reading", 1, 1)
        return dossier()

    monkeypatch.setattr(api, "analyse", analyse)
    runner = CliRunner(env={"COLUMNS": "110", "NO_COLOR": "1"})
    return lambda *arguments: runner.invoke(app, list(arguments))


def test_the_summary_shows_the_first_screen_and_where_the_dossier_lies(
    given: Callable[..., Result], tmp_path: Path
) -> None:
    result = given("analyse", "x.txt", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    for words in (
        "4 reports", "WHAT IS CLAIMED", "WHERE IT COMES FROM", "WHAT CHANGED", "NOT READ", "●", "⚡ number", "↻", "not in the pile", "rewrite, not credited",
        "Ministry of Supply › Northern Press Agency › courier", "empty.txt: not read: the file is empty",
        f"written: {tmp_path / 'out' / 'dossier.html'}",
    ):  # fmt: skip
        assert " ".join(words.split()) in " ".join(result.stdout.split()), words
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_quiet_prints_nothing(given: Callable[..., Result], tmp_path: Path) -> None:
    result = given("analyse", "x.txt", "-o", str(tmp_path), "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "dossier.html").exists()


def test_the_summary_as_json(given: Callable[..., Result], tmp_path: Path) -> None:
    result = given("analyse", "x.txt", "-o", str(tmp_path), "--json")
    summary = json.loads(result.stdout)
    assert (summary["read"], summary["conflicts"], len(summary["unread"]), len(summary["families"])) == (4, 3, 3, 1)
    assert [Path(path).name for path in summary["written"]] == ["dossier.json", "dossier.html", "dossier.md"]


def test_an_output_that_cannot_be_written_is_code_1(given: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    result = given("analyse", "x.txt", "-o", str(tmp_path / "taken"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse",),
        ("analyse", "x", "--nonsense"),
        ("analyse", "x", "-w", "0"),
        ("nonsense",),
        ("sources", "x", "--format", "xml"),
        ("sources",),
    ],
)
def test_wrong_use_is_code_2(arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 2
    assert "Usage" in result.output


@pytest.mark.parametrize(
    "arguments", [("--help",), ("analyse", "--help"), ("sources", "--help"), ("actors", "--help"), ("demo", "-h")]
)
def test_help_teaches_with_examples(arguments: tuple[str, ...]) -> None:
    result = CliRunner(env={"COLUMNS": "120"}).invoke(app, list(arguments))
    assert result.exit_code == 0
    assert "Example" in result.output
    assert "sayso " in result.output


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"sayso {sayso.__version__}\n"


def test_nothing_read_is_code_1_without_a_traceback(tmp_path: Path) -> None:
    result = sayso_process("analyse", str(tmp_path / "gone"), "-o", str(tmp_path / "out"))
    assert result.returncode == 1
    assert "no such file or folder" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "out").exists()


def test_escape_sequences_of_a_file_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    result = sayso_process("analyse", "evil\x1b[31m.txt", "-o", str(tmp_path))
    assert result.returncode == 1
    assert "\x1b" not in result.stderr


def test_from_files_to_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY.replace("Courier", "Monitor"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    result = sayso_process("analyse", str(tmp_path), "-o", str(tmp_path / "out"), NO_COLOR="1", COLUMNS="100")
    assert result.returncode == 0, result.stderr
    assert "2 reports" in result.stdout
    assert "c.txt: not read: the file is empty" in result.stdout
    found = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    assert found["schema"] == "sayso.dossier/1"
    assert [report["file"] for report in found["reports"]] == ["a.txt", "b.txt"]


def test_a_terminal_without_unicode_gets_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    result = sayso_process(
        "analyse", str(tmp_path), "-o", str(tmp_path / "out"), PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert result.returncode == 0, result.stderr
    assert "WHAT IS CLAIMED" in result.stdout


def test_sources_as_csv_of_one_report_has_the_five_columns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    result = called("sources", str(tmp_path / "a.txt"), "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0] == ["statement", "type", "name", "title", "justification"]
    assert any("Ana Brelt" in row for row in rows[1:])


def test_sources_as_csv_of_several_reports_names_them(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY + name, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(called("sources", str(tmp_path), "-f", "csv").stdout)))
    assert rows[0][0] == "report"
    assert {row[0] for row in rows[1:]} == {"a.txt", "b.txt"}


def test_sources_as_json_leads_back_to_the_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    found = json.loads(called("sources", str(tmp_path / "a.txt"), "--format", "json").stdout)
    (report,) = found["reports"]
    assert (report["file"], set(report["rows"][0])) == (
        "a.txt",
        {"statement", "type", "name", "title", "justification", "chain"},
    )
    spans = [span for each in report["attributions"] for part in ("source", "cue", "content") for span in each[part]]
    assert spans
    assert all(STORY[span["start"] : span["end"]] == span["exact"] for span in spans)


def test_sources_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    result = called("sources", str(tmp_path))
    assert result.exit_code == 0
    assert "justification" in result.stdout
    assert "\x1b" not in result.stdout


RELAYED = "Outlet: The Courier\n\nThe mayor, Ana Ruiz, told the Omnia news agency that the port would reopen on Monday.\n\nRuiz said the work was done.\n"


def test_actors_as_csv_tell_who_speaks_and_through_whom(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELAYED, encoding="utf-8")
    result = called("actors", str(tmp_path), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0
    (mayor,) = [row for row in rows if row["name"] == "Ana Ruiz"]
    assert (mayor["kind"], mayor["also called"], mayor["reports"]) == ("person", "Ruiz", "1")
    assert int(mayor["speaks"]) >= 2
    assert "Omnia" in mayor["quoted through"]


def test_actors_as_json_carry_their_reasons_and_places(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELAYED, encoding="utf-8")
    found = json.loads(called("actors", str(tmp_path), "-f", "json", "--all").stdout)["actors"]
    mayor = next(actor for actor in found if actor["name"] == "Ana Ruiz")
    assert mayor["merged_because"]
    assert {mention["exact"] for mention in mayor["mentions"]} >= {"Ruiz"}


def test_a_report_that_credits_nobody_gives_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained all day. The road was wet.\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    result = called("actors", str(tmp_path))
    assert result.exit_code == 0
    assert "nobody speaks" in result.stdout
    assert "b.pdf" in result.stderr


def test_actors_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELAYED, encoding="utf-8")
    result = called("actors", str(tmp_path))
    assert "quoted through" in result.stdout
    assert "Why names were taken for one" in result.stdout
    assert "\x1b" not in result.stdout


def test_the_bundled_pile_is_found() -> None:
    assert len([path for path in example().iterdir() if path.suffix in (".txt", ".md", ".html")]) >= 9


def test_the_demo_runs(tmp_path: Path) -> None:
    result = called("demo", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert "WHAT IS CLAIMED" in result.stdout
    assert (tmp_path / "out" / "dossier.html").exists()
