"""Numbers that count nothing: labels, telephone numbers, scores, ages, list numbers."""

from __future__ import annotations

import re

from sayso.language.quantities_numbers import lexicon

_NEVER = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+"  # addresses and tags
    r"|\+\d[\d ()/-]{6,}\d|\b0\d{2,4}[ /-]\d{3,}(?:[ -]\d+)*|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}-\d{4}\b"  # telephones
    r"|(?<=\b[Cc]all )(?:911|999|112|110)\b|(?<=\b[Cc]alls )(?:911|999|112|110)\b|(?<=\b[Cc]alled )(?:911|999|112|110)\b|(?<=\b[Dd]ial )(?:911|999|112|110)\b|\b(?:911|999|112)(?=\s+(?:call|dispatch|operator))"
    r"|\b\d+[A-Za-z]?(?=\s+(?:[A-Z][\w'’.-]*\s+){1,3}(?:Street|St\b|Road|Rd\b|Avenue|Ave\b|Lane|Drive|Boulevard|Blvd|Square|Court|Terrace|Close|Crescent|Way\b|Row\b|Quay|Highway))"  # houses
    r"|\b\d+(?=\s+block\s+of\b)"
    r"|(?m:^[ \t]*\(?\d{1,2}[.)][ \t])"  # list numbers
    r"|\b\d+-year-olds?\b|\b[a-z]+-year-olds?\b|\b(?:\d+|[a-z]+)\s+years?\s+old\b"  # ages
    r"|\b\w*[A-Za-z]-\d+\w*|\b[A-Z]+\d+\w*|\b\d+[A-Z]\w*\b(?<![BM])(?<!MW|kW|GW|KM)"  # types and codes
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d{1,2}0['’]?s\b|\b24/7\b|\b\d+/\d+(?:/\d+)?\b"  # ordinals, decades, fractions with a bar
)
_AGE_BEFORE = re.compile(r"[A-Z][\w'’.-]+(?:,\s|\s\()$")


def refused_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of start..end in which no number is an amount, whatever stands around it."""
    return [m.span() for m in _NEVER.finditer(text, start, end)]


def is_label(text: str, start: int, end: int, follows_noun: bool) -> bool:
    """Tell whether the number at start..end names something ('Article 5', 'Unit 12') or gives an age ('Marl Denvers, 67,')."""
    refuse = lexicon()["refuse"]
    before = text[max(0, start - 40) : start]
    word = re.search(r"([^\W\d_]+)\.?[\s\u00a0]+$", before)
    if word and word.group(1).lower() in refuse["before"]:
        return True
    if (
        _AGE_BEFORE.search(before)
        and re.match(r"[,.;)]", text[end : end + 1])
        and re.fullmatch(r"\d{1,3}", text[start:end])
    ):
        return True
    if re.search(r"[^\W\d_],\s$", before) and text[end : end + 1] == "," and re.fullmatch(r"\d{2}", text[start:end]):
        return True  # 'the captain, 51, ...'
    if text[start].isupper() and text[end : end + 1] == "." and _opens_sentence(text, start):
        return True  # 'First. ... Two. ...': a list
    if text[start].isupper() and not _opens_sentence(text, start):
        return not text[start:end].isupper() or not follows_noun
    if word and word.group(1)[0].isupper() and text[start].isdigit() and not follows_noun:
        return not _opens_sentence(text, start - len(word.group(0)))
    return False


def _opens_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence may begin at `at`: nothing before it, or an end mark, a quotation mark, a colon, a dash or a line end."""
    before = text[max(0, at - 6) : at].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:;\n\"“‘'«—–-("
