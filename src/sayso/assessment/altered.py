"""Quotations that were altered or cut on their way: the same speaker's words in other words, or without what turned them round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from sayso.assessment.lexicon import pattern
from sayso.assessment.pile import Pile
from sayso.assessment.quotations import Quoted
from sayso.model import Span

SAME = 97.0
"""From this share of equal letters on (0-100) two quotations differ in print only."""
_ONE_UTTERANCE = 70.0
"""From here on two quotations of one speaker in different reports are one utterance."""
_FEWEST = 5
"""Words that an altered quotation must have: shorter ones may be two sayings."""
_ELISION = re.compile(r"\s*(?:\[\s*)?(?:\.\s?\.\s?\.|…)(?:\s*\])?\s*")
_CUT_OUT = 300
"""Characters between two pieces of a cut quotation that may have been left out."""


@dataclass(frozen=True, slots=True)
class Altered:
    """Two places of one utterance: `mine` and `theirs` with the words printed there; `lost` is what was cut out between, None where words were changed."""

    mine: tuple[str, Span]
    theirs: tuple[str, Span]
    before: str
    after: str
    lost: str | None = None


def changed(a: Quoted, b: Quoted, least: float) -> bool:
    """Tell whether two quotations are one utterance with its words changed: alike, neither the same nor a part of the other."""
    if a.bare in b.bare or b.bare in a.bare:
        return False
    return least <= fuzz.ratio(a.bare, b.bare) < SAME


def reworded(pile: Pile, order: Sequence[str]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield pairs of quotations of different reports that are one utterance in changed words, the earlier report of `order` first.

    A report that also has the other's exact words has not changed them.
    """
    exact = {report: {q.bare for q in pile.quotations.of(report)} for report in order}
    for a, b in pile.quotations.repeated(order, _ONE_UTTERANCE):
        long = min(len(a.bare.split()), len(b.bare.split())) >= _FEWEST
        if long and changed(a, b, _ONE_UTTERANCE) and a.bare not in exact[b.report] and b.bare not in exact[a.report]:
            yield a, b


def cut(pile: Pile) -> Iterator[Altered]:
    """Yield the quotations with an elision whose pieces stand in another report with a negation or reservation between them that was left out."""
    for report in sorted(pile.reports):
        for quoted in pile.quotations.of(report):
            pieces = [piece for piece in _ELISION.split(quoted.words.strip("\"“”'‘’ ,.")) if piece.strip()]
            if len(pieces) < 2 or max(len(piece.split()) for piece in pieces) < 2:
                continue
            for other in sorted(pile.reports):
                found = _whole(pile.reports[other].text, pieces) if other != report else None
                if found is not None:
                    whole, lost = found
                    yield Altered(
                        (report, quoted.quote.span),
                        (other, whole),
                        whole.of(pile.reports[other].text),
                        quoted.words,
                        lost,
                    )


def _whole(text: str, pieces: Sequence[str]) -> tuple[Span, str] | None:
    """Return where the pieces stand one behind the other in a text, and the words between them, where those turn the sense round."""
    between = rf"(.{{0,{_CUT_OUT}}}?)"
    whole = between.join(r"\W+".join(re.escape(word) for word in re.findall(r"\w+", piece)) for piece in pieces)
    for hit in re.finditer(rf"\b{whole}\b", text, re.IGNORECASE):
        lost = " … ".join(group.strip() for group in hit.groups())
        if pattern("turning", "drift").search(lost):
            return Span(hit.start(), hit.end()), lost
    return None
