"""The page of the Python interface, from the public names, their signatures and docstrings."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import sayso
from docs.making.markdown import code, docstring, fence, page, table
from sayso import api, attribution, config, dossier, model
from sayso.dossier.render.table import table as rows_of

_ALIASES: tuple[tuple[str, Any, str], ...] = (
    ("Paths", api.Paths, "What `analyse`, `listing`, `sources`, `actors` and `stemma` read: one path, or several."),
    ("OnePath", api.OnePath, "What `compare` reads, twice: the path of one report."),
    ("Progress", config.Progress, "Called as `progress(stage, done, total)`: a few plain words for the stage, then counts."),
    ("ListingKind", model.ListingKind, "What `listing` lists."),
    ("TableKind", dossier.TableKind, "The tables of `to_dataframe`."),
    ("Backend", dossier.Backend, "The libraries of data frames."),
)  # fmt: skip
_NOTHING = model.Dossier(
    version="", reports=(), attributions=(), claims=(), propositions=(), derivations=(), absent=(), cycles=(), drift=(),
    conflicts=(), updates=(), actors=(), timeline=(), unread=(),
)  # fmt: skip
_ELSEWHERE = {
    "Actors": api.Actors, "Collation": api.Collation, "Listing": api.Listing, "Stemma": api.Stemma, "Sources": api.Sources, "Sourcing": api.Sourcing, "SourcingRow": attribution.SourcingRow, "Voice": model.Voice, "Changes": model.Changes, "Hit": model.Hit,
}  # fmt: skip


def python_page() -> str:
    """Return the page: functions, then classes with their fields and methods, then aliases, then the parts of a dossier."""
    public = {name: getattr(sayso, name) for name in sorted(sayso.__all__)}
    functions = {name: each for name, each in public.items() if inspect.isfunction(each)}
    classes: dict[str, Any] = {name: each for name, each in public.items() if is_dataclass(each)}
    errors = [name for name, each in public.items() if isinstance(each, type) and issubclass(each, Exception)]
    parts = [docstring(sayso).partition("\n\n")[0], "```python\nimport sayso\n```", "## Functions"]
    for name, function in functions.items():
        parts += [f"### sayso.{name}", fence(_signature(name, function), "python"), docstring(function)]
    parts.append("## Classes")
    for name, held in classes.items():
        inherited = [docstring(each) for each in held.__mro__[1:-1]]
        parts += [f"### sayso.{name}", docstring(held), *inherited, *_fields(held), *_methods(held)]
    parts += [
        "## Errors",
        ", ".join(code(f"sayso.{name}") for name in errors) + ": see [errors and exit codes](errors.md).",
        "## Version",
        f"`sayso.__version__` is the version as text, such as `{sayso.__version__}`.",
        "## Aliases",
        table(("name", "stands for", "meaning"), [(code(n), code(_alias(each)), words) for n, each, words in _ALIASES]),
        "## What a dossier is made of",
        "Frozen data classes of `sayso.model`. What leaves the tool is described field by field in [dossier.json](dossier-json.md); the names are the same.",
    ]
    for held in _parts([sayso.Dossier, *_ELSEWHERE.values()]):
        if held.__name__ not in classes:
            parts += [f"### {held.__name__}", docstring(held), *_fields(held)]
    parts.append("## Columns of the data frames")
    parts.append("What `to_dataframe` gives, by `kind`; a cell is missing where something is unknown.")
    for kind in typing.get_args(dossier.TableKind):
        columns = rows_of(_NOTHING, kind)
        parts += [f"### {kind}", table(("column", "type"), [(code(each.name), each.type) for each in columns])]
    words = {name: each for name, each in vars(model).items() if typing.get_origin(each) is typing.Literal}
    parts += [
        "## Closed vocabularies",
        table(
            ("name", "values"),
            [(code(n), ", ".join(map(code, map(str, typing.get_args(words[n]))))) for n in sorted(words)],
        ),
    ]
    return page("From Python", parts)


def _alias(value: Any) -> str:
    return _tidy(str(value))


def _tidy(words: str) -> str:
    return re.sub(r"\b(?:typing|collections\.abc|pathlib|sayso\.\w+(?:\.\w+)*|model)\.", "", words).replace("'", '"')


def _signature(name: str, function: Any) -> str:
    plain = inspect.signature(function)
    given = []
    starred = False
    for parameter in plain.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            given.append("*")
            starred = True
        hint = "" if parameter.annotation is parameter.empty else f": {_hint(parameter.annotation)}"
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}".replace("'", '"')
        given.append(f"{parameter.name}{hint}{default}")
    result = _hint(plain.return_annotation)
    whole = f"{name}({', '.join(given)}) -> {result}"
    return whole if len(whole) <= 100 else f"{name}(\n    " + ",\n    ".join(given) + f",\n) -> {result}"


def _hint(annotation: object) -> str:
    return _tidy(annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation)))


def _default(field: Field[Any]) -> str:
    if field.default is not MISSING:
        return code(repr(field.default).replace("'", '"'))
    return "made for each" if field.default_factory is not MISSING else ""


def _fields(held: Any) -> Iterator[str]:
    rows = [
        (code(field.name), code(_tidy(str(field.type))), _default(field))
        for field in fields(held)
        if field.name[0] != "_"
    ]
    yield table(("field", "type", "default"), rows)


def _methods(held: Any) -> Iterator[str]:
    for name, function in vars(held).items():
        if inspect.isfunction(function) and not name.startswith("_"):
            yield f"#### {held.__name__}.{name}"
            yield fence(_signature(name, function), "python")
            yield docstring(function)
    if "_repr_html_" in vars(held):
        yield "In a notebook it shows itself as a table of its first propositions."


def _parts(roots: list[Any]) -> list[Any]:
    """Return the data classes that hang on `roots`, in the order in which a reader meets them."""
    found: list[Any] = []
    waiting = list(roots)
    while waiting:
        held = waiting.pop(0)
        if held not in found:
            found.append(held)
            hints = typing.get_type_hints(held, localns=_ELSEWHERE)
            waiting += [each for field in fields(held) for each in _classes(hints[field.name])]
    return found


def _classes(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in typing.get_args(hint):
        yield from _classes(inner)
