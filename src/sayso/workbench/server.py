"""The server: the standard library's, on the loopback interface alone; everything it is asked goes to the routes."""

from __future__ import annotations

import socket
import threading
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from sayso.errors import OutputError
from sayso.workbench.bench import Bench
from sayso.workbench.desk import Desk
from sayso.workbench.message import Answer, Request, refused
from sayso.workbench.routes import Routes
from sayso.workbench.security import CLOSED, HEADERS, Guard
from sayso.workbench.uploads import Bounds

_HOST = "127.0.0.1"
_SECONDS = 30.0
"""Seconds that a connection may say nothing."""
_CONNECTIONS = 64
_DRAINED = 1_000_000
"""Bytes of a refused body that are still read, so that the browser reads the answer instead of an error of its connection."""


class Workbench:
    """A case that is served to browsers of this machine; `url` is the address that lets one in. Close it when done."""

    def __init__(self, desk: Desk, port: int = 0, bounds: Bounds | None = None) -> None:
        """Listen on `port`, any free one when 0. Raises OutputError when it is taken."""
        try:
            self._server = _Server((_HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            why = (getattr(error, "strerror", None) or str(error)).lower()
            raise OutputError(
                f"port {port} of {_HOST} cannot be listened on: {why}; choose another one with --port, or none"
            ) from error
        self._guard = Guard(self._server.server_port)
        self._bench = Bench(desk, bounds)
        self._server.routes = Routes(self._bench, self._guard)
        self._bench.start()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return self._guard.port

    @property
    def url(self) -> str:
        """The address that lets a browser in; whoever knows it may read and judge the case."""
        return f"http://{_HOST}:{self.port}/enter?key={self._guard.key}"

    def serve(self) -> None:
        """Serve until `stop` is called from another thread, or an exception such as KeyboardInterrupt comes."""
        self._server.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """End `serve`."""
        self._server.shutdown()

    def close(self) -> None:
        """Let go of the port, and end what is being worked on; what was acknowledged is in the case."""
        self._server.server_close()
        self._bench.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False
    request_queue_size = 128  # a page asks for its files all at once, while the case is being worked out
    routes: Routes

    def __init__(self, *given: Any) -> None:
        self._free = threading.BoundedSemaphore(_CONNECTIONS)
        super().__init__(*given)

    def server_bind(self) -> None:
        """Bind without asking for the machine's name, which may ask a name server."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = _HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own; beyond so many at a time a connection is closed unanswered."""
        if not self._free.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a connection that broke."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _SECONDS
    server: _Server

    def _answer(self) -> None:
        request, read = self._request()
        try:
            answer = self.server.routes.answer(request)
        except (ConnectionError, TimeoutError):
            return
        except Exception as error:
            answer = refused(500, f"this failed ({type(error).__name__}); it is a fault of Sayso: please report it")
        if answer.status >= 400 and 0 < request.length - read[0] <= _DRAINED:
            request.read(request.length - read[0])
        self._send(answer)

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = _answer  # noqa: N815

    def _request(self) -> tuple[Request, list[int]]:
        headers: dict[str, list[str]] = defaultdict(list)
        for name, value in self.headers.items():
            headers[name.lower()].append(value)
        parts = urlsplit(self.path)
        read = [0]

        def body(most: int) -> bytes:
            part = self.rfile.read1(most)
            read[0] += len(part)
            return part

        try:
            query = dict(parse_qsl(parts.query, max_num_fields=8, keep_blank_values=True))
        except ValueError:
            query = {}
        path = parts.path if self.path.startswith("/") else ""
        return Request(self.command, path, query, {k: tuple(v) for k, v in headers.items()}, body), read

    def version_string(self) -> str:
        """Tell the name alone: versions are nobody's business."""
        return "Sayso"

    def _send(self, answer: Answer) -> None:
        if self.request_version == "HTTP/0.9":  # an answer without a head would be one without a policy
            self.request_version = "HTTP/1.0"
        self.send_response(answer.status)
        for name, value in {"Content-Security-Policy": CLOSED, **HEADERS, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request of HTTP that is understood here, as all else is refused."""
        self.close_connection = True
        self._send(refused(code, "this is no request that is understood here"))

    def log_message(self, format: str, *given: object) -> None:
        """Print nothing: what is asked for is nobody's business."""
