"""Help, version and completion come at once: nothing is loaded that they do not need."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

HEAVY = ("sayso.api", "sayso.model", "numpy", "scipy", "msgspec", "lxml", "trafilatura", "jinja2", "dateparser")
CODE = """
import sys
sys.argv = ["sayso", *{arguments!r}]
from sayso.cli import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write(repr([name for name in {heavy!r} if name in sys.modules]))
"""


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CODE.format(arguments=list(arguments), heavy=HEAVY)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env={**os.environ, **environment})


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("analyse", "--help"), ("doctor", "--help")])
def test_nothing_heavy_is_loaded(arguments: tuple[str, ...]) -> None:
    assert started(*arguments).stderr == "[]"


def test_completion_loads_nothing_heavy_and_knows_commands_and_options() -> None:
    asked = {"_SAYSO_COMPLETE": "complete_bash"}
    commands = started(COMP_WORDS="sayso ", COMP_CWORD="1", **asked)
    assert set(commands.stdout.split()) >= {"analyse", "sources", "actors", "demo", "doctor"}
    assert started(COMP_WORDS="sayso analyse --with", COMP_CWORD="2", **asked).stdout.split() == ["--without"]
    values = started(COMP_WORDS="sayso sources x --format c", COMP_CWORD="4", **asked)
    assert values.stdout.split() == ["csv"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_printed(shell: str) -> None:
    script = started(_SAYSO_COMPLETE=f"source_{shell}").stdout
    assert "_SAYSO_COMPLETE" in script
    assert "sayso" in script


def test_help_tells_of_completion() -> None:
    told = started("--help", COLUMNS="160").stdout
    assert "--install-completion" in told
    assert "zsh" in told


@pytest.mark.parametrize(
    ("code", "most"),
    [
        ("import sayso", 0.1),
        ("import sys; sys.argv = ['sayso', '--version']; from sayso.cli import main; main()", 0.35),
    ],
)
def test_the_work_of_starting_is_bounded(code: str, most: float) -> None:
    """Seconds of processor time beyond those of Python itself, the least of five: what else runs here changes little."""
    assert min(_work(code) for _ in range(5)) - min(_work("pass") for _ in range(5)) < most


def _work(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_an_installation_that_cannot_start_is_told_without_a_traceback() -> None:
    code = "import sys; sys.modules['typer'] = None; from sayso.cli import main; main()"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 1
    assert "install sayso again" in result.stderr
    assert "Traceback" not in result.stderr
