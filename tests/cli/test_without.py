"""`--without`: the dossier stays that of the whole pile, the difference is told in the terminal and in without.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import sayso
from sayso import api
from sayso.cli.app import app
from sayso.dossier import without_json, without_schema
from sayso.model import Analysis, Report
from sayso.pipeline import news
from sayso.pipeline.news import analyse_language

ROOT = Path(__file__).parents[2]
COURIER = (
    "Title: Mill burns\nOutlet: The Osk Courier\nPublished: 2033-03-04\n\nThe old mill at Quillmark burned down on Thursday night, the fire chief, Ana Brelt, said.\n\n"
    "“Twelve people were taken to hospital with smoke in their lungs,” Brelt said.\n\nThe roof fell at four in the morning, Brelt told reporters.\n"
)
WITNESS = (
    "Title: Roof gone\nOutlet: The Vale Echo\nPublished: 2033-03-05\n\nThe roof of the mill fell at four in the morning, said Ben Lowe, a baker who watched from across the river.\n\n"
    "“I counted nine ambulances,” Lowe said.\n"
)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mill") / "reports"
    folder.mkdir()
    (folder / "r1.txt").write_text(COURIER, encoding="utf-8")
    copy = COURIER.replace("The Osk Courier", "The Quillmark Monitor").replace("Mill burns", "Fire at mill")
    (folder / "r2.txt").write_text(copy, encoding="utf-8")
    (folder / "r3.txt").write_text(WITNESS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(pile: Path) -> sayso.Dossier:
    return sayso.analyse(pile, workers=1)


def called(pile: Path, out: Path, *arguments: str) -> Result:
    runner = CliRunner(env={"COLUMNS": "100", "NO_COLOR": "1"})
    return runner.invoke(app, ["analyse", str(pile), "-o", str(out), *arguments])


def test_without_the_only_one_who_says_it_it_falls(whole: sayso.Dossier) -> None:
    found = sayso.without(whole, "ben lowe")
    assert [(each.kind, each.name) for each in found.left_out] == [("actor", "Ben Lowe")]
    assert any("ambulances" in p.text for p in found.fallen)
    assert not any("hospital" in p.text for p in found.fallen)
    assert not any(link.name == "Ben Lowe" for claim in found.remaining.claims for link in claim.chain[:1])


def test_without_one_of_two_copies_nothing_falls(whole: sayso.Dossier) -> None:
    found = sayso.without(whole, "r2")
    assert (found.fallen, found.shrunk) == ((), ())
    (family,) = found.families
    assert (len(family.before), family.after) == (2, ())
    assert [report.file for report in found.remaining.reports] == ["r1.txt", "r3.txt"]


def test_several_are_left_out_together(whole: sayso.Dossier) -> None:
    found = sayso.without(whole, ["The Vale Echo", "Ana Brelt", "ana brelt"])
    assert [each.kind for each in found.left_out] == ["report", "actor"]
    assert {p.id for p in found.fallen} == {p.id for p in whole.propositions}
    assert found.remaining.claims == ()


def test_without_all_reports_nothing_is_left(whole: sayso.Dossier) -> None:
    found = sayso.without(whole, ["r1", "r2", "r3"])
    assert found.remaining.reports == found.remaining.propositions == ()
    assert found.fallen == whole.propositions


def test_paths_and_a_dossier_give_the_same(pile: Path, whole: sayso.Dossier) -> None:
    assert sayso.without(pile, "Ben Lowe", workers=1) == sayso.without(whole, "Ben Lowe")


def test_what_remains_is_what_an_analysis_of_the_rest_gives(whole: sayso.Dossier, tmp_path: Path) -> None:
    for name, text in (("r1.txt", COURIER), ("r3.txt", WITNESS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert sayso.without(whole, "r2").remaining == sayso.analyse(tmp_path, workers=1)


def test_no_report_is_read_or_parsed_twice(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(report: Report) -> Analysis:
        parsed.append(report.file)
        return analyse_language(report)

    monkeypatch.setattr(news, "analyse_language", counting)
    sayso.without(pile, "r2", workers=1)
    assert sorted(parsed) == ["r1.txt", "r2.txt", "r3.txt"]


def test_names_that_are_not_clear_or_missing_are_refused(whole: sayso.Dossier) -> None:
    with pytest.raises(sayso.NameNotClearError, match="no report and no actor"):
        sayso.without(whole, "Nobody At All")
    with pytest.raises(ValueError, match="at least one"):
        sayso.without(whole, [])


def test_the_terminal_tells_what_still_stands(pile: Path, tmp_path: Path) -> None:
    result = called(pile, tmp_path, "--without", "BEN LOWE")
    assert result.exit_code == 0, result.output
    for words in ("WITHOUT the word of Ben Lowe (", "NO CLAIM LEFT", "ambulances", "without.json"):
        assert words in result.stdout
    assert result.stdout.index("WHAT IS CLAIMED") < result.stdout.index("WITHOUT") < result.stdout.index("written:")


def test_the_terminal_tells_of_families_by_label(pile: Path, tmp_path: Path) -> None:
    result = called(pile, tmp_path, "--without", "r2")
    assert "WITHOUT r2 The Quillmark Monitor (" in result.stdout
    assert "r1 r2 → r1 alone" in result.stdout


def test_the_dossier_is_that_of_the_whole_pile(pile: Path, tmp_path: Path) -> None:
    called(pile, tmp_path / "a")
    called(pile, tmp_path / "b", "--without", "r1", "--without", "Ben Lowe")
    for name in api.FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert not (tmp_path / "a" / "without.json").exists()
    told = json.loads((tmp_path / "b" / "without.json").read_text("utf-8"))
    assert told["dossier"] == hashlib.sha256((tmp_path / "a" / "dossier.json").read_bytes()).hexdigest()


def test_the_summary_counts_what_no_longer_stands(pile: Path, tmp_path: Path) -> None:
    counts = json.loads(called(pile, tmp_path, "--without", "Ben Lowe", "--json").stdout)
    assert counts["without"]["left_out"] == ["actor:Ben Lowe"]
    assert counts["without"]["fallen"] >= 1


@pytest.mark.parametrize(
    ("name", "words"), [("Ben Low", "no report and no actor"), ("report:Ben Lowe", "is no report of this pile")]
)
def test_a_name_that_is_not_clear_is_code_2_with_candidates(pile: Path, tmp_path: Path, name: str, words: str) -> None:
    result = called(pile, tmp_path / "out", "--without", name)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "actor:Ben Lowe" in result.stderr
    assert not (tmp_path / "out").exists()


def test_without_json_fits_its_schema(whole: sayso.Dossier) -> None:
    for names in ("Ben Lowe", "r2", ["r1", "r2", "r3"]):
        told = json.loads(without_json(sayso.without(whole, names)))
        jsonschema.Draft202012Validator(without_schema()).validate(told)
        known = {p.id for p in whole.propositions}
        assert {each["id"] for each in (*told["fallen"], *told["shrunk"])} <= known
        assert told["from"]["reports"] == 3


def test_the_schema_in_the_docs_is_the_one_of_the_code() -> None:
    assert json.loads((ROOT / "docs" / "without.schema.json").read_text("utf-8")) == without_schema()
