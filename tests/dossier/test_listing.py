"""Claims, conflicts and the timeline by themselves: JSON, CSV and what is shown."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest

from sayso.assessment import chosen
from sayso.dossier import compose_listing, listing_csv, listing_json, listing_schema
from sayso.dossier.compose.view import Piece
from sayso.model import Conflict, Listing, ListingKind
from tests.affair import dossier
from tests.dossier.test_frame import rows as table_rows

KINDS: tuple[ListingKind, ...] = ("claims", "conflicts", "timeline")


def rows(found: Listing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(listing_csv(found))))


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [text.text for at, text in enumerate(pieces) if at and pieces[at - 1].kind == "open"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_json_fits_its_schema_and_has_the_words_of_the_dossier(kind: ListingKind) -> None:
    held = dossier()
    told = json.loads(listing_json(chosen(held, kind)))
    jsonschema.Draft202012Validator(listing_schema()).validate(told)
    assert told["kind"] == kind
    claims = {c["id"]: c for c in told["claims"]}
    for claim in held.claims:
        if claim.id in claims:
            assert claims[claim.id]["exact"] == claim.exact
    assert {e for pair in told["conflicts"] + told["updates"] for e in (pair["a"], pair["b"])} <= set(claims)


def test_a_row_of_claims_leads_to_the_words_of_its_report() -> None:
    held = dossier()
    texts = {r.file: r.text for r in held.reports}
    found = rows(chosen(held, "claims"))
    assert len(found) == len({c for p in held.propositions for c in p.claims})
    for row in found:
        assert texts[row["file"]][int(row["start"]) : int(row["end"])] == row["exact"]
    of = {row["claim"]: row for row in found}
    assert of["c02"]["quantities"] == "at least 12 people"
    assert (of["c03"]["hedges"], of["c03"]["cues"], of["c03"]["certainty"]) == ("may have", "said", "possible")
    assert (of["c01"]["event_times"], of["c12"]["statement_times"]) == ("2033-03-03", "2033-03-06")
    assert of["c02"]["proposition_text"] == next(p.text for p in held.propositions if "c02" in p.claims)


def test_a_row_of_conflicts_has_both_places_and_updates_follow() -> None:
    held = dossier()
    found = rows(chosen(held, "conflicts"))
    assert [(r["a"], r["b"]) for r in found] == [(x.a, x.b) for x in (*held.conflicts, *held.updates)]
    assert [r["kind"] for r in found] == [*(c.kind for c in held.conflicts), *("update" for _ in held.updates)]
    texts = {r.file: r.text for r in held.reports}
    for row in found:
        for side in "ab":
            text = texts[row[f"{side}_file"]]
            assert text[int(row[f"{side}_start"]) : int(row[f"{side}_end"])] == row[f"{side}_exact"]


def test_a_row_of_the_timeline_is_a_date_or_a_step() -> None:
    held = dossier()
    found = rows(chosen(held, "timeline"))
    steps = [r for r in found if r["role"] == "status"]
    assert len(found) - len(steps) == len(held.timeline)
    told = {(r["proposition"], r["status"], r["by"], r["when"], r["order"]) for r in steps}
    assert ("p7", "reported", "a security official", "", "") in told
    assert ("p2", "retracted", "Ana Brelt", "2033-03-06", "2") in told


def test_the_columns_are_those_of_the_data_frames() -> None:
    held = dossier()
    for kind in KINDS:
        assert list(rows(chosen(held, kind))[0]) == list(table_rows(kind)[0])


def test_figures_that_differ_are_set_off() -> None:
    held = dossier()
    view = compose_listing(chosen(held, "conflicts"))
    update = next(u for u in view.updates if u.b.pieces[1:] and marked(u.b.pieces) == ["Fourteen people"])
    assert marked(update.a.pieces) == ["At least 12 people"]
    assert "".join(p.text for p in update.a.pieces) == "At least 12 people were killed"


def test_words_that_differ_are_set_off_unless_nearly_all_do() -> None:
    held = dossier()
    pairs = (
        Conflict(kind="certainty", a="c03", b="c09", reason="the hedge is gone"),
        Conflict(kind="polarity", a="c13", b="c20", reason="no word in common"),
    )
    view = compose_listing(chosen(replace(held, conflicts=pairs), "conflicts"))
    assert marked(view.conflicts[0].a.pieces) == ["may have been"]
    assert marked(view.conflicts[0].b.pieces) == ["was"]
    assert marked(view.conflicts[1].a.pieces) == marked(view.conflicts[1].b.pieces) == []


def test_claims_tell_where_how_and_how_many_were_not_asked_for() -> None:
    held = dossier()
    report = held.reports[0]
    view = compose_listing(chosen(held, "claims", reports={report.id}))
    line = next(c for c in view.claimed if c.text == "At least 12 people were killed")
    (said,) = line.said
    assert (said.place, report.text[said.start : said.end]) == ("courier ¶2", "At least 12 people were killed")
    assert said.facts == ("statement 4 March 2033", "at least 12 people")
    assert (line.elsewhere, line.updated) == (2, True)


def test_a_life_says_when_its_order_is_unknown() -> None:
    view = compose_listing(chosen(dossier(), "timeline"))
    lives = {life.text: life for life in view.lives}
    assert not lives["The granary was set on fire on purpose"].ordered
    assert [s.status for s in lives["At least 12 people were killed"].steps] == ["reported", "retracted"]
    assert {d.role for d in view.dated} <= {"happened", "said", "published"}
    assert view.settled + len(view.lives) == sum(1 for p in dossier().propositions if p.history)
