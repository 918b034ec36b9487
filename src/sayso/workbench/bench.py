"""The work behind the page: one thread reads what was dropped in and draws the case anew whenever its file has changed, by whomever."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from sayso.errors import CaseMovedError, SaysoError
from sayso.model import Anchor, JudgementKind
from sayso.workbench.board import Board, File, Status
from sayso.workbench.desk import Desk, Drawn, Told
from sayso.workbench.uploads import Bounds, Inbox, Upload

_LOOK = 1.0
"""Seconds between looks at the file, for what other programs did to it."""
_KEPT = 8
"""Pages whose places are still known: a window judges on the page it shows while the next one is being drawn."""


class _StoppedError(Exception):
    """Ends work that is no longer wanted: the workbench closes, or the case has changed meanwhile."""


class Bench:
    """A desk at work."""

    def __init__(self, desk: Desk, bounds: Bounds | None = None) -> None:
        self.desk = desk
        self.inbox = Inbox(bounds or Bounds())
        self.board = Board()
        self._pages: OrderedDict[str, Drawn] = OrderedDict()
        self._last: Drawn | None = None
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._trying = self._failed = ""
        self._thread = threading.Thread(target=self._work, name="workbench", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._wake.set()
        self._thread.start()

    def close(self, wait: float = 10.0) -> None:
        """Stop work at its next step, and remove what was not read; waits at most `wait` seconds for it."""
        self._stop.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(wait)
        self.inbox.close()

    @property
    def status(self) -> Status:
        """What is being done now."""
        return self.board.status

    @property
    def last(self) -> Drawn | None:
        """What was drawn last, None before the first."""
        return self._last

    def page(self, revision: str) -> Drawn:
        """Return what was drawn of a revision; raises CaseMovedError when it is too old."""
        try:
            return self._pages[revision]
        except KeyError:
            raise CaseMovedError(
                "the page is too old to judge on; look at the case as it is now, and judge again"
            ) from None

    def take(self, upload: Upload) -> None:
        """Have a file read that has come."""
        self.board.file(File(upload.number, upload.name, "waiting"))
        self._wake.set()

    def judge(
        self, kind: JudgementKind, places: Sequence[Anchor], who: str, why: str, value: str | None, expected: str
    ) -> str:
        """Record a judgement, and have its effect worked out; see `Desk.judge`."""
        made = self.desk.judge(kind, places, who, why, value, expected)
        self._wake.set()
        return made

    def undo(self, number: int, who: str, why: str, expected: str) -> str:
        """Take back a judgement, and have the effect worked out; see `Desk.undo`."""
        made = self.desk.undo(number, who, why, expected)
        self._wake.set()
        return made

    def changed_by(self, number: int, drawn: Drawn) -> tuple[Told, ...]:
        """Return what one record changed; see `Desk.changed_by`."""
        return self.desk.changed_by(number, drawn, self._closing)

    def _closing(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise _StoppedError

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set() or self._wake.is_set():
            raise _StoppedError
        self.board.doing(stage, done, total)

    def _work(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(_LOOK)
            self._wake.clear()
            try:
                while not self._stop.is_set() and (upload := self.inbox.next()) is not None:
                    self._read(upload)
                self._draw()
            except _StoppedError:
                continue
            except SaysoError as error:
                self._fail(str(error))
            except Exception as error:  # the workbench must outlive whatever is wrong with one case
                self._fail(
                    f"the case could not be worked out ({type(error).__name__}: {error}); this is a fault of Sayso: please report it"
                )

    def _draw(self) -> None:
        now = self.desk.revision()
        last = self.last
        if now == self._failed or (last is not None and last.revision == now):
            return
        self._trying = now
        drawn = self.desk.draw(last, self._progress)
        self._failed = ""
        self._pages[drawn.revision] = self._last = drawn
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        self.board.drawn(drawn.revision)

    def _fail(self, words: str) -> None:
        self._failed = self._trying  # not again until something changes
        self.board.failed(words)

    def _read(self, upload: Upload) -> None:
        self.board.file(File(upload.number, upload.name, "reading"))
        try:
            given = self.desk.add(upload.path, self._closing)
        except SaysoError as error:
            self.board.file(File(upload.number, upload.name, "not added", str(error)))
        except _StoppedError:
            raise
        except Exception as error:
            why = f"reading it failed ({type(error).__name__}); this is a fault of Sayso: please report it"
            self.board.file(File(upload.number, upload.name, "not added", why))
        else:
            reports = f"{len(given.added)} reports" if len(given.added) > 1 else ""
            words = "; ".join(filter(None, (reports, *given.left)))
            self.board.file(File(upload.number, upload.name, "added" if given.added else "not added", words))
        finally:
            self.inbox.done(upload)
