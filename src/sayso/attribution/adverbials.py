"""Attributions without a verb: 'according to X', 'in the words of X', 'by X's account'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end, finite_ahead, reporting
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import phrase_at, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import left
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import with_apposition


def adverbial_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each 'according to X' and its like; the content is the rest of its clause."""
    for sentence in page.sentences:
        for i in range(sentence.first, sentence.last):
            found = _cue_at(page, i, sentence.last)
            if found is None:
                yield from _by_account(page, i)
                yield from _so(page, i)
                yield from _follows(page, i)
                yield from _known_to(page, i)
                continue
            low, high = page.reach(i)
            if found[1] < high and page.norm[found[1]] in ("which", "whom"):
                yield from _relative(page, found, low, high)
                continue
            source = right(page, found[1], high)
            if source is None:
                continue
            source = _closed(page, source, high)
            if i <= low and source[1] >= high:
                # The rest is the clause: 'According to the police, nine people jumped from the roof.'
                comma = next((k for k in range(*source) if page.norm[k] == "," and page.quote_of[k] < 0), source[1])
                source = (source[0], comma) if comma > source[0] else source
            contents = _contents(page, i, source[1], low, high)
            if contents:
                yield Draft(cue=found, contents=contents, source=source, speaker=source, human=True)


def _cue_at(page: Page, i: int, high: int) -> Range | None:
    if page.norm[i] == "for" and i + 1 < high and page.norm[i + 1] == "whom" and page.norm[i - 1] == ",":
        return (i, i + 1)
    opens = i == page.sentence(i).first or page.norm[i - 1] == ","
    if page.norm[i] == "per" and opens and i + 1 < high and (page.tag[i + 1] == "PROPN" or page.norm[i + 1] == "the"):
        return (i, i + 1)
    length = phrase_at("according", page.norm, i)
    return (i, i + length) if length else None


def _relative(page: Page, cue: Range, low: int, high: int) -> Iterator[Draft]:
    """Read 'messages according to which ...' and 'the minister, for whom ...': the noun before is the source."""
    end = cue[0]
    if end - 1 > low and page.norm[end - 1] == ",":
        end -= 1
    source = left(page, end, low)
    at = cue[1] + 1
    if source is not None and at < high and finite_ahead(page, at, high) is not None:
        yield Draft(
            cue=cue,
            contents=[(at, content_end(page, at, high))],
            source=(cue[1], at),
            speaker=with_apposition(page, source, low),
        )


def _by_account(page: Page, i: int) -> Iterator[Draft]:
    """Read 'By the bank's own count, ...': the possessor is the source."""
    if page.norm[i] not in ("by", "in", "on", "from", "to"):
        return
    low, high = page.reach(i)
    for k in range(i + 2, min(high, i + 9)):
        if page.norm[k] in wordlist("accounts") and page.norm[i] in ("by", "in"):
            possessive = [
                j
                for j in range(i + 1, k)
                if page.norm[j] in ("'s", "’s") or (page.tag[j] == "PART" and page.norm[j] in ("'", "’"))
            ]
            own = page.norm[i + 1] in ("his", "her", "its", "their")
            if not possessive and not own:
                return
            if page.norm[i] == "in" and page.norm[k] not in (
                "words",
                "view",
                "opinion",
                "telling",
                "version",
                "account",
            ):
                return
            source = (i + 1, possessive[-1]) if possessive else (i + 1, i + 2)
            contents = _contents(page, i, k + 1, low, high)
            if contents:
                yield Draft(cue=(i, k + 1), contents=contents, source=source, speaker=source)
            return
        if page.tag[k] in ("VERB", "AUX", "ADP") or page.breaks(k):
            return


def _so(page: Page, i: int) -> Iterator[Draft]:
    """Read '..., so the police.': translated prose closes a statement this way."""
    if page.norm[i] not in ("so", "thus"):
        return
    low, high = page.reach(i)
    while high > i and page.norm[high - 1] in ("further", "again", "moreover", "verbatim"):
        high -= 1
    if i <= low + 2 or page.norm[i - 1] != "," or i + 1 >= high:
        return
    source = right(page, i + 1, high)
    if (
        source is not None
        and source[1] == high
        and page.tag[i + 1] in ("DET", "PROPN")
        and finite_ahead(page, low, i) is not None
    ):
        yield Draft(cue=(i, i + 1), contents=[(low, i - 1)], source=source, speaker=source, human=True)


def _follows(page: Page, i: int) -> Iterator[Draft]:
    """Read 'From the statement of the ministry it follows that ...'."""
    if page.norm[i] != "from":
        return
    low, high = page.reach(i)
    if i > low + 1 or i + 4 >= high:
        return
    source = right(page, i + 1, high)
    if source is None or source[1] + 3 >= high or page.norm[source[1]] != "it":
        return
    k = source[1] + 1
    if page.norm[k] in wordlist("following") and page.norm[k + 1] == "that":
        at = k + 2
        yield Draft(
            cue=(k, k + 1), contents=[(at, content_end(page, at, high))], source=source, speaker=source, human=True
        )


def _known_to(page: Page, i: int) -> Iterator[Draft]:
    """Read 'As became known to X from a source in the port, ...': who knows it passes on the source."""
    low, high = page.reach(i)
    if (
        i > low
        or page.norm[i] != "as"
        or page.norm[i + 1 : i + 4] not in (["became", "known", "to"], ["was", "reported", "to"])
    ):
        return
    knows = right(page, i + 4, high)
    if knows is None or knows[1] >= high:
        return
    end = next((k for k in range(knows[0], knows[1]) if page.norm[k] in ("from", "by", "at", "in", "on")), knows[1])
    origin = right(page, end + 1, high) if page.norm[end] in ("from", "by") else None
    comma = next((k for k in range(end, high) if page.norm[k] == ","), high)
    if comma + 1 >= high:
        return
    source = (origin[0], min(origin[1], comma)) if origin is not None else (knows[0], end)
    yield Draft(
        cue=(i, i + 4),
        contents=[(comma + 1, content_end(page, comma + 1, high))],
        source=source,
        speaker=source,
        relays=[(knows[0], end)] if origin is not None else [],
        human=True,
    )


def _closed(page: Page, source: Range, high: int) -> Range:
    end = source[1]
    while end > source[0] + 1 and page.norm[end - 1] == ",":
        end -= 1
    return (source[0], end)


def _contents(page: Page, at: int, after: int, low: int, high: int) -> list[Range]:
    """Return the clause around 'according to X': after it when it opens the sentence, before it, or both."""
    start = at
    while start > low and page.norm[start - 1] in (
        "always",
        "still",
        "also",
        "again",
        "and",
        "but",
        "meanwhile",
        "however",
    ):
        start -= 1
    front = start <= low or (start - 1 == low and page.norm[low] in ("but", "and", "yet"))
    if front:
        k = _comma_after(page, after, high)
        return [(k, content_end(page, k, high))] if k < high else []
    end = start
    while end > low and page.breaks(end - 1) and not page.mark[end - 1]:
        end -= 1
    first = low
    if end - 1 > low and page.norm[end - 1] in ("which", "who", "that"):
        first = end - 1
    for k in range(end - 1, first - 1, -1):
        if page.norm[k] in (";", ":") and k + 1 < end:
            first = k + 1
            break
    held = [(first, end)] if end > first else []
    if after < high and page.norm[after] == "," and after + 1 < high:
        k = after + 1
        if reporting(page, k, high) or (page.norm[k] in wordlist("carrying") and page.norm[k + 1 : k + 2] == ["by"]):
            pass
        elif page.norm[k] not in ("who", "which", "whose", "and", "but", "while"):
            held.append((k, content_end(page, k, high)))
        elif page.norm[k] in ("and", "but"):
            held.append((k + 1, content_end(page, k + 1, high)))
    elif after < high and start - 1 > low and page.norm[start - 1] in ("that",):
        held = [(after, content_end(page, after, high))]
    return [piece for piece in held if piece[1] > piece[0]]


def _comma_after(page: Page, after: int, high: int) -> int:
    for k in range(after, min(high, after + 40)):
        if page.norm[k] == ",":
            return k + 1
        if page.tag[k] in ("VERB", "AUX") and k > after:
            break
    return after
