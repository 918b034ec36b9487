"""The checks, in the order in which a fault of one would explain the next."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from sayso.errors import ResourceError
from sayso.installation.check import Check
from sayso.installation.libraries import libraries
from sayso.installation.trial import trial

OLDEST = (3, 11)
_AGAIN = "install sayso again: pip install --force-reinstall sayso"
MODELS = ("reader", "sentences", "wordpieces")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_FRAMES = ("pandas", "polars")
_SIGNS = "●◐○⚡↻›├“”…"


def checks() -> tuple[Check, ...]:
    """Check every part; a part that fails never hides the others. Takes a few seconds, since every library is loaded."""
    return (python(), *libraries(_AGAIN), lexicons(), models(), folder(), terminal(), analysis(), *optional())


def python() -> Check:
    """Check the version of Python."""
    found = (
        f"{platform.python_version()} ({platform.python_implementation()}, {platform.system()} {platform.machine()})"
    )
    if sys.version_info[:2] >= OLDEST:
        return Check("Python", "fine", found)
    oldest = ".".join(map(str, OLDEST))
    return Check("Python", "failed", found, f"use Python {oldest} or later")


def lexicons() -> Check:
    """Check that every lexicon of the installation loads."""
    from sayso.resources import raw, rows, tree, words

    readers = {".txt": words, ".tsv": rows, ".toml": tree}
    loaded, broken = 0, []
    for language in sorted(entry.name for entry in files("sayso.resources").iterdir() if entry.is_dir()):
        if language.startswith("_") or language == "models":
            continue
        for name in sorted(entry.name for entry in files("sayso.resources").joinpath(language).iterdir()):
            path = Path(name)
            try:
                held = readers[path.suffix](path.stem, language) if path.suffix in readers else raw(name, language)
                if not held:
                    broken.append(f"{language}/{name} is empty")
                loaded += 1
            except ResourceError as error:
                broken.append(str(error))
    if broken or not loaded:
        return Check("lexicons", "failed", "; ".join(broken) or "none found", _AGAIN)
    return Check("lexicons", "fine", f"{loaded} files load")


def models() -> Check:
    """Check that every model of the installation is there and unbroken."""
    from sayso.resources.model_files import model_files

    found, broken = [], []
    for name in MODELS:
        try:
            held = model_files(name)
            found.append(f"{held.name} {held.version}")
        except ResourceError as error:
            broken.append(str(error))
    if broken:
        return Check("models", "failed", "; ".join(broken), _AGAIN)
    return Check("models", "fine", ", ".join(found))


def folder() -> Check:
    """Check that a temporary folder can be written to."""
    try:
        with tempfile.TemporaryDirectory(prefix="sayso-") as made:
            probe = Path(made) / "probe"
            probe.write_bytes(b"written")
            if probe.read_bytes() != b"written":
                return Check("temporary folder", "failed", f"{made} does not keep what is written", "check the disk")
            return Check("temporary folder", "fine", str(Path(made).parent))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Check("temporary folder", "failed", reason, "set TMPDIR to a folder you may write to")


def terminal() -> Check:
    """Check what the standard output can show; without Unicode, letters stand for the signs, which is no fault."""
    encoding = sys.stdout.encoding or "unknown"
    width = shutil.get_terminal_size().columns
    kind = f"{width} columns" if sys.stdout.isatty() else "no terminal, a file or pipe"
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Check("terminal", "fine", f"{encoding}, {kind}; letters stand for signs (PYTHONUTF8=1 would show them)")
    return Check("terminal", "fine", f"{encoding}, {kind}")


def analysis() -> Check:
    """Check that a tiny built-in pile gives the result that is expected."""
    try:
        wrong, found = trial()
    except Exception as error:  # whatever is broken must be told and not raised
        return Check("analysis", "failed", f"{type(error).__name__}: {error}"[:300], _AGAIN)
    if wrong:
        return Check("analysis", "failed", wrong, f"{_AGAIN}; if it stays, please report it")
    return Check("analysis", "fine", found)


def optional() -> tuple[Check, ...]:
    """Look for parts that nothing here needs, but that some uses like to have."""
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    found = [
        Check("browser", "fine", browser)
        if browser
        else Check("browser", "not there", "dossier.html opens in any browser; one here could print it to PDF")
    ]
    for name in _FRAMES:
        try:
            found.append(Check(name, "fine", version(name)))
        except PackageNotFoundError:
            found.append(Check(name, "not there", "only Dossier.to_dataframe() uses it"))
    return tuple(found)
