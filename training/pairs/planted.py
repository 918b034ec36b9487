"""Planted changes: what makes one sentence say something else than another, and what does not.

Each change takes a text and returns another, None when the text offers nothing to change. `HARMFUL` changes what is claimed, `HARMLESS` only how it is said,
by whom, how surely, or how fully: to Sayso a proposition stands free of those.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.pairs.pair import DENIED, DIFFERS, SAME, Pair

Change = Callable[[str, random.Random], str | None]

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()  # noqa: SIM905
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SPELT = {word: at for at, word in enumerate(_WORDS) if at > 1} | _TENS
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_NUMBER = re.compile(r"(?<![\w.,:$-])\d{1,3}(?:,\d{3})+(?![\w,.:-]\d)|(?<![\w.,:-])\d+(?:\.\d+)?(?![\w]|[.,:-]\d)")
_DATE = re.compile(
    rf"\b(?:{'|'.join(_DAYS)}|{'|'.join(month for month in _MONTHS if month not in ('May', 'March'))})\b"
)
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_NAME = re.compile(r"(?<=[a-z,;] )(?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,3}\b")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must|does|do|did)\b(?! (?:not|n[’']t|never)\b)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r" (?:not|never)\b(?! only)|(?<=[a-z]) ?n[’']t\b")
_QUESTION = re.compile(r"\?|^(?:who|what|when|where|why|how|which|do|does|did|is|are|was|were)\b", re.IGNORECASE)
_PAIRED = (
    "rose fell", "rises falls", "rising falling", "increased decreased", "increase decrease", "up down", "won lost", "win lose", "wins loses",
    "accepted rejected", "accept reject", "accepts rejects", "approved rejected", "killed spared", "died survived", "dead alive", "open closed", "opened closed",
    "before after", "more fewer", "first last", "north south", "northern southern", "east west", "eastern western", "guilty innocent", "succeeded failed",
    "success failure", "agreed refused", "began ended", "begins ends", "arrived left", "safe unsafe", "legal illegal", "public secret", "bought sold",
    "buy sell", "supported opposed", "supports opposes", "confirmed denied", "found lost", "arrested freed", "allowed banned", "most few", "all none",
    "higher lower", "high low", "stronger weaker", "early late", "inside outside", "present absent", "known unknown", "possible impossible", "paid owed",
    "hired fired", "gained lost", "best worst", "male female", "man woman", "husband wife", "son daughter", "brother sister", "morning evening",
)  # fmt: skip
_CONTRARY = {a: b for pair in _PAIRED for a, b in (pair.split(), reversed(pair.split()))}
_CONTRARIES = re.compile(rf"\b(?:{'|'.join(sorted(_CONTRARY))})\b")
_SAYERS = (
    "a spokesman said", "officials say", "according to police", "the ministry announced", "a witness told reporters", "the agency reported",
    "sources said", "she said", "he told the newspaper", "the company says", "according to the statement", "local media reported",
)  # fmt: skip
_HEDGES = (
    "reportedly",
    "allegedly",
    "apparently",
    "probably",
    "It is believed that",
    "It appears that",
    "It has emerged that",
    "Reports say that",
)
_DENIALS = (
    "denied that", "It is not true that", "It is false that", "rejected claims that", "There is no truth in the report that", "dismissed reports that",
    "disputed that", "has denied that", "said it was untrue that",
)  # fmt: skip


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if not re.match(r"[A-Z]\w* [A-Z]|I\b|[A-Z]{2}", text) else text


def _spliced(text: str, match: re.Match[str], instead: str) -> str:
    return text[: match.start()] + instead + text[match.end() :]


def number(text: str, chance: random.Random) -> str | None:
    """Put another figure in the place of one: near, far, or with its digits turned."""
    spelt = [m for m in re.finditer(r"\b[A-Za-z]+\b", text) if m.group().lower() in _SPELT]
    found = [*_NUMBER.finditer(text), *spelt]
    if not found:
        return None
    match = chance.choice(found)
    word = match.group()
    if word.lower() in _SPELT:
        other = chance.choice([w for w in _SPELT if w != word.lower()])
        return _spliced(text, match, other.capitalize() if word[0].isupper() else other)
    plain = word.replace(",", "")
    if _YEAR.match(plain):
        return _spliced(text, match, str(int(plain) + chance.choice([-10, -3, -2, -1, 1, 2, 5])))
    if "." in plain:
        changed = f"{float(plain) * chance.choice([0.5, 0.8, 1.3, 2, 10]):.1f}"
    else:
        value = int(plain)
        turned = int(plain[::-1])
        changed = str(
            chance.choice(
                [
                    value + chance.randint(1, 9),
                    max(0, value - chance.randint(1, 9)),
                    value * 2,
                    value * 10,
                    turned,
                    value // 2 + 1,
                ]
            )
        )
    if float(changed) == float(plain):
        return None
    return _spliced(text, match, f"{int(changed):,}" if "," in word else changed)


def date(text: str, chance: random.Random) -> str | None:
    """Put another day of the week or month in the place of one."""
    found = list(_DATE.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    row = _DAYS if match.group() in _DAYS else _MONTHS
    return _spliced(text, match, chance.choice([one for one in row if one != match.group()]))


def name(names: Sequence[str]) -> Change:
    """Return the change that puts another of `names` in the place of a name within the sentence."""

    def change(text: str, chance: random.Random) -> str | None:
        found = [m for m in _NAME.finditer(text) if m.group() not in _DAYS and m.group() not in _MONTHS]
        if not found:
            return None
        match = chance.choice(found)
        held = set(re.findall(r"\w+", text))
        other = [one for one in names if not held & set(re.findall(r"\w+", one))]
        return _spliced(text, match, chance.choice(other)) if other else None

    return change


def names_in(text: str) -> list[str]:
    """Return the capitalised words within a text's sentences that look like names."""
    return [m.group() for m in _NAME.finditer(text) if m.group() not in _DAYS and m.group() not in _MONTHS]


def negation(text: str, chance: random.Random) -> str | None:
    """Negate the clause, or take a negation out."""
    if _QUESTION.search(text):
        return None
    taken = list(_NEGATION.finditer(text))
    if taken:
        return _spliced(text, chance.choice(taken), "")
    found = list(_AUXILIARY.finditer(text))
    if not found:
        return None
    match = found[0]
    return _spliced(text, match, f"{match.group()} {chance.choice(['not', 'not', 'never'])}")


def denial(text: str, chance: random.Random) -> str | None:
    """Put the words of somebody who denies it before a sentence."""
    if _QUESTION.search(text) or _NEGATION.search(text):
        return None
    words = chance.choice(_DENIALS)
    who = (
        ""
        if words[0].isupper()
        else chance.choice(["A spokesman ", "The ministry ", "He ", "She ", "The company ", "Officials "])
    )
    return f"{who}{words} {_lowered(text)}"


def contrary(text: str, chance: random.Random) -> str | None:
    """Put a word in the place of its contrary."""
    found = list(_CONTRARIES.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    return _spliced(text, match, _CONTRARY[match.group()])


def credited(text: str, chance: random.Random) -> str | None:
    """Say who said it, before or behind."""
    words = chance.choice(_SAYERS)
    if words.startswith("according") or chance.random() < 0.5:
        return (
            f"{text.rstrip(' .')} , {words} ."
            if chance.random() < 0.5 or not words.startswith("according")
            else f"{words.capitalize()} , {text}"
        )
    return f"{words[:1].upper()}{words[1:]} that {_lowered(text)}"


def hedged(text: str, chance: random.Random) -> str | None:
    """Say it less surely."""
    words = chance.choice(_HEDGES)
    if words[0].isupper():
        return f"{words} {_lowered(text)}"
    found = list(_AUXILIARY.finditer(text))
    return (
        _spliced(text, found[0], f"{found[0].group()} {words}") if found else f"{words.capitalize()} , {_lowered(text)}"
    )


def respelt(text: str, chance: random.Random) -> str | None:
    """Write a figure in words, or a word in figures."""
    found = [
        m
        for m in re.finditer(r"\b[A-Za-z]+\b|(?<![\w.,:-])\d{1,2}(?![\w]|[.,:-]\d)", text)
        if m.group().lower() in _SPELT or m.group().isdigit()
    ]
    if not found:
        return None
    match = chance.choice(found)
    word = match.group()
    if not word.isdigit():
        return _spliced(text, match, str(_SPELT[word.lower()]))
    back = {value: spelling for spelling, value in _SPELT.items()}
    return _spliced(text, match, back[int(word)]) if int(word) in back else None


def shortened(text: str, chance: random.Random) -> str | None:
    """Leave out what stands between or behind commas, or the first names of people."""
    parts = re.split(r" ?[,;] ", text)
    long = [part for part in parts if len(part.split()) >= 5]
    if len(parts) > 1 and long and chance.random() < 0.7:
        return max(long, key=len).strip(" .")
    full = [m for m in _NAME.finditer(text) if " " in m.group()]
    if full:
        match = chance.choice(full)
        return _spliced(text, match, match.group().split()[-1])
    return None


HARMFUL: dict[str, tuple[Change, int]] = {
    "number": (number, DIFFERS),
    "date": (date, DIFFERS),
    "negation": (negation, DENIED),
    "denial": (denial, DENIED),
    "contrary": (contrary, DENIED),
}
HARMLESS: dict[str, Change] = {"credit": credited, "hedge": hedged, "spelling": respelt, "short": shortened}


def harmlessly(text: str, chance: random.Random, steps: int = 2) -> str:
    """Return the text after up to `steps` harmless changes."""
    for _ in range(steps):
        changed = chance.choice(list(HARMLESS.values()))(text, chance)
        text = changed or text
    return text


def harmfully(text: str, names: Sequence[str], chance: random.Random) -> tuple[str, int, str] | None:
    """Return the text after one harmful change with the kind of pair that makes, and which change it was."""
    offered = {**HARMFUL, "name": (name(names), DIFFERS)}
    order = sorted(offered)
    chance.shuffle(order)
    for one in order:
        change, kind = offered[one]
        changed = change(text, chance)
        if changed is not None and changed.lower() != text.lower():
            return changed, kind, one
    return None


def planted(
    sentences: Sequence[tuple[str, Sequence[str]]], chance: random.Random, most: int, spared: float = 0.4
) -> list[Pair]:
    """Return up to `most` pairs made of single sentences, each with the names of its document; a share `spared` says the same."""
    found: list[Pair] = []
    for text, names in chance.sample(list(sentences), min(len(sentences), most)):
        other = harmlessly(text, chance, chance.randint(1, 2))
        if chance.random() < spared:
            if other != text:
                found.append(Pair(text, other, SAME, "planted harmless"))
            continue
        made = harmfully(text, names, chance)
        if made is not None:
            changed, kind, which = made
            # Half of them reworded as well, so that a difference alone tells nothing.
            first = other if chance.random() < 0.5 else text
            found.append(Pair(first, changed, kind, f"planted {which}"))
    return found


def upset(pairs: Sequence[Pair], names: Sequence[str], chance: random.Random, most: int) -> list[Pair]:
    """Return pairs that said the same, one side of each changed harmfully: two wordings of one matter that cannot both be right."""
    found: list[Pair] = []
    same = [pair for pair in pairs if pair.kind == SAME and pair.share == 1.0]
    for pair in chance.sample(same, min(len(same), most)):
        made = harmfully(pair.second, names, chance)
        if made is None:
            continue
        changed, kind, which = made
        if which == "name":
            continue  # the other wording may not name it at all
        if which in ("number", "date") and not _both_tell(pair, changed):
            continue
        found.append(Pair(pair.first, changed, kind, f"upset {which}"))
    return found


def _both_tell(pair: Pair, changed: str) -> bool:
    """Tell whether what was changed in the second text stands in the first too."""
    gone = set(re.findall(r"[\w,.]*\w", pair.second.lower())) - set(re.findall(r"[\w,.]*\w", changed.lower()))
    return bool(gone & set(re.findall(r"[\w,.]*\w", pair.first.lower())))
