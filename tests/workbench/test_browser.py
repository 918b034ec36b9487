"""The whole round in a real browser: open, judge, undo, drop a file, two windows, the keyboard, strangers, what axe-core says."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import api
from sayso.workbench import Workbench
from tests.dossier.pages import NASTY
from tests.dossier.visits import CHROMIUM
from tests.workbench.cardboard import CardboardDesk
from tests.workbench.conftest import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the PATH: the workbench cannot be opened here"),
]
WAIT = 120_000
Opened = Callable[[], Workbench]


class Window:
    """A window of the workbench, with everything it asked for and everything that went wrong."""

    def __init__(self, browser: Any, url: str, context: Any = None, **given: Any) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.context = context or browser.new_context(**given)
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT)
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("dialog", lambda d: (self.errors.append(d.message), d.dismiss()))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.goto(url)
        self.ready()

    def ready(self, before: str = "") -> str:
        """Wait until a page of another revision than `before` is there; return its revision."""
        self.page.wait_for_selector(
            f"#wb[data-ready]:not([data-ready='']):not([data-ready='{before}'])", state="attached"
        )
        return str(self.page.get_attribute("#wb", "data-ready"))

    def place(self, words: str) -> str:
        """The id of the proposition in whose head these words stand."""
        return str(
            self.page.evaluate(
                "w => [...document.querySelectorAll('.prop')].find(e => e.textContent.includes(w)).id", words
            )
        )


def choose(page: Any, words: str) -> None:
    page.fill("#wb-search", words)
    page.wait_for_selector("#wb-other option:checked:not([value=''])", state="attached")


def test_a_person_is_judged_the_same_seen_undone_and_put_back(browser: Any, open_case: Opened) -> None:
    bench = open_case()
    window = Window(browser, bench.url)
    page = window.page
    assert page.url == f"http://127.0.0.1:{bench.port}/" and page.is_visible("#claims")
    first = window.ready()
    voices = page.locator("tr[id^=actor-]")
    before = voices.count()
    page.click("tr[id^=actor-] th:has-text('harbour master') .wb-judge")
    assert page.is_visible("#wb-dialog") and page.is_checked("#wb-kinds input[value='same person']")
    choose(page, "Ina Vold")
    page.fill("#wb-why", "there is one harbour master")
    page.click("#wb-form button[type=submit]")
    window.ready(first)
    assert voices.count() == before - 1
    ruling = page.text_content("tr[id^=actor-]:has-text('Ina Vold') .wb-ruling")
    assert "judged: is the same as" in ruling and "Ana" in ruling and "the machine: two actors" in ruling
    assert page.text_content("#wb-rulings-n") == "1 judgement in force"
    assert page.get_attribute("#wb-changed", "open") is not None
    assert "harbour master and Ina Vold → Ina Vold" in page.text_content("#wb-changed-list")
    second = window.ready()
    page.click("#wb-rulings summary")
    page.click("#wb-rulings-list li >> text=what it changed")
    page.wait_for_selector(".wb-told li")
    page.click("#wb-rulings-list li >> text=undo")
    third = window.ready(second)
    assert voices.count() == before and page.query_selector(".wb-ruling") is None
    assert "undone" in page.text_content("#wb-rulings-list li")
    page.click("#wb-rulings-list li >> text=put back")
    window.ready(third)
    assert voices.count() == before - 1
    assert window.errors == []
    assert {url.split("/")[2] for url in window.requests} == {f"127.0.0.1:{bench.port}"}


def test_claims_are_parted_graded_noted_and_left_out(browser: Any, open_case: Opened) -> None:
    bench = open_case()
    window = Window(browser, bench.url)
    page = window.page
    now = window.ready()
    merle = window.place("for three hours")
    page.click(f"#{merle} details summary")
    page.click(f"#{merle} .occ >> nth=0 >> .wb-judge")
    page.check("#wb-kinds input[value='not same claim']")
    assert page.text_content("#wb-now") == "as it stands now: one"
    page.fill("#wb-why", "another night")
    page.click("#wb-form button[type=submit]")
    now = window.ready(now)
    assert page.locator(".prop .wb-ruling", has_text="the machine: the same").count() >= 1
    assert page.query_selector("#wb-changed-list li[data-kind]") is not None

    lamp = window.place("lamp on the east quay")
    page.click(f"#{lamp} .wb-judge")
    page.check("#wb-kinds input[value='grade']")
    page.select_option("#wb-source", "B")
    page.select_option("#wb-information", "2")
    page.click("#wb-form button[type=submit]")
    assert page.text_content("#wb-error") == "say why"
    page.fill("#wb-why", "I was there")
    page.click("#wb-form button[type=submit]")
    now = window.ready(now)
    lamp = window.place("lamp on the east quay")
    assert "suggested grade B2" in page.text_content(f"#{lamp} summary")
    assert "has grade B2" in page.text_content(f"#{lamp} .wb-ruling")
    assert "grade moved" in page.text_content("#wb-changed-list")
    assert "suggested was" in page.text_content(f"#{lamp} .why")

    page.click(f"#{lamp} .wb-judge")
    page.check("#wb-kinds input[value='note']")
    page.fill("#wb-why", "<b>ask the ferry</b> company")
    page.click("#wb-form button[type=submit]")
    now = window.ready(now)
    assert "<b>ask the ferry</b> company" in page.text_content(f"#{window.place('lamp on the east quay')}")

    page.click("#report-3 > header .wb-judge")
    page.check("#wb-kinds input[value='ignore']")
    page.click("#wb-form button[type=submit]")
    window.ready(now)
    assert page.locator(".report").count() == 2
    assert window.errors == []


def test_a_report_is_made_from_another_or_not(browser: Any, open_case: Opened) -> None:
    window = Window(browser, open_case().url)
    page = window.page
    now = window.ready()
    page.click("#report-3 > header .wb-judge")
    assert page.is_checked("#wb-kinds input[value='derives']")
    choose(page, "post.txt")
    page.fill("#wb-why", "the editor told me")
    page.click("#wb-form button[type=submit]")
    window.ready(now)
    assert page.locator("#report-3 > header .made a", has_text="post").count() >= 1
    assert "radio.txt from post.txt" in page.text_content("#wb-changed-list")
    assert "was made from" in page.text_content("#report-3 > header .wb-ruling")
    assert "is the parent of" in page.text_content("#report-2 > header .wb-ruling")


def test_files_are_dropped_in_and_watched(browser: Any, open_case: Opened, tmp_path: Path) -> None:
    window = Window(browser, open_case().url)
    page = window.page
    now = window.ready()
    text = "Outlet: The Skerry Times\nPublished: 2031-05-05\n\nThe ferry Merle waited outside for four hours, captain Tor Eide said.\n"
    page.evaluate(
        """text => { const data = new DataTransfer();
        data.items.add(new File([text], '../../<img src=x>.txt')); data.items.add(new File(['\\0\\1\\2'], 'noise.bin'));
        document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); }""",
        text,
    )
    page.wait_for_selector("#wb-files li[data-state='not added']")
    now = window.ready(now)
    assert page.locator(".report").count() == 4
    told = page.locator("#wb-files li").all_text_contents()
    assert any("_img src=x_.txt added" in line for line in told)
    assert any("noise.bin not added: .bin is no kind that can be read" in line for line in told)
    assert "was added" in page.text_content("#wb-changed-list")
    chosen = tmp_path / "hostile.txt"
    chosen.write_text("Outlet: The Foe\n\n" + "\n\n".join(NASTY), "utf-8")
    page.set_input_files("#wb-file", [chosen])
    window.ready(now)
    assert page.locator(".report").count() == 5
    assert window.errors == [] and page.evaluate("document.querySelectorAll('script:not([type])').length") == 1


def test_two_windows_agree_and_what_is_stale_is_refused(browser: Any, open_case: Opened) -> None:
    bench = open_case()
    one = Window(browser, bench.url)
    two = Window(browser, bench.url, one.context)
    now = one.ready()
    # The second window is in the middle of a judgement while the first one judges.
    two.page.click("#report-1 > header .wb-judge")
    two.page.check("#wb-kinds input[value='note']")
    two.page.fill("#wb-why", "from the second window")
    one.page.click("#report-1 > header .wb-judge")
    one.page.check("#wb-kinds input[value='note']")
    one.page.fill("#wb-why", "from the first window")
    one.page.click("#wb-form button[type=submit]")
    one.ready(now)
    two.page.click("#wb-form button[type=submit]")
    two.page.wait_for_selector("#wb-error:has-text('the case has changed')")
    assert two.page.input_value("#wb-why") == "from the second window"
    two.page.click("#wb-form >> text=cancel")
    two.ready(now)
    assert "from the first window" in two.page.text_content("#report-1 > header")
    assert "from the second window" not in one.page.text_content("#wb-rulings-list")


def test_the_whole_round_by_keyboard(browser: Any, open_case: Opened) -> None:
    window = Window(browser, open_case().url)
    page = window.page
    now = window.ready()
    page.keyboard.press("?")
    assert "undo the last judgement" in page.text_content("dialog[open]")
    page.keyboard.press("Escape")
    page.focus(f"#{window.place('cut the cable')} .wb-judge")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("m")
    assert "cut the cable" in page.text_content("#wb-picked")
    page.focus(f"#{window.place('waited outside')} .wb-judge")
    page.keyboard.press("y")
    assert page.evaluate("document.activeElement.id") == "wb-other"
    assert "cut the cable" in page.evaluate("document.activeElement.selectedOptions[0].textContent")
    page.keyboard.press("Control+Enter")
    now = window.ready(now)
    assert page.text_content("#wb-rulings-n") == "1 judgement in force"
    page.wait_for_selector("#wb-said:has-text('drawn anew')", state="attached")
    assert page.get_attribute("#wb-said", "aria-live") == "polite"
    # The focus is where it was.
    assert "Merle" in page.evaluate("document.activeElement.getAttribute('aria-label') || ''")
    page.keyboard.press("u")
    now = window.ready(now)
    assert page.text_content("#wb-rulings-n") == "0 judgements in force"
    page.keyboard.press("h")
    assert page.evaluate("document.activeElement.parentElement.id") == "wb-rulings"
    page.focus("#report-1 .wb-judge")
    page.keyboard.press("v")
    assert page.is_checked("#wb-kinds input[value='note']")
    page.keyboard.type("j y u")  # no key acts while somebody types
    assert page.input_value("#wb-why") == "j y u"
    page.keyboard.press("Escape")
    assert not page.is_visible("#wb-dialog")
    assert page.evaluate("document.activeElement.dataset.place") == "report-1" and outline == "solid"
    assert window.errors == []


def test_a_page_of_another_origin_gets_nothing(browser: Any, open_case: Opened, bench: Workbench) -> None:
    """The cardboard workbench plays the foreign site: another port is another origin."""
    ours = open_case()
    window = Window(browser, ours.url)
    stranger = window.context.new_page()
    stranger.route("**/evil", lambda route: route.fulfill(body="<h1>evil</h1>", content_type="text/html"))
    stranger.goto(f"http://localhost:{bench.port}/evil")
    tried = """async url => { try { const r = await fetch(url, {method: METHOD, credentials: 'include', mode: MODE, body: BODY}); return r.type + r.status; }
        catch (e) { return 'failed'; } }"""
    for method, mode, body in (("'GET'", "'cors'", "undefined"), ("'POST'", "'cors'", "'{}'")):
        run = tried.replace("METHOD", method).replace("MODE", mode).replace("BODY", body)
        assert stranger.evaluate(run, f"http://127.0.0.1:{ours.port}/api/status") == "failed"
    run = tried.replace("METHOD", "'POST'").replace("MODE", "'no-cors'").replace("BODY", "'{}'")
    stranger.evaluate(run, f"http://127.0.0.1:{ours.port}/api/undo")
    frame = stranger.evaluate(
        """async url => { const f = document.createElement('iframe'); f.src = url; document.body.append(f);
        await new Promise(done => { f.onload = done; setTimeout(done, 3000); }); try { return f.contentDocument ? f.contentDocument.body.textContent : 'closed'; }
        catch (e) { return 'closed'; } }""",
        f"http://127.0.0.1:{ours.port}/",
    )
    assert "lamp" not in frame
    assert window.page.text_content("#wb-rulings-n") == "0 judgements in force"
    # A browser without the key gets nothing either.
    other = browser.new_context().new_page()
    answer = other.goto(f"http://127.0.0.1:{ours.port}/")
    assert answer.status == 403 and "lamp" not in other.content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, open_case: Opened, scheme: str) -> None:
    """WCAG 2.2 A and AA and the best practices of axe-core, on the page at rest, with the form open, and with a judgement made."""
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    window = Window(browser, open_case().url, color_scheme=scheme)
    page = window.page
    now = window.ready()
    run = "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 150)))"
    page.evaluate(axe)
    assert page.evaluate(run) == []
    page.click("#report-1 > header .wb-judge")
    assert page.evaluate(run) == []
    page.check("#wb-kinds input[value='note']")
    page.fill("#wb-why", "a note")
    page.click("#wb-form button[type=submit]")
    window.ready(now)
    page.click("#wb-rulings summary")
    page.evaluate(axe)
    assert page.evaluate(run) == []


def test_a_case_without_reports_can_be_opened(browser: Any, tmp_path: Path) -> None:
    case = sayso.new_case(tmp_path / "new.sayso")
    with served(api.open_workbench(case, who="Ana")) as bench:
        window = Window(browser, bench.url)
        assert "No claim was found" in window.page.text_content("#claims")
        assert window.errors == []


def test_a_case_that_is_not_worked_out_yet_shows_itself_when_it_is(browser: Any, desk: CardboardDesk) -> None:
    desk.hold.clear()
    with served(Workbench(desk)) as bench:
        page = browser.new_page()
        page.set_default_timeout(WAIT)
        page.goto(bench.url)
        page.wait_for_selector("#wb-doing:has-text('thinking')")
        assert "being worked out" in page.text_content("main")
        desk.hold.set()
        page.wait_for_selector("#words")
        page.wait_for_selector("#wb[data-ready]")
        assert page.input_value("#wb-who") == "Ana"
