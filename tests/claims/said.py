"""One line from a text to its claims."""

from __future__ import annotations

from sayso.attribution import attribute
from sayso.claims import claims_of
from sayso.language import analyse
from sayso.model import Claim
from tests.build import report


def claims(text: str, **fields: object) -> tuple[Claim, ...]:
    """The claims of a report with this text."""
    given = report(text, **fields)  # type: ignore[arg-type]
    analysis = analyse(given)
    return claims_of(given, analysis, attribute(given, analysis))


def exacts(text: str) -> list[str]:
    """The exact words of the claims of a text."""
    return [claim.exact for claim in claims(text)]


def only(text: str, words: str) -> Claim:
    """The one claim of a text that holds `words`."""
    (found,) = (claim for claim in claims(text) if words in claim.exact)
    return found
