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
_AFTER = re.compile(r"^,?\s*(?:who\s+)?(?:[\w’'-]+\s+){0,5}(?:of|at|for|in|heads?|leads?|runs?|edits?)\s+(?:the\s+)?$")


def _office_in(words: str) -> str | None:
    offices = set(tree("names")["offices"])
    return next(
        (w for w in re.findall(r"[a-z]+", words.lower()) if w in offices or w in ("heads", "leads", "runs", "edits")),
        None,
    )


def _same_person(text: str, person: Mention, described: Mention) -> bool:
    """Tell whether a description stands in apposition to a name: nothing but a comma or a form of address between them."""
    first, second = sorted((person.span, described.span))
    between = text[first.end : second.start] if first.end <= second.start else "x"
    return bool(re.fullmatch(r",?\s*|\s*,\s*(?:the|an?|its|their)\s+", between))


def offices(report: Report, analysis: Analysis) -> Iterator[tuple[Mention, str]]:
    """Yield person mentions with an office spelt out together with its body ('governor of Bank of X')."""
    text = report.text
    starts = [mention.span.start for mention in analysis.mentions]
    for sentence in analysis.sentences:
        within = slice(bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end))
        here = [m for m in analysis.mentions[within] if sentence.span.contains(m.span)]
        bodies = [m for m in here if m.kind in BODIES]
        for person in (m for m in here if m.kind == "person"):
            for other in here:
                if other.kind == "nameless person" and _same_person(text, person, other):
                    yield person, other.span.of(text)
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
                        yield person, f"head of {body.name}" if office.endswith("s") else f"{office} of {body.name}"
