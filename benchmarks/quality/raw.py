"""Plain text through the language floor of the tool, as it stands."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import Analysis, Report


def reported(name: str, text: str) -> Report:
    """Return a text as a report, all of it body."""
    from sayso.model import Report, Span

    return Report(id=name, file=name, text=text, body=Span(0, len(text)), sha256_file="", sha256_text="")


@cache
def analysed(name: str, text: str) -> Analysis:
    """Return what the language floor finds in a text; all of it is body."""
    from sayso.language import analyse

    return analyse(reported(name, text))
