"""One browser for all tests of pages in a module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.dossier.visits import CHROMIUM


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """An installed Chromium, driven by Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright for Python is not installed")
    with playwright.sync_playwright() as driver:
        held = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield held
        held.close()
