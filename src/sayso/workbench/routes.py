"""What is asked for under which path, with which method; there is nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from sayso.errors import CaseBusyError, CaseMovedError, SaysoError
from sayso.workbench.bench import Bench
from sayso.workbench.judging import JudgeBody, UndoBody, anchors
from sayso.workbench.message import BYTES, JSON, Answer, Request, refused, told
from sayso.workbench.page import dressed, statics, waiting
from sayso.workbench.security import Guard
from sayso.workbench.uploads import TooMuchError

_BODY = 65_536
"""Bytes that a judgement may have."""
_Body = TypeVar("_Body", JudgeBody, UndoBody)


class _BadError(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Routes:
    """Answers requests; it never raises for what a request holds."""

    def __init__(self, bench: Bench, guard: Guard) -> None:
        self._bench = bench
        self._guard = guard
        self._static = statics()
        self._get: dict[str, Callable[[Request], Answer]] = {
            "/": self._page, "/enter": guard.enter, "/api/status": self._status, "/api/case": self._case, "/api/changes": self._changes,
        }  # fmt: skip
        self._post: dict[str, Callable[[Request], Answer]] = {
            "/api/judge": self._judge, "/api/undo": self._undo, "/api/reports": self._report,
        }  # fmt: skip

    def answer(self, request: Request) -> Answer:
        """Answer a request, or say in words why not."""
        refusal = self._guard.refusal(request)
        if refusal is not None:
            return refusal
        known = {"GET": self._get, "POST": self._post}
        try:
            if request.method == "GET" and request.path in self._static:
                return self._static[request.path]
            run = known.get(request.method, {}).get(request.path)
            if run is not None:
                return run(request)
        except _BadError as bad:
            return bad.answer
        except CaseMovedError as error:
            return refused(409, str(error))
        except CaseBusyError as error:
            return refused(503, str(error))
        except SaysoError as error:
            return refused(500, str(error))
        except TooMuchError as error:
            return refused(413, str(error))
        except ValueError as error:
            return refused(422, str(error))
        allowed = [method for method, paths in known.items() if request.path in paths]
        if request.path in self._static:
            allowed.append("GET")
        if allowed:
            return refused(405, f"this is asked for by {' or '.join(allowed)}", Allow=", ".join(allowed))
        return refused(404, "there is nothing under this path")

    def _page(self, request: Request) -> Answer:
        drawn = self._bench.last
        if drawn is None:
            return waiting(self._guard.token, self._bench.desk.name)
        return dressed(drawn.html, self._guard.token, drawn.revision)

    def _status(self, request: Request) -> Answer:
        return told(self._bench.status)

    def _case(self, request: Request) -> Answer:
        drawn = self._bench.page(request.query.get("page", ""))
        bounds = self._bench.inbox.bounds
        return told(
            {
                "name": self._bench.desk.name, "who": self._bench.desk.who, "revision": drawn.revision, "places": drawn.places,
                "rulings": drawn.rulings, "changed": drawn.changed, "file_bytes": bounds.file_bytes,
            }
        )  # fmt: skip

    def _changes(self, request: Request) -> Answer:
        number = request.query.get("number", "")
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise ValueError("give the number of a judgement")
        drawn = self._bench.page(request.query.get("page", ""))
        return told(self._bench.changed_by(int(number), drawn))

    def _judge(self, request: Request) -> Answer:
        body = _parsed(request, JudgeBody)
        places = anchors(self._bench.page(body.page), body.places)
        made = self._bench.judge(body.kind, places, body.who.strip(), body.why.strip(), body.value, body.revision)
        return told({"revision": made}, 201)

    def _undo(self, request: Request) -> Answer:
        body = _parsed(request, UndoBody)
        made = self._bench.undo(body.number, body.who.strip(), body.why.strip(), body.revision)
        return told({"revision": made}, 201)

    def _report(self, request: Request) -> Answer:
        length = _length(request, BYTES)
        upload = self._bench.inbox.take(request.query.get("name", ""), length, request.read)
        self._bench.take(upload)
        return told({"number": upload.number, "name": upload.name}, 202)


def _length(request: Request, kind: str) -> int:
    """Return the length of a body of a certain kind; refuses others, and those of unknown length."""
    if request.header("content-type").partition(";")[0].strip().lower() != kind:
        raise _BadError(refused(415, f"the content must be {kind}"))
    if "transfer-encoding" in request.headers or request.length < 0:
        raise _BadError(refused(411, "the length of the content must be given"))
    return request.length


def _parsed(request: Request, kind: type[_Body]) -> _Body:
    length = _length(request, JSON)
    if length > _BODY:
        raise _BadError(refused(413, f"the content has {length:,} bytes, more than {_BODY:,}"))
    data = bytearray()
    while len(data) < length and (part := request.read(length - len(data))):
        data += part
    try:
        return msgspec.json.decode(bytes(data), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"what was sent does not fit together: {error}") from error
