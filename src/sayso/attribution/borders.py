"""Where two attributions meet in one sentence: the first ends before the second speaker's clause."""

from __future__ import annotations

from sayso.attribution.draft import Draft, Range
from sayso.attribution.page import Page

JOINS = frozenset(["and", "but", "while", "whereas", "although", "though", "yet"])

STRETCH = 64
"""How many tokens the stretches have by which drafts are looked up."""


def part(page: Page, drafts: list[Draft]) -> None:
    """Cut contents that run into a clause joined to the reporting one, ; drafts are changed in place.

    'A said that x, but B said that y' gives B his own statement; 'A said x and warned y' gives A two.
    """
    near = _Near(drafts)
    for outer in drafts:
        if outer.source is None or outer.turn is not None:
            continue
        for inner in near.to(outer.contents):
            if inner is outer or inner.source is None:
                continue
            if page.quote_of[inner.cue[0]] != page.quote_of[outer.cue[0]]:
                continue
            for number, (first, last) in enumerate(outer.contents):
                if inner.source[0] > first and _closes(page, outer, inner, last):
                    outer.contents[number] = (first, min(inner.source[0], inner.cue[0]) - 1)
                elif first < inner.cue[0] < last and outer.cue[0] < first:
                    cut = _cut(page, outer, inner, first)
                    if cut is not None and cut > first:
                        outer.contents[number] = (first, cut)


class _Near:
    """The drafts with a source that are no turns, looked up by where they stand: a report may have thousands."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._at: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            if draft.source is not None and draft.turn is None:
                places = draft.source[0], draft.cue[0]
                for stretch in range(min(places) // STRETCH, max(places) // STRETCH + 1):
                    self._at.setdefault(stretch, []).append(number)

    def to(self, ranges: list[Range]) -> list[Draft]:
        """Return those that begin near `ranges` or in them, in their order."""
        stretches = {stretch for a, b in ranges for stretch in range(a // STRETCH, b // STRETCH + 1)}
        numbers = {number for stretch in stretches for number in self._at.get(stretch, ())}
        return [self._drafts[number] for number in sorted(numbers)]


def _closes(page: Page, outer: Draft, inner: Draft, last: int) -> bool:
    """Tell whether `inner` is '..., X notes' at the end of what `outer` was taken to report, and itself holds `outer`."""
    assert inner.source is not None
    begins = min(inner.source[0], inner.cue[0])
    return (
        inner.contents[-1][1] <= begins < last
        and page.norm[begins - 1] == ","
        and any(a <= outer.cue[0] < b for a, b in inner.contents)
    )


def part_relays(drafts: list[Draft], page: Page) -> None:
    """Pass the outlets told on to participles of the same speaker ('told X that ..., adding that ...')."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(page.sentence_of[draft.cue[0]], []).append(draft)
    for draft in drafts:
        if draft.relays or not page.norm[draft.cue[0]].endswith("ing"):
            continue
        for before in by_sentence[page.sentence_of[draft.cue[0]]]:
            if (
                before is not draft
                and before.relays
                and not draft.relays
                and before.speaker == draft.speaker
                and before.cue[0] < draft.cue[0]
            ):
                draft.relays = list(before.relays)


def complete_quotes(page: Page, drafts: list[Draft]) -> None:
    """Let a content that ends inside a quotation run to the quotation's end, over as many sentences as it takes."""
    for draft in drafts:
        if not draft.contents or draft.carried or draft.turn is not None:
            continue
        first, last = draft.contents[-1]
        number = page.quote_of[last - 1] if last > first else -1
        if number >= 0 and page.quote_of[draft.cue[0]] != number:
            end = page.inside(page.quotes[number].outer)[1]
            if end > last and not draft.cue[0] < end <= draft.cue[1]:
                draft.contents[-1] = (first, end)


def _cut(page: Page, outer: Draft, inner: Draft, first: int) -> int | None:
    assert inner.source is not None
    if inner.source == outer.source and inner.cue[0] > first:
        k = inner.cue[0] - 1
        if page.norm[k] in ("and", "but", "then"):
            return k - 1 if page.norm[k - 1] == "," else k
        return None
    at = inner.source[0] - 1
    if at <= first or not inner.sourced or not outer.sourced:
        return None
    if page.norm[at] in JOINS and page.norm[at - 1] in (",", ";", "—", "–"):
        return at - 1 if _past(page, inner) == _past(page, outer) else None
    return None


def _past(page: Page, draft: Draft) -> bool:
    return any("past" in page.verb_forms(k) for k in range(*draft.cue)) or any(
        page.norm[k] == "had" for k in range(*draft.cue)
    )
