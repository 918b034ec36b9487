"""Ids of reports: from text, outlet, date and address or relative path, so that no order of the input changes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

_SHORTEST = 8


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(text_hash: str, outlet: str | None, published: str | None, place: str) -> str:
    """Return the 64 hexadecimal digits an id is cut from; `place` is the address, or the path relative to what was given."""
    return sha256(json.dumps([text_hash, outlet, published, place], ensure_ascii=True).encode())


def ids(fingerprints: Sequence[str]) -> list[str]:
    """Return one id each, `r-` and eight digits; where two would be the same, all ids of the pile that collide grow longer."""
    length = dict.fromkeys(fingerprints, _SHORTEST)
    while True:
        cut: dict[str, list[str]] = {}
        for mark in length:
            cut.setdefault(mark[: length[mark]], []).append(mark)
        clashing = [mark for marks in cut.values() if len(marks) > 1 for mark in marks if length[mark] < len(mark)]
        if not clashing:
            return [f"r-{mark[: length[mark]]}" for mark in fingerprints]
        for mark in clashing:
            length[mark] += 1
