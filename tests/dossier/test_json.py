"""The dossier as JSON, against its schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from sayso.dossier import json_schema, to_json
from tests.affair import COURIER, R1, dossier

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "dossier.schema.json"


def test_the_committed_schema_is_the_generated_one() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == json_schema(), "write it anew: python -m sayso.dossier.schema"


def test_the_affair_validates() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(to_json(dossier())))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("unread"),
        lambda d: d["claims"][0].update(certainty="very"),
        lambda d: d["absent"][0]["evidence"].append({}),
        lambda d: d["absent"][0]["evidence"][0].update(field={"report": "r", "name": "title"}),
        lambda d: d["propositions"][0].update(note="x"),
        lambda d: d.update(schema="sayso.dossier/9"),
    ],
)
def test_what_breaks_the_contract_does_not_validate(spoil) -> None:  # type: ignore[no-untyped-def]
    held = json.loads(to_json(dossier()))
    spoil(held)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(held)


def test_names_that_are_words_of_the_language_stand_as_the_contract_has_them() -> None:
    held = json.loads(to_json(dossier()))
    assert held["absent"][0]["is"] == "a dispatch of the Northern Press Agency"
    assert held["absent"][0]["evidence"][2]["absence"]["for"].startswith("a report published")
    assert held["drift"][0]["from"] == "may have been"
    assert held["derivations"][1]["evidence"][2] == {"field": {"report": "r-2b3c4d5e", "name": "published"}}


def test_every_span_leads_back_to_its_words_and_the_text_stays_out() -> None:
    raw = to_json(dossier())
    held = json.loads(raw)
    claim = held["claims"][1]
    assert COURIER[claim["start"] : claim["end"]] == claim["exact"]
    assert claim["attributions"][0]["cue"][0]["exact"] == "told reporters"
    assert claim["report"] == R1
    assert "text" not in held["reports"][0]
    assert b"Sign up for our morning letter" not in raw


def test_the_bytes_are_the_same_in_another_process() -> None:
    code = "import sys; from tests.affair import dossier; from sayso.dossier import to_json; sys.stdout.buffer.write(to_json(dossier()))"
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "77"},
        cwd=SCHEMA_FILE.parents[1],
    )
    assert other.stdout == to_json(dossier())
