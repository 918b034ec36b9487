"""What is done with an input, and what must hold: a report whose places lead to its words, or a reason; never anything else."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from sayso import SaysoError, analyse
from sayso.config import Limits
from sayso.dossier import to_html, to_json, to_markdown
from sayso.model import Report
from sayso.reading import read
from sayso.reading.kinds import Kind
from sayso.reading.plain import Draft
from sayso.reading.readers import parts

LIMITS = Limits(characters=20_000, unpacked_bytes=5_000_000, pages=20)
ENDINGS = (".txt", ".html", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".md", "")
PIECES = (
    "The mayor", " said ", "that ", "“", "”", '"', "'", "the granary burned", ". ", ", ", "\n", "\n\n", " on Friday", " according to ", "Reuters", " citing ", "the Ministry of Supply", " told reporters ",
    "12", " per cent", "$3 million", " of ", " not", " denied ", "(", ")", " - ", "Ana Brelt", " who ", "he ", "they ", "QUILLMARK, March 4 (NPA) -", "Q: ", "MAYOR: ", "March 4, 2033", " has ", " was ", "had been killed ",
    "at least ", "could ", "reportedly ", "U.S. ", "Mr. ", "-", ":", ";", "?", "…", "é", "\u202e", "😀", "\u0301", "\t", "1,000", "two dozen", " in ", " by ", "Title: ", "Outlet: The Courier\n", "* ", "#", "<p>",
)  # fmt: skip


def _draft_holds(draft: Draft) -> None:
    assert draft.body is not None and 0 <= draft.body.start < draft.body.end <= len(draft.text)
    assert all(span.end <= len(draft.text) and span.of(draft.text) for span in (*draft.spans.values(), *draft.skipped))


def wrapped(body: bytes) -> bytes:
    """Return a Word document whose main part is `body`: a changed byte of an archive seldom gets past its checksums."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(skeleton())) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return held.getvalue()


@cache
def skeleton() -> bytes:
    """Return an empty Word document."""
    from docx import Document

    held = io.BytesIO()
    Document().save(held)
    return held.getvalue()


def reader(kind: Kind) -> Callable[[bytes], None]:
    """Return the target of one reader."""

    def target(data: bytes) -> None:
        if kind == "docx" and not data.startswith(b"PK"):
            data = wrapped(data)
        try:
            found = parts(data, kind, LIMITS)
        except SaysoError as error:
            assert str(error)
            return
        assert found
        for part in found:
            if part.draft is None:
                assert part.why
            else:
                _draft_holds(part.draft)

    return target


def _dossier_holds(paths: Sequence[Path]) -> None:
    try:
        dossier = analyse(paths, workers=1, limits=LIMITS)
    except SaysoError as error:
        assert "fault of Sayso" not in str(error), str(error)
        return
    assert not [entry for entry in dossier.unread if "fault of Sayso" in entry.detail], dossier.unread
    texts: dict[str, Report] = {report.id: report for report in dossier.reports}
    for claim in dossier.claims:
        assert claim.span.of(texts[claim.report].text) == claim.exact
    assert to_json(dossier) and to_html(dossier).encode() and to_markdown(dossier).encode()


def whole(data: bytes) -> None:
    """The whole way of one file: the first byte chooses its ending."""
    if not data:
        return
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, f"a{ENDINGS[data[0] % len(ENDINGS)]}")
        path.write_bytes(data[1:])
        found = read([path], limits=LIMITS)
        assert found.reports or found.unread
        if found.reports:
            _dossier_holds([path])


def pile(data: bytes) -> None:
    """The whole way of up to three reports put together from pieces of news English."""
    texts = [""]
    for byte in data[:160]:
        if byte >= 250 and len(texts) < 3:
            texts.append("")
        texts[-1] += PIECES[byte % len(PIECES)]
    with tempfile.TemporaryDirectory() as place:
        paths = [Path(place, f"{number}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        _dossier_holds(paths)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{kind: reader(kind) for kind in ("text", "html", "pdf", "docx", "mail", "json")},
    "whole": whole,
    "pile": pile,
}
