"""`sayso claims`, `conflicts` and `timeline`: what is printed and written, filters, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import sayso
from sayso.cli.app import app
from sayso.dossier import listing_schema

REPORTS = {
    "gate": "Title: Sluice\nOutlet: Tarn Courier\nPublished: 2034-05-02\n\nThe sluice at Harl broke on 1 May. Twelve people were killed there, the Harl Water Board said on Tuesday.\n",
    "bank": "Title: Sluice\nOutlet: Lowland Post\nPublished: 2034-05-03\n\nThe sluice at Harl broke on 1 May. Nineteen people were killed there, said Ida Fenn, a surgeon at the hospital.\n",
    "late": 'Title: Sluice\nOutlet: Evening Mirror\nPublished: 2034-05-04\n\nThe sluice at Harl may have been opened by hand, Ida Fenn said. "-30 degrees were measured," she said.\n',
}
COMMANDS = ("claims", "conflicts", "timeline")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sluice") / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def called(*arguments: str, **environment: str) -> Result:
    return CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1", **environment}).invoke(app, list(arguments))


def words(*arguments: str) -> str:
    result = called(*arguments, "-q")
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    return " ".join(result.stdout.split())


def rows(*arguments: str) -> list[dict[str, str]]:
    result = called(*arguments, "-q", "-f", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_claims_say_where_on_whose_word_how_and_how_much(pile: Path) -> None:
    told = words("claims", str(pile))
    for part in ("in 3 reports", "where", "on whose word", "gate ¶1", "Ida Fenn", "12 people", "“may”", "●"):
        assert part in told, part


def test_conflicts_show_both_figures_and_their_sides(pile: Path) -> None:
    told = words("conflicts", str(pile))
    for part in (
        "⚡ number",
        "{Twelve}",
        "{Nineteen}",
        "Harl Water Board",
        "Ida Fenn",
        "weight",
        "WHAT WAS UPDATED",
    ):
        assert part in told, part


def test_the_timeline_keeps_events_statements_and_publications_apart(pile: Path) -> None:
    told = words("timeline", str(pile))
    for part in ("1 May 2034 happened", "2 May 2034 said", "4 May 2034 published", "STATUS OVER TIME"):
        assert part in told, part


@pytest.mark.parametrize("command", COMMANDS)
def test_csv_and_json_are_those_of_the_library_and_of_the_file(pile: Path, tmp_path: Path, command: str) -> None:
    found = sayso.listing(pile, command)  # type: ignore[arg-type]
    jsonschema.Draft202012Validator(listing_schema()).validate(json.loads(found.to_json()))
    for kind, wanted in (("csv", found.to_csv().encode("utf-8")), ("json", found.to_json())):
        assert called(command, str(pile), "-q", "-f", kind).stdout.encode("utf-8") == wanted
        result = called(command, str(pile), "-o", str(tmp_path / f"out.{kind}"))
        assert result.exit_code == 0 and result.stdout == "" and f"written: {tmp_path / f'out.{kind}'}" in result.stderr
        assert (tmp_path / f"out.{kind}").read_bytes() == wanted


def test_a_listing_of_a_dossier_is_that_of_its_paths(pile: Path) -> None:
    dossier = sayso.analyse(pile)
    assert sayso.listing(dossier, "conflicts").to_json() == sayso.listing(pile, "conflicts").to_json()


def test_no_cell_begins_a_formula(pile: Path) -> None:
    cells = [cell for command in COMMANDS for row in rows(command, str(pile)) for cell in row.values()]
    assert any(cell.startswith("'-30 degrees") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in tuple("=+@") or (cell[:1] == "-" and not cell[1:].isdigit())]


def test_filters_leave_what_was_asked_for(pile: Path) -> None:
    assert {row["file"] for row in rows("claims", str(pile), "--report", "bank")} == {"bank.txt"}
    by_actor = rows("claims", str(pile), "--actor", "ida fenn")
    assert by_actor and all("Ida Fenn" in row["chain"] for row in by_actor)
    assert {row["file"] for row in by_actor} == {"bank.txt", "late.txt"}
    odd = {row["proposition"] for row in rows("claims", str(pile), "--only-conflicting")}
    assert odd and odd < {row["proposition"] for row in rows("claims", str(pile))}
    assert len({row["proposition"] for row in rows("claims", str(pile), "--top", "1")}) == 1
    assert rows("conflicts", str(pile), "--report", "late") == []
    assert "nothing that was found" in words("conflicts", str(pile), "--report", "late")
    assert "not asked for" in words("claims", str(pile), "--report", "bank")


def test_misuse_is_code_2_and_unread_paths_code_1(pile: Path, tmp_path: Path) -> None:
    for arguments, code, told in (
        (("claims", str(pile), "-o", "claims.xlsx"), 2, "choose .csv or .json"),
        (("claims", str(pile), "--report", "nowhere"), 2, "'report:nowhere' is no report of this pile"),
        (("conflicts", str(pile), "--actor", "Nobody"), 2, "'actor:Nobody' is no actor of this pile"),
        (("claims", str(pile), "--top", "0"), 2, "top"),
        (("timeline", str(tmp_path / "none")), 1, "no report could be read"),
    ):
        result = called(*arguments)
        assert (result.exit_code, told in result.stderr) == (code, True), (arguments, result.stderr)


@pytest.mark.parametrize("command", COMMANDS)
def test_piped_to_ascii_nothing_is_lost(pile: Path, command: str) -> None:
    command_line = [sys.executable, "-c", "from sayso.cli import main; main()", command, str(pile), "-q"]
    done = subprocess.run(
        command_line, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "100"}, check=True
    )
    told = done.stdout.decode("ascii")
    assert "\x1b" not in told and told.count("?") == sum(line.startswith("  ? ") for line in told.splitlines())


def test_a_wrong_kind_or_number_is_a_value_error(pile: Path) -> None:
    with pytest.raises(ValueError, match="no listing of 'quotes'; kind is one of claims, conflicts, timeline"):
        sayso.listing(pile, "quotes")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="most is 0; list at least 1"):
        sayso.listing(pile, most=0)
