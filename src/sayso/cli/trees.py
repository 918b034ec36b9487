"""The stemma of a pile as trees in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from sayso.cli.words import only_ascii, say

if TYPE_CHECKING:
    from sayso.dossier.compose import Kin, StemmaView


def show(view: StemmaView) -> None:
    """Print the trees, then what only cites, circles of citation and reports on their own; every meaning stands in words."""
    console, plain = Console(highlight=False), only_ascii()
    console.print(say(" · ".join(view.figures), plain, "bold"))
    if not view.trees and not view.citations:
        console.print(say("No report was found to be made from another, and none cites another.", plain))
    for root in view.trees:
        console.print()
        tree = Tree(_said(root, plain), guide_style="dim")
        _grow(tree, root, plain)
        console.print(tree)
    sections: list[tuple[str, Sequence[str]]] = [
        ("CITES, WITHOUT TEXT OF IT", view.citations),
        ("IN A CIRCLE", [f"{circle.words}: none of them is an origin by that" for circle in view.cycles]),
        ("ON THEIR OWN", view.alone),
    ]
    for title, entries in sections:
        if entries:
            console.print()
            console.print(say(title, plain, "bold"))
            for entry in entries:
                console.print(say(entry, plain))


def _grow(tree: Tree, kin: Kin, plain: bool) -> None:
    for child in kin.below:
        _grow(tree.add(_said(child, plain)), child, plain)


def _said(kin: Kin, plain: bool) -> Text:
    """Return one node: its name, below it how it was made from the one above, from whom else, and what shows an absent one."""
    if kin.absent:
        words = say(f"[{kin.label}] {kin.what} (not in the pile)", plain, "italic")
        lines = [("shown by " + proof, "dim") for proof in kin.proofs[:1]]
    else:
        words = say(f"{kin.label} {kin.what}", plain, "bold")
        lines = []
    lines += [(kin.how, "")] if kin.how else []
    lines += [(f"also from {other}", "") for other in kin.also]
    return Text("\n").join([words, *(say(line, plain, style) for line, style in lines)])
