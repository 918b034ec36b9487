"""Make the picture of the workbench: the example pile as a case, one judgement made in the page, drawn by an installed Chromium.

Run by `make picture`. Needs Chromium on the PATH; Playwright comes with the dev extra.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).parent
PILE = HERE.parent / "examples" / "orlava-gospels" / "reports"
WAIT = 300_000


def main() -> int:
    """Draw docs/pictures/workbench.png and workbench-judge.png; return 1 with a word when no browser is installed."""
    from playwright.sync_api import sync_playwright

    from sayso import api
    from sayso.dossier.render.pdf import chromium

    browser = chromium()
    if browser is None:
        print("no Chromium is installed: install one to make the pictures", file=sys.stderr)
        return 1
    target = HERE / "pictures"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        case = api.new_case(Path(folder) / "theft.sayso")
        api.add(case, [PILE])
        bench = api.open_workbench(case, who="Ina")
        threading.Thread(target=bench.serve, daemon=True).start()
        drawn = play.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = drawn.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(WAIT)
        page.goto(bench.url)
        page.wait_for_selector("#wb[data-ready]:not([data-ready=''])")
        before = page.get_attribute("#wb", "data-ready")
        page.click("#p1 .wb-judge")
        page.check("#wb-kinds input[value='grade']")
        page.select_option("#wb-source", "B")
        page.select_option("#wb-information", "2")
        page.fill("#wb-why", "the inventory was shown to me")
        page.screenshot(path=target / "workbench-judge.png")
        page.click("#wb-form button[type=submit]")
        page.wait_for_selector(f"#wb[data-ready]:not([data-ready='']):not([data-ready='{before}'])")
        page.evaluate("() => { document.getElementById('wb-rulings').open = true; scrollTo(0, 0); }")
        page.wait_for_timeout(500)
        page.screenshot(path=target / "workbench.png")
        drawn.close()
        bench.stop()
        bench.close()
    print(target / "workbench.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
