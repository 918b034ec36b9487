"""`sayso stemma` and `sayso compare`: what is printed and written, exit codes, words in place of colours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.dossier import compare_schema, stemma_schema

WIRE = (
    "Title: Kiln blows up\nOutlet: The Osk Courier\nPublished: 2033-03-04\n\nThe lime kiln at Quillmark blew up on Thursday night, and its chimney fell on the road to the harbour.\n\n"
    "The fire may have been started by dust, the fire chief, Ana Brelt, told reporters at the gate of the works.\n\n"
    "“We counted eleven trucks under the bricks,” Brelt said.\n"
)
COPY = (
    "Title: Night of the kiln\nOutlet: The Vale Echo\nPublished: 2033-03-05\n\nA cyclist saw it from the hill.\n\n"
    "The lime kiln at Quillmark blew up on Thursday night, and its chimney fell on the road to the harbour.\n\n"
    "The fire was started by dust, the fire chief, Ana Brelt, told reporters at the gate of the works.\n"
)
RELAY = (
    "Title: Bricks\nOutlet: Quillmark Monitor\nPublished: 2033-03-06\n\nThe mason of the chimney is 81 years old, Reuters reported on Saturday.\n\n"
    "He built it in 1979 with two brothers, according to the agency.\n"
)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kiln") / "reports"
    folder.mkdir()
    for name, text in (("wire", WIRE), ("copy", COPY), ("relay", RELAY)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def called(*arguments: str, **environment: str) -> Result:
    return CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1", **environment}).invoke(app, list(arguments))


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment})


def test_the_tree_says_in_words_what_lines_and_colours_would(pile: Path) -> None:
    result = called("stemma", str(pile), "-q")
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    told = " ".join(result.stdout.split())
    for words in (
        "3 reports", "1 absent dispatch", "(not in the pile)", "wire The Osk Courier, 4 March 2033", "copy The Vale Echo, 5 March 2033",
        "not credited, by text", "% of it",
    ):  # fmt: skip
        assert words in told, words
    lines = result.stdout.splitlines()
    above = next(n for n, line in enumerate(lines) if line.startswith("wire"))
    assert lines[above + 1].startswith("└── copy")
    assert lines.index(next(line for line in lines if line.startswith("[x1]"))) < above


def test_the_stemma_is_written_by_the_ending_of_its_name(pile: Path, tmp_path: Path) -> None:
    for name in ("s.svg", "s.graphml", "s.json"):
        result = called("stemma", str(pile), "-o", str(tmp_path / name))
        assert result.exit_code == 0 and f"written: {tmp_path / name}" in result.stderr
    assert ET.parse(tmp_path / "s.svg").getroot().tag.endswith("svg")
    assert ET.parse(tmp_path / "s.graphml").getroot().tag.endswith("graphml")
    assert called("stemma", str(pile), "-o", str(tmp_path / "all"), "-q").output == ""
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["stemma.graphml", "stemma.json", "stemma.svg"]
    for name in ("svg", "graphml", "json"):
        assert (tmp_path / "all" / f"stemma.{name}").read_bytes() == (tmp_path / f"s.{name}").read_bytes()


@pytest.mark.parametrize("kind", ["svg", "graphml", "json"])
def test_what_is_printed_is_what_is_written(pile: Path, tmp_path: Path, kind: str) -> None:
    printed = process(
        "stemma", str(pile), "-q", "-f", kind, "-o", str(tmp_path / f"s.{kind}"), PYTHONIOENCODING="utf-8"
    )
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout == (tmp_path / f"s.{kind}").read_bytes()


def test_the_json_of_the_stemma_fits_its_schema(pile: Path) -> None:
    told = json.loads(called("stemma", str(pile), "-q", "-f", "json").stdout)
    jsonschema.Draft202012Validator(stemma_schema()).validate(told)
    assert [report["file"] for report in told["reports"]] == ["copy.txt", "relay.txt", "wire.txt"]


@pytest.mark.parametrize("command", ["stemma", "compare"])
def test_piped_to_ascii_nothing_is_lost(pile: Path, command: str) -> None:
    given = [str(pile)] if command == "stemma" else [str(pile / "wire.txt"), str(pile / "copy.txt")]
    done = process(command, *given, "-q", PYTHONIOENCODING="ascii", COLUMNS="100")
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode("ascii")
    assert "?" not in told and "\x1b" not in told
    assert "not credited" in told or "does not name it" in told


def test_misuse_is_code_2_and_unread_paths_code_1(pile: Path, tmp_path: Path) -> None:
    wire, copy = str(pile / "wire.txt"), str(pile / "copy.txt")
    for arguments, words in (
        (("stemma", str(pile), "-o", "stemma.png"), "choose .svg, .graphml, .json or a folder"),
        (("compare", wire, copy, "-o", "beside.pdf"), "choose .html or .json"),
        (("compare", wire, wire), "are one report"),
        (("compare", wire, str(pile)), "gives 3 reports"),
    ):
        result = called(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in " ".join(result.stderr.split())
    for arguments in (("stemma", str(tmp_path / "none")), ("compare", wire, str(tmp_path / "none.txt"))):
        result = called(*arguments)
        assert result.exit_code == 1 and "no such file" in result.stderr


def test_an_output_that_cannot_be_written_is_code_1(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    for arguments in (("stemma", str(pile)), ("compare", str(pile / "wire.txt"), str(pile / "copy.txt"))):
        result = called(*arguments, "-o", str(tmp_path / "taken" / "out.json"))
        assert result.exit_code == 1 and "cannot be written" in result.stderr


def test_two_reports_face_each_other_with_what_changed(pile: Path) -> None:
    result = called("compare", str(pile / "copy.txt"), str(pile / "wire.txt"))
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    told = " ".join(result.stdout.split())
    assert told.startswith("copy copies wire in 2 of 3 paragraphs (")
    for words in (
        "and does not name it", "was made from wire The Osk Courier and does not name it", "hedge: “may” › certain", "{+was+}", "= same", "≈ changed",
        "< only in", "> only in",
    ):  # fmt: skip
        assert words in told, words
    assert "[-may" in told


def test_nothing_in_common_is_said_and_is_no_failure(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "pear.txt").write_text(
        "Outlet: The Osk Herald\n\nNadia Roth won the orchard prize with a pear.\n", "utf-8"
    )
    result = called("compare", str(pile / "wire.txt"), str(tmp_path / "pear.txt"))
    assert result.exit_code == 0
    assert "share no passage, and nothing shows that one was made from the other" in " ".join(result.stdout.split())
    assert "SIDE BY SIDE" not in result.stdout


def test_the_comparison_is_written_and_printed_as_json(pile: Path, tmp_path: Path) -> None:
    given = ("compare", str(pile / "wire.txt"), str(pile / "copy.txt"), "--pile", str(pile))
    result = called(*given, "--json", "-q", "-o", str(tmp_path / "beside.html"))
    told = json.loads(result.stdout)
    jsonschema.Draft202012Validator(compare_schema()).validate(told)
    assert (told["left"]["file"], told["right"]["file"]) == ("wire.txt", "copy.txt")
    assert [change["kind"] for change in told["changes"]].count("hedge") == 1
    assert (tmp_path / "beside.html").read_text("utf-8").startswith("<!doctype html>")
    assert called(*given, "-q", "-o", str(tmp_path / "beside.json")).output == ""
    assert json.loads((tmp_path / "beside.json").read_text("utf-8")) == told


def test_the_help_lists_both() -> None:
    told = called("--help").stdout
    assert "sayso stemma reports/" in told and "sayso compare a.txt b.txt" in told
