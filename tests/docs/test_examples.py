"""The examples of the documentation run, and print what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.making.examples import ROOT, ExampleError, examples_in, refreshed
from docs.making.pages import with_examples


@pytest.mark.parametrize("page", with_examples(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_examples_run_and_print_what_stands_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert refreshed(text) == text, "the output has changed; read the difference and write it anew: make reference"


def test_the_readme_and_the_tutorial_have_examples() -> None:
    assert {"README.md", "tutorial.md"} <= {path.name for path in with_examples()}


def test_output_is_put_in_and_old_output_goes() -> None:
    page = "Before\n\n```pycon run\n>>> x = 2\n>>> x + 1\n99\n```\n\n```pycon run\n>>> x\n```\n\n```console run\n$ sayso --version | head -n 1\nold\n```\n"
    made = refreshed(page)
    assert ">>> x + 1\n3\n```" in made
    assert ">>> x\n2\n```" in made
    assert "99" not in made
    assert "$ sayso --version | head -n 1\nsayso " in made
    assert "old" not in made
    assert refreshed(made) == made


def test_blocks_that_are_not_marked_are_left_alone() -> None:
    page = "```console\n$ rm -rf nothing\n```\n\n```python\nraise SystemExit\n```\n"
    assert not examples_in(page)
    assert refreshed(page) == page


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("```console run\n$ sayso analyse nowhere\n```\n", "exit code 1"),
        ("```console run\n$ rm x\n```\n", "only sayso is run"),
        ("```console run\n$ sayso demo | sort\n```\n", "only '| head -n N' and"),
        ("```console run\nsayso demo\n```\n", "needs a line that begins with"),
        ("```pycon run\n>>> 1 / 0\n```\n", "ZeroDivisionError"),
        ("```python run\nimport nothing_of_that_name\n```\n", "ModuleNotFoundError"),
    ],
)
def test_an_example_that_does_not_run_is_an_error(block: str, message: str) -> None:
    with pytest.raises(ExampleError, match=message):
        refreshed(block)
