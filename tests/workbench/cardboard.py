"""A desk of cardboard: it holds two claims and a report, and writes down what it is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from sayso.config import Progress
from sayso.errors import CaseMovedError, NothingReadError
from sayso.model import Anchor, JudgementKind
from sayso.workbench import Drawn, Given, Place, Told

PAGE = (
    '<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'sha256-a'; script-src 'sha256-b'; img-src data:\"><title>x</title></head>"
    '<body><main><h1>x</h1><p id="words">{}</p></main></body></html>'
)
ANCHORS = {"c1": Anchor("d", "r1", "post.txt", 0, 4, "lamp"), "c2": Anchor("d", "r1", "post.txt", 5, 9, "bell"), "report-1": Anchor("d", "r1", "post.txt")}  # fmt: skip


class CardboardDesk:
    name = "quay.sayso"
    who = "Ana"

    def __init__(self) -> None:
        self.number = 0
        self.said: list[tuple[object, ...]] = []
        self.read: dict[str, bytes] = {}
        self.hold = threading.Event()
        self.hold.set()
        self.lock = threading.Lock()
        self.fails = ""

    def revision(self) -> str:
        return str(self.number)

    def draw(self, last: Drawn | None, progress: Progress) -> Drawn:
        now = self.revision()
        while not self.hold.wait(0.02):
            progress("thinking", 0, 1)
        if self.fails:
            raise NothingReadError(self.fails)
        places = tuple(Place(id=id, kind="claim" if anchor.end else "report", words=anchor.exact, where=anchor.file) for id, anchor in ANCHORS.items())  # fmt: skip
        return Drawn(revision=now, html=PAGE.format(now), places=places, anchors=ANCHORS, rulings=(), changed=())

    def judge(
        self, kind: JudgementKind, places: Sequence[Anchor], who: str, why: str, value: str | None, expected: str
    ) -> str:
        return self._write(expected, kind, tuple(places), who, why, value)

    def undo(self, number: int, who: str, why: str, expected: str) -> str:
        return self._write(expected, "undo", number, who, why)

    def _write(self, expected: str, *what: object) -> str:
        with self.lock:
            if expected != self.revision():
                raise CaseMovedError("the case has changed")
            self.said.append(what)
            self.number += 1
            return self.revision()

    def changed_by(self, number: int, drawn: Drawn, progress: Progress) -> tuple[Told, ...]:
        return (Told(kind="merged", text="lamp", before="2 apart", after="one", because=(str(number),), place="c1"),)

    def add(self, path: Path, progress: Progress) -> Given:
        self.read[path.name] = path.read_bytes()
        if b"nothing" in self.read[path.name]:
            return Given((), ("there is nothing in it",))
        time.sleep(0.01)
        self.number += 1
        return Given((path.name,), ())
