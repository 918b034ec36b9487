"""Find the files that are meant: single files, folders with all that lies in them, and patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.config import Limits
from sayso.model import Unread
from sayso.reading.kinds import ENDINGS, KINDS

_OURS = frozenset({"dossier.json", "dossier.html", "dossier.md"})


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: `file` is its path relative to what was given, with forward slashes; `path` opens it."""

    file: str
    path: Path


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the given paths lead to: files to read, and what cannot be read at all."""

    files: tuple[Found, ...]
    unread: tuple[Unread, ...]


def printable(name: str) -> str:
    """Return a file name that can be written anywhere: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def gather(paths: Iterable[str | os.PathLike[str]], limits: Limits) -> Gathered:
    """Return the files that `paths` lead to, sorted, each once; folders are searched to the bottom, hidden files left alone.

    A path with `*`, `?` or `[` that does not exist as it stands is a pattern (`**` goes through folders). Never raises for what it meets on disk.
    """
    files: list[Found] = []
    unread: list[Unread] = []
    for given in sorted({os.fspath(path) for path in paths}):
        try:
            _follow(given, files, unread)
        except (OSError, ValueError) as error:
            unread.append(Unread(printable(given), "not read", f"cannot be opened: {_why(error)}"))
    kept, twice = _once(files)
    unread += twice
    if len(kept) > limits.files:  # files of no known ending are the first to be left out
        kept.sort(key=lambda found: (found.path.suffix.lower() not in ENDINGS, found))
    unread += beyond(
        sorted(kept[limits.files :]), f"a pile holds at most {limits.files:,} files; analyse the rest apart"
    )
    return Gathered(tuple(sorted(kept[: limits.files])), tuple(sorted(set(unread))))


def beyond(files: Sequence[Found], detail: str) -> list[Unread]:
    """Return one entry for all `files` that a limit leaves out, none when there are none."""
    if not files:
        return []
    name = files[0].file if len(files) == 1 else f"{files[0].file} to {files[-1].file} ({len(files):,} files)"
    return [Unread(name, "not read", detail)]


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _follow(given: str, files: list[Found], unread: list[Unread]) -> None:
    path = Path(given)
    if not given:
        unread.append(Unread("", "not read", "the path is empty; give a file or a folder"))
    elif path.is_dir():
        before = len(files) + len(unread)
        _walk(path, path, files, unread)
        if len(files) + len(unread) == before:
            unread.append(Unread(printable(given), "not read", f"the folder holds no file; put {KINDS} files into it"))
    elif path.exists():
        _take(path, path.name, files, unread)
    elif glob.has_magic(given):
        base = _base(given)
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        if not matches:
            unread.append(Unread(printable(given), "not read", "no file fits this pattern; check its spelling"))
        for match in matches:
            found = Path(match)
            if found.is_file():
                _take(found, found.relative_to(base).as_posix(), files, unread)
            elif found.is_dir() and "**" not in given:
                _walk(found, base, files, unread)
    elif path.is_symlink():
        unread.append(Unread(printable(given), "not read", "is a link that leads nowhere; give the file itself"))
    else:
        unread.append(Unread(printable(given), "not read", "there is no such file or folder; check the path"))


def _base(pattern: str) -> Path:
    parts = Path(pattern).parts
    plain = []
    for part in parts[:-1]:
        if glob.has_magic(part):
            break
        plain.append(part)
    return Path(*plain)


def _walk(folder: Path, root: Path, files: list[Found], unread: list[Unread]) -> None:
    inside = root.resolve()

    def failed(error: OSError) -> None:
        place = Path(error.filename) if error.filename else folder
        unread.append(Unread(_relative(place, root), "not read", f"the folder cannot be opened: {_why(error)}"))

    for here, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *sorted(names)]:
            path = Path(here, name)
            if name.startswith(".") or (name in folders and not path.is_symlink()):
                continue
            file = _relative(path, root)
            if path.is_symlink() and name in folders:
                detail = "is a link to a folder, which is not followed; give that folder as a path of its own"
                unread.append(Unread(file, "not read", detail))
            elif path.is_symlink() and not path.resolve().is_relative_to(inside):
                detail = "is a link out of the folder, which is not followed; give the file it leads to"
                unread.append(Unread(file, "not read", detail))
            elif name in _OURS and "dossier.json" in names:
                unread.append(Unread(file, "not read", "is a dossier of Sayso, no report; give other files"))
            else:
                _take(path, file, files, unread)


def _relative(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix())


def _take(path: Path, file: str, files: list[Found], unread: list[Unread]) -> None:
    file = printable(file)
    if not path.is_file():
        detail = "is a link that leads nowhere" if path.is_symlink() else "is no ordinary file"
        unread.append(Unread(file, "not read", f"{detail}; give the file itself"))
    else:
        files.append(Found(file, path))


def _once(files: list[Found]) -> tuple[list[Found], list[Unread]]:
    """Keep each file on disk once, under its longest relative path; tell apart two files that go by one name."""
    by_place: dict[Path, Found] = {}
    twice: list[Unread] = []
    for found in sorted(files, key=lambda f: (-len(f.file), f.file, str(f.path))):
        place = found.path.absolute() if found.path.is_symlink() else found.path.resolve()
        if place in by_place:
            twice.append(Unread(found.file, "read twice", "the same file was given more than once; it counts once"))
        else:
            by_place[place] = found
    return sorted(by_place.values()), twice
