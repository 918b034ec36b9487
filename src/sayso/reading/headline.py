"""Tell a headline that stands before a text from a first paragraph.

Length, end mark, capitals and articles decide: a headline is short, has no full stop, and leaves out the articles that running prose needs.
"""

from __future__ import annotations

import re

from sayso.model import Span
from sayso.reading.lines import Block, blocks, lines

_SHORT = 18
_LONG = 32
_WIDE = 110
_ARTICLES = frozenset({"a", "an", "the"})
_SMALL = frozenset(
    {"a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at", "to", "by", "from", "with", "as", "into", "over", "after",
     "before", "amid", "via", "per", "vs", "is", "are", "be", "it", "its", "than", "if"}
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w’'.-]*|\d[\d,.]*", re.UNICODE)
_CLOSING = "\"'”’»)*_ "
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|No|vs|etc|Dr|Mr|Mrs|Ms)\.)$")
_SPEAKER = re.compile(r"[^\W\d_][^\n:]{1,40}: \S")
_KICKER = re.compile(
    r"(?:fact[ -]?check|verif\w*|explainer|analysis|opinion|exclusive|breaking|watch|video|live|update\w*|q&a|interview)\b",
    re.I,
)
_STATED = re.compile(r"(?<=\S)\s+(?:posted|published|updated|last updated)\s*:\s", re.IGNORECASE)
_SETEXT = re.compile(r"(?:={3,}|-{3,})$")
_KEYED = re.compile(r"[A-Za-z][A-Za-z _-]{0,30}:(?:\s|$)")
_MARKS = re.compile(r"(?:#{1,3}\s+|\*\*|__)")


def headline(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """Return the range of the headline that text[start:end] begins with, and where the text after it begins; None when there is none."""
    found = blocks(text, start, end)
    if not found:
        return None
    first = found[0]
    marked = _MARKS.match(first.lines[0].of(text))
    if marked is not None and marked.group().startswith("#") and (len(first.lines) > 1 or len(found) > 1):
        span = _bare(text, first.lines[0])
        return (span, first.lines[0].end) if span is not None else None
    if len(first.lines) > 2 and _SETEXT.match(first.lines[1].of(text)):
        return first.lines[0], first.lines[1].end
    if len(first.lines) == 2 and len(found) > 1 and _SETEXT.match(first.lines[1].of(text)):
        return first.lines[0], first.lines[1].end
    candidate = _candidate(text, found, end)
    if candidate is None:
        return None
    rest = [line for line in lines(text, candidate.end, end) if line is not None]
    if not rest or not reads_as_headline(_joined(text, candidate)) or _transcript(text, candidate, rest):
        return None
    if not any(len(_WORD.findall(line.of(text)[:400])) >= 4 for line in rest):
        return None
    stated = _STATED.search(text, candidate.start, candidate.end)
    if stated is not None:
        candidate = Span(candidate.start, stated.start())
    span = _bare(text, candidate)
    return (span, candidate.end) if span is not None else None


def _bare(text: str, span: Span) -> Span | None:
    """Leave out the marks of Markdown around a headline."""
    start, end = span.start, span.end
    while start < end and text[start] in "#*_ ":
        start += 1
    while end > start and text[end - 1] in "#*_ ":
        end -= 1
    return Span(start, end) if start < end else None


def _joined(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _candidate(text: str, found: list[Block], end: int) -> Span | None:
    """Return the lines that may be the headline: the first, or a short first block where lines are wrapped."""
    first = found[0]
    if len(first.lines) == 1:
        return first.span
    if all(_KEYED.match(line.of(text)) for line in first.lines):
        return None
    if not first.lines[1].of(text)[:1].islower() and not wrapped(text, found):
        return first.lines[0]
    return first.span if len(first.lines) <= 3 and len(found) > 1 else None


def wrapped(text: str, found: list[Block]) -> bool:
    """Tell hard-wrapped paragraphs from lines that are paragraphs: there, no line is wide and some go on in small letters."""
    held = found[:60]
    if any(len(line) > _WIDE for block in held for line in block.lines):
        return False
    return any(line.of(text)[0].islower() for block in held for line in block.lines[1:])


def _transcript(text: str, candidate: Span, rest: list[Span]) -> bool:
    words = candidate.of(text)
    if not _SPEAKER.match(words) or _KICKER.match(words):
        return False
    name = words.split(":")[0]
    others = [line.of(text)[:60] for line in rest[:12]]
    spoken = [line for line in others if _SPEAKER.match(line)]
    return any(line.startswith(name + ":") for line in spoken) or len(spoken) >= max(2, len(others) // 2)


def reads_as_headline(words: str) -> bool:
    """Tell whether one line, put before a text, is worded as a headline."""
    if not words or len(words) > 260 or (words[0].islower() and not re.match(r"[a-z][A-Z]", words)):
        return False
    tokens = _WORD.findall(words)
    if not tokens or len(tokens) > _LONG or not any(len(token) > 3 and token[0].isalpha() for token in tokens):
        return False
    bare = words.rstrip(_CLOSING)
    if not bare or bare[-1] in ",;:-–—" or (words[0] in "•*-–—" and len(words) > 1 and words[1] == " "):
        return False
    titled = _titled(tokens)
    if bare[-1] in ".…" and not _ABBREVIATION.search(bare):
        return titled >= 0.75 and len(tokens) >= 3 and not _quoted_whole(words)
    if bare[-1] in "!?":
        return len(tokens) <= _SHORT and not _quoted_whole(words)
    if len(tokens) <= _SHORT:
        return True
    articles = sum(token.lower() in _ARTICLES for token in tokens)
    return titled >= 0.7 or articles <= len(tokens) * 0.07


def _quoted_whole(words: str) -> bool:
    return words[0] in '"“«' and words.rstrip()[-1] in '"”»'


def _titled(tokens: list[str]) -> float:
    """Return the share of capitals among the words that a title in capitals would capitalise, without the first."""
    asked = [token for token in tokens[1:] if token[0].isalpha() and token.lower().rstrip(".") not in _SMALL]
    return sum(token[0].isupper() for token in asked) / len(asked) if asked else 0.0
