"""Piles of invented reports for testing derivation, and the edges found in them."""

from __future__ import annotations

from sayso.attribution import attribute
from sayso.derivation import derive
from sayso.derivation.words import Text
from sayso.language import analyse
from sayso.model import Derivation, Report, Stemma
from tests.build import report

WEAVERS = """\
The weavers of Ostrava Bridge walked out on Monday after a loom crushed the hand of a girl of fifteen.

Foreman Josip Arn had told the owners in spring that the guard on number nine was missing, according to a letter that
hangs in the canteen. Nobody mended it. "We tied a rope across and prayed," he said.

By noon the yard was so full that the tram could not turn, and the driver sat on his step and played the mouth organ.
The owners, a family named Teleki, have run the mill since 1888 and have never met a delegation.

A doctor at the Sisters' infirmary said the girl might keep two fingers.
"""
"""A report with odd details that no second reporter would hit upon."""

REWRITTEN = """\
Weavers at Ostrava Bridge have downed tools. A loom crushed the hand of a girl of fifteen, and it could have been avoided.

The guard on number nine had been missing since spring and nobody mended it, though the owners were warned in a letter
that still hangs in the canteen. They tied a rope across and prayed.

So full was the yard by noon that the tram could not turn. Its driver sat on his step and played the mouth organ.
The Teleki family has run the mill since 1888 and never met a delegation. The girl will keep two fingers.
"""
"""The same, made from `WEAVERS` without a word of credit; a hedge is lost."""

OWN_EYES = """\
A strike has closed the cloth works at Ostrava Bridge, where some four hundred people stood at the gates on Monday.

The dispute began with an accident on Friday, when a young worker was hurt by a machine. Union secretary Vilma Hass
told reporters that talks would start "when somebody upstairs finds the courage to come down".

Police counted no incidents. The company, which makes sailcloth for the navy, said that it would look into the matter.
The mayor has offered the town hall for a meeting on Wednesday. Rain is expected.
"""
"""An honest second report about the same affair."""


def read(*reports: Report) -> Stemma:
    """Derive the stemma of a pile, all floors below included."""
    analyses = [analyse(one) for one in reports]
    return derive(reports, analyses, [attribute(one, a) for one, a in zip(reports, analyses, strict=True)])


def analysed(one: Report, number: int) -> Text:
    """One report as derivation reads it, without attributions."""
    return Text.of(number, one, analyse(one), ())


def pile(**texts: str | tuple[str, dict[str, object]]) -> list[Report]:
    """Reports by id; a tuple gives fields too (outlet, published)."""
    return [report(t, id) if isinstance(t, str) else report(t[0], id, **t[1]) for id, t in texts.items()]


def edges(stemma: Stemma) -> dict[tuple[str, str], Derivation]:
    """The derivations by child and parent."""
    return {(edge.child, edge.parent): edge for edge in stemma.derivations}


def text_edges(stemma: Stemma) -> set[tuple[str, str]]:
    """Child and parent of all edges that are more than a citation."""
    return {(edge.child, edge.parent) for edge in stemma.derivations if edge.basis != "citation"}
