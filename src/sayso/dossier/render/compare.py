"""Two reports side by side as one HTML file: it opens offline, asks nothing of any server, and holds no script at all."""

from __future__ import annotations

from sayso.dossier.compose import CollationView
from sayso.dossier.render.html import as_pieces, environment, permitted, static


def compare_html(view: CollationView) -> str:
    """Return the page; its own style is allowed by its hash, and everything else is forbidden."""
    from markupsafe import Markup

    style = static("page.css") + static("compare.css")
    policy = f"default-src 'none'; style-src {permitted(style)}; script-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"
    template = environment().get_template("compare.html")
    made = template.render(view=view, policy=Markup(policy), style=Markup(style), pieces=as_pieces)
    return made.lstrip() + "\n"
