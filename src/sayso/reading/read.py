"""Read a pile: every file becomes a report or is listed with the reason why not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.config import Limits, Progress
from sayso.errors import SaysoError, UnreadableError
from sayso.model import Report, Span, Unread
from sayso.reading.english import language_of
from sayso.reading.gather import Found, beyond, gather, printable
from sayso.reading.identity import fingerprint, ids, sha256
from sayso.reading.isolated import Isolated
from sayso.reading.kinds import HEAD, KINDS, kind_of
from sayso.reading.part import Part
from sayso.reading.plain import Draft
from sayso.reading.readers import apart, parts

_MOST_LISTED = 1_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a pile gave: the reports, in the order of their ids, and what was not read."""

    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    file: str
    draft: Draft
    body: Span
    file_hash: str
    text_hash: str
    digest: str

    @property
    def mark(self) -> str:
        place = self.draft.value("url") or self.file
        return fingerprint(self.text_hash, self.draft.value("outlet"), self.draft.published, place)


@dataclass(slots=True)
class _Pile:
    """What has been read so far."""

    unread: list[Unread]
    by_bytes: dict[tuple[str, str | None], _Read] = field(default_factory=dict)
    by_mark: dict[str, _Read] = field(default_factory=dict)

    def add(self, entry: _Read) -> None:
        """Take a report, or list it: in another language, or read before."""
        language = language_of(entry.body.of(entry.draft.text))
        same = entry.digest, entry.draft.value("outlet")
        if language != "en":
            named = f"it seems to be written in '{language}'" if language != "und" else "its language is not recognised"
            detail = f"{named}; Sayso reads English only: give a translation"
            self.unread.append(Unread(entry.file, "not in English", detail))
        elif same in self.by_bytes:
            detail = f"the same bytes as {self.by_bytes[same].file}; it counts once"
            self.unread.append(Unread(entry.file, "read twice", detail))
        elif entry.mark in self.by_mark:
            detail = f"the same text from the same address as {self.by_mark[entry.mark].file}; it counts once"
            self.unread.append(Unread(entry.file, "read twice", detail))
        else:
            self.by_bytes[same] = self.by_mark[entry.mark] = entry


def read(
    paths: Iterable[str | os.PathLike[str]], *, limits: Limits | None = None, progress: Progress | None = None
) -> Reading:
    """Read files, folders and patterns into reports. Never raises for what it finds: what cannot be read is listed.

    The same bytes from the same outlet are read once. Only English is analysed; other languages are listed as such.
    """
    held = limits or Limits()
    gathered = gather(paths, held)
    pile = _Pile(list(gathered.unread))
    with Isolated(held) as isolated:
        for number, found in enumerate(gathered.files, start=1):
            if len(pile.by_bytes) >= held.reports:
                pile.unread += beyond(gathered.files[number - 1 :], _too_many(held))
                break
            _take(found, pile, isolated, held)
            if progress is not None:
                progress("reading", number, len(gathered.files))
    entries = sorted(pile.by_bytes.values(), key=lambda entry: entry.mark)
    names = ids([entry.mark for entry in entries])
    reports = sorted(
        (_report(name, entry) for name, entry in zip(names, entries, strict=True)), key=lambda report: report.id
    )
    return Reading(tuple(reports), tuple(_told(pile.unread)))


def _take(found: Found, pile: _Pile, isolated: Isolated, limits: Limits) -> None:
    try:
        file_hash, parts = _parts(found, isolated, limits)
    except UnreadableError as error:
        pile.unread.append(Unread(found.file, "not read", str(error)))
        return
    for place, part in enumerate(parts):
        name = printable(found.file + part.mark)
        if part.draft is None:
            pile.unread.append(Unread(name, "not read", part.why))
        elif len(pile.by_bytes) >= limits.reports:
            left = [Found(found.file + each.mark, found.path) for each in parts[place:] if each.draft is not None]
            pile.unread += beyond(left, _too_many(limits))
            return
        else:
            assert part.draft.body is not None
            text_hash = sha256(part.draft.text.encode("utf-8", "surrogatepass"))
            pile.add(_Read(name, part.draft, part.draft.body, file_hash, text_hash, part.digest or file_hash))


def _too_many(limits: Limits) -> str:
    return f"a pile holds at most {limits.reports:,} reports; analyse the rest apart"


def _told(unread: list[Unread]) -> list[Unread]:
    """Return what was not read, in order; of very many entries the first, and the number of the others."""
    listed = sorted(set(unread))
    if len(listed) <= _MOST_LISTED:
        return listed
    more = Unread(
        f"and {len(listed) - _MOST_LISTED:,} more files", "not read", "too many to list; see the entries before"
    )
    return [*listed[:_MOST_LISTED], more]


def _parts(found: Found, isolated: Isolated, limits: Limits) -> tuple[str, list[Part]]:
    """Return the SHA-256 of a file and its reports."""
    try:
        with found.path.open("rb") as file:
            kind = kind_of(file.read(HEAD), found.path.suffix.lower())
            if kind is None:
                raise UnreadableError(_no_kind(found))
            size = os.fstat(file.fileno()).st_size
            if size <= limits.file_bytes:
                file.seek(0)
                data = file.read(limits.file_bytes + 1)
                size = len(data)
            if size > limits.file_bytes:
                message = f"the file has {size:,} bytes, more than the {limits.file_bytes:,} that are read; split it into its reports"
                raise UnreadableError(message)
    except PermissionError as error:
        raise UnreadableError("there is no permission to open it; change its permissions or copy it") from error
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {(error.strerror or str(error)).lower()}") from error
    if not data:
        raise UnreadableError("the file is empty; remove it or save the report again")
    try:
        return sha256(data), isolated.parts(data, kind) if apart(kind, len(data)) else parts(data, kind, limits)
    except SaysoError:
        raise
    except RecursionError as error:
        raise UnreadableError("it is too deeply nested to be read; save its text as .txt") from error
    except Exception as error:  # one file must never cost the pile, whatever is wrong with it
        message = f"reading failed on it ({type(error).__name__}); this is a fault of Sayso: please report it"
        raise UnreadableError(message) from error


def _no_kind(found: Found) -> str:
    kind = printable(found.path.suffix) or "a file without an ending"
    return f"{kind} is no kind that can be read; Sayso reads {KINDS}: save the report as one of these"


def _report(name: str, entry: _Read) -> Report:
    draft = entry.draft
    return Report(
        id=name,
        file=entry.file,
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
