"""The version of the code and models that make an analysis: what was made by others is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PER_REPORT = ("attribution", "language", "model", "reading", "resources", "similarity", "config.py")
"""The floors that an analysis of one report may depend on, the step `attribution` included."""
FACES = ("cli", "web")
"""The floors that no finding depends on."""


@cache
def version_of(floors: tuple[str, ...] | None = None) -> str:
    """Return a digest of the files of some floors, of all but the faces when None; a model counts by its manifest, which holds its files' digests."""
    home = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*")):
        inside = path.relative_to(home)
        wanted = inside.parts[0] not in FACES if floors is None else inside.parts[0] in floors
        model = inside.parts[:2] == ("resources", "models") and path.name != "manifest.json"
        code = path.suffix in (".py", ".json", ".tsv", ".txt", ".csv", ".toml")
        if (
            wanted
            and not model
            and (code or inside.parts[0] == "resources")
            and path.is_file()
            and path.suffix != ".pyc"
        ):
            content = path.read_bytes()
            digest.update(f"{inside.as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()
