"""Sentences said anew: clauses in another order, the speaker elsewhere, active for passive, figures for words, sentences joined."""

from __future__ import annotations

import re
from random import Random

from benchmarks.quality.planted.stories import Story
from benchmarks.quality.planted.words import capital, paraphrased

_NAMES = frozenset({"I"})
_SAID = r"(?:said|says|believes|thinks|warned|promised|confirmed)"
_WHO = r"(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}|He|She|The [a-z]+(?: [a-z]+)?)"
_WHEN = r"(?:(?:early |late )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?)"
_DONE = "buried|cut|blocked|hired|stopped|refused|admitted|sentenced|ordered|described|cleared|advised|approved|checked|studied|measured|called|moved"
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "nine": "9", "ten": "10", "eleven": "11", "22": "twenty-two", "60": "sixty",
    "19": "nineteen", "38": "thirty-eight", "49": "forty-nine", "71": "seventy-one", "64": "sixty-four", "58": "fifty-eight",
}  # fmt: skip


def _lower(clause: str) -> str:
    first = clause.split(" ", 1)[0]
    common = first.lower() in {"the", "a", "an", "it", "he", "she", "they", "his", "her", "its", "their", "we", "there", "no", "some", "about", "two", "three", "this", "that", "most", "nobody", "people", "buses", "repairs", "work"}  # fmt: skip
    return clause[:1].lower() + clause[1:] if common and first not in _NAMES else clause


def _speaker_last(sentence: str) -> str | None:
    found = re.match(rf"^({_WHO}) {_SAID} (?:that )?([^\"]+)\.$", sentence)
    return f"{capital(found[2])}, {_lower(found[1])} said." if found else None


def _speaker_first(sentence: str) -> str | None:
    found = re.match(rf"^([^\"]+), ({_WHO}|the [a-z ]+|[a-z ]+) {_SAID}\.$", sentence)
    return f"According to {found[2]}, {_lower(found[1])}." if found else None


def _time_first(sentence: str) -> str | None:
    found = re.match(rf"^([^\",]+?) ({_WHEN})([^\"]*)\.$", sentence)
    return f"{capital(found[2])} {_lower(found[1])}{found[3]}." if found else None


def _clause_first(sentence: str) -> str | None:
    found = re.match(r"^([A-Z][^\",;]+?),? (when|after|because|although|if|until|before) ([^\",;]+)\.$", sentence)
    return f"{capital(found[2])} {found[3]}, {_lower(found[1])}." if found else None


def _passive(sentence: str) -> str | None:
    found = re.match(rf"^([A-Z][^\",;]*?) ({_DONE}) ((?:the|a|an|his|her|its) [^\",;]+?)((?: on| in| of| at)? [^\",;]*)?\.$", sentence)  # fmt: skip
    return f"{capital(found[3])} was {found[2]} by {_lower(found[1])}{found[4] or ''}." if found else None


def _apart(sentence: str) -> str | None:
    found = re.match(r"^([^\"]{40,}), (?:and|but) ((?:he|she|it|they|the|a|its|his|her|three|two) [^\"]{20,})\.$", sentence)  # fmt: skip
    return f"{found[1]}. {capital(found[2])}." if found else None


def _aside_out(sentence: str) -> str | None:
    found = re.match(r"^([A-Z][^\",]+), (who|which) ([^\",]+), ([^\"]+)\.$", sentence)
    return f"{found[1]} {found[4]}. {'That person' if found[2] == 'who' else 'It'} {found[3]}." if found else None


_WAYS = (_speaker_last, _speaker_first, _passive, _time_first, _clause_first, _aside_out, _apart)


def rewritten(one: Story, share: float, dice: Random) -> Story:
    """Return the story with `share` of its sentences said anew: the first construction that fits, figures written the other way, synonyms throughout."""

    def change(sentence: str) -> str:
        if dice.random() >= share:
            return sentence
        made = next(filter(None, (way(sentence) for way in dice.sample(_WAYS, len(_WAYS)))), sentence)
        made = re.sub(r"\b[\w]+\b", lambda m: _NUMBERS.get(m.group(), m.group()), made)
        return capital(paraphrased(made, dice))

    return one.each(change)
