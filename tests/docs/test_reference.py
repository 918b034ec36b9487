"""The reference says what the code says, all of it."""

from __future__ import annotations

import re
import signal
from typing import Any, get_args

import pytest
import typer.main

import sayso
from docs.making.commands import commands, unmarked
from docs.making.examples import ROOT
from docs.making.pages import REFERENCE
from sayso import errors
from sayso.cli.app import app
from sayso.cli.codes import Code
from sayso.dossier import TableKind, compare_schema, json_schema, listing_schema, stemma_schema, without_schema
from sayso.dossier.meanings import MEANINGS, described
from sayso.dossier.render.table import table
from sayso.reading.kinds import KINDS
from tests.affair import dossier

PAGES = {name.rpartition("/")[2]: (ROOT / name).read_text("utf-8") for name in REFERENCE}


@pytest.mark.parametrize("name", REFERENCE)
def test_the_committed_page_is_the_one_made_now(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == REFERENCE[name](), (
        "the code has changed; write the page anew: make reference"
    )


def test_every_command_argument_and_option_is_told_with_its_meaning() -> None:
    root: Any = typer.main.get_command(app)
    for name, command in [("", root), *commands(root)]:
        assert f"## `sayso {name}`" in PAGES["cli.md"] or not name
        for given in command.params:
            assert given.help, f"{name} {given.name} has no help text"
            for written in given.opts if given.param_type_name == "option" else [given.metavar]:
                assert re.search(
                    rf"^\| .*`{re.escape(written)}`.*{re.escape(unmarked(given.help))}", PAGES["cli.md"], re.MULTILINE
                )


def test_every_kind_of_file_is_told() -> None:
    assert f"{KINDS} are read" in PAGES["cli.md"]
    assert f"patterns of {KINDS};" in PAGES["python.md"]


def test_every_public_name_is_told() -> None:
    missing = [name for name in sayso.__all__ if not re.search(rf"\b{name}\b", PAGES["python.md"])]
    assert missing == []


def test_every_column_of_a_data_frame_is_told() -> None:
    section = PAGES["python.md"].split("## Columns of the data frames")[1].split("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert told == [column.name for kind in get_args(TableKind) for column in table(dossier(), kind)]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("dossier-json.md", json_schema()),
        ("without-json.md", without_schema()),
        ("listing-json.md", listing_schema()),
        ("stemma-json.md", stemma_schema()),
        ("compare-json.md", compare_schema()),
    ],
)
def test_every_field_of_the_schema_is_told(name: str, schema: dict[str, Any]) -> None:
    page = PAGES[name]
    for part, held in schema["$defs"].items():
        section = re.split(r"^## ", page.split(f"\n## {part.removesuffix('Out')}\n")[1], flags=re.MULTILINE)[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(held["properties"])


def test_no_meaning_is_left_over() -> None:
    schemas = (json_schema(), without_schema(), listing_schema(), stemma_schema(), compare_schema())
    assert set(MEANINGS) == {name for schema in schemas for name in schema["$defs"]}


def test_a_field_without_a_meaning_is_an_error() -> None:
    held = json_schema()["$defs"]
    assert described(held).keys() == held.keys()
    held["ClaimOut"]["properties"]["colour"] = {"type": "string"}
    with pytest.raises(ValueError, match=r"fields and meanings differ: \[\('ClaimOut', 'colour'\)\]"):
        described(held)


def test_every_error_is_in_the_tree_of_the_page_and_of_the_docstring() -> None:
    named = [name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, Exception)]
    tree = PAGES["errors.md"].split("```")[1]
    assert sorted(re.findall(r"\w+Error", tree)) == sorted(named)
    assert sorted(set(re.findall(r"\b\w+Error\b", errors.__doc__ or ""))) == sorted(named)


def test_every_exit_code_is_told() -> None:
    assert {128 + number for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)} <= set(Code)
    for code in Code:
        assert f"| {int(code)} | {code.meaning} |" in PAGES["errors.md"]
