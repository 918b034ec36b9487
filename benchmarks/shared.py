"""Where the gold cases and corpora lie: beside the project, or where SAYSO_SHARED says. Nothing of them is kept here."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ABSENT = "the gold cases and corpora are not here: lay them beside the project as 'shared', or name their folder in SAYSO_SHARED"


def shared() -> Path | None:
    """Return the folder of gold cases and corpora, None when there is none."""
    named = os.environ.get("SAYSO_SHARED")
    folder = Path(named) if named else PROJECT.parent / "shared"
    return folder if (folder / "cases" / "score.py").is_file() else None


def corpus(name: str) -> Path | None:
    """Return the folder of one corpus, None when it is not here."""
    home = shared()
    return home / "corpora" / name if home and (home / "corpora" / name).is_dir() else None
