"""Offices told beside a name: 'the governor of the Bank of X, Mrs Y', 'X's chief executive, Y', 'Y, who heads X'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.attribution.merging import BODIES
from sayso.model import Analysis, Mention, Report
from sayso.resources import tree

_REACH = 70  # characters between a name and its body
_BEFORE = re.compile(r"^(?:['’]s)?,?\s*(?:[\w.-]+\s+){0,4}$")
_HEADS = ("heads", "leads", "runs", "edits", "chairs", "directs", "commands", "manages", "oversees")
_WHO_HEADS = re.compile(rf"^,?\s*who\s+(?:\w+\s+)?(?:{'|'.join(_HEADS)})\s+((?:[\w’'-]+\s*){{1,6}})", re.IGNORECASE)
"""'who heads the coast guard district': whom somebody heads, in words."""
_OF = re.compile(r"^\s+(?:of|for|at|from)\s+(?:the\s+)?$")
_OWNED = re.compile(r"^(?:the\s+)?(its|their|([\w-]+)['’]s)\s+(.+)$", re.IGNORECASE)
_FAR = 600  # characters back from 'its director' to its body
_AFTER = re.compile(r"^,?\s*(?:who\s+)?(?:[\w’'-]+\s+){0,5}(?:of|at|for|in|heads?|leads?|runs?|edits?)\s+(?:the\s+)?$")


_BUSINESS = re.compile(
    r"(?:the\s+)?(?:chief executive(?: officer)?|ceo|managing director|chairman|chairwoman)", re.IGNORECASE
)
_CARRIERS = ("news agency", "outlet")
_FIRMS = ("company", "firm", "operator", "group", "shipowner", "airline", "carrier", "manufacturer")


def _office_in(words: str) -> str | None:
    offices = set(tree("names")["offices"])
    return next(
        (w for w in re.findall(r"[a-z]+", words.lower()) if w in offices or w in _HEADS),
        None,
    )


def _same_person(text: str, person: Mention, described: Mention) -> bool:
    """Tell whether a description stands in apposition to a name: nothing but a comma or a form of address between them."""
    first, second = sorted((person.span, described.span))
    between = text[first.end : second.start] if first.end <= second.start else "x"
    return bool(re.fullmatch(r",?\s*|\s*,\s*(?:the|an?|its|their)\s+", between))


def _owner(text: str, bodies: list[Mention], person: Mention) -> tuple[str, Mention] | None:
    """Return the office in 'its director' or "the authority's director" with the body that the first word means: the nearest one before that it fits.

    'The authority' is a body called so; 'the company' may be any; 'its' is the nearest body of the same or the last sentence.
    """
    owned = _OWNED.match(person.title or "")
    if owned is None:
        return None
    noun = (owned[2] or "").lower()
    before = [b for b in bodies if b.span.end <= person.span.start and person.span.start - b.span.end <= _FAR]
    if noun:
        fitting = [b for b in before if b.head.of(text)[:1].isupper() and _called(b, noun)]
    else:
        fitting = [
            b for b in before if not re.search(r"[.!?][\"”’]?\s.*[.!?][\"”’]?\s", text[b.span.end : person.span.start])
        ]
        fitting = [b for b in fitting if b.kind not in _CARRIERS]
    return (owned[3], fitting[-1]) if fitting else None


def _led(text: str, bodies: list[Mention], person: Mention) -> Mention | None:
    """Return the company that a bare 'chief executive Y' leads: the nearest one before, in the last sentences of the paragraph."""
    if not person.title or not _BUSINESS.fullmatch(person.title):
        return None
    before = [b for b in bodies if b.span.end <= person.span.start and person.span.start - b.span.end <= _FAR]
    near = [b for b in before if b.kind not in _CARRIERS and "\n\n" not in text[b.span.end : person.span.start]]
    return near[-1] if near and near[-1].kind == "company" and near[-1].head.of(text)[:1].isupper() else None


def _called(body: Mention, noun: str) -> bool:
    return noun in body.name.lower().split() or (body.kind == "company" and noun in _FIRMS)


def offices(report: Report, analysis: Analysis) -> Iterator[tuple[Mention, str]]:
    """Yield person mentions with an office spelt out together with its body ('governor of Bank of X')."""
    text = report.text
    everywhere = [m for m in analysis.mentions if m.kind in BODIES]
    starts = [mention.span.start for mention in analysis.mentions]
    for sentence in analysis.sentences:
        within = slice(bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end))
        here = [m for m in analysis.mentions[within] if sentence.span.contains(m.span)]
        bodies = [m for m in here if m.kind in BODIES]
        for person in (m for m in here if m.kind == "person"):
            for other in here:
                if other.kind == "nameless person" and _same_person(text, person, other):
                    yield person, other.span.of(text)
            owner = _owner(text, everywhere, person)
            if owner is not None:
                yield person, f"{owner[0]} of {owner[1].name}"
            led = _led(text, everywhere, person)
            if led is not None:
                yield person, f"{person.title} of {led.name}"
            heads = _WHO_HEADS.match(text[person.span.end : sentence.span.end])
            if heads is not None:
                yield person, f"head of {heads[1].strip()}"
            for body in bodies:
                if body.span.end <= person.head.start <= body.span.end + _REACH:
                    between = text[body.span.end : person.head.start]
                    ahead = text[max(sentence.span.start, body.span.start - 30) : body.span.start]
                    of_body = re.search(r"([\w-]+)\s+(?:of|for|at)\s+(?:the\s+)?$", ahead)
                    office = _office_in(between) or (_office_in(of_body[1]) if of_body else None)
                    if (
                        _BEFORE.match(between)
                        and office
                        and ("’s" in between or "'s" in between or of_body or between.count(",") == 0)
                    ):
                        yield person, f"{office} of {body.name}"
                elif person.span.end <= body.span.start <= person.span.end + _REACH:
                    between = text[person.span.end : body.span.start]
                    office = _office_in(between)
                    if _AFTER.match(between) and office:
                        yield person, f"head of {body.name}" if office in _HEADS else f"{office} of {body.name}"
                    elif person.title and _OF.match(between) and _office_in(person.title):
                        yield person, f"{person.title} of {body.name}"
