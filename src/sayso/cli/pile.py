"""Where the bundled example pile lies: in the installed package, or in the folder of the source."""

from __future__ import annotations

from pathlib import Path

import sayso
from sayso.errors import ResourceError


def example() -> Path:
    """Return the folder of the bundled reports. Raises ResourceError when it is missing."""
    package = Path(sayso.__file__).resolve().parent
    for home in (package / "examples", package.parent.parent / "examples"):
        if home.is_dir():
            piles = [entry for entry in sorted(home.iterdir()) if entry.is_dir() and any(entry.glob("**/*.txt"))]
            for pile in piles:
                reports = pile / "reports"
                return reports if reports.is_dir() else pile
    raise ResourceError(
        "the bundled example is missing; install sayso again, or analyse reports of your own: sayso analyse PATH"
    )
