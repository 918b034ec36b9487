"""The whole round in a real browser: filter, explain, choose in the stemma, take away, by mouse and by keyboard, and what axe-core says of it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sayso.dossier import compose, to_html
from sayso.model import LeftOut, Standing
from tests.affair import R1, dossier
from tests.dossier.pages import NASTY, poisoned
from tests.dossier.test_html import pile
from tests.dossier.visits import Visit, needs_browser, seen, written

pytestmark = needs_browser


def taken() -> tuple[Standing, ...]:
    """What would be left of the affair without the Courier, as if worked out: p3 falls, p1 stands on less, the second conflict is gone."""
    whole = dossier()
    return (
        Standing(
            left_out=(LeftOut("report", R1, "pile/courier.txt", 5),), whole=whole, remaining=whole, fallen=(whole.propositions[2],),
            shrunk=(), dissolved=(whole.conflicts[1],), families=(),
        ),
    )  # fmt: skip


def page_of(browser: Any, folder: Path, **context: Any) -> Visit:
    whole = dossier()
    return Visit(browser, written(folder, to_html(whole, compose(whole, taken()))), **context)


def visible(page: Any, selector: str) -> list[str]:
    """The ids of those of `selector` that are shown."""
    found = page.eval_on_selector_all(selector, "all => all.filter(e => !e.closest('[hidden]')).map(e => e.id)")
    return [str(id) for id in found]


def test_filters_leave_what_one_claim_fits(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page, whole = visit.page, dossier()
    page.select_option("#by-certainty", "possible")
    fitting = {c.proposition for c in whole.claims if c.certainty == "possible"}
    ranked = sorted(whole.propositions, key=lambda p: (-p.rank.weight, p.id))
    assert visible(page, ".prop") == [f"p{n}" for n, p in enumerate(ranked, 1) if p.id in fitting]
    assert visible(page, ".report") == [
        f"report-{n}" for n, r in enumerate(["courier", "harbinger", "monitor", "notes"], 1)
        if any(c.certainty == "possible" and f"pile/{r}.txt" == next(x.file for x in whole.reports if x.id == c.report) for c in whole.claims)
    ]  # fmt: skip
    page.wait_for_timeout(250)
    assert f"{len(fitting)} of {len(whole.propositions)} claims" in page.text_content("#found")
    page.select_option("#by-conflict", "number")
    both = [c for c in whole.claims if c.certainty == "possible" and any(c.id in (x.a, x.b) for x in whole.conflicts if x.kind == "number")]  # fmt: skip
    assert len(visible(page, ".prop")) == len({c.proposition for c in both})
    page.click("#clear")
    page.wait_for_timeout(250)
    assert len(visible(page, ".prop")) == len(whole.propositions) and page.text_content("#found") == ""
    assert visit.quiet()


def test_a_filter_by_who_and_report_asks_both_of_the_same_claim(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page, whole = visit.page, dossier()
    name = next(a for a in whole.actors if a.name.endswith("Brelt"))
    page.select_option("#by-actor", label=name.name)
    page.select_option("#by-report", "2")
    report = next(r.id for r in whole.reports if r.file == "pile/harbinger.txt")
    wanted = {c.proposition for c in whole.claims if c.report == report and any(x.actor == name.id for x in c.chain)}
    assert wanted and len(visible(page, ".prop")) == len(wanted)
    assert visible(page, ".report") == ["report-2"]


def test_a_jump_to_what_the_filter_hides_shows_it(browser: Any, tmp_path: Path) -> None:
    page = page_of(browser, tmp_path).page
    page.fill("#filter", "no such words anywhere")
    assert visible(page, ".prop") == []
    page.evaluate("location.hash = 'c2'")
    page.wait_for_timeout(150)
    assert seen(page, "#c2") and page.input_value("#filter") == ""


def test_a_highlight_explains_itself_on_hover_and_on_focus(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page = visit.page
    page.eval_on_selector("#c2", "e => e.scrollIntoView({block: 'center'})")
    assert not page.is_visible("#card")
    page.hover("#c2")
    page.wait_for_selector("#card:not([hidden])")
    said = page.text_content("#card")
    assert "claim" in said and "origin" in said
    page.mouse.move(2, 2)
    page.wait_for_selector("#card", state="hidden")
    page.focus("#c1")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('.report mark.q')") and page.is_visible("#card")
    mark = page.evaluate("document.activeElement.id")
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"
    assert page.get_attribute("#card", "role") == "tooltip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('card').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.is_visible("#card") and page.evaluate("document.activeElement.id") == mark
    assert visit.quiet()


def test_the_card_leads_to_the_same_words_elsewhere_and_back(browser: Any, tmp_path: Path) -> None:
    page = page_of(browser, tmp_path).page
    mark = page.evaluate("Object.values(sayso.data.claims).find(c => sayso.ofProposition(c.n).length > 1).id")
    page.eval_on_selector(f"#{mark}", "e => e.scrollIntoView({block: 'center'})")
    page.focus(f"#{mark}")
    page.keyboard.press("Enter")
    goal = page.get_attribute("#card .siblings a", "href")
    page.click("#card .siblings a")
    page.wait_for_timeout(150)
    assert page.evaluate("location.hash") == goal and seen(page, goal) and goal != f"#{mark}"
    page.keyboard.press("b")
    page.wait_for_timeout(150)
    assert page.evaluate("location.hash") == ""


def test_a_chosen_report_tells_what_it_took_and_what_it_changed(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page = visit.page
    page.focus('#canvas a.node[href="#report-2"]')
    page.keyboard.press("Enter")
    said = page.text_content("#chosen")
    assert "What it took, and what it changed" in said and "courier" in said and "not credited" in said
    assert page.evaluate("document.activeElement.id") == "chosen"
    drift = next(d for d in dossier().drift if d.kind == "hedge")
    assert drift.before in said
    page.click("#chosen >> text=only its claims")
    assert page.input_value("#by-report") == "2"
    assert visit.quiet()


def test_the_stemma_moves_and_zooms_by_buttons_and_keys(browser: Any, tmp_path: Path) -> None:
    page = page_of(browser, tmp_path).page

    def where() -> str:
        page.wait_for_timeout(50)
        return str(page.get_attribute("#moved", "transform"))

    page.click("#closer")
    assert "scale(1.3)" in where()
    page.focus("#canvas")
    before = where()
    page.keyboard.press("ArrowLeft")
    assert where() != before
    page.keyboard.press("0")
    assert where() == "translate(0,0) scale(1)"
    scrolled = page.evaluate("scrollY")
    page.hover("#canvas")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(150)
    assert where() == "translate(0,0) scale(1)" and page.evaluate("scrollY") > scrolled


def test_a_report_is_taken_away_and_put_back(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page, whole = visit.page, dossier()
    fallen = whole.propositions[2]
    number = next(
        n for n, p in enumerate(sorted(whole.propositions, key=lambda p: (-p.rank.weight, p.id)), 1) if p == fallen
    )
    page.select_option("#take-away", "report-1")
    said = page.text_content("#stands")
    assert "Without courier: 1 claim has nobody left, 0 stand on fewer origins, 1 conflict is gone." in said
    assert "falls" in page.get_attribute(f"#p{number}", "class") and "gone" in page.get_attribute("#x2", "class")
    assert "gone" in page.get_attribute('#canvas a.node[href="#report-1"]', "class")
    page.click("#stands >> text=put it back")
    assert not page.is_visible("#stands") and page.query_selector(".falls, .gone, .away") is None
    page.select_option("#take-away", "report-2")
    assert "--without" in page.text_content("#stands")
    assert visit.quiet()


def test_everything_is_reached_by_keyboard(browser: Any, tmp_path: Path) -> None:
    visit = page_of(browser, tmp_path)
    page = visit.page
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('help').open")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('help').open")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p2"
    page.keyboard.press("o")
    assert page.is_visible("#p2 .why")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p1"
    page.keyboard.press("r")
    page.wait_for_timeout(150)
    assert page.evaluate("location.hash") == "#reports"
    page.keyboard.press("b")
    page.wait_for_timeout(150)
    assert page.evaluate("location.hash") == ""
    page.keyboard.press("/")
    page.keyboard.type("jo")
    assert page.input_value("#filter") == "jo"
    page.keyboard.press("Escape")
    assert page.input_value("#filter") == ""
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.id") == "take-away"
    assert visit.quiet()


def test_single_keys_can_be_turned_off(browser: Any, tmp_path: Path) -> None:
    page = page_of(browser, tmp_path).page
    page.click("#help-open")
    page.click("#keys-on")
    page.click("#help-close")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("r")
    page.wait_for_timeout(100)
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize(("scheme", "width"), [("light", 1300), ("dark", 1300), ("light", 390)])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, scheme: str, width: int) -> None:
    """WCAG 2.2 A and AA and the best practices of axe-core, on the page at rest and with everything open."""
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page = page_of(browser, tmp_path, color_scheme=scheme, viewport={"width": width, "height": 900}).page
    page.evaluate(axe)
    assert found(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.evaluate("sayso.choose('report-2'); sayso.take('report-1')")
    page.focus("#c2")
    assert found(page) == []
    page.evaluate("document.getElementById('help').showModal()")
    assert found(page) == []


def found(page: Any) -> list[str]:
    said = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 150)))")
    return [str(line) for line in said]


def test_nothing_of_a_report_runs_whatever_is_opened_chosen_and_taken_away(browser: Any, tmp_path: Path) -> None:
    bad = poisoned("\n\n".join(NASTY))
    left = (
        Standing(
            left_out=(LeftOut("report", "r-bad", NASTY[0], 1),), whole=bad, remaining=bad, fallen=bad.propositions[:1], shrunk=(),
            dissolved=bad.conflicts[:1], families=(),
        ),
    )  # fmt: skip
    visit = Visit(browser, written(tmp_path, to_html(bad, compose(bad, left))))
    page = visit.page
    before = page.evaluate("document.querySelectorAll('script, img, iframe, form').length")
    place = next(n["id"] for n in page.evaluate("sayso.data.nodes") if "script" in n["under"])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.evaluate("for (const n of sayso.data.nodes) { sayso.choose(n.id); }")
    page.evaluate("id => sayso.take(id)", place)
    page.evaluate("for (const m of document.querySelectorAll('.report mark.q[id]')) { m.focus(); m.click(); }")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(200)
    assert page.evaluate("document.querySelectorAll('script, img, iframe, form').length") == before
    assert visit.quiet()


def test_what_waits_in_a_large_pile_comes_when_it_is_asked_for(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, to_html(pile(60))))
    page = visit.page
    last = page.evaluate("Object.keys(sayso.data.claims).at(-1)")
    assert page.query_selector(f"#{last}") is None
    page.evaluate("id => { location.hash = id; }", last)
    page.wait_for_timeout(300)
    assert seen(page, f"#{last}")
    page.fill("#filter", "hearses")
    page.wait_for_selector("#found:has-text('15 of 60 reports')")
    page.evaluate("id => { location.hash = id; }", "report-1")
    page.wait_for_timeout(300)
    assert seen(page, "#report-1 h3")
    page.evaluate("sayso.showAll()")
    page.eval_on_selector(
        "#canvas a.node", "e => e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    assert page.query_selector("svg.family .node") is not None
    page.evaluate("sayso.fill(document)")
    assert page.query_selector("noscript") is None
    hrefs = page.eval_on_selector_all("a[href^='#']", "all => all.map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))")  # fmt: skip
    assert hrefs == [] and visit.quiet()


def test_a_large_pile_can_be_read_without_script(browser: Any, tmp_path: Path) -> None:
    file = written(tmp_path, to_html(pile(60)))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{file.as_uri()}#report-60")
    assert page.is_visible("#report-60 .prose")
    assert page.text_content("#reports").count("hearses") >= 15
    context.close()
