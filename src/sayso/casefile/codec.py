"""Data classes of the model as bytes and back, exactly."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

from sayso.errors import CaseDamagedError

T = TypeVar("T")
_FAST = 1  # token lists are repetitive: higher levels cost more time than they save room


def packed(value: object) -> bytes:
    """Return a value of frozen data classes, tuples and plain values as compressed MessagePack; floats keep every bit."""
    return zlib.compress(msgspec.msgpack.encode(value), _FAST)


def unpacked(content: bytes, kind: type[T] | Any) -> T:
    """Return the value of type `kind` that `packed` gave; raises CaseDamagedError when the bytes are no such value."""
    try:
        found: T = msgspec.msgpack.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise CaseDamagedError(
            f"an entry of the case file is damaged ({error}); take a copy made before, or add the reports to a new case"
        ) from error
    return found


def written(value: object) -> str:
    """Return a value as JSON text, for what a person may want to read in the file."""
    return msgspec.json.encode(value).decode()


def parsed(text: str, kind: type[T] | Any) -> T:
    """Return the value of type `kind` that `written` gave; raises CaseDamagedError when the text is no such value."""
    try:
        found: T = msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise CaseDamagedError(
            f"an entry of the case file is damaged ({error}); take a copy made before, or add the reports to a new case"
        ) from error
    return found
