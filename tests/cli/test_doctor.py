"""The checks of the installation: what works is told, what is broken fails with advice, what is optional never fails."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso import api
from sayso.cli.app import app
from sayso.errors import ResourceError
from sayso.installation import Check, checks, parts, trial
from sayso.installation.libraries import libraries

FINE = Check("Python", "fine", "3.11")
LACKING = Check("browser", "not there", "none")
BROKEN = Check("numpy", "failed", "not installed", "pip install numpy")


def doctor(monkeypatch: pytest.MonkeyPatch, *found: Check, arguments: tuple[str, ...] = ()) -> tuple[int, str]:
    monkeypatch.setattr(api, "doctor", lambda: found)
    result = CliRunner(env={"COLUMNS": "90", "NO_COLOR": "1"}).invoke(app, ["doctor", *arguments])
    return result.exit_code, result.stdout


def test_this_installation_works() -> None:
    found = checks()
    assert [c for c in found if c.state == "failed"] == []
    names = [c.part for c in found]
    assert {"Python", "numpy", "typer", "lexicons", "temporary folder", "terminal", "analysis", "browser"} <= set(names)
    assert "pytest" not in names


def test_an_optional_part_that_is_not_there_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    code, words = doctor(monkeypatch, FINE, LACKING)
    assert code == 0
    assert "not there" in words
    assert "works" in words


def test_a_fault_is_code_1_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    code, words = doctor(monkeypatch, FINE, BROKEN)
    assert code == 1
    assert "numpy: pip install numpy" in words
    assert "1 of 2 checks failed" in words


@pytest.mark.parametrize(("last", "works"), [(LACKING, True), (BROKEN, False)])
def test_the_checks_as_json(monkeypatch: pytest.MonkeyPatch, last: Check, works: bool) -> None:
    code, words = doctor(monkeypatch, FINE, last, arguments=("--json",))
    told = json.loads(words)
    assert (told["works"], code) == (works, 0 if works else 1)
    assert told["checks"][1] == {"part": last.part, "state": last.state, "found": last.found, "advice": last.advice}


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sayso.installation.libraries.requires", lambda name: ["barley>=2", "numpy", "oats; extra == 'dev'"]
    )
    barley, numpy = libraries("again")
    assert barley == Check("barley", "failed", "not installed", "pip install barley")
    assert (numpy.state, numpy.found) == ("fine", importlib.metadata.version("numpy"))


def test_a_library_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> Any:
        raise OSError("libbarley.so: cannot open")

    monkeypatch.setattr("sayso.installation.libraries.requires", lambda name: ["numpy"])
    monkeypatch.setattr("sayso.installation.libraries.import_module", broken)
    (numpy,) = libraries("again")
    assert numpy.state == "failed"
    assert "libbarley.so" in numpy.found


def test_a_lexicon_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, language: str) -> Any:
        raise ResourceError(f"the lexicon {language}/{name} is broken")

    monkeypatch.setattr("sayso.resources.tree", broken)
    found = parts.lexicons()
    assert found.state == "failed"
    assert "times is broken" in found.found


def test_a_temporary_folder_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**options: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    found = parts.folder()
    assert (found.state, found.found) == ("failed", "no space left on device")


def test_a_wrong_result_or_an_error_of_the_analysis_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "trial", lambda: ("a copy was not seen to be one", ""))
    assert parts.analysis().found == "a copy was not seen to be one"

    def broken() -> tuple[str, str]:
        raise RuntimeError("no way")

    monkeypatch.setattr(parts, "trial", broken)
    assert (parts.analysis().state, parts.analysis().found) == ("failed", "RuntimeError: no way")


def test_the_trial_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert trial.trial()[0] == ""
    assert list(tmp_path.iterdir()) == []


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "OLDEST", (9, 0))
    assert parts.python().advice == "use Python 9.0 or later"


def test_no_browser_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert parts.optional()[0].state == "not there"
