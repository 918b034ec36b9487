"""Transcripts: 'NAME: words' turns, who asks and who answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page

LABEL = re.compile(
    r"(?P<time>\[?\(?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\)?\]?\s*[-–—]?\s*)?[*_]{0,2}"
    r"(?P<name>[^\W\d_a-zß-ÿ](?:[^\n:!?“”\".*(,]|(?<=[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\.|\.(?=\s?[A-Z])){0,45}?)"
    r"(?P<role>\s*[,(][^:\n]{1,60})?[*_]{0,2}:[*_]{0,2}(?=\s)"
)
FEWEST_TURNS = 3


@dataclass(slots=True)
class Turn:
    """One turn: the label's tokens, the words' tokens, the speaker's name, whether he speaks for the outlet."""

    label: Range
    words: Range
    name: str
    role: str
    timed: bool = False
    host: bool = False


def turns(page: Page) -> list[Turn]:
    """Return the turns of a transcript in order; empty when the report is none.

    A transcript has at least three labelled paragraphs of at least two speakers. Who is labelled host or presenter, who opens it, and
    correspondents whom he calls by name at a place speak for the outlet.
    """
    found: list[Turn] = []
    for paragraph in page.analysis.paragraphs:
        first, last = page.inside(paragraph)
        if first >= last:
            continue
        match = LABEL.match(page.text, paragraph.start, paragraph.end)
        if match is None or not _is_label(match["name"]):
            if found:
                found[-1].words = (found[-1].words[0], last)
            continue
        begin, after = page.inside_at(match.start("name")), page.inside_at(match.end())
        if begin < after < last:
            found.append(
                Turn(
                    (begin, after),
                    (after, last),
                    match["name"].strip(),
                    (match["role"] or "").lower(),
                    match["time"] is not None,
                )
            )
    names = Counter(_key(turn.name) for turn in found)
    if len(found) < FEWEST_TURNS or len(names) < 2 or max(names.values()) < 2:
        return []
    _mark_hosts(page, found)
    return found


def _is_label(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 5 and (
        name.isupper() or name in ("Q", "A") or all(w[0].isupper() or not w[0].isalpha() for w in words)
    )


def _key(name: str) -> str:
    return re.sub(r"\W", "", name.split()[-1]).casefold() if name.split() else name


def _mark_hosts(page: Page, found: list[Turn]) -> None:
    labelled = {
        _key(t.name) for t in found if any(word in wordlist("host_roles") for word in re.findall(r"\w+", t.role))
    }
    opener = _key(found[0].name)
    hosts = labelled or ({opener} if _asks(page, [t for t in found if _key(t.name) == opener]) else set())
    hosts |= {
        _key(t.name)
        for t in found
        if t.name.casefold() in ("q", "host", "interviewer", "presenter", "moderator", "reporter", "question")
    }
    spoken = " ".join(page.words(*t.words) for t in found if _key(t.name) in hosts)
    for turn in found:
        key = _key(turn.name)
        if key not in hosts and _is_correspondent(key, spoken):
            hosts.add(key)
    for turn in found:
        turn.host = _key(turn.name) in hosts


def _asks(page: Page, own: list[Turn]) -> bool:
    """Tell whether a speaker leads the talk: every third of his turns asks something; a log of timed calls has no leader."""
    asking = sum("?" in page.norm[turn.words[0] : turn.words[1]] for turn in own)
    return 3 * asking >= len(own) and not any(turn.timed for turn in own)


def _is_correspondent(key: str, spoken: str) -> bool:
    """Tell whether the host calls the speaker his correspondent, or places a bare name on the spot ('Ana Ruiz is at the harbour')."""
    for match in re.finditer(r"(?i)\b" + re.escape(key) + r"\b", spoken):
        before, after = spoken[max(0, match.start() - 60) : match.start()], spoken[match.end() : match.end() + 40]
        if re.search(r"(?i)\bour (?:own )?(?:\w+ ){0,2}(?:correspondent|reporter|colleague|man|woman)\b[^.]*$", before):
            return True
        if re.match(
            r"(?:'s|’s| is| was| has been| joins us from| reports from)\b(?: (?:live|out|down|there|outside|still))* (?:at|in|on|outside|near|by|from)\b(?! the (?:line|phone|telephone|studio))",
            after,
        ):
            name = re.search(r"(?:^|[.!?…:]\s|\b(?:and|now|well)\s)\s*(?:[A-ZÀ-Þ][\w’'-]+ )?$", before)
            if name is not None:
                return True
    return False


def turn_drafts(found: list[Turn]) -> list[Draft]:
    """Return one draft for each turn: the label is its cue and source, the words are its content."""
    return [
        Draft(
            cue=(turn.label[1] - 1, turn.label[1]),
            contents=[turn.words],
            source=(turn.label[0], turn.label[1] - 1),
            speaker=(turn.label[0], turn.label[1] - 1),
            form="direct",
            own=turn.host,
            turn=number,
        )
        for number, turn in enumerate(found)
    ]
