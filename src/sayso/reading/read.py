"""Read a pile: every file becomes a report or is listed with the reason why not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.config import Limits, Progress
from sayso.errors import UnreadableError
from sayso.model import Report, Span, Unread
from sayso.reading.decode import decode
from sayso.reading.english import language_of
from sayso.reading.gather import HTML, Found, gather
from sayso.reading.identity import fingerprint, ids, sha256
from sayso.reading.page import read_page
from sayso.reading.plain import Draft, read_text


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a pile gave: the reports, in the order of their ids, and what was not read."""

    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    found: Found
    draft: Draft
    body: Span
    file_hash: str
    text_hash: str

    @property
    def mark(self) -> str:
        place = self.draft.value("url") or self.found.file
        return fingerprint(self.text_hash, self.draft.value("outlet"), self.draft.published, place)


def read(
    paths: Iterable[str | os.PathLike[str]], *, limits: Limits | None = None, progress: Progress | None = None
) -> Reading:
    """Read files, folders and patterns into reports. Never raises for what it finds: what cannot be read is listed.

    The same bytes from the same outlet are read once. Only English is analysed; other languages are listed as such.
    """
    held = limits or Limits()
    gathered = gather(paths, held)
    unread = list(gathered.unread)
    done: dict[tuple[str, str | None], _Read] = {}
    marks: dict[str, _Read] = {}
    for number, found in enumerate(gathered.files, start=1):
        try:
            entry = _read_file(found, held)
        except UnreadableError as error:
            unread.append(Unread(found.file, "not read", str(error)))
        else:
            language = language_of(entry.body.of(entry.draft.text))
            outlet = entry.draft.value("outlet")
            if language != "en":
                named = (
                    f"it seems to be written in '{language}'" if language != "und" else "its language is not recognised"
                )
                unread.append(
                    Unread(found.file, "not in English", f"{named}; Sayso reads English only: give a translation")
                )
            elif (entry.file_hash, outlet) in done:
                first = done[entry.file_hash, outlet].found.file
                unread.append(Unread(found.file, "read twice", f"the same bytes as {first}; it counts once"))
            elif entry.mark in marks:
                first = marks[entry.mark].found.file
                unread.append(
                    Unread(found.file, "read twice", f"the same text from the same address as {first}; it counts once")
                )
            else:
                done[entry.file_hash, outlet] = marks[entry.mark] = entry
        if progress is not None:
            progress("reading", number, len(gathered.files))
    entries = sorted(done.values(), key=lambda entry: entry.mark)
    names = ids([entry.mark for entry in entries])
    reports = sorted(
        (_report(name, entry) for name, entry in zip(names, entries, strict=True)), key=lambda report: report.id
    )
    return Reading(tuple(reports), tuple(sorted(set(unread))))


def _read_file(found: Found, limits: Limits) -> _Read:
    try:
        size = found.path.stat().st_size
        if size > limits.file_bytes:
            message = f"the file has {size:,} bytes, more than the {limits.file_bytes:,} that are read; split it into its reports"
            raise UnreadableError(message)
        data = found.path.read_bytes()
    except PermissionError as error:
        raise UnreadableError("there is no permission to open it; change its permissions or copy it") from error
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {(error.strerror or str(error)).lower()}") from error
    text = decode(data)
    draft = read_page(text) if found.path.suffix.lower() in HTML else read_text(text)
    if len(draft.text) > limits.characters:
        message = f"its text has {len(draft.text):,} characters, more than the {limits.characters:,} that are read; split it into its reports"
        raise UnreadableError(message)
    assert draft.body is not None
    return _Read(found, draft, draft.body, sha256(data), sha256(draft.text.encode("utf-8", "surrogatepass")))


def _report(name: str, entry: _Read) -> Report:
    draft = entry.draft
    return Report(
        id=name,
        file=entry.found.file,
        text=draft.text,
        body=entry.body,
        sha256_file=entry.file_hash,
        sha256_text=entry.text_hash,
        published=draft.published,
        skipped=tuple(sorted(draft.skipped)),
        field_spans=tuple(sorted(draft.spans.items())),
        outlet=draft.value("outlet"),
        title=draft.value("title"),
        byline=draft.value("byline"),
        dateline=draft.value("dateline"),
        credit=draft.value("credit"),
        url=draft.value("url"),
    )
