"""Short forms for tests: attributions of a text as words."""

from __future__ import annotations

from sayso.attribution import attribute, chain_of
from sayso.language import analyse
from sayso.model import Attribution
from tests.build import report


def attributions(text: str, **fields: object) -> tuple[Attribution, ...]:
    """The attributions of a text that is a whole report."""
    made = report(text, **fields)
    return attribute(made, analyse(made))


def told(text: str, **fields: object) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, in words; several spans are joined by ' / '."""
    return [
        (_words(text, one.source), _words(text, one.cue), _words(text, one.content))
        for one in attributions(text, **fields)
    ]


def chain(text: str, words: str, **fields: object) -> list[str]:
    """The chain of the innermost attribution whose content holds `words`."""
    found = attributions(text, **fields)
    at = text.index(words)
    holding = [
        (min(len(s) for s in one.content if s.start <= at < s.end), i)
        for i, one in enumerate(found)
        if not one.aside and any(s.start <= at and at + len(words) <= s.end for s in one.content)
    ]
    return [link.name for link in chain_of(found, min(holding)[1])] if holding else []


def _words(text: str, spans: tuple) -> str:  # type: ignore[type-arg]
    return " / ".join(s.of(text) for s in spans)
