"""What a reader takes away in the page is what the analysis without it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso import api
from sayso.dossier import compose, without_json
from sayso.dossier.render.html import in_page

PILE = {
    "star": "Outlet: Hill Star\nPublished: 2031-05-02\n\nThe ferry Halcyon sank off Brigg with forty people on board, harbour master Ada Roe said.\n\n"
    "Roe said that nobody was hurt.\n",
    "echo": "Outlet: Vale Echo\nPublished: 2031-05-03\n\nThe ferry Halcyon sank off Brigg with forty people on board, harbour master Ada Roe said.\n\n"
    "Two people were hurt, doctor Ben Lowe said.\n",
    "post": "Outlet: Dale Post\nPublished: 2031-05-03\n\nThe ferry Halcyon sank off Brigg, captain Cora Lind said. Lind saw the water come in.\n",
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in PILE.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_taking_away_in_the_page_says_what_without_says(pile: Path) -> None:
    dossier = api.analyse([pile])
    standings = api.each_without(dossier)
    page = compose(dossier, standings)
    data = json.loads(in_page(page.data))
    ranked = sorted(dossier.propositions, key=lambda p: (-p.rank.weight, p.id))
    number = {p.id: n for n, p in enumerate(ranked, 1)}
    assert [a["name"] for a in data["away"]][:3] == ["echo", "post", "star"]
    assert {"Ada Roe", "Cora Lind"} <= {a["name"] for a in data["away"]}
    for standing, away in zip(standings, data["away"], strict=True):
        left = standing.left_out[0]
        told = json.loads(without_json(api.without([pile], f"{left.kind}:{left.name}")))
        assert away["kind"] == told["left_out"][0]["kind"] and away["claims"] == told["left_out"][0]["claims"]
        assert away["fallen"] == [number[p["id"]] for p in told["fallen"]]
        assert [s["n"] for s in away["shrunk"]] == [number[p["id"]] for p in told["shrunk"]]
        conflicts = [dossier.conflicts[n - 1] for n in away["dissolved"]]
        assert [(c.kind, c.a, c.b) for c in conflicts] == [(c["kind"], c["a"], c["b"]) for c in told["dissolved"]]
    assert any(away["fallen"] for away in data["away"]) and any(away["shrunk"] for away in data["away"])


def test_a_big_pile_and_one_report_are_not_worked_out(pile: Path) -> None:
    dossier = api.analyse([pile])
    assert api.each_without(dossier, most=2) == ()
    assert [s.left_out[0].kind for s in api.each_without(dossier, most=3)].count("actor") <= 3
    alone = api.analyse([pile / "post.txt"])
    assert {s.left_out[0].kind for s in api.each_without(alone)} <= {"actor"}


def test_data_in_the_page_opens_and_closes_no_tag(pile: Path) -> None:
    from sayso.dossier.compose.view.data import ActorDatum, PageData

    held = PageData({}, (), (), (ActorDatum("actor-a", "</script><!-- & <b>"),), (), (), ())
    text = in_page(held)
    assert not set("<>&") & set(text)
    assert json.loads(text)["actors"][0]["name"] == "</script><!-- & <b>"
