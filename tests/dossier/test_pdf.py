"""The dossier on paper, as a PDF of an installed browser."""

from __future__ import annotations

import stat
from pathlib import Path

import pypdfium2
import pytest

from sayso import api
from sayso.dossier import to_html, to_pdf
from sayso.dossier.render import pdf
from sayso.errors import MissingLibraryError, OutputError
from tests.affair import dossier


@pytest.mark.browser
@pytest.mark.skipif(pdf.chromium() is None, reason="no Chromium is installed: nothing can be printed here")
def test_the_printed_dossier_carries_the_words_as_footnotes() -> None:
    made = pypdfium2.PdfDocument(to_pdf(to_html(dossier())))
    words = " ".join(page.get_textpage().get_text_bounded() for page in made)
    flat = " ".join(words.split())
    assert "What is claimed".upper() in flat.upper() and "harbinger ¶2: “The fire was started" in flat


def test_without_a_browser_it_says_so_and_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "chromium", lambda: None)
    with pytest.raises(MissingLibraryError, match="install Chromium or Google Chrome"):
        api.write(dossier(), tmp_path / "out", pdf=True)
    assert not (tmp_path / "out").exists()


def test_a_browser_that_fails_is_told_with_its_last_word(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho 'no display' >&2\nexit 3\n")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pdf, "chromium", lambda: str(broken))
    with pytest.raises(OutputError, match=r"ended with 3 \(no display\)"):
        to_pdf("<p>")
