"""The stemma by itself: trees in words, SVG, GraphML and JSON; hostile words stay words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dossier import compose_stemma, stemma_json, stemma_schema, to_graphml, to_svg
from sayso.dossier.compose import Kin
from sayso.dossier.compose.plain import visible
from sayso.model import Derivation, Dossier
from tests.affair import R1, R2, R3, dossier
from tests.dossier.pages import NASTY, poisoned

SVG = "{http://www.w3.org/2000/svg}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
ROOT = Path(__file__).parents[2]


def nodes(trees: tuple[Kin, ...]) -> Iterator[Kin]:
    for tree in trees:
        yield tree
        yield from nodes(tree.below)


def edge(child: str, parent: str, **fields: Any) -> Derivation:
    given = {
        "basis": "text", "kind": "rewrite", "direction_known": True, "credited": True, "score": 0.5, "reasons": ("a reason.",), **fields,
    }  # fmt: skip
    return Derivation(child=child, parent=parent, **given)


def test_the_trees_name_every_edge_with_share_credit_and_basis() -> None:
    view = compose_stemma(dossier())
    (root,) = view.trees
    assert (root.label, root.absent, root.how) == ("x1", True, "")
    assert root.proofs[0].startswith("courier: “(NPA)”")
    by = {kin.label: kin for kin in nodes(view.trees)}
    assert by["courier"].how == "excerpt, 31 % of it, credited, by text and citation"
    assert by["harbinger"].how == "rewrite, 71 % of it, not credited, by text"
    assert [kin.label for kin in by["courier"].below] == ["harbinger"]
    assert view.citations == (
        "monitor Inland Monitor cites notes Dockside Notes",
        "notes Dockside Notes cites monitor Inland Monitor",
    )
    assert [circle.words for circle in view.cycles] == ["monitor cites notes, and notes cites monitor"]


def test_a_report_of_several_parents_stands_once_and_names_the_others() -> None:
    edges = (edge(R3, R1, score=0.2), edge(R3, R2, score=0.6, direction_known=False))
    view = compose_stemma(dossier(derivations=edges, absent=(), cycles=(), drift=()))
    held = [kin for kin in nodes(view.trees) if kin.label == "monitor"]
    assert [(kin.how, kin.also) for kin in held] == [
        (
            "rewrite, 60 % of it, credited, by text; who took from whom is not known",
            ("courier The Quillmark Courier: rewrite, 20 % of it, credited, by text",),
        )
    ]
    assert next(kin.how for kin in view.trees if kin.label == "courier") == "something of it in monitor"
    assert view.alone == ("notes Dockside Notes",)


def test_families_with_an_absent_dispatch_come_first() -> None:
    view = compose_stemma(dossier(derivations=(edge(R2, R1), edge(R3, "x1")), cycles=(), drift=()))
    assert [tree.label for tree in view.trees] == ["x1", "courier"]


def test_the_svg_stands_alone_and_says_what_it_shows() -> None:
    held = ET.fromstring(to_svg(compose_stemma(dossier())))
    assert held.get("role") == "img" and held.get("aria-labelledby") == "title desc"
    assert held.find(f"{SVG}title").text == "Which of 4 reports were made from which"  # type: ignore[union-attr]
    told = held.find(f"{SVG}desc").text or ""  # type: ignore[union-attr]
    assert (
        "harbinger Daily Harbinger from courier The Quillmark Courier: rewrite, 71 % of it, not credited, by text."
        in told
    )
    assert "A circle of citations: monitor cites notes, and notes cites monitor." in told
    assert not [e for e in held.iter() if e.tag in (f"{SVG}a", f"{SVG}script", f"{SVG}image")]
    assert "prefers-color-scheme:dark" in (held.find(f"{SVG}style").text or "")  # type: ignore[union-attr]


def test_page_and_file_share_one_picture() -> None:
    from sayso.dossier import to_html

    bare = dossier(claims=(), propositions=(), conflicts=(), updates=(), drift=(), timeline=())
    paths = {e.get("d") for e in ET.fromstring(to_svg(compose_stemma(bare))).iter(f"{SVG}path")}
    page = to_html(bare)
    assert len(paths) > 4 and all(f'd="{path}"' in page for path in paths)


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_hostile_words_stay_words(words: str) -> None:
    bad = poisoned(words)
    picture = ET.fromstring(to_svg(compose_stemma(bad)))
    plain = ET.fromstring(to_svg(compose_stemma(dossier())))
    assert {e.tag for e in picture.iter()} <= {e.tag for e in plain.iter()} | {f"{SVG}circle"}
    assert not [name for e in picture.iter() for name in e.attrib if name.startswith("on") or name.endswith("href")]
    graph = ET.fromstring(to_graphml(bad))
    told = [e.text for e in graph.iter(f"{GRAPHML}data")]
    assert visible(words) in told
    assert {e.tag for e in graph.iter()} == {
        f"{GRAPHML}{name}" for name in ("graphml", "key", "graph", "node", "edge", "data")
    }


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_words_give_well_formed_files(words: str) -> None:
    bad = poisoned(words)
    ET.fromstring(to_svg(compose_stemma(bad)).encode("utf-8"))
    ET.fromstring(to_graphml(bad))


def test_the_graphml_opens_in_networkx(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    path = tmp_path / "stemma.graphml"
    held = dossier()
    path.write_bytes(to_graphml(held))
    graph = networkx.read_graphml(path)
    assert graph.is_directed()
    assert set(graph.nodes) == {*(r.id for r in held.reports), "x1"}
    assert graph.nodes["x1"] == {
        "label": "a dispatch of the Northern Press Agency",
        "outlet": "Northern Press Agency",
        "absent": True,
    }
    assert graph.nodes[R1]["published"] == "2033-03-04" and graph.nodes[R1]["absent"] is False
    assert graph.number_of_edges() == len(held.derivations)
    taken = graph.edges[R1, R2]
    assert (taken["kind"], taken["basis"], taken["score"], taken["credited"], taken["direction_known"]) == (
        "rewrite", "text", 0.71, False, True,
    )  # fmt: skip
    assert taken["reasons"] == "published a day later\ntwo passages in the same order"


def test_the_json_fits_its_schema_and_the_docs_have_it() -> None:
    told = json.loads(stemma_json(dossier()))
    jsonschema.Draft202012Validator(stemma_schema()).validate(told)
    assert [each["parent"] for each in told["derivations"]][:2] == ["x1", R1]
    assert json.loads((ROOT / "docs" / "stemma.schema.json").read_text("utf-8")) == stemma_schema()


def test_a_pile_without_edges_says_so() -> None:
    bare: Dossier = dossier(derivations=(), absent=(), cycles=(), drift=())
    view = compose_stemma(bare)
    assert view.trees == () and len(view.alone) == 4
    assert "No report was found to be made from another" in to_svg(view)
    bare = replace(bare, reports=())
    assert "0 reports" in compose_stemma(bare).figures[0]
    ET.fromstring(to_svg(compose_stemma(bare)))
