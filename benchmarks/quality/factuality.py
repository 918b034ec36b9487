"""Factuality on the development part of UDS-IH2: does what the encoder says of an event go with what people judged?

People judged from -3 (surely not) to 3 (surely). The words were stored apart, so what stood between them is guessed. Without the encoder nothing is measured.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.encoder import Encoder, model
from benchmarks.quality.counts import pearson
from benchmarks.quality.floors import Figures
from benchmarks.quality.spacing import gaps

Judge = Callable[[Sequence[str]], Sequence[float]]
"""From the words of a sentence to the factuality of each of them."""


def measure(folder: Path, judge: Judge | None = None) -> Figures:
    """Return `factuality.r`, Pearson's r over all judged words; by default of the encoder."""
    judge = judge or by_encoder(model())
    wanted: list[float] = []
    said: list[float] = []
    for forms, facts in sentences(folder / "uds-ih2" / "dev.jsonl"):
        given = judge(forms)
        for at, value in facts.items():
            wanted.append(value)
            said.append(float(given[at]))
    return {"factuality.r": pearson(wanted, said)}


def sentences(file: Path) -> Iterator[tuple[list[str], dict[int, float]]]:
    """Yield the words of each sentence and the judgements by the number of their word."""
    for line in file.read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield entry["text"].split(" "), {int(t["span1"][0]): float(t["label"]) for t in entry["targets"]}


def by_encoder(encoder: Encoder) -> Judge:
    """Return a judge that reads each sentence as a text of its own."""

    def judge(forms: Sequence[str]) -> Sequence[float]:
        facts: Sequence[float] = encoder.read(forms, gaps(forms)).heard.facts.tolist()
        return facts

    return judge
