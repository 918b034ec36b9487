"""Where the reports come from, as trees in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from sayso.cli.words import say

if TYPE_CHECKING:
    from sayso.dossier.compose import Page
    from sayso.dossier.compose.view import Branch

_ALONE = 8


def origins(page: Page, plain: bool) -> Group:
    """Return the families of reports as trees, the reports that stand alone, and circles of citation."""
    parts: list[Text | Tree] = [
        say("WHERE IT COMES FROM", plain, "bold"),
        *(_tree(root, plain) for root in page.families),
    ]
    if page.alone:
        shown = [*page.alone[:_ALONE]]
        if len(page.alone) > _ALONE:
            shown.append(f"and {len(page.alone) - _ALONE:,} more")
        word = "on its own" if len(page.alone) == 1 else "on their own"
        parts.append(say(f"{word}: {'; '.join(shown)}", plain))
    parts += [say(f"in a circle: {cycle.words}", plain) for cycle in page.cycles]
    return Group(*parts)


def _tree(root: Branch, plain: bool) -> Tree:
    tree = Tree(say(_said(root), plain, "italic" if root.absent else ""), guide_style="dim")
    _grow(tree, root, plain)
    return tree


def _grow(tree: Tree, branch: Branch, plain: bool) -> None:
    for child in branch.branches:
        _grow(tree.add(say(_said(child), plain)), child, plain)


def _said(branch: Branch) -> str:
    return f"{branch.label} · {branch.note}" if branch.note else branch.label
