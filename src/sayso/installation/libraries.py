"""The libraries Sayso needs, as its own installation names them: is each there, in which version, does it load?"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions, requires

from sayso.installation.check import Check

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def libraries(advice: str) -> Iterator[Check]:
    """Check every required library by loading it; those of extras are left out."""
    try:
        wanted = [need for need in requires("sayso") or () if "extra ==" not in need]
    except PackageNotFoundError:
        yield Check("sayso", "failed", "run from its source, not installed", "install it: pip install -e .")
        return
    modules = _modules()
    for need in sorted(wanted, key=str.casefold):
        match = _NAME.match(need)
        assert match is not None  # the packaging tools write nothing else
        yield _library(match[0], modules, advice)


def _library(name: str, modules: dict[str, list[str]], advice: str) -> Check:
    try:
        found = distribution(name).version
    except PackageNotFoundError:
        return Check(name, "failed", "not installed", f"pip install {name}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for module in modules.get(_key(name), [name.replace("-", "_")]):
                import_module(module)
    except Exception as error:  # a broken library may raise anything
        return Check(name, "failed", f"{found}, does not load ({type(error).__name__}: {error})"[:200], advice)
    return Check(name, "fine", found)


def _modules() -> dict[str, list[str]]:
    """Return, by distribution, the modules to load: those that are no private part."""
    found: dict[str, list[str]] = {}
    for module, names in sorted(packages_distributions().items()):
        if module.isidentifier() and not module.startswith("_") and module not in ("tests", "docs", "examples"):
            for name in dict.fromkeys(names):
                found.setdefault(_key(name), []).append(module)
    return found


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
