"""Reports that hand on one agency's dispatch: 'This transmits the agency X', and whom X quoted in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.draft import Draft
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right
from sayso.model import Attribution

OPENERS = frozenset(["this", "so", "thus", "that"])
LATEST_START = 3
"""The sentence by which a report has named the agency that it follows."""
FEWEST = 2


def dispatch_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each 'This reports the agency X' and 'So informs X': the sentence before it is what the agency says."""
    for number in range(1, len(page.sentences)):
        here, before = page.sentences[number], page.sentences[number - 1]
        i, high = here.first, here.last
        if here.paragraph != before.paragraph or i + 2 >= high or page.norm[i] not in OPENERS:
            continue
        source = right(page, i + 2, high) if page.norm[i + 1] in wordlist("passing") else None
        if source is None or not any(page.tag[k] == "PROPN" for k in range(*source)):
            continue
        last = before.last
        while last > before.first + 1 and page.breaks(last - 1) and not page.mark[last - 1]:
            last -= 1
        comma = next((k for k in range(*source) if page.norm[k] == ","), source[1])
        speaker = (source[0], comma)
        yield Draft(cue=(i, i + 2), contents=[(before.first, last)], source=speaker, speaker=speaker, human=True)


def through_agency(page: Page, made: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those that stand between two of one agency's passed on by it too.

    That holds where a report names one agency by its third sentence and again later, so that it follows its dispatch. What it heard itself ('told this
    newspaper', 'our coast') and what another outlet passes on stays as it is.
    """
    agencies = {link.name for one in made for link in one.links if link.kind == "news agency"}
    if len(agencies) != 1:
        return list(made)
    (name,) = agencies
    through = [one for one in made if one.links and one.links[-1].name == name and not one.carried]
    if len(through) < FEWEST or _number(page, through[0]) > LATEST_START - 1:
        return list(made)
    first, last = _number(page, through[0]), max(_number(page, one) for one in through)
    link = next(link for link in through[0].links if link.name == name)
    return [replace(one, links=(*one.links, link)) if _quoted(page, one, first, last) else one for one in made]


def _quoted(page: Page, one: Attribution, first: int, last: int) -> bool:
    """Tell whether the agency quoted an attribution: it stands within its dispatch, names a voice, and passed through nobody else."""
    number = _number(page, one)
    if one.cue and one.cue[0].of(page.text) == ":":
        return False  # a turn of a transcript is no dispatch
    if not one.links or one.parent is not None or not first <= number <= last:
        return False
    if any(link.kind in ("news agency", "outlet") for link in one.links):
        return False
    sentence = page.sentences[number]
    words = page.norm[sentence.first : sentence.last]
    bare = [word for k, word in zip(range(sentence.first, sentence.last), words, strict=True) if page.quote_of[k] < 0]
    return not set(bare) & (
        wordlist("own_voice") - {"you", "your", "reader", "readers"}
    ) and "this newspaper" not in " ".join(bare)


def _number(page: Page, one: Attribution) -> int:
    """Return the number of the sentence in which an attribution's words or cue begin."""
    spans = one.cue or one.content
    return page.sentence_of[page.inside(spans[0])[0]]
