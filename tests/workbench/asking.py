"""Asks a workbench over a bare connection, header by header, as a browser never would."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPResponse
from typing import Any

from sayso.workbench import Workbench


class Client:
    """Somebody who was let in: has the cookie, and the token from the page."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.host = f"127.0.0.1:{bench.port}"
        entered = self.ask("GET", bench.url.removeprefix(f"http://{self.host}"), cookie="")
        assert entered.status == 303 and entered.getheader("Location") == "/"
        self.set_cookie = str(entered.getheader("Set-Cookie"))
        self.cookie = self.set_cookie.partition(";")[0]
        self.token = ""

    def ask(
        self, method: str, path: str, body: bytes | None = None, cookie: str | None = None, **headers: str
    ) -> HTTPResponse:
        """Ask with exactly these headers (underscores become dashes), Host and cookie unless they are given; the body of the answer is read."""
        connection = HTTPConnection("127.0.0.1", self.bench.port, timeout=60)
        given = {"Host": self.host} | {name.replace("_", "-"): value for name, value in headers.items()}
        given["Cookie"] = self.cookie if cookie is None else cookie
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None and "Content-Length" not in given:
            given["Content-Length"] = str(len(body))
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        answer.text = answer.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def page(self) -> str:
        """Wait for the page, and remember its token."""
        answer: Any = None
        for _ in range(600):
            answer = self.ask("GET", "/")
            assert answer.status == 200
            self.token = answer.text.partition('sayso-token" content="')[2].partition('"')[0]
            if 'sayso-revision" content=""' not in answer.text:
                break
        return str(answer.text)

    def get(self, path: str) -> Any:
        """Ask for data."""
        answer: Any = self.ask("GET", path)
        return answer.status, json.loads(answer.text)

    def post(self, path: str, value: object = None, **headers: str) -> tuple[int, Any]:
        """Send data, or the bytes of a file, as the page does."""
        raw = isinstance(value, bytes)
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        given = {
            "Origin": f"http://{self.host}", "X_Sayso_Token": self.token,
            "Content_Type": "application/octet-stream" if raw else "application/json", **headers,
        }  # fmt: skip
        answer: Any = self.ask("POST", path, body, **given)
        return answer.status, json.loads(answer.text)
