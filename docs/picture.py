"""Make the README's picture: the first screen of the example pile's dossier, drawn by an installed Chromium.

Run by `make picture`. Needs Chromium on the PATH; Playwright comes with the dev extra.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PILE = HERE.parent / "examples" / "orlava-gospels" / "reports"


def main() -> int:
    """Draw docs/pictures/dossier.png; return 1 with a word when no browser is installed."""
    from playwright.sync_api import sync_playwright

    import sayso

    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("no Chromium on the PATH: install one to make the picture", file=sys.stderr)
        return 1
    target = HERE / "pictures" / "dossier.png"
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        sayso.write(sayso.analyse([PILE]), folder)
        drawn = play.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = drawn.new_page(viewport={"width": 1280, "height": 1000})
        page.goto((Path(folder) / "dossier.html").as_uri())
        page.screenshot(path=target)
        drawn.close()
    print(target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
