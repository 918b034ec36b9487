"""Reports: what was read, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from sayso.model.span import Span

UnreadReason = Literal["not read", "read twice", "not in English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text with what its input tells about it.

    `text` is the whole decoded input, unchanged, header block included (for HTML: the text extracted from it);
    every offset of the project counts code points of it. `body` is the part that is analysed: it leaves out a header block and a
    headline. `skipped` are ranges inside the body that are no journalism (cookie notes, share bars, tag lines).
    `published` is an EDTF date or None; file times are never used. `dateline` and `credit` are words of the text
    ('GRAUHAVEN, Nov 4 (LPA)', 'LPA'). Spans of the metadata that stand in the text are in `field_spans`.
    """

    id: str
    file: str
    text: str
    body: Span
    sha256_file: str
    sha256_text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    skipped: tuple[Span, ...] = ()
    field_spans: tuple[tuple[str, Span], ...] = ()

    @property
    def label(self) -> str:
        """How a reader calls it: its outlet, else its file's name without ending; a title is no name."""
        return self.outlet or PurePosixPath(self.file).stem or self.id


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """An input that gave no report: which, one of three reasons, and what exactly was wrong and what to do."""

    file: str
    reason: UnreadReason
    detail: str = ""
