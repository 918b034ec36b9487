"""Read a text: header block, headline, the lines above it, dateline, body, credits and boilerplate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.errors import UnreadableError
from sayso.model import Span, trimmed
from sayso.reading.boilerplate import boilerplate, is_boilerplate
from sayso.reading.closing import closing
from sayso.reading.dateline import dateline
from sayso.reading.dates import edtf
from sayso.reading.header import header
from sayso.reading.headline import headline, reads_as_headline, wrapped
from sayso.reading.lines import blocks, lines
from sayso.reading.top import Top, top_line

_NOT_ALPHA = re.compile(r"[\W_]+", re.UNICODE)
_PROSE = re.compile(r"[^\W\d_]+(?:[^\w\n]+\w+){3}")
_RUN = re.compile(r"\S{300,}")
_TOP_LINES = 6


@dataclass(slots=True)
class Draft:
    """What is known of a report before it has an id; the values of a page's markup stand in `given`, those of the text in `spans`."""

    text: str
    given: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    published: str | None = None
    body: Span | None = None
    skipped: list[Span] = field(default_factory=list)

    def value(self, name: str) -> str | None:
        """Return a field's words: from the text where they stand in it, else from the markup."""
        span = self.spans.get(name)
        if span is None:
            return self.given.get(name)
        words = " ".join(span.of(self.text).split())
        return words.replace("*", "") if name == "dateline" else words


def read_text(text: str) -> Draft:
    """Read a text with or without a header block. Raises UnreadableError when nothing but headers stands in it."""
    return read_given(text, {}, None)


def read_given(text: str, given: dict[str, str], published: str | None) -> Draft:
    """Read a text as `read_text` does; what stands in it goes before what its file says in `given` and `published`.

    Raises UnreadableError when nothing but headers stands in it.
    """
    draft = Draft(text, given=given)
    head = header(text)
    draft.spans.update(head.fields)
    stated = head.fields.get("published")
    draft.published = (edtf(stated.of(text)) if stated is not None else None) or published
    read_body(draft, head.end)
    return draft


def read_body(draft: Draft, start: int) -> None:
    """Fill in what stands in the text from `start` on: headline, byline, dates, dateline, body, credits, skipped ranges."""
    text = draft.text
    whole = trimmed(text, start, len(text))
    if whole is None:
        raise UnreadableError("there is a header block but no text below it; save the report again")
    begin = _below_headline(draft, whole.start, whole.end)
    begin = _below_top(draft, begin, whole.end)
    line = dateline(text, begin, whole.end)
    if line is not None and line.text_from < whole.end:
        draft.spans.setdefault("dateline", line.span)
        if line.agency is not None and line.agency.of(text).casefold() != (draft.value("outlet") or "").casefold():
            draft.spans.setdefault("credit", line.agency)
        if (
            line.published is not None
            and line.date is not None
            and draft.published is None
            and "published" not in draft.spans
        ):
            draft.published = line.published
            draft.spans["published"] = line.date
        begin = line.text_from
    draft.body = trimmed(text, begin, whole.end) or whole
    held = [entry for entry in lines(text, draft.body.start, draft.body.end) if entry is not None]
    furniture = boilerplate(text, held)
    foot = closing(text, [entry for entry in held if entry not in furniture], draft.value("outlet"))
    for name, span in foot.fields.items():
        if draft.value(name) is None:
            draft.spans[name] = span
    draft.skipped += sorted({*furniture, *foot.lines})
    draft.skipped += _unbroken(text, draft.body, draft.skipped)


def _unbroken(text: str, body: Span, skipped: list[Span]) -> list[Span]:
    """Return the runs of characters in the body that are too long for any word or address: encoded data, keys, rules of dashes."""
    runs = (Span(*run.span()) for run in _RUN.finditer(text, body.start, body.end))
    return [run for run in runs if not any(run.start < other.end and other.start < run.end for other in skipped)]


def _same(a: str, b: str | None) -> bool:
    return b is not None and _NOT_ALPHA.sub("", a).casefold() == _NOT_ALPHA.sub("", b).casefold()


def _below_headline(draft: Draft, start: int, end: int) -> int:
    """Return where the text goes on below the headline and its repetitions; a headline of the text becomes the title if none is given."""
    text = draft.text
    begin = _below_furniture(draft, start, end)
    if draft.value("title") is None:
        above = dateline(text, begin, end) or top_line(text, _line(text, begin, end), Top())
        found = None if above else headline(text, begin, end)
        if found is not None:
            draft.spans["title"], begin = found
            begin = _below_deck(draft, begin, end)
    repeated = False
    while begin < end:
        line = _line(text, begin, end)
        words = line.of(text)
        if line.end >= end or not (_same(words, draft.value("title")) or _same(words, draft.value("subtitle"))):
            break
        begin = line.end
        while begin < end and text[begin].isspace():
            begin += 1
        repeated = True
    if repeated and draft.value("subtitle") is None:
        begin = _below_deck(draft, begin, end)
    return begin


def _below_furniture(draft: Draft, begin: int, end: int) -> int:
    """Pass captions, player buttons and share bars that stand above everything else."""
    text = draft.text
    start = begin
    for _ in range(_TOP_LINES):
        line = _line(text, begin, end)
        if line.end >= end or not is_boilerplate(line.of(text)):
            return begin
        begin = line.end
        while text[begin].isspace():
            begin += 1
    return start


def _below_deck(draft: Draft, begin: int, end: int) -> int:
    """Pass a line between headline and text that has no full stop either: the deck."""
    text = draft.text
    while begin < end and (text[begin].isspace() or text[begin] in "=-"):
        begin += 1
    if begin >= end:
        return begin
    line = _line(text, begin, end)
    words = line.of(text)
    below = text[line.end : end]
    apart = below.replace("\r", "").startswith("\n\n")
    if not apart and wrapped(text, blocks(text, begin, end)):
        return begin
    if len(words.split()) < 5 or words[-1] in '.!?:”"’' or not reads_as_headline(words) or dateline(text, begin, end):
        return begin
    if top_line(text, line, Top()) or not _PROSE.search(below[:2_000]):
        return begin
    draft.spans.setdefault("subtitle", line)
    return line.end


def _below_top(draft: Draft, begin: int, end: int) -> int:
    """Read byline and date lines above the text; return where the text begins."""
    text = draft.text
    top = Top()
    for _ in range(_TOP_LINES):
        while begin < end and text[begin].isspace():
            begin += 1
        if begin >= end:
            break
        line = _line(text, begin, end)
        if line.end >= end or not top_line(text, line, top):
            break
        begin = line.end
    while begin < end and text[begin].isspace():
        begin += 1
    if draft.value("byline") is None and "byline" in top.fields:
        draft.spans["byline"] = top.fields["byline"]
    if draft.published is None and "published" not in draft.spans and top.published is not None:
        draft.published = top.published
        draft.spans["published"] = top.fields["published"]
    return begin


def _line(text: str, start: int, end: int) -> Span:
    """Return the first line of text[start:end] that is not empty; there must be one."""
    while text[start].isspace():
        start += 1
    stop = text.find("\n", start, end)
    found = trimmed(text, start, end if stop < 0 else stop)
    assert found is not None
    return found
