"""Where two attributions meet in one sentence: the first ends before the second speaker's clause."""

from __future__ import annotations

from sayso.attribution.draft import Draft
from sayso.attribution.page import Page

JOINS = frozenset(["and", "but", "while", "whereas", "although", "though", "yet"])


def part(page: Page, drafts: list[Draft]) -> None:
    """Cut contents that run into a clause joined to the reporting one, ; drafts are changed in place.

    'A said that x, but B said that y' gives B his own statement; 'A said x and warned y' gives A two.
    """
    for outer in drafts:
        for inner in drafts:
            if (
                inner is outer
                or inner.source is None
                or outer.source is None
                or inner.turn is not None
                or outer.turn is not None
            ):
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
    for draft in drafts:
        for before in drafts:
            if (
                before is not draft
                and before.relays
                and not draft.relays
                and page.norm[draft.cue[0]].endswith("ing")
                and before.speaker == draft.speaker
                and before.cue[0] < draft.cue[0]
                and page.sentence_of[before.cue[0]] == page.sentence_of[draft.cue[0]]
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
