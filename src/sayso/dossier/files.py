"""Write files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sayso.errors import OutputError


def write_whole(folder: Path, contents: Mapping[str, bytes], what: str = "the dossier") -> tuple[Path, ...]:
    """Write the files `contents` (name to bytes) into `folder`, which is made if it is not there; return their paths in order.

    All are first written beside their places under other names. When that fails, or whoever runs this is stopped meanwhile, what was
    written is removed again, a folder that was made for it too, and older files stay. Raises OutputError when the system refuses.
    """
    made: list[Path] = []
    parts: dict[Path, Path] = {}
    try:
        _make(folder, made)
        for name, content in contents.items():
            part = folder / f".{name}.{os.getpid()}.part"
            parts[part] = folder / name
            part.write_bytes(content)
        for part, final in parts.items():
            part.replace(final)
    except BaseException as error:
        for part in parts:
            _remove(part)
        for place in made:
            _remove(place)
        if not isinstance(error, OSError):
            raise
        reason = (error.strerror or str(error)).lower()
        message = f"{what} cannot be written to '{folder}': {reason}; choose a folder you may write to with -o"
        raise OutputError(message) from error
    return tuple(parts.values())


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; `made` gets the new ones, the lowest first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        made.insert(0, place)
    if not folder.is_dir():
        raise NotADirectoryError(20, "is a file and no folder")


def _remove(path: Path) -> None:
    """Remove a file, or a folder with nothing in it."""
    try:
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return
