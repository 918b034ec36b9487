"""Parts of speech: a trigram tagger over counted words, endings, shapes and orders of tags.

A hidden Markov model decoded by Viterbi, smoothed by linear interpolation of tag orders and with the suffixes of rare words for unknown ones,
after Brants 2000, 'TnT: a statistical part-of-speech tagger'. Its counts lie in resources (tag-words, tag-order, tag-endings, tag-shapes).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.resources import rows

NAMES = {
    "N": "NOUN", "P": "PROPN", "V": "VERB", "X": "AUX", "J": "ADJ", "R": "ADV", "O": "PRON", "D": "DET", "I": "ADP", "C": "CCONJ",
    "S": "SCONJ", "T": "PART", "M": "NUM", ".": "PUNCT", "$": "SYM", "U": "INTJ", "F": "X",
}  # fmt: skip
START = "<"
Guess = tuple[tuple[str, float], ...]

PAIR, SINGLE = 0.62, 0.30
"""Weights of the order of three and of two tags; the rest goes to the tag alone."""


def _counts(cell: str) -> dict[str, int]:
    return {part[0]: int(part[1:]) for part in cell.split()}


@cache
def _words() -> dict[str, dict[str, int]]:
    return {row[0]: _counts(row[1]) for row in rows("tag-words")}


@cache
def _endings() -> dict[str, dict[str, int]]:
    return {row[0]: _counts(row[1]) for row in rows("tag-endings")}


@cache
def _orders() -> tuple[dict[str, dict[str, float]], dict[str, float], dict[str, int]]:
    """Return the orders of three and two tags as log probabilities by history, and the totals of the tags."""
    three = {row[0]: _counts(row[1]) for row in rows("tag-order")}
    two: dict[str, dict[str, int]] = {}
    one: dict[str, int] = {}
    for history, after in three.items():
        for tag, count in after.items():
            held = two.setdefault(history[1], {})
            held[tag] = held.get(tag, 0) + count
            one[tag] = one.get(tag, 0) + count
    total = sum(one.values())
    table: dict[str, dict[str, float]] = {}
    lasts = [START, *NAMES]
    for last in lasts:
        pairs = two.get(last, {})
        seen_two = sum(pairs.values()) or 1
        flat = {t: SINGLE * pairs.get(t, 0) / seen_two + (1 - PAIR - SINGLE) * one.get(t, 1) / total for t in NAMES}
        for before in lasts:
            triples = three.get(before + last, {})
            seen = sum(triples.values())
            share = PAIR * seen / (seen + 2)
            table[before + last] = {
                t: math.log((share * triples.get(t, 0) / seen if seen else 0) + (1 - share) / (1 - PAIR) * p)
                for t, p in flat.items()
            }
    return table, {t: math.log(n / total) for t, n in one.items()}, one


@cache
def _shapes() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for tag, cell in rows("tag-shapes"):
        counts = {k: int(v) for k, _, v in (part.rpartition(":") for part in cell.split())}
        total = sum(counts.values())
        for key in (kind + place for kind in "ACdl-" for place in "01"):
            found.setdefault(key, {})[tag] = math.log((counts.get(key, 0) + 0.5) / (total + 5))
    return found


def shape(word: str, first: bool) -> str:
    """Return the shape of a word: its letters' case, and whether it is the first word of its sentence."""
    if not any(c.isalpha() for c in word):
        kind = "d" if word[0].isdigit() else "-"
    elif word[0].isupper():
        kind = "A" if len(word) > 1 and word.isupper() else "C"
    else:
        kind = "d" if word[0].isdigit() else "l"
    return kind + ("0" if first else "1")


@lru_cache(maxsize=65536)
def guesses(norm: str, form: str) -> Guess:
    """Return the tags that a word of this norm and shape may bear with the log of P(word | tag), up to a constant."""
    _, _, ones = _orders()
    shapes = _shapes()[form]
    known = _words().get(norm)
    if known is not None:
        total = sum(known.values())
        counts: dict[str, float] = dict(known)
        if form[0] in "AC":
            counts["P"] = counts.get("P", 0) + (0.4 if form[1] == "1" else 0.05) * min(1.0, 20 / total)
        if total <= 3:
            for tag, share in _ending(norm).items():
                counts[tag] = counts.get(tag, 0) + 0.7 * share
        return tuple((t, math.log(n / ones[t]) + shapes[t]) for t, n in sorted(counts.items()) if n > 0.004 * total)
    if form[0] in "-d":
        if form[0] == "d":
            return (("M", 0.0), ("N", -4.0), ("P", -4.0)) if any(c.isalpha() for c in norm) else (("M", 0.0),)
        return (("$", 0.0),) if norm in "$%€£¥+=&#°~<>^|" else ((".", 0.0),)
    guessed = _ending(norm)
    return tuple((t, math.log(p / ones[t]) + shapes[t]) for t, p in sorted(guessed.items()) if p > 0.002)


@lru_cache(maxsize=16384)
def _ending(norm: str) -> dict[str, float]:
    """Return the share of each tag among rare words that end like this one, longer endings weighing more."""
    endings = _endings()
    shares: dict[str, float] = {}
    last = norm.rsplit("-", 1)[-1] or norm
    for length in range(min(5, len(last)) + 1):
        counts = endings.get(last[len(last) - length :] if length else "*")
        if counts is None:
            continue
        total = sum(counts.values())
        weight = total / (total + 4)
        shares = {
            t: (1 - weight) * shares.get(t, 0.0) + weight * counts.get(t, 0) / total
            for t in sorted(shares.keys() | counts.keys())
        }
    if "-" in norm.strip("-"):
        shares["J"] = shares.get("J", 0.0) + 0.5
    return {t: p for t, p in shares.items() if t in NAMES}


def tag(words: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the tags of the words of one sentence, likeliest first; `words` are (norm, form as printed) pairs."""
    table, _, _ = _orders()
    options: list[Guess] = []
    first = True
    for norm, word in words:
        options.append(guesses(norm, shape(word, first)))
        if word[0].isalnum():
            first = False
    best: dict[str, float] = {START + START: 0.0}
    back: list[dict[str, str]] = []
    for guess in options:
        now: dict[str, float] = {}
        came: dict[str, str] = {}
        for pair, score in best.items():
            order, last = table[pair], pair[1]
            for t, emitted in guess:
                value = score + order[t] + emitted
                key = last + t
                if key not in now or value > now[key]:
                    now[key] = value
                    came[key] = pair
        top = max(now.values())
        best = {k: v for k, v in now.items() if v > top - 12}
        back.append(came)
    if not options:
        return []
    pair = max(sorted(best), key=best.__getitem__)
    chosen: list[str] = []
    for came in reversed(back):
        chosen.append(pair[1])
        pair = came[pair]
    chosen.reverse()
    return [
        (NAMES[c], *(NAMES[t] for t, _ in sorted(guess, key=lambda g: (-g[1] - _tag_weight(g[0]), g[0])) if t != c))
        for c, guess in zip(chosen, options, strict=True)
    ]


def _tag_weight(tag_code: str) -> float:
    return _orders()[1].get(tag_code, -10.0)


@lru_cache(maxsize=32768)
def share(norm: str) -> float:
    """Return how far a word is a proper noun when it is met at all, 0-1; 1 for a word never counted."""
    known = _words().get(norm)
    if known is None:
        return 1.0
    return known.get("P", 0) / sum(known.values())
