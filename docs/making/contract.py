"""The pages of dossier.json and without.json, from their JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docs.making.markdown import code, page, table
from sayso.dossier import compare_schema, json_schema, listing_schema, stemma_schema, without_schema

_INTRODUCTION = (
    "`sayso analyse` writes `dossier.json`: UTF-8, every field always there unless this page says otherwise, unknown values `null`. The same reports give the same bytes. "
    "The [JSON Schema](../dossier.schema.json) (Draft 2020-12) says the same for programs, these descriptions included; a test holds both to the code.",
    "Offsets are half-open ranges of code points in the report's decoded text (the file itself for plain text and Markdown, the text extracted from it for all other kinds). The texts are not in the "
    "file; every range carries its own words in `exact`, so that it can be checked against the report (the text quote and text position selectors of the W3C Web Annotation "
    "model). Times are EDTF (ISO 8601-2), unknown parts `X`.",
)


_WITHOUT = (
    "`sayso analyse --without` writes `without.json` beside `dossier.json`, which stays that of the whole pile: what falls, what shrinks and what is resolved when a report or an actor is left out. "
    "The [JSON Schema](../without.schema.json) (Draft 2020-12) says the same for programs.",
)

_STEMMA = (
    "`sayso stemma --format json` and `sayso.Stemma.to_json` give the stemma by itself: the parts of [dossier.json](dossier-json.md) that tell who was made from whom, with the same fields. "
    "The [JSON Schema](../stemma.schema.json) (Draft 2020-12) says the same for programs.",
)

_LISTING = (
    "`sayso claims`, `sayso conflicts` and `sayso timeline` with `--format json`, and `sayso.Listing.to_json`, give one kind of finding by itself: parts of [dossier.json](dossier-json.md) with the "
    "same fields, all of them or those that were asked for. The [JSON Schema](../listing.schema.json) (Draft 2020-12) says the same for programs.",
)

_COMPARE = (
    "`sayso compare --json` and `sayso.Collation.to_json` give two reports side by side. Offsets are half-open ranges of code points in the report's decoded text, and every range carries its "
    "own words. The [JSON Schema](../compare.schema.json) (Draft 2020-12) says the same for programs.",
)


def contract_page() -> str:
    """Return the page of dossier.json: every object with every field, its type and its meaning, the whole first."""
    return _page("dossier.json", _INTRODUCTION, json_schema())


def without_page() -> str:
    """Return the page of without.json, in the same manner."""
    return _page("without.json", _WITHOUT, without_schema())


def stemma_page() -> str:
    """Return the page of the stemma's JSON, in the same manner."""
    return _page("stemma.json", _STEMMA, stemma_schema())


def listing_page() -> str:
    """Return the page of the JSON of claims, conflicts and timeline, in the same manner."""
    return _page("Claims, conflicts and timeline as JSON", _LISTING, listing_schema())


def compare_page() -> str:
    """Return the page of the comparison's JSON, in the same manner."""
    return _page("The comparison as JSON", _COMPARE, compare_schema())


def _page(title: str, introduction: Sequence[str], schema: dict[str, Any]) -> str:
    definitions: dict[str, Any] = schema["$defs"]
    parts = list(introduction)
    for name in _order(definitions, schema["$ref"].rpartition("/")[2]):
        held = definitions[name]
        required = set(held.get("required", ()))
        rows = [
            (code(field), _type(given), given["description"] + ("" if field in required else " May be left out."))
            for field, given in held["properties"].items()
        ]
        parts += [f"## {_short(name)}", held["description"], table(("field", "type", "meaning"), rows)]
        if "maxProperties" in held:
            parts.append("Exactly one of the fields is there.")
    return page(title, parts)


def _short(name: str) -> str:
    return name.removesuffix("Out")


def _order(definitions: dict[str, Any], whole: str) -> list[str]:
    """Return the names of all objects in the order in which a reader meets them, from the whole inwards."""
    found: list[str] = []
    waiting = [whole]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting += [each for given in definitions[name]["properties"].values() for each in _named(given)]
    return found


def _named(given: dict[str, Any]) -> Iterator[str]:
    if "$ref" in given:
        yield given["$ref"].rpartition("/")[2]
    for inner in [*given.get("anyOf", ()), *([given["items"]] if "items" in given else [])]:
        yield from _named(inner)


def _type(given: dict[str, Any]) -> str:
    if "$ref" in given:
        name = _short(given["$ref"].rpartition("/")[2])
        return f"[{name}](#{name.lower()})"
    if "anyOf" in given:
        return " or ".join(sorted((_type(each) for each in given["anyOf"]), key=lambda words: words == "null"))
    if "enum" in given:
        return ", ".join(code(str(each)) for each in given["enum"])
    if given["type"] == "array":
        return f"list of {_type(given['items'])}"
    return str({"boolean": "true or false", "integer": "whole number"}.get(given["type"], given["type"]))
