"""The example pile's dossier, kept word for word: a change of any floor shows here, to be read before it is taken over.

`make golden` rewrites the files; read the diff before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from sayso.dossier import compose_stemma, to_graphml, to_markdown, to_svg
from sayso.model import Dossier

HERE = Path(__file__).parent
PILE = HERE.parents[1] / "examples" / "orlava-gospels" / "reports"


def outline(dossier: Dossier) -> str:
    """The findings in one line each, by file names instead of ids: what a reviewer wants to see move."""
    file = {r.id: r.file for r in dossier.reports} | {x.id: f"({x.is_})" for x in dossier.absent}
    claim = {c.id: c for c in dossier.claims}
    lines = ["# derivations"]
    lines += sorted(
        f"{file[d.child]} <- {file[d.parent]}: {d.basis}, {d.kind}, credited {d.credited}, direction {d.direction_known}"
        for d in dossier.derivations
    )
    lines += ["", "# circles", *(" -> ".join(file[r] for r in c.reports) for c in dossier.cycles)]
    lines += ["", "# propositions of more than one report"]
    for p in dossier.propositions:
        homes = sorted({file[claim[c].report] for c in p.claims})
        if len(homes) > 1:
            lines.append(f"{p.independent_origins} of {[o.name for o in p.origins]} in {len(homes)}: {p.text}")
    lines += ["", "# conflicts"]
    lines += [
        f"{c.kind}: {file[claim[c.a].report]} {claim[c.a].exact!r} / {file[claim[c.b].report]} {claim[c.b].exact!r}"
        for c in dossier.conflicts
    ]
    lines += ["", "# updates"]
    lines += [
        f"{file[claim[u.a].report]} {claim[u.a].exact!r} -> {file[claim[u.b].report]} {claim[u.b].exact!r}"
        for u in dossier.updates
    ]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return sayso.analyse([PILE])


MADE: dict[str, Callable[[Dossier], str]] = {
    "outline.txt": outline,
    "dossier.md": to_markdown,
    "stemma.svg": lambda dossier: to_svg(compose_stemma(dossier)),
    "stemma.graphml": lambda dossier: to_graphml(dossier).decode("utf-8"),
    "compare.json": lambda dossier: sayso.compare(PILE / "r01.txt", PILE / "r03.txt").to_json().decode("utf-8"),
}


@pytest.mark.parametrize(("name", "made"), MADE.items())
def test_the_example_pile_gives_the_golden_output(
    name: str, made: Callable[[Dossier], str], dossier: Dossier, request: pytest.FixtureRequest
) -> None:
    text, golden = made(dossier), HERE / name
    if request.config.getoption("--update-golden"):
        golden.write_text(text, "utf-8")
    assert golden.read_text("utf-8") == text, (
        "the output changed: read the difference, then run `make golden` if it is wanted"
    )
