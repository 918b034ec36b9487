"""A request and its answer, apart from any server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

HTML, JSON, BYTES = "text/html; charset=utf-8", "application/json", "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: `headers` by their names in small letters, all values of each; `read(n)` gives at most n more bytes of the body."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, tuple[str, ...]]
    read: Callable[[int], bytes]

    def header(self, name: str) -> str:
        """Return the value of a header; empty when it is not there or there twice, which is no honest request."""
        values = self.headers.get(name, ())
        return values[0] if len(values) == 1 else ""

    @property
    def length(self) -> int:
        """The announced bytes of the body; -1 when that is no number."""
        told = self.header("content-length")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else -1


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered."""

    status: int
    body: bytes = b""
    type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)


def told(value: object, status: int = 200) -> Answer:
    """Return data as an answer in JSON."""
    return Answer(status, msgspec.json.encode(value))


def refused(status: int, words: str, **headers: str) -> Answer:
    """Return an answer that says in words why not."""
    return Answer(status, msgspec.json.encode({"error": words}), JSON, headers)
