"""The dossier's page with the workbench put on it: its own files beside, and a policy that lets them in and nothing else.

Nothing is known of the page but its head, which is ours, and the ids of its parts (`sayso.dossier.Anchors`), which the script uses.
"""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from sayso.errors import ResourceError
from sayso.workbench.message import HTML, Answer

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ALLOWED = re.compile(r"(style-src|script-src) ([^;]*)")
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def statics() -> dict[str, Answer]:
    """Return the workbench's own files by the path under which they are served; there are no others."""
    held = {}
    for file in files("sayso.workbench").joinpath("static").iterdir():
        kind = _KINDS.get(f".{file.name.rpartition('.')[2]}")
        if kind:
            held[f"/workbench/{file.name}"] = Answer(200, file.read_bytes(), kind)
    return held


def dressed(html: str, token: str, revision: str) -> Answer:
    """Return the dossier's page as the workbench shows it. Raises ResourceError when the page has no policy, which would be a fault of ours."""
    head, mark, rest = html.partition("</head>")
    found = _POLICY.search(head)
    if not mark or found is None:
        raise ResourceError("the page of the dossier has no security policy; install sayso again")
    allowed = dict(_ALLOWED.findall(found[1]))
    head = _POLICY.sub("", head, count=1)
    extra = "\n".join(
        (
            f'<meta name="sayso-token" content="{escape(token)}">',
            f'<meta name="sayso-revision" content="{escape(revision)}">',
            '<link rel="stylesheet" href="/workbench/workbench.css">',
            '<script type="module" src="/workbench/main.js"></script>',
        )
    )
    body = f"{head}{extra}\n{mark}{rest}"
    return Answer(
        200,
        body.encode("utf-8", "replace"),
        HTML,
        {"Content-Security-Policy": policy(**{k.replace("-", "_"): v for k, v in allowed.items()})},
    )


def waiting(token: str, name: str) -> Answer:
    """Return the page that is shown until the case is worked out for the first time."""
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="">\n<title>{escape(name)} · Sayso</title>\n</head>\n'
        f'<body class="wb-waiting">\n<main><h1>{escape(name)}</h1>\n<p>The case is being worked out. This page shows it as soon as it is there.</p></main>\n</body>\n</html>\n'
    )
    return dressed(page, token, "")


def policy(style_src: str = "", script_src: str = "") -> str:
    """Return the policy of a page: its own style and script by their hashes, the workbench's files, and requests to the workbench alone."""
    return (
        f"default-src 'none'; style-src {style_src} 'self'; script-src {script_src} 'self'; connect-src 'self'; img-src data:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ).replace("  ", " ")
