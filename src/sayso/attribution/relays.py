"""Who stands behind a speaker and who passed him on: 'citing X', 'quoted X as saying', 'carried by X', 'told X'."""

from __future__ import annotations

from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import phrase_at, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right


def link_relays(page: Page, drafts: list[Draft]) -> None:
    """Fill in origins and relays of drafts from the words around them in their sentence; drafts are changed in place."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.turn is None:
            by_sentence.setdefault(page.sentence_of[draft.cue[0]], []).append(draft)
    for number, sentence in enumerate(page.sentences):
        here = by_sentence.get(number, [])
        if not here:
            continue
        for i in range(sentence.first, sentence.last):
            _cited(page, i, sentence.last, here)
            _carried(page, i, sentence.first, sentence.last, here)
        _contacted(page, sentence.first, sentence.last, here)
        _spoken_on(page, sentence.first, sentence.last, here)
        _headed(page, sentence.first, sentence.last, here)
    for draft in drafts:
        _let_know(page, draft)
        _quoted_as_saying(page, draft)


def _cited(page: Page, i: int, high: int, here: list[Draft]) -> None:
    """Attach 'citing X' to the speaker it belongs to: the one before it, in whose interruption or behind whose words it stands."""
    end = i + phrase_at("citing", page.norm, i)
    if (
        end == i
        or end >= high
        or page.tag[i] == "NOUN"
        or (page.norm[i] == "referring" and i == page.sentence(i).first)
    ):
        return
    starts = i == page.sentence(i).first or page.norm[i - 1] in (",", "which", "who", "that", "(", "—", "–")
    if not starts and page.tag[i - 1] not in ("NOUN", "PROPN", "ADV", "CCONJ", "VERB"):
        return
    cited = _phrase(page, end, high)
    if cited is None or page.norm[cited[1] : cited[1] + 2] == ["as", "saying"]:
        return
    owner = _owner(page, i, cited, here)
    if owner is not None and cited not in owner.origins and owner.source != cited:
        owner.origins.append(cited)


def _phrase(page: Page, start: int, high: int) -> Range | None:
    found = right(page, start, high)
    if found is None:
        return None
    end = found[1]
    if page.norm[end - 1] == "," and end - 1 > found[0]:
        end -= 1
    return (found[0], end)


def _owner(page: Page, i: int, cited: Range, here: list[Draft]) -> Draft | None:
    around = [
        d
        for d in here
        if d.source is not None and d.source[0] <= i < max(d.source[1], d.cue[0], d.cue[1] if d.cue[0] > i else 0)
    ]
    if around:
        return min(around, key=lambda d: d.source[0] if d.source and d.source[0] > i else -(d.source or (0, 0))[0])
    before = [
        d for d in here if d.cue[1] <= i and d.speaker is not None and page.quote_of[d.cue[0]] == page.quote_of[i]
    ]
    if before:
        # The last speaker before it, but not one whose own words hold the mention deep inside.
        return max(before, key=lambda d: d.cue[0])
    after = [d for d in here if d.cue[0] > cited[1] - 1 and d.speaker is not None]
    return min(after, key=lambda d: d.cue[0]) if after and i == page.sentence(i).first else None


def _carried(page: Page, i: int, low: int, high: int, here: list[Draft]) -> None:
    """Read 'a statement carried by X' within or behind a source."""
    if page.norm[i] not in wordlist("carrying") or i + 2 >= high or page.norm[i + 1] not in ("by", "on", "in"):
        return
    carrier = _phrase(page, i + 2, high)
    if carrier is None:
        return
    for draft in here:
        near = draft.source is not None and draft.source[0] <= i <= draft.source[1] + 2
        behind = draft.cue[1] <= i and i - draft.cue[1] <= 12 and not any(a <= i < b for a, b in draft.contents)
        if (near or behind) and carrier not in draft.relays:
            draft.relays.append(carrier)
            return


def _contacted(page: Page, low: int, high: int, here: list[Draft]) -> None:
    """Read 'Contacted by X, the ministry ...': who asked is a relay."""
    if page.norm[low] in wordlist("contacting") and low + 2 < high and page.norm[low + 1] == "by":
        asker = _phrase(page, low + 2, high)
        if asker is not None:
            first = min(here, key=lambda d: d.cue[0])
            first.relays.append(asker)


def _spoken_on(page: Page, low: int, high: int, here: list[Draft]) -> None:
    """Read 'In an interview with X the mayor said', 'Speaking on X, he said', 'He went on X and said': an outlet spoken to is a relay."""
    for k in range(low, high - 2):
        if page.norm[k + 1] not in ("with", "to", "on") or page.norm[k] not in wordlist("talks") | wordlist(
            "appearing"
        ):
            continue
        outlet = next(
            (
                page.inside(m.head)
                for m in page.mentions_in(page.span(k + 2, min(high, k + 8)))
                if m.kind in ("outlet", "news agency") and page.inside(m.span)[0] == k + 2
            ),
            None,
        )
        later = [
            d for d in here if d.speaker is not None and d.cue[0] > k and page.quote_of[d.cue[0]] == page.quote_of[k]
        ]
        if outlet is not None and later:
            first = min(later, key=lambda d: d.cue[0])
            if not first.relays and first.speaker != outlet:
                first.relays.append(outlet)


def _let_know(page: Page, draft: Draft) -> None:
    """Read 'let it be known to X that ...', 'made known to X that ...': who was let know is a relay."""
    at = draft.cue[1]
    if page.norm[at - 1] == "known" and at + 1 < len(page.norm) and page.norm[at] == "to":
        told = right(page, at + 1, page.sentence(at).last)
        if told is not None and told not in draft.relays:
            draft.relays.append(told)


def _headed(page: Page, low: int, high: int, here: list[Draft]) -> None:
    """Read a heading without a verb of its own: 'The Globe, in which the mayor says ...', 'Reuters, with two men who say ...'."""
    while low + 2 < high and page.tag[low] == "NUM" and page.norm[low + 1] == ".":
        low += 2  # 'Four. The Globe, with two men who say ...'
    head = right(page, low, next((k for k in range(low, high) if page.norm[k] == ","), low))
    if head is None or head[1] >= high or page.norm[head[1]] != ",":
        return
    if not any(m.kind in ("outlet", "news agency") for m in page.mentions_in(page.span(*head))):
        return
    for k in range(head[1], high - 1):
        if page.tag[k] in ("VERB", "AUX"):
            return
        if page.norm[k : k + 2] == ["in", "which"] or page.norm[k] == "with":
            inner = [d for d in here if d.speaker is not None and d.speaker[0] > k]
            if inner and head not in inner[0].relays:
                inner[0].relays.append(head)
            return


def _quoted_as_saying(page: Page, draft: Draft) -> None:
    """Turn 'X quoted Y as saying ...' round: Y speaks, X passes it on."""
    if (
        draft.speaker is None
        or page.norm[draft.cue[1] - 1] not in ("quoted", "cited", "quotes", "cites", "quoting", "citing")
        or not draft.contents
    ):
        return
    first, last = draft.contents[0]
    for k in range(first, min(last - 1, first + 30)):
        if page.norm[k] == "as" and page.norm[k + 1] in ("saying", "telling", "stating", "having"):
            at = k + 2
            if at < last and page.norm[at] == "that":
                at += 1
            if k == first or at >= last:
                return
            draft.relays.insert(0, draft.speaker)
            draft.speaker = (first, k)
            draft.contents[0] = (at, last)
            return
