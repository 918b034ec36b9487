"""Links of the documentation lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.making.examples import ROOT
from docs.making.markdown import slug
from docs.making.pages import REFERENCE, hand_written

PAGES = [*hand_written(), *(ROOT / name for name in REFERENCE)]
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(([^)\s]+)\)")


def links(page: Path) -> Iterator[str]:
    """The targets of all links to files of the project or places of the page."""
    text = re.sub(r"`[^`\n]*`", "", _FENCE.sub("", page.read_text("utf-8")))
    return (target for target in _LINK.findall(text) if not re.match(r"[a-z]+:", target))


def anchors(page: Path) -> set[str]:
    """The anchors of all headings of a page."""
    return {
        slug(heading) for heading in re.findall(r"^#+ (.*)$", _FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    dead = []
    for target in links(page):
        name, _, anchor = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        if not goal.exists() or (anchor and goal.suffix == ".md" and anchor not in anchors(goal)):
            dead.append(target)
    assert dead == []


def test_every_picture_is_there() -> None:
    named = [(page, target) for page in PAGES for target in _PICTURE.findall(page.read_text("utf-8"))]
    assert [target for page, target in named if not (page.parent / target).is_file()] == []


def test_the_pages_are_found_and_linked_from_the_readme() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/tutorial.md", "docs/how-it-works.md"} <= names
    linked = set(links(ROOT / "README.md"))
    assert {"docs/tutorial.md", "docs/how-it-works.md", "CONTRIBUTING.md", "SECURITY.md", *REFERENCE} <= linked
