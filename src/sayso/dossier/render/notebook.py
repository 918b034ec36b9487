"""The dossier in the cell of a notebook: what was read and the first propositions, without a script and without a link."""

from __future__ import annotations

from sayso.dossier.compose import Page, compose
from sayso.dossier.render.html import environment
from sayso.model import Dossier

_SHOWN = 10


def to_notebook(dossier: Dossier, page: Page | None = None) -> str:
    """Return a fragment of HTML for a notebook; words of reports are escaped and are not taken for formulas.

    `page` is what `compose` made of this dossier, where that is at hand.
    """
    held = page or compose(dossier)
    shown = (*held.main, *held.tail)[:_SHOWN]
    left = len(held.main) + len(held.tail) - len(shown)
    return environment().get_template("notebook.html").render(page=held, shown=shown, left=left)
