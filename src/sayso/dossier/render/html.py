"""The dossier as one HTML file: it opens offline, asks nothing of any server, and nothing of a report runs in it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from sayso.dossier.compose import Page, compose
from sayso.dossier.compose.labels import HUES
from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.view import Piece
from sayso.dossier.compose.view.data import PageData
from sayso.model import Dossier

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Far enough apart around the circle that neighbours by rank differ most; lightness is set by the style, the same for all.
_HUE_ANGLES = (250, 30, 150, 330, 90, 200, 300, 0, 120, 60, 225, 175, 275, 45, 105, 345)

VENDORED = (
    "d3-dispatch", "d3-selection", "d3-timer", "d3-ease", "d3-color", "d3-interpolate", "d3-drag", "d3-transition", "d3-zoom", "dagre",
)  # fmt: skip
SCRIPTS = ("base", "later", "jump", "filter", "explain", "away", "stemma", "keys", "paper")


def to_html(dossier: Dossier, page: Page | None = None) -> str:
    """Return the page; its own style and script are allowed by their hashes, and everything else is forbidden.

    `page` is what `compose` made of this dossier, where that is at hand.
    """
    from markupsafe import Markup

    shown = page or compose(dossier)
    style = static("picture.css") + static("page.css") + static("dossier.css") + _hue_rules()
    script = scripts()
    policy = (
        f"default-src 'none'; style-src {permitted(style)}; script-src {permitted(script)}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    template = environment().get_template("page.html")
    # Only files of this package are ever marked as safe; every word of a report goes through the escaping.
    return (
        template.render(
            page=shown,
            policy=Markup(policy),
            style=Markup(style),
            script=Markup(script),
            data=Markup(in_page(shown.data)),
            pieces=as_pieces,
        )
        + "\n"
    )


@cache
def environment() -> Environment:
    """Return the templates of this package; every word that they print is escaped, and what cannot be seen is made visible."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("sayso.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )


def static(name: str) -> str:
    """Return a file of this package's templates, such as a style."""
    return files("sayso.dossier").joinpath("templates").joinpath(name).read_text("utf-8")


@cache
def scripts() -> str:
    """Return all that runs in the page, the works of others first; it is one script, allowed by one hash."""
    vendored = [static(f"vendor/{name}.min.js") for name in VENDORED]
    # A browser's tools would look for the map beside the page.
    unmapped = [re.sub(r"(?m)^//# sourceMappingURL=.*$", "", text) for text in vendored]
    return "\n".join([*unmapped, *(static(f"scripts/{name}.js") for name in SCRIPTS)])


def in_page(data: PageData) -> str:
    """Return data as JSON that can stand inside a script element: nothing in it opens or closes a tag."""
    text = msgspec.json.encode(data).decode()
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def permitted(text: str) -> str:
    """Return the hash by which a policy allows a style or a script (Content Security Policy 2)."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _hue_rules() -> str:
    return "\n".join(f".o{n}{{--hue:{_HUE_ANGLES[n - 1]}}}" for n in range(1, HUES + 1)) + "\n"


def as_pieces(pieces: Iterable[Piece]) -> Markup:
    """Return marked text as HTML; text and attributes are escaped one by one."""
    from markupsafe import Markup, escape

    parts: list[str] = []
    for piece in pieces:
        if piece.kind == "text":
            parts.append(escape(piece.text))
        elif piece.kind == "close":
            parts.append(f"</{piece.tag}>")
        else:
            given = (
                ("id", piece.anchor),
                ("class", piece.cls),
                ("title", piece.title),
                ("data-of", piece.of),
                ("data-n", piece.note),
            )
            attributes = "".join(f' {name}="{escape(value)}"' for name, value in given if value)
            parts.append(f"<{piece.tag}{attributes}>")
    return Markup("".join(parts))
