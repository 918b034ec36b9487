"""What the encoder reads as attributions, settled with what the constructions of the text tell.

The encoder sees whole attributions, also those that no list of verbs foresees, and where a content begins and ends; constructions tell who is meant by a relative
pronoun, which stance a verb takes, who is cited behind the speaker. Each cue is settled once, by both.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribution.closings import calls_untrue
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import noun_cues, verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import is_relative, left
from sayso.attribution.pronouns import FIRST
from sayso.model import Speech, Stance

SURE = 0.5
"""From this chance on the encoder's word for a cue is taken without a construction that speaks for it."""
STATED = 0.93
"""From this chance on it is taken for a statement, if it says something and somebody is named for it."""
CERTAIN = 0.9
"""From this chance on it also tells where a content ends."""
CALLING = frozenset(["called", "calls", "branded", "brands", "labelled", "labeled", "termed"])
COUPLED = frozenset(["that", "as", "to", "of", ":", ","])


def settled(page: Page, drafts: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return the drafts with what the encoder hears at their cues and with the statements that only it hears; and apart, what else it hears."""
    speeches = page.analysis.speeches
    by_token: dict[int, Speech] = {}
    for speech in speeches:
        for i in range(*speech.cue):
            by_token[i] = speech
    used: set[Range] = set()
    kept: list[Draft] = []
    asides: list[Draft] = []
    for draft in drafts:
        held = _of(page, draft, by_token)
        if held is not None:
            used.add(held.cue)
            _take(page, draft, held, drafts)
        elif _idle(page, draft, drafts):
            continue
        kept.append(draft)
    for speech in sorted(speeches, key=lambda s: (-s.likely, s.cue)):
        if speech.cue not in used and speech.likely >= SURE:
            made = _draft(page, speech)
            if made is not None:
                stated = speech.likely >= STATED or _unclaimed(page, made, kept)
                (kept if made.sourced and stated else asides).append(made)
    return kept, asides


def _unclaimed(page: Page, made: Draft, kept: list[Draft]) -> bool:
    """Tell whether a draft reports whole sentences in quotation marks that no other draft has."""
    for first, last in made.contents:
        opens = page.quote_of[first] >= 0 and page.sentence(first).first in (first, first - 1)
        if opens and not any(a <= first + 1 and last - 1 <= b for d in kept for a, b in d.contents):
            return True
    return False


def _idle(page: Page, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a draft that is not heard may go: a thought or a wish that nobody passes on, or a speaker's 'I think'."""
    if draft.source is None or draft.sourced or draft.stance == "non-answer" or draft.turn is not None:
        return False
    return not any(d is not draft and _holds(d, draft) for d in drafts) or page.norm[draft.source[0]] in FIRST


def _of(page: Page, draft: Draft, by_token: dict[int, Speech]) -> Speech | None:
    """Return the speech of a draft: the likeliest of those whose cue shares a word with it."""
    held = {id(s): s for i in range(*draft.cue) if (s := by_token.get(i)) is not None}
    return max(held.values(), key=lambda s: s.likely, default=None)


def _take(page: Page, draft: Draft, speech: Speech, drafts: list[Draft]) -> None:
    """Note what is heard at the cue of a draft; where its content begins as that of the construction does, it also says where it ends."""
    draft.heard = speech.source
    contents = trimmed(page, speech.content)
    sure = draft.turn is None and draft.stance != "non-answer" and speech.likely >= CERTAIN
    if sure and len(contents) == len(draft.contents) == 1 and contents[0][0] == draft.contents[0][0]:
        apart = [part for part in (draft.cue, draft.source) if part is not None]
        end = contents[0][1]
        clear = not any(part[0] < end and contents[0][0] < part[1] for part in apart)
        reach = (contents[0][0], max(end, draft.contents[0][1]))
        if clear and _cuts(page, end) and not _passes_on(draft, reach, drafts):
            draft.contents = contents


def _holds(outer: Draft, inner: Draft) -> bool:
    """Tell whether the cue of one draft stands in what another one reports."""
    return any(a <= inner.cue[0] < b for a, b in outer.contents)


def _passes_on(draft: Draft, reach: Range, drafts: list[Draft]) -> bool:
    """Tell whether somebody else's saying is reported in the words `reach` of a draft: then both go as far as the constructions say."""
    return any(other is not draft and reach[0] <= other.cue[0] < reach[1] for other in drafts)


def _cuts(page: Page, at: int) -> bool:
    """Tell whether a content may end before the token `at`: at a mark, a joining word, or the end of the sentence."""
    return (
        at >= len(page.norm)
        or page.sentence_of[at] != page.sentence_of[at - 1]
        or page.breaks(at)
        or page.tag[at] == "CCONJ"
    )


def shown_source(page: Page, draft: Draft) -> Range:
    """Return the words of the source as shown: those the encoder hears, where they hold those of the construction and more."""
    assert draft.source is not None
    first, last = draft.source
    for start, end in draft.heard:
        while end > start and page.breaks(end - 1) and page.norm[end - 1] not in (")", "]"):
            end -= 1
        if start <= first and last <= end:
            return start, end
    return draft.source


def _draft(page: Page, speech: Speech) -> Draft | None:
    contents = trimmed(page, speech.content)
    if not contents:
        return None
    stance, attitude = stance_of(page, speech.cue)
    if page.norm[speech.cue[0]] in CALLING and calls_untrue(page, contents[-1]):
        stance = "deny"
    source, speaker = _who(page, speech.source[0]) if speech.source else (None, None)
    return Draft(
        heard=speech.source,
        cue=speech.cue,
        contents=contents,
        source=source,
        speaker=speaker,
        stance=stance,
        sourced=source is not None and not attitude and _states(page, contents) and not _acts(page, speech.cue),
    )


def _acts(page: Page, cue: Range) -> bool:
    """Tell whether a cue that no construction knows is a deed or a seeming, and no statement: 'passed a bill to', 'seems'."""
    return any(page.norm[i] in wordlist("deeds") for i in range(*cue))


def _states(page: Page, contents: Iterable[Range]) -> bool:
    """Tell whether contents say something: words in quotation marks, or a finite verb."""
    return any(page.quote_of[i] >= 0 or page.tag[i] in ("VERB", "AUX") for a, b in contents for i in range(a, b))


def _who(page: Page, source: Range) -> tuple[Range, Range]:
    """Return the words shown as source and the phrase to resolve: the antecedent of a relative pronoun."""
    first, last = source
    if last - first == 1 and is_relative(page, first):
        low = page.sentence(first).first
        end = first - 1 if first - 1 > low and page.norm[first - 1] == "," else first
        before = left(page, end, low, held=page.norm[first] in ("who", "whom"))
        if before is not None:
            return source, before
    return source, source


def trimmed(page: Page, contents: Iterable[Range]) -> list[Range]:
    """Return contents without the words that only couple them to the cue, and without marks that are no quotation's."""
    found = []
    for first, last in contents:
        while first < last and page.norm[first] in COUPLED and page.quote_of[first] < 0:
            first += 1
        while (
            last > first and page.breaks(last - 1) and not page.mark[last - 1] and page.norm[last - 1] not in (")", "]")
        ):
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def stance_of(page: Page, cue: Range) -> tuple[Stance, bool]:
    """Return the stance of a cue and whether it is an attitude: of the verb with its particle ('made known'), else of its last word that the lexicon knows."""
    for i in range(*cue):
        for verb, _ in verbs().get(page.norm[i], ()):
            if verb.particle and tuple(page.norm[i + 1 : i + 1 + len(verb.particle)]) == verb.particle:
                return verb.stance, verb.attitude
    for i in range(cue[1] - 1, cue[0] - 1, -1):
        norm = page.norm[i]
        for verb, _ in verbs().get(norm, ()):
            if not verb.particle:
                return verb.stance, verb.attitude
        if norm in noun_cues():
            return noun_cues()[norm], False
    negated = any(page.norm[i] in wordlist("negators") for i in range(*cue))
    return "say", negated
