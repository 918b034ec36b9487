"""The page: whole, safe, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dossier import to_html
from sayso.dossier.compose.plain import visible, web_address
from sayso.model import Claim, Derivation, Dossier, Evidence, Report, Span
from tests.affair import COURIER, R1, REPORTS, TEXT, dossier
from tests.dossier.pages import NASTY, first_page, parsed, poisoned


@pytest.fixture(scope="module")
def page() -> str:
    return first_page()


def test_every_link_of_the_page_leads_to_one_place(page: str) -> None:
    held = parsed(page)
    ids = Counter(held.ids)
    assert [id for id, times in ids.items() if times > 1] == []
    goals = {given["href"][1:] for _, given in held.elements if given.get("href", "").startswith("#")}
    assert goals - set(ids) == set()
    assert held.broken == [] and held.stack == []


def test_every_claim_is_highlighted_in_its_report_and_linked_to(page: str) -> None:
    linked = set(re.findall(r'href="#(c\d+)"', page))
    for place, claim in enumerate(dossier().claims, 1):
        start = page.index(f'id="c{place}"')
        inside = page[start : page.index("</mark>", start)]
        words = re.sub(r"<[^>]+>", "", inside[inside.index(">") + 1 :])
        assert words.replace("&#34;", '"') == claim.exact
        assert f"c{place}" in linked


def test_reports_stand_on_the_page_as_published(page: str) -> None:
    shown = parsed(page).words
    for paragraph in COURIER.strip().split("\n\n"):
        assert paragraph in shown


def test_no_request_can_leave_and_only_our_own_style_and_script_may_run(page: str) -> None:
    held = parsed(page)
    policy = next(
        given["content"] for tag, given in held.elements if given.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for tag in ("style", "script"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(body) == 1
        assert f"sha256-{base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()}" in policy
    for tag, given_ in held.elements:
        assert tag not in ("img", "link", "iframe", "object", "embed", "form", "base")
        assert "src" not in given_ and "style" not in given_
        assert not [name for name in given_ if name.startswith("on")]


def test_an_address_is_a_link_only_when_it_is_a_web_address(page: str) -> None:
    link = next(given for tag, given in parsed(page).elements if given.get("href") == "https://courier.example/granary")
    assert "noreferrer" in link["rel"]
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x",
        "https:",
        "JaVaScRiPt:x",
        " https://a b",
        "http://[",
        "file:///etc",
    ):
        assert web_address(bad) == ""
        assert "javascript:alert" not in to_html(dossier(reports=(replace(REPORTS[0], url=bad), *REPORTS[1:]))).split(
            "<script>"
        )[0].replace(">javascript:alert(1)<", "")


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_hostile_text_stays_text(words: str, page: str) -> None:
    held = parsed(to_html(poisoned(words)))
    assert held.broken == [] and held.stack == []
    assert {tag for tag, _ in held.elements} == {tag for tag, _ in parsed(page).elements}
    for _, given_ in held.elements:
        assert not [name for name in given_ if name.startswith("on") or name in ("src", "style", "autofocus")]
        assert re.match(r"#|https?://|$", given_.get("href", ""))
    assert visible(words) in held.words


def test_characters_that_turn_the_line_are_shown_as_marks() -> None:
    html = to_html(poisoned("abc\u202edef\u2067\u200bghi\x00"))
    assert "⟦U+202E⟧" in html and "⟦U+200B⟧" in html and "⟦U+0000⟧" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00]", html)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_words_come_through_escaped(words: str) -> None:
    html = to_html(poisoned(words))
    held = parsed(html)
    html.encode("utf-8")
    assert held.broken == [] and held.stack == []
    for paragraph in re.split(r"\n\s*\n", visible(words)):
        assert paragraph.strip() in held.words


def test_an_empty_dossier_gives_a_page() -> None:
    nothing = Dossier(
        version="0", reports=(), attributions=(), claims=(), propositions=(), derivations=(), absent=(), cycles=(),
        drift=(), conflicts=(), updates=(), actors=(), timeline=(), unread=dossier().unread,
    )  # fmt: skip
    held = parsed(to_html(nothing))
    assert "Dossier of 0 reports" in held.words and "it looks like German" in held.words


def test_the_page_is_the_same_every_time(page: str) -> None:
    assert to_html(dossier()) == page


def test_what_is_claimed_says_count_and_conflict(page: str) -> None:
    words = parsed(page).words
    for said in (
        "1 origin in 3 reports",
        "asserted and denied",
        "“may have”",
        "no answer: “declined to comment”",
        "order unknown",
        "saw it itself",
    ):
        assert said in words
    assert 'class="step relay"' in page and 'class="step nameless"' in page and 'class="step unknown"' in page


def pile(count: int) -> Dossier:
    """A pile of `count` reports, four times as long as the affair's: rewrites in families, a hundred propositions with many claims each."""
    base = dossier()
    reports: list[Report] = []
    claims: list[Claim] = []
    edges: list[Derivation] = []
    for n in range(count // 4):
        own = {r.id: f"{r.id}-{n}" for r in base.reports}
        reports += [
            replace(r, id=own[r.id], file=f"{n}/{r.file}", text="\n".join([r.text] * 4), body=Span(0, 4 * len(r.text)))
            for r in base.reports
        ]
        for c, k in product(base.claims, range(4)):
            shift = k * (len(TEXT[c.report]) + 1)
            moved = Span(c.start + shift, c.end + shift)
            links = tuple(
                replace(x, evidence=Evidence.words(own[c.report], moved, reports[-4 + int(c.report[2]) - 1].text))
                for x in c.chain
            )
            group = f"{c.proposition}-{n % 40}-{k}" if k < 2 else f"{c.proposition}-{n}-{k}"
            claims.append(
                replace(
                    c,
                    id=f"{c.id}-{n}-{k}",
                    report=own[c.report],
                    start=moved.start,
                    end=moved.end,
                    proposition=group,
                    chain=links,
                )
            )
        edges += [
            replace(d, child=own[d.child], parent=own.get(d.parent, d.parent), evidence=()) for d in base.derivations
        ]
        if n:
            edges.append(replace(base.derivations[1], child=own[R1], parent=f"{R1}-0", evidence=()))
    held: dict[str, list[str]] = {}
    for c in claims:
        held.setdefault(c.proposition, []).append(c.id)
    by_id = {p.id: p for p in base.propositions}
    return dossier(
        reports=tuple(reports),
        claims=tuple(claims),
        propositions=tuple(
            replace(by_id[p.split("-")[0]], id=p, claims=tuple(ids), history=()) for p, ids in held.items()
        ),
        derivations=tuple(edges),
        absent=tuple(replace(a, evidence=()) for a in base.absent),
        actors=tuple(replace(a, mentions=()) for a in base.actors),
        cycles=(),
        drift=(),
        updates=(),
        timeline=(),
        conflicts=(),
    )


def test_two_hundred_reports_give_a_light_page_soon() -> None:
    many = pile(200)
    start = time.process_time()
    html = to_html(many)
    assert time.process_time() - start < 5
    assert len(html) < 10_000_000
    held = parsed(html)
    goals = {given["href"][1:] for _, given in held.elements if given.get("href", "").startswith("#")}
    assert goals - set(held.ids) == set()


def test_an_edge_of_unknown_direction_and_reports_that_made_one_another_do_not_hang_the_picture() -> None:
    a, b = REPORTS[0].id, REPORTS[1].id
    both = [
        Derivation(
            child=x,
            parent=y,
            basis="text",
            kind="copy",
            direction_known=False,
            credited=False,
            score=1.0,
            reasons=("same",),
        )
        for x, y in ((a, b), (b, a))
    ]
    assert "who took from whom is not known" in parsed(to_html(dossier(derivations=tuple(both), drift=()))).words


def test_marks_that_cross_are_cut_and_nest() -> None:
    from sayso.dossier.compose.marked import Mark, marked

    pieces = marked("abcdef", 0, 6, [Mark(0, 4, 0, "mark", "a", "one"), Mark(2, 6, 1, "span", "b", "two")])
    shown = "".join(
        p.text if p.kind == "text" else f"<{p.tag}{f' {p.anchor or p.of}'}>" if p.kind == "open" else f"</{p.tag}>"
        for p in pieces
    )
    assert shown == "<mark one>ab<span two>cd</span></mark><span two>ef</span>"
    assert [p.anchor for p in pieces if p.kind == "open"] == ["one", "two", ""]


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=8))
def test_marking_keeps_every_letter(text: str, ranges: list[tuple[int, int]]) -> None:
    from sayso.dossier.compose.marked import marked, spans_as

    spans = [Span(s, s + n) for s, n in ranges if s + n <= len(text)]
    pieces = marked(text, 0, len(text), spans_as("x", spans, 0))
    assert "".join(p.text for p in pieces if p.kind == "text") == visible(text) or "\r" in text
    depth = 0
    for p in pieces:
        depth += {"open": 1, "close": -1, "text": 0}[p.kind]
        assert depth >= 0
    assert depth == 0
