"""Make the README's pictures: the dossier of the example pile in light, dark, on a phone, on paper, drawn by an installed Chromium.

Run by `make picture`. Needs Chromium on the PATH; Playwright comes with the dev extra.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PILE = HERE.parent / "examples" / "orlava-gospels" / "reports"


# Name, width, height, colours, and what is done before the picture is taken.
VIEWS = (
    ("dossier", 1280, 1000, "light", ""),
    ("dossier-dark", 1280, 1000, "dark", ""),
    ("dossier-phone", 390, 844, "light", ""),
    (
        "dossier-stemma",
        1280,
        1000,
        "light",
        "sayso.choose('report-2'); document.getElementById('stemma').scrollIntoView()",
    ),
    ("dossier-away", 1280, 1000, "light", "sayso.take('report-1'); scrollTo(0, 0)"),
)
CARD = ".report mark.q[class*=' o']"


def main() -> int:
    """Draw docs/pictures/dossier*.png; return 1 with a word when no browser is installed."""
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
        dossier = api.analyse([PILE])
        api.write(dossier, folder, standings=api.each_without(dossier))
        drawn = play.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for name, width, height, colours, doing in VIEWS:
            page = drawn.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            page.goto((Path(folder) / "dossier.html").as_uri())
            if doing:
                page.evaluate(f"() => {{ {doing}; }}")
                page.wait_for_timeout(300)
            page.screenshot(path=target / f"{name}.png")
            print(target / f"{name}.png")
        page = drawn.new_page(viewport={"width": 1280, "height": 800})
        page.goto((Path(folder) / "dossier.html").as_uri())
        page.eval_on_selector(CARD, "e => e.scrollIntoView({block: 'center'})")
        page.hover(CARD)
        page.wait_for_timeout(300)
        page.screenshot(path=target / "dossier-words.png")
        page.mouse.move(1, 1)
        page.set_viewport_size({"width": 760, "height": 1075})
        page.emulate_media(media="print")
        page.evaluate("() => { dispatchEvent(new Event('beforeprint')); scrollTo(0, 0); }")
        page.wait_for_timeout(300)
        page.screenshot(path=target / "dossier-print.png")
        drawn.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
