"""The dossier as one HTML file: it opens offline, asks nothing of any server, and nothing of a report runs in it."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.dossier.compose import Page, compose
from sayso.dossier.compose.labels import HUES
from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.view import Piece
from sayso.model import Dossier

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Far enough apart around the circle that neighbours by rank differ most; lightness is set by the style, the same for all.
_HUE_ANGLES = (250, 30, 150, 330, 90, 200, 300, 0, 120, 60, 225, 175, 275, 45, 105, 345)


def to_html(dossier: Dossier, page: Page | None = None) -> str:
    """Return the page; its own style and script are allowed by their hashes, and everything else is forbidden.

    `page` is what `compose` made of this dossier, where that is at hand.
    """
    from markupsafe import Markup

    style = static("picture.css") + static("page.css") + _hue_rules()
    script = static("page.js")
    policy = (
        f"default-src 'none'; style-src {permitted(style)}; script-src {permitted(script)}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    template = environment().get_template("page.html")
    # Only files of this package are ever marked as safe; every word of a report goes through the escaping.
    return (
        template.render(
            page=page or compose(dossier),
            policy=Markup(policy),
            style=Markup(style),
            script=Markup(script),
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
