"""A page opened in a real browser, and everything it tried that it should not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the PATH: the page cannot be opened here"),
]


class Visit:
    """One opened page, with everything it tried that it should not."""

    def __init__(self, browser: Any, file: Path, **context: Any) -> None:
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.errors: list[str] = []
        self.page = browser.new_page(**context)
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.goto(file.as_uri())

    def quiet(self) -> bool:
        """Tell whether nothing but the file itself was asked for, nothing ran and nothing failed."""
        return len(self.requests) == 1 and not self.dialogs and not self.errors


def written(folder: Path, html: str) -> Path:
    file = folder / "dossier.html"
    file.write_text(html, "utf-8")
    return file


def seen(page: Any, selector: str) -> bool:
    """Tell whether the first element of `selector` stands inside the window."""
    return bool(
        page.eval_on_selector(
            selector,
            "e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; }",
        )
    )
