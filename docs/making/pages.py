"""All pages that are made, wholly or in part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making.commands import commands_page
from docs.making.contract import compare_page, contract_page, listing_page, stemma_page, without_page
from docs.making.errors import errors_page
from docs.making.examples import ROOT, examples_in, refreshed
from docs.making.public import python_page

REFERENCE: Mapping[str, Callable[[], str]] = {
    "docs/reference/cli.md": commands_page,
    "docs/reference/dossier-json.md": contract_page,
    "docs/reference/without-json.md": without_page,
    "docs/reference/listing-json.md": listing_page,
    "docs/reference/stemma-json.md": stemma_page,
    "docs/reference/compare-json.md": compare_page,
    "docs/reference/python.md": python_page,
    "docs/reference/errors.md": errors_page,
}


def hand_written() -> tuple[Path, ...]:
    """Return the pages that people write: those beside the README, in docs/ and in examples/."""
    found = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")]
    return tuple(sorted(path for path in found if path.relative_to(ROOT).as_posix() not in REFERENCE))


def with_examples() -> tuple[Path, ...]:
    """Return the hand-written pages that have examples to run."""
    return tuple(path for path in hand_written() if examples_in(path.read_text("utf-8")))


def make() -> tuple[Path, ...]:
    """Write the reference and the output of all examples; return the pages that changed."""
    changed = []
    new = {ROOT / name: maker() for name, maker in REFERENCE.items()}
    new.update({path: refreshed(path.read_text("utf-8")) for path in with_examples()})
    for path, text in new.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return tuple(changed)
