"""The model files of the installation: what their manifests say, and whether the files are still what was shipped.

Each model is a folder of `models/` with a `manifest.json`: name, version, language, licence, the size and the SHA-256 of each file, and for graphs the width
of their vectors, the SHA-256 of the wordpieces they were made with, and the labels in the order of their numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import ResourceError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """One model whose files were found unbroken; `width` is 0 and `wordpieces` empty where the manifest names none."""

    name: str
    version: str
    language: str
    licence: str
    width: int
    wordpieces: str
    labels: Mapping[str, tuple[str, ...]]
    folder: Path
    digests: Mapping[str, str]

    def path(self, file: str) -> Path:
        """Return the path of one of the files; raises ResourceError when the manifest does not name it."""
        if file not in self.digests:
            raise ResourceError(
                f"the model {self.name} has no file {file} (see {self.folder / MANIFEST}); reinstall sayso"
            )
        return self.folder / file

    def require(self, labels: Mapping[str, Sequence[str]]) -> None:
        """Raise ResourceError unless the model counts its labels as this version of Sayso does."""
        for kind, wanted in labels.items():
            if self.labels.get(kind) != tuple(wanted):
                raise ResourceError(
                    f"the model {self.name} (version {self.version}) has other labels for {kind} than this version of sayso reads "
                    f"({self.folder / MANIFEST}); reinstall sayso, so that both are of one version"
                )

    def require_wordpieces(self, digest: str) -> None:
        """Raise ResourceError unless the model was made with the wordpieces of this SHA-256."""
        if self.wordpieces != digest:
            raise ResourceError(
                f"the model {self.name} was made with other wordpieces than those installed ({self.folder / MANIFEST}); reinstall sayso"
            )


def models_folder() -> Path:
    """Return the folder of the models that are part of the installation."""
    return Path(str(files("sayso.resources"))) / "models"


def installed(name: str) -> bool:
    """Return whether the installation has a model of this name, broken or not."""
    return (models_folder() / name / MANIFEST).is_file()


@cache
def model_files(name: str, language: str = "en", folder: Path | None = None) -> ModelFiles:
    """Return the model `name` after checking its language and every file; `folder` is where the models lie, the installation when None.

    The files are read once a process. Raises ResourceError with the file that is missing, broken or meant for another language.
    """
    home = (folder or models_folder()) / name
    told = _manifest(home, name)
    try:
        found = ModelFiles(
            name=str(told["name"]),
            version=str(told["version"]),
            language=str(told["language"]),
            licence=str(told["licence"]),
            width=int(told.get("width", 0)),
            wordpieces=str(told.get("wordpieces", "")),
            labels={kind: tuple(held) for kind, held in told.get("labels", {}).items()},
            folder=home,
            digests={file: str(held["sha256"]) for file, held in told["files"].items()},
        )
        sizes = {file: int(held["bytes"]) for file, held in told["files"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResourceError(
            f"the manifest of the model {name} is broken ({home / MANIFEST}: {error!r}); reinstall sayso"
        ) from error
    if found.name != name:
        raise ResourceError(
            f"the folder of the model {name} holds the model {found.name} ({home / MANIFEST}); reinstall sayso"
        )
    if found.language != language:
        raise ResourceError(
            f"the model {name} reads the language '{found.language}', not '{language}' ({home / MANIFEST}); install a model for '{language}'"
        )
    for file, digest in found.digests.items():
        _check(found.path(file), name, sizes[file], digest)
    return found


def _manifest(home: Path, name: str) -> dict[str, Any]:
    path = home / MANIFEST
    try:
        told = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise ResourceError(f"the model {name} is not installed ({path} is missing); reinstall sayso") from error
    except (OSError, ValueError) as error:
        raise ResourceError(
            f"the manifest of the model {name} cannot be read ({path}: {error}); reinstall sayso"
        ) from error
    if not isinstance(told, dict):
        raise ResourceError(f"the manifest of the model {name} is broken ({path} is no object); reinstall sayso")
    return told


def _check(path: Path, name: str, size: int, digest: str) -> None:
    """Raise ResourceError unless the file has this size and this SHA-256."""
    try:
        held = path.stat().st_size
        if held != size:
            raise ResourceError(
                f"a file of the model {name} is broken ({path} has {held} bytes instead of {size}); reinstall sayso"
            )
        with path.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise ResourceError(f"a file of the model {name} cannot be read ({path}: {error}); reinstall sayso") from error
    if found != digest:
        raise ResourceError(f"a file of the model {name} is broken ({path} is not what was shipped); reinstall sayso")
