"""Two reports side by side as they are shown: every paragraph once and in order, honest sentences, a page on which words stay words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.assessment.collation import order_of
from sayso.dossier import compare_html, compare_json, compare_schema, compose_collation
from sayso.dossier.compose import CollationView
from sayso.dossier.compose.difference import changed
from sayso.dossier.compose.facing import body_paragraphs, facing
from sayso.dossier.compose.plain import visible
from sayso.model import Aligned, Collation, Report, Span
from tests.affair import R1, R2, dossier
from tests.build import report
from tests.dossier.pages import NASTY, parsed, poisoned

ROOT = Path(__file__).parents[2]


def affair(base: Any = None, **fields: Any) -> Collation:
    """The Courier and the Harbinger that was made from it, side by side."""
    held = base or dossier()
    reports = {r.id: r for r in held.reports}
    edges = tuple(d for d in held.derivations if {d.child, d.parent} == {R1, R2})
    home = {c.id: c.report for c in held.claims}
    given: dict[str, Any] = {
        "left": reports[R1],
        "right": reports[R2],
        "edges": edges,
        "passages": tuple(p for d in edges for p in d.passages if p.parent_span),
        "order": order_of([p for d in edges for p in d.passages]),
        "drift": tuple(d for d in held.drift if d.parent and {home[d.child], home[d.parent]} == {R1, R2}),
        "additions": (),
        "dossier": held,
        **fields,
    }
    return Collation(**given)


def pair(one: Report, two: Report, *passages: Aligned) -> Collation:
    """Two reports that share these passages, of which nothing else is known."""
    bare = dossier(
        reports=(one, two), attributions=(), claims=(), propositions=(), derivations=(), absent=(), cycles=(), drift=(),
        conflicts=(), updates=(), actors=(), timeline=(),
    )  # fmt: skip
    return Collation(
        left=one, right=two, edges=(), passages=passages, order=order_of(passages), drift=(), additions=(), dossier=bare
    )  # fmt: skip


def texts(view: CollationView, side: str) -> list[tuple[int, str]]:
    """Number and words of every paragraph of one side, rows from the top; passages shown again are left out."""
    return [
        (part.number, "".join(piece.text for piece in part.pieces))
        for row in view.rows
        for part in (getattr(row, side) if side == "right" or row.kind != "moved" else ())
    ]


def test_every_paragraph_stands_once_and_in_its_order() -> None:
    found = affair()
    view = compose_collation(found)
    for side, one in (("left", found.left), ("right", found.right)):
        spans = body_paragraphs(one)
        assert texts(view, side) == [(n, visible(s.of(one.text))) for n, s in enumerate(spans, 1)]


def test_the_summary_tells_share_order_and_credit() -> None:
    told = compose_collation(affair()).summary
    assert re.match(
        r"harbinger follows courier in \d of \d paragraphs, in the same order \(71 % of its words\), and does not name it",
        told,
    )
    claim = next(c for c in dossier().claims if c.report == R2)
    assert f"harbinger adds: “{claim.exact[:20]}" in compose_collation(affair(additions=(claim,))).summary


def test_an_unknown_direction_is_said_and_no_verb_takes_a_side() -> None:
    edges = tuple(replace(d, direction_known=False) for d in affair().edges)
    view = compose_collation(affair(dossier(derivations=edges, cycles=(), absent=())))
    assert "nothing tells who took from whom" in view.summary
    assert not re.search("follows|copies|names", view.summary)
    for column in (view.left, view.right):
        assert "who took from whom is not known" in " ".join(column.credits)


def test_no_edge_and_nothing_shared_are_told_apart() -> None:
    bare = dossier(derivations=(), cycles=(), absent=(), drift=())
    shares = compose_collation(affair(bare, edges=(), passages=affair().passages, drift=()))
    assert "share 2 passages" in shares.summary and "nothing shows that one was made from the other" in shares.summary
    nothing = compose_collation(affair(bare, edges=(), passages=(), order=None, drift=()))
    assert (
        nothing.summary == "courier and harbinger share no passage, and nothing shows that one was made from the other."
    )
    assert [row.kind for row in nothing.rows] == ["apart"]


def test_the_same_text_is_called_the_same() -> None:
    one, two = (report("A barge sank off Osk.\n\nNobody was hurt.", id=id) for id in ("r-1", "r-2"))
    whole = Span(0, len(one.text))
    found = pair(one, two, Aligned(whole, whole, 1.0))
    view = compose_collation(found)
    assert view.summary == "r-1 and r-2 have the same text, word for word; nothing tells who took from whom."
    assert {row.kind for row in view.rows} == {"same"}
    assert "<ins>" not in compare_html(view).split("<tbody>")[1]


def test_credits_given_and_withheld() -> None:
    view = compose_collation(affair())
    assert "was made from courier The Quillmark Courier and does not name it" in view.right.credits
    assert view.left.credits[0].startswith("names Northern Press Agency (not in the pile): “(NPA)”")


def test_changes_of_a_known_kind_are_marked_where_they_stand() -> None:
    view = compose_collation(affair())
    hedge = next(change for change in view.changes if change.kind == "hedge")
    row = next(row for row in view.rows if row.anchor == hedge.row)
    assert hedge in row.typed
    titles = [p.title for part in row.left for p in part.pieces if p.kind == "open" and p.tag == "b"]
    assert f"hedge: {hedge.before} › {hedge.after}" in titles


def test_a_passage_from_elsewhere_is_shown_again_beside_its_like() -> None:
    one = report("The mill fell.\n\nThe bridge of Quillmark held.", id="r-1")
    two = report("The bridge of Quillmark held.\n\nThe mill fell.", id="r-2")
    sides = ((Span(16, 45), Span(0, 29)), (Span(0, 14), Span(31, 45)))
    passages = tuple(Aligned(mine, theirs, 1.0) for theirs, mine in sides)
    held = pair(one, two, *sorted(passages, key=lambda p: p.child_span))
    view = compose_collation(held)
    moved = next(row for row in view.rows if row.kind == "moved")
    assert [part.number for part in moved.left] == [1]
    assert "".join(p.text for p in moved.left[0].pieces) == "The mill fell."
    assert moved.words == "in another place there: ¶1"


word = st.sampled_from(["ash", "birch", "cedar", "Elm", "fir.", "“gum”", "holly,"])


@given(st.lists(word, max_size=12).map(" ".join), st.lists(word, max_size=12).map(" ".join))
def test_what_is_not_marked_is_the_same_on_both_sides(new: str, old: str) -> None:
    come, gone = changed(new, old)

    def rest(text: str, spans: list[Span]) -> list[str]:
        kept = [w for w in re.finditer(r"\S+", text) if not any(s.start <= w.start() < s.end for s in spans)]
        return [re.sub(r"\W", "", w[0].casefold()) for w in kept]

    assert rest(new, come) == rest(old, gone)
    assert all(s.of(new) == s.of(new).strip() for s in come)


ranges = st.lists(st.integers(1, 40), min_size=1, max_size=8).map(
    lambda sizes: [Span(sum(sizes[:n]) + 2 * n, sum(sizes[:n]) + 2 * n + size) for n, size in enumerate(sizes)]
)
spans = st.integers(0, 300).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, start + 60)))


@given(ranges, ranges, st.lists(st.builds(Aligned, spans, spans, st.just(1.0)), max_size=8))
def test_rows_hold_every_paragraph_once_whatever_is_shared(
    left: list[Span], right: list[Span], passages: list[Aligned]
) -> None:
    rows = facing(left, right, sorted(passages, key=lambda p: p.child_span), ("ash elm fir " * 40, "ash fir elm " * 40))
    assert [n for row in rows for n in row.left] == list(range(len(left)))
    assert [n for row in rows for n in row.right] == list(range(len(right)))


def test_a_passage_over_several_paragraphs_parts_at_their_ends() -> None:
    text = "The kiln fell on the road.\n\nNobody was hurt by the bricks.\n\nA mason wept all night."
    one, two = report(text, id="r-1"), report(text.replace("the road", "the long road"), id="r-2")
    view = compose_collation(pair(one, two, Aligned(Span(0, len(two.text)), Span(0, len(text)), 0.95)))
    assert [(len(row.left), row.kind, len(row.right)) for row in view.rows] == [
        (1, "changed", 1),
        (1, "same", 1),
        (1, "same", 1),
    ]


def test_the_page_holds_no_script_and_asks_nobody() -> None:
    html = compare_html(compose_collation(affair()))
    held = parsed(html)
    assert held.broken == [] and held.stack == []
    assert html.startswith("<!doctype html>")
    assert "script" not in {tag for tag, _ in held.elements}
    policy = next(given["content"] for tag, given in held.elements if "http-equiv" in given)
    assert "default-src 'none'" in policy and "script-src 'none'" in policy and "style-src 'sha256-" in policy
    assert not [given for _, given in held.elements if "src" in given or "style" in given]
    goals = {given["href"][1:] for _, given in held.elements if given.get("href", "").startswith("#")}
    assert goals - set(held.ids) == set()
    assert len(held.ids) == len(set(held.ids))


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_hostile_words_stay_words(words: str) -> None:
    bad = poisoned(words)
    spoilt = {r.id: replace(r, outlet=words, title=words, byline=words) for r in bad.reports}
    base = replace(bad, reports=tuple(spoilt.values()))
    held = parsed(compare_html(compose_collation(affair(base))))
    plain = parsed(compare_html(compose_collation(affair())))
    assert held.broken == [] and held.stack == []
    assert {tag for tag, _ in held.elements} <= {tag for tag, _ in plain.elements}
    assert not [name for _, given in held.elements for name in given if name.startswith("on")]
    assert visible(words) in held.words


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_comes_through_escaped(words: str) -> None:
    one, two = report(words, id="r-1"), report(f"{words}\n\nIt rained.", id="r-2")
    whole = Span(0, len(words))
    found = pair(one, two, Aligned(whole, whole, 1.0))
    held = parsed(compare_html(compose_collation(found)))
    assert held.broken == [] and held.stack == []


def test_the_json_fits_its_schema_and_spans_lead_back() -> None:
    found = affair()
    told = json.loads(compare_json(found, compose_collation(found)))
    jsonschema.Draft202012Validator(compare_schema()).validate(told)
    for passage in told["passages"]:
        for side, one in (("left", found.left), ("right", found.right)):
            assert one.text[passage[side]["start"] : passage[side]["end"]] == passage[side]["exact"]
    assert {change["kind"] for change in told["changes"]} == {d.kind for d in found.drift}
    assert json.loads((ROOT / "docs" / "compare.schema.json").read_text("utf-8")) == compare_schema()
