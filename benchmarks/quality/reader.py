"""The encoder alone on the development part of PolNeAR: what it hears before constructions settle it.

The same measures as for the tool's attributions (`attribution.*`), named `reader.<measure>`. The difference between both is what constructions add that people did
not mark there (statements within statements, voices that go on), and what they take away.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.encoder import Encoder, model
from benchmarks.quality import attribution, polnear, wholes
from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.polnear import ROLES, Marked
from benchmarks.quality.raw import reported


def measure(folder: Path) -> Figures:
    """Return token F1 of each role, and `whole`, `exact` and `link`."""
    part = folder / "dev"
    encoder = model()
    counts = {role: Count() for role in ROLES}
    tally = wholes.Tally()
    for name, files in polnear.annotators(part).items():
        text = polnear.text_of(part / "text" / f"{name}.txt")
        said = heard(encoder, name, text)
        starts = polnear.word_starts(text)
        ours = {role: {i for one in said for i in getattr(one, role.lower())} for role in ROLES}
        attribution.add(counts, polnear.annotated(files[0]), ours, starts)
        wholes.add(tally, polnear.attributions(files[0]), said, frozenset(starts))
    figures = attribution.named(counts) | tally.figures()
    return {name.replace("attribution.", "reader."): value for name, value in figures.items()}


def heard(encoder: Encoder, name: str, text: str) -> list[Marked]:
    """Return the attributions that the encoder reads in a text, as the characters they cover."""
    from sayso.language.encoder.features import gaps_of
    from sayso.language.paragraphs import paragraphs
    from sayso.language.tokens import pieces

    parts = [list(pieces(text, part.start, part.end)) for part in paragraphs(reported(name, text))]
    ranges = [piece for part in parts for piece in part]
    found = encoder.read([text[a:b] for a, b in ranges], gaps_of(parts)).attributions()

    def covered(spans: tuple[tuple[int, int], ...]) -> frozenset[int]:
        return frozenset(i for a, b in spans for i in range(ranges[a][0], ranges[b - 1][1]))

    return [Marked(covered(one.source), covered((one.cue,)), covered(one.content)) for one in found]
