"""Short names and hues: what reports are called, and which origin bears which colour."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath

from sayso.dossier.compose.plain import shortened
from sayso.model import Claim, Dossier, Report

# More hues than this cannot be told apart; origins beyond share a neutral tint, and words carry the rest.
HUES = 16


def natural(file: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts r2 before r10."""
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p.casefold()) for p in re.findall(r"\d{1,18}|\D+", file))


def plain_name(name: str) -> str:
    """Return a name as it is compared: without case, article and spare white space."""
    return re.sub(r"^the ", "", " ".join(name.casefold().split()))


def labels_of(dossier: Dossier) -> dict[str, str]:
    """Return short labels for people: file stems, told apart by a number where two are the same."""
    stems = {r.id: shortened(PurePath(r.file.replace("\\", "/")).stem or r.id, 24) for r in dossier.reports}
    often = Counter(stems.values())
    met: Counter[str] = Counter()
    labels = {}
    for id, stem in stems.items():
        met[stem] += 1
        labels[id] = f"{stem}·{met[stem]}" if often[stem] > 1 else stem
    return labels


def origin_key(claim: Claim) -> str | None:
    """Return the key of a claim's origin: its first link's actor, else the name; None where nobody vouches but the report's own voice."""
    if claim.kind == "non-answer" or (not claim.chain and not claim.observed):
        return None
    if not claim.chain:
        return f"seen by {claim.report}"
    first = claim.chain[0]
    return first.actor or f"name {first.name.casefold()}"


def hues_of(dossier: Dossier) -> dict[str, int]:
    """Number the origins from 1 by how many claims lead to them; those past the last hue get 0."""
    often = Counter(key for claim in dossier.claims if (key := origin_key(claim)))
    ordered = sorted(often, key=lambda key: (-often[key], key))
    return {key: place if place <= HUES else 0 for place, key in enumerate(ordered, 1)}


def opening(report: Report) -> str:
    """Return the first words of a report's body: its name where it has neither outlet nor title."""
    return shortened(report.body.of(report.text), 70)
