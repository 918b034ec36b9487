"""What is learned from: the stretches of the written piles, and the claims that the tool itself cuts from their reports."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.pairs.rows import Text, text_of
from training.pairs.written import Pile


@dataclass(slots=True)
class Material:
    """One pile, once with the stretches that were marked and once with the claims of the tool, each carrying what the stretches under it do."""

    name: str
    stretches: list[Text]
    claims: list[Text]


@dataclass(slots=True)
class Read:
    """What the tool makes of a pile: reports, analyses, claims and actors, the reports in the order of the pile."""

    reports: tuple[Any, ...]
    analyses: tuple[Any, ...]
    claims: tuple[Any, ...]
    actors: tuple[Any, ...]


def read_pile(pile: Pile) -> Read:
    """Run the tool on the reports of a pile up to its claims."""
    from sayso.pipeline import news
    from sayso.reading import read

    with tempfile.TemporaryDirectory() as folder:
        for number, ((outlet, published), text) in enumerate(zip(pile.heads, pile.texts, strict=True)):
            (Path(folder) / f"r{number:03d}.txt").write_text(
                f"Outlet: {outlet}\nPublished: {published}\n\n{text}\n", "utf-8"
            )
        found = read([Path(folder)])
    if found.unread or len(found.reports) != len(pile.texts):
        raise ValueError(f"the pile {pile.name} was not read whole: {[one.file for one in found.unread]}")
    reports = tuple(sorted(found.reports, key=lambda one: Path(one.file).name))
    analyses = tuple(news.analyse_language(one) for one in reports)
    attributed = tuple(news.attribute_report(*pair) for pair in zip(reports, analyses, strict=True))
    actors, linked = news.identify_actors(reports, analyses, attributed)
    claims = tuple(c for each in zip(reports, analyses, linked, strict=True) for c in news.claim_report(*each))
    return Read(reports, analyses, claims, actors)


def carried(pile: Pile, report: int, start: int, end: int) -> dict[int, str]:
    """Return what a span of a report carries: the signs of all stretches that share half of the shorter and a seventh of the longer with it."""
    held: dict[int, str] = {}
    for one in pile.stretches:
        if one.report == report:
            shared = min(end, one.end) - max(start, one.start)
            short, long = sorted((end - start, one.end - one.start))
            if shared > 0 and shared >= 0.5 * short and shared >= 0.15 * long:
                held |= one.signs
    return held


def offset(pile: Pile, number: int, report: Any) -> int:
    """Return where the text of a pile's report begins in what was read."""
    at = report.text.find(pile.texts[number])
    if at < 0:
        raise ValueError(f"the text of report {number} of {pile.name} was changed by reading")
    return int(at)


def material(pile: Pile) -> Material:
    """Return what can be learned from a pile."""
    told = read_pile(pile)
    stretches, claims = [], []
    for number, (words, report) in enumerate(zip(pile.texts, told.reports, strict=True)):
        here = [(one.start, one.end, one.signs) for one in pile.stretches if one.report == number]
        stretches.append(text_of(words, here))
        base = offset(pile, number, report)
        cut = sorted((c.start - base, c.end - base) for c in told.claims if c.report == report.id)
        claims.append(text_of(words, [(a, b, carried(pile, number, a, b)) for a, b in cut if a >= 0]))
    return Material(pile.name, stretches, claims)


def all_material(piles: Sequence[Pile], processes: int = 2) -> list[Material]:
    """Return the material of many piles, some of them at once."""
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(material, piles))
