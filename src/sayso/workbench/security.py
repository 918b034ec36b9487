"""Who may ask: pages of this very workbench, in a browser that was given its key, on this machine.

Any page of the web may send requests to 127.0.0.1, and a name of its own may be made to lead there (DNS rebinding). So each request must
name this host, must not come from a page of another origin, and must carry the cookie that the opened address gave; a request that
changes something must also carry a token which only the page itself can read. No header ever lets another origin read an answer.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

from sayso.workbench.message import Answer, Request, refused

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Sent with every answer."""
CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The policy of answers that are no page."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets requests in or not; `port` is the one that is listened on."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which this workbench may be asked."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies do not tell ports apart, so the name does."""
        return f"sayso-{self.port}"

    def refusal(self, request: Request) -> Answer | None:
        """Return why a request is not let in, None when it is."""
        if request.header("host").lower() not in self.hosts:
            return refused(403, "this host name is not served; open the address that `sayso open` printed")
        origins = request.headers.get("origin", ())
        if any(origin.lower() not in [f"http://{host}" for host in self.hosts] for origin in origins):
            return refused(403, "other origins are not served")
        if any(site not in ("same-origin", "none") for site in request.headers.get("sec-fetch-site", ())):
            return refused(403, "other sites are not served")
        if request.path == "/enter":
            return None
        if not compare_digest(self._carried(request), self.key.encode()):
            return refused(403, "this browser has no key to the case; open the address that `sayso open` printed")
        if request.method != "GET":
            if not origins:
                return refused(403, "a change must come from the page of the workbench itself")
            if not compare_digest(request.header("x-sayso-token").encode("latin-1", "replace"), self.token.encode()):
                return refused(403, "the page is of an earlier run of the workbench; load it again")
        return None

    def enter(self, request: Request) -> Answer:
        """Answer the address that `sayso open` printed: the cookie, and the way to the page."""
        if not compare_digest(request.query.get("key", "").encode(), self.key.encode()):
            return refused(403, "the key is not that of this run; open the address that `sayso open` printed")
        cookie = f"{self.cookie}={self.key}; Path=/; HttpOnly; SameSite=Strict"
        return Answer(303, headers={"Location": "/", "Set-Cookie": cookie})

    def _carried(self, request: Request) -> bytes:
        try:
            held = SimpleCookie(request.header("cookie")).get(self.cookie)
        except CookieError:
            return b""
        return held.value.encode() if held is not None else b""
