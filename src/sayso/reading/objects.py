"""Read JSON and lines of JSON: every object with a text is a report of its own."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from sayso.errors import UnreadableError
from sayso.reading.decode import decode
from sayso.reading.object_fields import fields_of, published_of, text_of
from sayso.reading.page import read_page
from sayso.reading.part import Part
from sayso.reading.plain import Draft, read_given

_HOLDERS = (
    "items",
    "articles",
    "reports",
    "documents",
    "docs",
    "results",
    "news",
    "stories",
    "data",
    "hits",
    "response",
    "entries",
)
_MARKUP = re.compile(r"<(?:p|br|div|article|html|body|h[1-6]|ul|blockquote|span)\b[^>]{0,500}>", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_DEEPEST = 3


def read_objects(data: bytes) -> list[Part]:
    """Read one object, a list of them, a list under a usual name ('articles'), or one object a line; parts are counted from 1.

    An object that cannot be read is a part with the reason. Raises UnreadableError when it is no JSON or holds no object.
    """
    source = decode(data)
    try:
        found = json.loads(source)
    except (ValueError, RecursionError) as error:
        return _from_lines(source, error)
    if isinstance(found, dict) and (text_of(found) or _held(found, 0) is None):
        return [Part(_draft(found))]
    objects = found if isinstance(found, list) else _held(found, 0)
    if not isinstance(objects, list) or not any(isinstance(entry, dict) for entry in objects):
        raise UnreadableError(
            "there is no list of objects in it; give objects with the fields text, title, outlet, published, url"
        )
    return [_part(number, entry) for number, entry in enumerate(objects, start=1)]


def _from_lines(source: str, error: Exception) -> list[Part]:
    lines = [line for line in source.split("\n") if line.strip()]
    first = lines[0].strip()
    if len(lines) < 2 and not first.endswith("}"):
        raise _broken(error)
    if not first.startswith("{") or _parsed(first) is None:
        raise _broken(error)
    return [_part(number, _parsed(line)) for number, line in enumerate(lines, start=1)]


def _broken(error: Exception) -> UnreadableError:
    where = f" at line {error.lineno:,}, column {error.colno:,}" if isinstance(error, json.JSONDecodeError) else ""
    what = "too deeply nested" if isinstance(error, RecursionError) else "no valid JSON"
    return UnreadableError(f"it is {what}{where}; write it again, or save its texts as .txt")


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _held(found: Any, depth: int) -> list[Any] | None:
    """Return the list of objects that stands under a usual name."""
    if isinstance(found, list):
        return found if any(isinstance(entry, dict) for entry in found[:100]) else None
    if not isinstance(found, dict) or depth > _DEEPEST:
        return None
    lists = (_held(found.get(name), depth + 1) for name in _HOLDERS)
    return next((held for held in lists if held), None)


def _part(number: int, entry: Any) -> Part:
    mark = f"#{number}"
    if not isinstance(entry, dict):
        return Part(None, "this is no object; give objects with the fields text, title, outlet, published, url", mark)
    try:
        draft = _draft(entry)
    except UnreadableError as error:
        return Part(None, str(error), mark)
    stated = json.dumps(entry, sort_keys=True, ensure_ascii=True)
    return Part(draft, mark=mark, digest=hashlib.sha256(stated.encode()).hexdigest())


def _draft(entry: dict[str, Any]) -> Draft:
    words = _CONTROLS.sub(" ", text_of(entry))
    if not any(char.isalpha() for char in words):
        raise UnreadableError("this object has no text; give it a field 'text' (or body_text, body_html)")
    given = {name: " ".join(_CONTROLS.sub(" ", value).split()) for name, value in fields_of(entry).items()}
    published = published_of(entry)
    if _MARKUP.search(words[:20_000]):
        draft = read_page(words)
        draft.given = {**draft.given, **given}
        draft.published = published or draft.published
        return draft
    return read_given(words, given, published)
