"""The page in a real browser: jumps, highlights, no request, no script of others."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from sayso.dossier import to_html
from tests.affair import dossier
from tests.dossier.pages import NASTY, poisoned
from tests.dossier.test_html import pile
from tests.dossier.visits import Visit, needs_browser, seen, written

pytestmark = needs_browser


def test_a_claim_leads_to_its_words_and_back(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, to_html(dossier())))
    page = visit.page
    page.click("#p2 .line a.rep")
    page.wait_for_timeout(150)
    goal = page.evaluate("location.hash")
    assert page.text_content(goal) == "the building had been set on fire"
    assert seen(page, goal)
    plain = page.eval_on_selector("#c14", "e => getComputedStyle(e).backgroundColor")
    assert page.eval_on_selector(goal, "e => getComputedStyle(e).backgroundColor") != plain
    assert page.evaluate("document.activeElement.id") == goal[1:]
    page.click("#back")
    page.wait_for_timeout(150)
    assert page.evaluate("location.hash") == "" and seen(page, "#p2 h3")
    assert visit.quiet()


def test_what_is_folded_opens_for_a_jump_and_for_the_filter(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, to_html(dossier())))
    page = visit.page
    assert not page.is_visible("#p11")
    page.evaluate("location.hash = 'p11'")
    page.wait_for_timeout(100)
    assert page.is_visible("#p11")
    page.fill("#filter", "barley lost")
    assert page.is_visible("#p3") and not page.is_visible("#p1")
    page.wait_for_timeout(250)
    assert page.text_content("#found") == "1 of 11 claims, 1 of 3 conflicts, 3 of 4 reports"
    page.fill("#filter", "")
    page.click("#open-all")
    assert page.is_visible("#p1 .why") and visit.quiet()


def test_it_can_be_read_and_walked_without_script_and_by_keyboard(browser: Any, tmp_path: Path) -> None:
    file = written(tmp_path, to_html(dossier()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.is_visible("#filter")
    page.click("#p1 details summary")
    assert page.is_visible("#p1 .why")
    page.click("#p1 .line a.rep")
    assert page.url.endswith("#c2")
    page.click("#p1 .line a.rep")
    context.close()

    page = Visit(browser, file).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "[document.activeElement.closest('section').id, getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert focused == ["claims", "solid"]


@pytest.mark.parametrize("width", [390, 1300])
def test_nothing_runs_out_of_the_window(browser: Any, tmp_path: Path, width: int) -> None:
    for place, words in enumerate(("plain", NASTY[12])):
        folder = tmp_path / str(place)
        folder.mkdir()
        visit = Visit(browser, written(folder, to_html(poisoned(words))), viewport={"width": width, "height": 800})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_of_a_report_runs(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, to_html(poisoned("\n\n".join(NASTY)))))
    visit.page.click("#open-all")
    visit.page.wait_for_timeout(200)
    assert visit.quiet()
    assert visit.page.evaluate("document.querySelectorAll('script:not([type])').length") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Any, tmp_path: Path, scheme: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for every piece of text, measured on the drawn colours."""
    visit = Visit(browser, written(tmp_path, to_html(dossier())), color_scheme=scheme)
    visit.page.click("#open-all")
    poor = visit.page.evaluate(CONTRAST)
    assert poor == []


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; }
    return rgb('#fff'); };
  const poor = [];
  const walk = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest('svg, script, [hidden]')) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push([walk.currentNode.data.trim().slice(0, 40), e.className, ratio]);
  }
  return poor;
}"""


def test_two_hundred_reports_are_drawn_soon(browser: Any, tmp_path: Path) -> None:
    file = written(tmp_path, to_html(pile(200)))
    start = time.perf_counter()
    visit = Visit(browser, file)
    visit.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert (
        time.perf_counter() - start < 10
    )  # three seconds are promised on a free machine; what is measured here shares it with other tests
    visit.page.evaluate("location.hash = Object.keys(sayso.data.claims)[3000]")
    visit.page.wait_for_timeout(300)
    assert seen(visit.page, visit.page.evaluate("location.hash")) and visit.quiet()


def test_on_paper_the_claims_stand_open(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, to_html(dossier())))
    page = visit.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.eval_on_selector("#p1 details", "e => e.open")
    notes = page.eval_on_selector_all("#footnotes li", "all => all.map(e => e.textContent)")
    assert "harbinger ¶2: “The fire was started by dust in the old elevator”" in notes
    signs = page.eval_on_selector_all("#claims .fn", "all => all.map(e => Number(e.textContent))")
    assert signs and max(signs) <= len(notes) and signs[0] == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.query_selector("#footnotes, .fn") is None
    assert not page.eval_on_selector("#p1 details", "e => e.open")
    assert len(page.pdf(format="A4")) > 20_000
