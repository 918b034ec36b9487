"""Who is let in: hosts, origins, sites, the key, the token; what every answer forbids; paths and methods that lead nowhere."""

from __future__ import annotations

import re
import socket
from typing import Any

import pytest

from sayso.workbench import Workbench
from tests.workbench.asking import Client
from tests.workbench.cardboard import CardboardDesk

NOTE = {"kind": "note", "places": ["c1"], "page": "0", "revision": "0", "who": "Ana", "why": "a note"}


@pytest.fixture
def client(bench: Workbench) -> Client:
    made = Client(bench)
    made.page()
    return made


def test_it_listens_on_the_loopback_alone(bench: Workbench) -> None:
    assert bench._server.socket.getsockname()[0] == "127.0.0.1"


def test_the_key_opens_the_door_and_its_cookie_is_for_this_site_alone(client: Client) -> None:
    assert "; HttpOnly" in client.set_cookie and "; SameSite=Strict" in client.set_cookie
    assert client.cookie.startswith(f"sayso-{client.bench.port}=")
    for path in ("/enter?key=wrong", "/enter", "/enter?key=%C3%A9"):
        assert client.ask("GET", path).status == 403
    for cookie in (
        "",
        "sayso=1",
        client.cookie[:-1],
        f"{client.cookie}x",
        "\xff",
        ";;==",
        f"sayso-{client.bench.port}=",
    ):
        assert client.ask("GET", "/", cookie=cookie).status == 403
        assert client.ask("GET", "/api/status", cookie=cookie).status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{}", "192.168.0.1:{}", "[::1]:{}", ""]
)
def test_a_name_that_was_made_to_lead_here_is_refused(client: Client, host: str) -> None:
    answer: Any = client.ask("GET", "/", Host=host.format(client.bench.port))
    assert answer.status == 403 and "host name" in answer.text
    assert client.ask("GET", client.bench.url[21:], Host=host.format(client.bench.port)).status == 403


def test_localhost_is_this_host_too(client: Client) -> None:
    host = f"localhost:{client.bench.port}"
    assert client.ask("GET", "/", Host=host).status == 200
    assert client.post("/api/judge", NOTE, Host=host, Origin=f"http://{host}")[0] == 201


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        "https://127.0.0.1:{}",
        "http://127.0.0.1:{}.evil.example",
        "",
    ],
)
def test_other_origins_are_refused_whatever_they_carry(client: Client, desk: CardboardDesk, origin: str) -> None:
    told = origin.format(client.bench.port)
    assert client.post("/api/judge", NOTE, Origin=told)[0] == 403
    assert client.ask("GET", "/api/status", Origin=told).status == 403
    assert desk.said == []


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_are_refused(client: Client, site: str) -> None:
    assert client.ask("GET", "/", Sec_Fetch_Site=site).status == 403
    assert client.ask("GET", "/", Sec_Fetch_Site="none").status == 200


def test_a_change_needs_the_token_and_an_origin(client: Client, desk: CardboardDesk) -> None:
    for token in ("", "wrong", client.token[:-1]):
        status, value = client.post("/api/judge", NOTE, X_Sayso_Token=token)
        assert status == 403 and "load it again" in value["error"]
    body = b"{}"
    answer = client.ask("POST", "/api/undo", body, X_Sayso_Token=client.token, Content_Type="application/json")
    assert answer.status == 403
    assert desk.said == []
    assert client.post("/api/judge", NOTE)[0] == 201


def test_no_answer_may_be_read_framed_or_kept_by_others(client: Client) -> None:
    asked = [client.ask("GET", path) for path in ("/", "/api/status", "/workbench/main.js", "/nothing")]
    asked += [client.ask("GET", "/", cookie=""), client.ask("OPTIONS", "/api/judge", Origin=f"http://{client.host}")]
    for answer in asked:
        assert not [name for name, _ in answer.getheaders() if name.lower().startswith("access-control")]
        assert answer.getheader("X-Content-Type-Options") == "nosniff" and answer.getheader("X-Frame-Options") == "DENY"
        assert answer.getheader("Cache-Control") == "no-store" and answer.getheader("Referrer-Policy") == "no-referrer"
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert "frame-ancestors 'none'" in str(answer.getheader("Content-Security-Policy"))
        assert answer.getheader("Server") == "Sayso"


def test_the_page_lets_in_its_own_style_and_script_and_nothing_else(client: Client) -> None:
    answer: Any = client.ask("GET", "/")
    policy = dict(
        part.strip().partition(" ")[::2] for part in str(answer.getheader("Content-Security-Policy")).split(";")
    )
    assert policy == {
        "default-src": "'none'", "style-src": "'sha256-a' 'self'", "script-src": "'sha256-b' 'self'", "connect-src": "'self'", "img-src": "data:",
        "frame-ancestors": "'none'", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert "http-equiv" not in answer.text and "unsafe" not in str(answer.getheader("Content-Security-Policy"))


@pytest.mark.parametrize(
    "path",
    ["/../pyproject.toml", "/workbench/../page.py", "/workbench/%2e%2e/page.py", "/workbench/..%5cpage.py", "/workbench/", "//etc/passwd", "/workbench/main.js/", "/api", "/api/judge/",
     "http://evil.example/", "/%00", "/static/main.js", "*"],
)  # fmt: skip
def test_paths_that_are_not_known_lead_nowhere(client: Client, path: str) -> None:
    assert client.ask("GET", path).status == 404


@pytest.mark.parametrize(("method", "path"), [("PUT", "/"), ("DELETE", "/api/judge"), ("PATCH", "/api/case"), ("POST", "/"), ("GET", "/api/judge"), ("POST", "/workbench/main.js"), ("OPTIONS", "/api/judge")])  # fmt: skip
def test_methods_are_checked(client: Client, desk: CardboardDesk, method: str, path: str) -> None:
    answer = client.ask(method, path, Origin=f"http://{client.host}", X_Sayso_Token=client.token)
    assert answer.status == 405 and answer.getheader("Allow") in ("GET", "POST")
    assert desk.said == []


def test_content_types_and_lengths_are_checked(client: Client, desk: CardboardDesk) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        assert client.post("/api/judge", NOTE, Content_Type=kind)[0] == 415
        assert client.post("/api/reports?name=x.txt", b"words", Content_Type=kind)[0] == 415
    for length in ("-1", "1e3", ""):
        assert client.post("/api/judge", NOTE, Content_Length=length)[0] == 411
    assert client.post("/api/judge", NOTE, Transfer_Encoding="chunked")[0] == 411
    assert client.post("/api/judge", {**NOTE, "why": "x" * 70_000})[0] == 413
    assert desk.said == [] and desk.read == {}


@pytest.mark.parametrize(
    "data",
    [b"GET / HTTP/1.1\r\n\r\n", b"\x00\xff" * 50 + b"\r\n\r\n", b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
     b"POST /api/judge HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"],
)  # fmt: skip
def test_what_no_browser_sends_is_refused_and_breaks_nothing(client: Client, data: bytes) -> None:
    with socket.create_connection(("127.0.0.1", client.bench.port), timeout=20) as connection:
        connection.sendall(data)
        head = connection.recv(4096)
    assert re.match(rb"HTTP/1.\d [45]\d\d", head) and b"frame-ancestors 'none'" in head
    assert client.ask("GET", "/").status == 200
