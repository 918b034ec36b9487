"""The dossier as PDF, printed by an installed browser of the Chromium family: there is no other that sets the page as a reader sees it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from sayso.errors import MissingLibraryError, OutputError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_SECONDS = 180


def chromium() -> str | None:
    """Return the path of an installed browser of the Chromium family, or None."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def to_pdf(html: str) -> bytes:
    """Return a page as PDF, printed by an installed Chromium that is given no network and no profile of the user's.

    Raises MissingLibraryError when no such browser is installed, OutputError when it fails.
    """
    browser = chromium()
    if browser is None:
        raise MissingLibraryError(
            "no browser is installed that can print the dossier; install Chromium or Google Chrome, or open dossier.html and print it"
        )
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder) / "dossier.html", Path(folder) / "dossier.pdf"
        page.write_text(html, "utf-8")
        command = [
            browser, "--headless=new", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--no-first-run",
            f"--user-data-dir={Path(folder) / 'profile'}", "--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri(),
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:  # Chromium has no sandbox for root
            command.insert(1, "--no-sandbox")
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise OutputError(f"the dossier could not be printed: '{browser}' failed ({error})") from error
        if done.returncode or not made.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise OutputError(
                f"the dossier could not be printed: '{browser}' ended with {done.returncode} ({said[-1] if said else 'no word'})"
            )
        return made.read_bytes()
