"""A case from end to end: it shows what a fresh analysis shows, judgements are put on it, changes are told with their reason."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import api
from sayso.api import cases
from sayso.dossier import to_json

REPORTS = {
    "post.txt": "Outlet: The Harbour Post\nPublished: 2031-05-02\n\n"
    "The lamp on the east quay went dark on Thursday night, harbour master Ina Vold said.\n\n"
    '"Somebody cut the cable with a saw," Vold told reporters at the quay.\n\nThe ferry Merle waited outside for two hours, she said.\n',
    "herald.txt": "Outlet: The Island Herald\nPublished: 2031-05-03\n\n"
    "The lamp on the east quay went dark on Thursday night, the harbour master told The Harbour Post.\n\n"
    "The ferry Merle waited outside for three hours, captain Tor Eide said.\n\nEide denied that a cable had been cut.\n",
    "radio.txt": "Outlet: Radio Sund\nPublished: 2031-05-04\n\n"
    "Police said on Saturday that no cable on the east quay had been cut.\n\nThe ferry Merle waited outside for three hours, police said.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reports and a case that holds the first two, looked at by ana."""
    folder = tmp_path_factory.mktemp("case")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    case = sayso.new_case(folder / "x.sayso")
    sayso.add(case, [folder / "post.txt", folder / "herald.txt"])
    sayso.look(case, who="ana")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "case")
    return tmp_path / "case"


def at(dossier: sayso.Dossier, words: str) -> Any:
    """The first claim in whose words these stand."""
    return next(claim for claim in dossier.claims if words in claim.exact)


def test_a_case_shows_what_a_fresh_analysis_shows_whatever_the_order(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    added = sayso.add(case, folder / "radio.txt")
    assert [report.file for report in added.reports] == ["radio.txt"]
    fresh = sayso.analyse([folder / name for name in REPORTS])
    assert to_json(sayso.case_dossier(case)) == to_json(fresh)
    assert added.dossier == fresh
    assert isinstance(sayso.case_dossier(case), sayso.Dossier)


def test_only_what_is_new_is_analysed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.pipeline import news

    seen: list[str] = []
    real = news.analyse_language

    def watched(report: Any) -> Any:
        seen.append(report.file)
        return real(report)

    monkeypatch.setattr(news, "analyse_language", watched)
    case = sayso.open_case(folder / "x.sayso")
    sayso.add(case, folder / "radio.txt")
    assert seen == ["radio.txt"]
    sayso.case_dossier(case)
    assert seen == ["radio.txt"]
    monkeypatch.setattr("sayso.casefile.version_of", lambda floors=None: "other code")
    sayso.case_dossier(case)
    assert sorted(seen[1:]) == sorted(REPORTS)


def test_adding_without_analysis_leaves_it_for_later(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    assert sayso.add(case, folder / "radio.txt", analyse=False).dossier is None
    assert [report.file for report, _ in sayso.case_reports(case)][-1] == "radio.txt"
    assert len(sayso.case_dossier(case).reports) == 3


def test_a_report_that_is_there_already_is_told(folder: Path) -> None:
    added = sayso.add(sayso.open_case(folder / "x.sayso"), folder / "post.txt")
    assert added.reports == ()
    assert [entry.reason for entry in added.unread] == ["read twice"]


def test_nothing_read_is_an_error_and_changes_nothing(folder: Path) -> None:
    before = (folder / "x.sayso").read_bytes()
    with pytest.raises(sayso.NothingReadError):
        sayso.add(sayso.open_case(folder / "x.sayso"), folder / "nowhere.txt")
    assert (folder / "x.sayso").read_bytes() == before


def test_an_empty_case_shows_an_empty_dossier(tmp_path: Path) -> None:
    case = sayso.new_case(tmp_path / "x.sayso")
    assert sayso.case_dossier(case).claims == ()
    assert sayso.changes(case).since is None


def test_changes_tell_what_is_new_and_which_report_brought_it(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    assert sayso.changes(case, who="ana").changes == ()
    dossier = sayso.add(case, folder / "radio.txt").dossier
    assert dossier is not None
    found = sayso.changes(case, who="ana")
    assert [report.file for report in found.reports] == ["radio.txt"]
    radio = found.reports[0].id
    fresh = [claim.id for claim in dossier.claims if claim.report == radio]
    told = {claim for change in found.of("new claim") + found.of("also said by") for claim in change.claims}
    assert set(fresh) <= told
    assert all(("report", radio) in [(c.kind, c.id) for c in change.because] for change in found.of("also said by"))
    sayso.changes(case, who="ana", seen=True)
    assert sayso.changes(case, who="ana").changes == ()
    assert sayso.changes(case, who="ben").since is None  # ben has not looked yet


def test_claims_judged_the_same_become_one_and_undone_they_part(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    before = sayso.case_dossier(case)
    cable, quay = at(before, "Somebody cut"), at(before, "went dark")
    assert cable.proposition != quay.proposition
    anchors = [sayso.anchor(cable, of=before), sayso.anchor(quay, of=before)]
    one = sayso.judge(case, "same claim", anchors, who="ana", why="one night, one lamp")
    after = sayso.case_dossier(case)
    assert at(after, "Somebody cut").proposition == at(after, "went dark").proposition
    assert len(after.propositions) == len(before.propositions) - 1
    assert sayso.case_dossier(case, judged=False) == before
    assert [(each.verdict.state, each.verdict.machine) for each in sayso.judgements(case)] == [
        ("in force", "not the same")
    ]
    told = sayso.changes(case, who="ana")
    assert [(c.kind, [cause.kind for cause in c.because]) for c in told.of("merged")] == [("merged", ["judgement"])]
    sayso.undo(case, one.number, who="ana", why="no")
    assert sayso.case_dossier(case) == before
    assert [each.verdict.state for each in sayso.judgements(case)] == ["undone", "in force"]
    assert sayso.changes(case, who="ana").changes == ()


def test_claims_judged_not_the_same_are_parted(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    before = sayso.case_dossier(case)
    p = next(p for p in before.propositions if len(p.claims) > 1)
    by_id = {claim.id: claim for claim in before.claims}
    a, b = by_id[p.claims[0]], by_id[p.claims[-1]]
    sayso.judge(case, "not same claim", [sayso.anchor(a, of=before), sayso.anchor(b, of=before)], who="ana")
    after = {claim.id: claim.proposition for claim in sayso.case_dossier(case).claims}
    assert after[a.id] != after[b.id]


def test_edges_grades_and_ignored_things(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    before = sayso.case_dossier(case)
    herald, post = (next(r for r in before.reports if r.file == name) for name in ("herald.txt", "post.txt"))
    claim = at(before, "went dark")
    machine = next(p.assessment for p in before.propositions if p.id == claim.proposition)
    sayso.judge(case, "does not derive", [sayso.anchor(herald), sayso.anchor(post)], who="ana", why="he was there")
    sayso.judge(case, "derives", [sayso.anchor(post), sayso.anchor(herald)], who="ana", why="the Herald was first")
    sayso.judge(case, "grade", [sayso.anchor(claim, of=before)], who="ana", why="I saw it", value="A1")
    sayso.judge(case, "ignore", [sayso.anchor(at(before, "Somebody cut"), of=before)], who="ana", why="a joke")
    sayso.judge(case, "note", [sayso.anchor(claim, of=before)], who="ana", why="ask the lamplighter")
    after = sayso.case_dossier(case)
    edges = {(edge.child, edge.parent): edge for edge in after.derivations}
    assert (herald.id, post.id) not in edges
    assert edges[post.id, herald.id].direction_known
    assert "judged by ana" in edges[post.id, herald.id].reasons[0]
    grade = next(p.assessment for p in after.propositions if p.id == at(after, "went dark").proposition)
    assert (grade.source_grade, grade.information_grade) == ("A", 1)
    assert grade.reasons[1].startswith("suggested was ") and machine.source_grade in grade.reasons[1]
    assert not any("Somebody cut" in claim.exact for claim in after.claims)
    assert {each.verdict.state for each in sayso.judgements(case)} == {"in force"}
    to_json(after)


def test_an_ignored_report_is_left_out(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    post = next(r for r, _ in sayso.case_reports(case) if r.file == "post.txt")
    sayso.judge(case, "ignore", [sayso.anchor(post)], who="ana", why="a hoax")
    assert [report.file for report in sayso.case_dossier(case).reports] == ["herald.txt"]
    assert len(sayso.case_reports(case)) == 2
    told = sayso.changes(case, who="ana")
    gone = told.of("claim gone") + told.of("no longer said by")
    assert gone and all(change.because[0].kind == "judgement" for change in gone)
    assert {words for change in told.of("no longer said by") for words in [change.before]} == {"The Harbour Post"}


def test_persons_judged_the_same_are_one_and_others_two(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    before = sayso.case_dossier(case)

    def mention(words: str, file: str) -> sayso.Anchor:
        home = next(r for r in before.reports if r.file == file)
        start = home.text.index(words)
        return sayso.anchor(home, start, start + len(words))

    vold, eide = mention("Ina Vold", "post.txt"), mention("Tor Eide", "herald.txt")
    one = sayso.judge(case, "same person", [vold, eide], who="ana", why="a pen name")
    merged = next(a for a in sayso.case_dossier(case).actors if any("judged by ana" in r for r in a.merged_because))
    assert {"Ina Vold", "Tor Eide"} <= {merged.name, *merged.aliases}
    sayso.judge(case, "not same person", [vold, eide], who="ben", why="two people")
    names = [a.name for a in sayso.case_dossier(case).actors]
    assert any("Vold" in name for name in names) and any("Eide" in name for name in names)
    sayso.undo(case, one.number, who="ana")
    assert [each.verdict.machine for each in sayso.judgements(case) if each.judgement.kind == "not same person"] == [
        "two actors"
    ]


def test_a_judgement_whose_words_are_gone_is_listed_and_not_lost(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    elsewhere = sayso.Anchor("0" * 64, "r-00000000", "gone.txt", 0, 9, "no such words")
    sayso.judge(case, "ignore", [elsewhere], who="ana")
    assert [each.verdict.state for each in sayso.judgements(case)] == ["not found"]
    assert sayso.case_dossier(case) == sayso.case_dossier(case, judged=False)


def test_a_later_judgement_overrules_an_earlier_one(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    dossier = sayso.case_dossier(case)
    anchors = [sayso.anchor(at(dossier, words), of=dossier) for words in ("Somebody cut", "went dark")]
    sayso.judge(case, "same claim", anchors, who="ana")
    sayso.judge(case, "not same claim", anchors, who="ben")
    assert [each.verdict.state for each in sayso.judgements(case)] == ["overruled", "in force"]


def test_find_gives_words_with_their_places_and_then_what_means_something_like_it(folder: Path) -> None:
    case = sayso.open_case(folder / "x.sayso")
    hits = api.find(case, "ferries waited")
    words = [hit for hit in hits if hit.by == "words"]
    assert {hit.report.file for hit in words} == {"post.txt", "herald.txt"}
    for hit in hits:
        assert hit.report.text[hit.start : hit.end] == hit.exact
        assert all(hit.start <= mark.start < mark.end <= hit.end for mark in hit.marks)
    assert [mark.of(words[0].report.text) for mark in words[0].marks] == ["ferry", "waited"]
    meant = api.find(case, "the wire was severed by a stranger", most=2)
    assert meant and meant[0].by == "meaning" and "cut" in meant[0].exact
    with pytest.raises(ValueError, match="no word to look for"):
        api.find(case, "?!")


def test_a_report_on_which_a_step_fails_is_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.pipeline import news

    def fails(report: Any) -> Any:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(news, "analyse_language", fails)
    added = sayso.add(sayso.open_case(folder / "x.sayso"), folder / "radio.txt")
    assert added.dossier is not None
    assert [(entry.file, "on purpose" in entry.detail) for entry in added.dossier.unread] == [("radio.txt", True)]


def test_the_case_says_where_it_is(folder: Path) -> None:
    assert repr(cases.open_case(folder / "x.sayso")) == f"<Case: {folder / 'x.sayso'}>"
