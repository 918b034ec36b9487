"""The same voice goes on: sentences without an attribution of their own behind one that has it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.attribution.draft import Draft
from sayso.attribution.figures import is_name, role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.own import is_own
from sayso.attribution.page import Page
from sayso.model import Sentence

LONGEST_RUN = 3


def carried_drafts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return a carried draft for each sentence that goes on in the voice of the one before, within the paragraph.

    A sentence is the report's own when it judges ('This marks ...'), asks, speaks of itself or the reader, starts anew ('Meanwhile'), tells of
    the speaker himself, or stands behind a non-answer, a thought or a hidden source.
    """
    touching = _touching(page, drafts)
    found: list[Draft] = []
    voice: Draft | None = None
    run = 0
    for number, sentence in enumerate(page.sentences):
        if number == 0 or sentence.paragraph != page.sentences[number - 1].paragraph:
            voice, run = None, 0
        here = touching.get(number, [])
        if any(d.turn is not None for d in here):
            voice = None
            continue
        telling = [d for d in here if d.sourced or d.stance == "non-answer"]
        if telling:
            voice, run = _voice(page, telling, sentence), 0
            continue
        if voice is None or run >= LONGEST_RUN or not _goes_on(page, sentence, voice):
            voice = None
            continue
        last = sentence.last
        while last > sentence.first + 1 and page.breaks(last - 1):
            last -= 1
        found.append(
            Draft(
                cue=(sentence.first, sentence.first + 1),
                contents=[(sentence.first, last)],
                source=voice.source,
                speaker=voice.speaker,
                stance=voice.stance,
                carried=True,
                heir=voice,
            )
        )
        run += 1
    return found


def _touching(page: Page, drafts: list[Draft]) -> dict[int, list[Draft]]:
    """Return, by the number of a sentence, the drafts whose cue begins in it or whose content reaches into it."""
    firsts = [sentence.first for sentence in page.sentences]
    lasts = [sentence.last for sentence in page.sentences]
    touching: dict[int, list[Draft]] = {}
    for draft in drafts:
        numbers: set[int] = set()
        for a, b in ((draft.cue[0], draft.cue[0] + 1), *draft.contents):
            numbers.update(range(bisect_right(lasts, a), bisect_left(firsts, b)))
        for number in sorted(numbers):
            touching.setdefault(number, []).append(draft)
    return touching


def _voice(page: Page, here: list[Draft], sentence: Sentence) -> Draft | None:
    """Return the outermost speaker of a sentence's last statement, None when nobody goes on speaking."""
    outer = [d for d in here if not any(o is not d and any(a <= d.cue[0] < b for a, b in o.contents) for o in here)]
    last = max(outer, key=lambda d: d.cue, default=None)
    if (
        last is None
        or last.speaker is None
        or not last.sourced
        or last.own
        or last.stance in ("non-answer", "think", "order", "retract", "deny")
    ):
        return None
    if page.norm[last.cue[0]] in ("by", "in") and page.norm[last.cue[1] - 1] in wordlist("accounts"):
        return None  # 'by the bank's count' vouches for its number alone
    if last.cue[1] <= last.contents[0][0] and _points_back(page, last):
        return None  # 'the mayor and the police agree on that'
    if page.quote_at(last.cue[0]) is not None or any("third" in page.verb_forms(k) for k in range(*last.cue)):
        return None
    # What a subordinate clause reports does not set the paragraph's voice: '..., as the Gazette revealed'.
    opens = min(last.cue[0], (last.source or last.cue)[0])
    if opens > sentence.first and page.norm[opens - 1] == "as":
        return None
    return last if last.stance != "suggest" else None


def _points_back(page: Page, draft: Draft) -> bool:
    """Tell whether all that is said is a word for what stands before it: 'that', 'so', 'the same'."""
    words = [page.norm[k] for first, last in draft.contents for k in range(first, last) if not page.breaks(k)]
    return bool(words) and set(words) <= {
        "it",
        "that",
        "this",
        "so",
        "the",
        "same",
        "them",
        "these",
        "those",
        "on",
        "with",
    }


def _new_actor(page: Page, sentence: Sentence, voice: Draft) -> bool:
    """Tell whether the sentence speaks of the report's own outlet, or its subject is a name that the voice has not used."""
    said = {w for a, b in [*voice.contents, voice.source or (0, 0)] for w in page.norm[a:b]}
    verb = next((k for k in range(sentence.first, sentence.last) if page.tag[k] in ("VERB", "AUX")), sentence.last)
    for mention in page.mentions_in(sentence.span):
        if not is_name(mention):
            continue
        if is_own(page.report.outlet, mention.name) and mention.kind != "place":
            return True
        first, last = page.inside(mention.head)
        if (
            last <= verb
            and mention.kind not in ("place", "nationality")
            and page.norm[first - 1] not in ("of", "in", "at", "to", "from", "for")
            and not set(page.norm[first:last]) & said
        ):
            return True
    return False


def _goes_on(page: Page, sentence: Sentence, voice: Draft) -> bool:
    words = page.norm[sentence.first : sentence.last]
    if (
        not words
        or words[-1] in ("?",)
        or "?" in words
        or not any(page.tag[k] in ("VERB", "AUX") for k in range(sentence.first, sentence.last))
    ):
        return False
    if set(words) & wordlist("own_voice") or set(words) & wordlist("judging"):
        return False
    if _new_actor(page, sentence, voice):
        return False
    first = next((k for k in range(sentence.first, sentence.last) if not page.breaks(k)), sentence.first)
    if page.norm[first] in wordlist("turning") or page.norm[first] in ("he", "she"):
        return False
    if page.norm[first] == "they" and voice.speaker is not None and page.norm[voice.speaker[1] - 1].endswith("s"):
        return False
    subject = next((k for k in range(first, sentence.last) if page.tag[k] in ("VERB", "AUX")), first)
    if subject > first and role_kinds().get(page.norm[subject - 1]) == "document":
        return False
    return not (
        voice.speaker is not None
        and page.tag[first] == "PROPN"
        and page.norm[first] in page.norm[voice.speaker[0] : voice.speaker[1]]
    )
