"""Whether two articles agree on how many were killed and injured: local news on shooting incidents beside the record of a register.

What is asked. Two articles are read as the tool reads reports. For killed and for injured apart: do the numbers they lead with agree, or conflict? A question has a
pair of articles of one incident (by the register they agree) or an article and one of another incident with another number, laid beside it as if it told of
the same (they conflict); every article takes part in one of each kind at most. Numbers of nobody are not asked after: no article tells them.

How the truth is known. From the register, which is later than the articles: two articles of one incident may rightly differ (a victim died meanwhile), and
an article may tell of several shootings where the register has one. Such questions count as wrong here.

`told` is the share told right of the questions that are answered, `coverage` the share that is (both articles give a number), `agree` and `conflict` the shares
told right of each kind of answered questions. Only a third of the incidents (sha256 of the register's number modulo 3 is 1); rules were written on the others.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from benchmarks.quality.floors import Figures
from sayso.comparison.tolls import Fate, Toll, leading, may_agree
from sayso.model import Report, Span

HELD_BACK = 1
_LEAST_WORDS = 60  # shorter texts of the corpus are no articles, as its README tells
_PARTS: tuple[tuple[Fate, str], ...] = (("killed", "num_killed"), ("injured", "num_injured"))


@dataclass(frozen=True, slots=True)
class Incident:
    """One record of the register with the first two of its articles, by id."""

    id: str
    numbers: Mapping[Fate, int]
    articles: tuple[Report, Report]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two articles agree on a number; `a` and `b` are what they lead with, None where they give none."""

    incidents: tuple[str, str]
    fate: Fate
    numbers: tuple[int, int]
    a: Toll | None
    b: Toll | None

    @property
    def truth(self) -> Literal["agree", "conflict"]:
        """What the register says."""
        return "agree" if self.numbers[0] == self.numbers[1] else "conflict"

    @property
    def answer(self) -> Literal["agree", "conflict"] | None:
        """What the tool says; None when one of the articles gives no number."""
        if self.a is None or self.b is None:
            return None
        return "agree" if may_agree(self.a, self.b) else "conflict"


def measure(folder: Path) -> Figures:
    """Return the share told right, the coverage, and the shares of both kinds, over the incidents held back."""
    return figures(questions(incidents(folder, lambda part: part == HELD_BACK)))


def figures(asked: Sequence[Question]) -> Figures:
    """Return the figures of questions."""
    answered = [q for q in asked if q.answer is not None]
    made = {"told": _share(answered), "coverage": len(answered) / max(1, len(asked))}
    for kind in ("agree", "conflict"):
        made[kind] = _share([q for q in answered if q.truth == kind])
    return {f"incidents.{name}": value for name, value in made.items()}


def _share(answered: Sequence[Question]) -> float:
    return sum(q.answer == q.truth for q in answered) / max(1, len(answered))


def _part(incident: str) -> int:
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % 3


def incidents(folder: Path, wanted: Callable[[int], bool]) -> list[Incident]:
    """Return the incidents with at least two articles whose part, 0 to 2, is wanted, in the order of the hash of their number."""
    records = json.loads(gzip.decompress((folder / "incidents.json.gz").read_bytes()))
    by_incident: dict[str, dict[str, Any]] = defaultdict(dict)
    for line in gzip.decompress((folder / "articles.jsonl.gz").read_bytes()).decode("utf-8").splitlines():
        article = json.loads(line)
        if article["incident"] in records and len(article["text"].split()) >= _LEAST_WORDS:
            by_incident[article["incident"]].setdefault(article["id"], article)
    ordered = sorted(by_incident, key=lambda number: hashlib.sha256(number.encode()).hexdigest())
    return [
        Incident(
            number,
            {fate: int(records[number][field]) for fate, field in _PARTS},
            (_report(by_incident[number][first]), _report(by_incident[number][second])),
        )
        for number in ordered
        if wanted(_part(number)) and len(by_incident[number]) > 1
        for first, second in [sorted(by_incident[number])[:2]]
    ]


def _report(article: Mapping[str, Any]) -> Report:
    text = f"{article['title']}\n\n{article['text']}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=f"r{article['id'][:12]}",
        file=f"{article['id']}.txt",
        text=text,
        body=Span(0, len(text)),
        sha256_file=digest,
        sha256_text=digest,
        published=article["dct"][:10],
    )


def questions(known: Sequence[Incident]) -> list[Question]:
    """Return the questions over some incidents: each one's own two articles, and its first beside the second of the next unused one with another number."""

    @cache
    def led(incident: int, article: int) -> Mapping[Fate, Toll]:
        return _led(known[incident].articles[article])

    asked = []
    for fate, _ in _PARTS:
        used: set[int] = set()
        for at, incident in enumerate(known):
            number = incident.numbers[fate]
            if not number:
                continue
            own = led(at, 0).get(fate)
            asked.append(Question((incident.id,) * 2, fate, (number,) * 2, own, led(at, 1).get(fate)))
            other = next(
                (n for n in _next(at, len(known)) if n not in used and known[n].numbers[fate] not in (0, number)), None
            )
            if other is not None:
                used.add(other)
                numbers = (number, known[other].numbers[fate])
                asked.append(Question((incident.id, known[other].id), fate, numbers, own, led(other, 1).get(fate)))
    return asked


def _next(at: int, size: int) -> Iterator[int]:
    return ((at + step) % size for step in range(1, size))


def _led(report: Report) -> dict[Fate, Toll]:
    """Return what a report leads with of killed and injured, read by the steps of the main job that concern one report alone."""
    from sayso.attribution import attribute
    from sayso.claims import claims_of
    from sayso.language import analyse

    analysis = analyse(report)
    claims = claims_of(report, analysis, attribute(report, analysis))
    return {fate: toll for fate, (toll, _) in leading(claims).items()}


def main() -> None:
    """Print the figures of the incidents held back, then each wrong answer: the incidents, the register's numbers and what was read, no words."""
    from benchmarks.shared import ABSENT, corpus

    folder = corpus("incidents")
    if folder is None:
        print(f"skipped: {ABSENT}")
        return
    asked = questions(incidents(folder, lambda part: part == HELD_BACK))
    for name, value in figures(asked).items():
        print(f"{name} {value:.3f}")
    for kind in ("agree", "conflict"):
        held = [q for q in asked if q.truth == kind]
        print(
            f"{kind}: {len(held)} asked, {sum(q.answer is not None for q in held)} answered, {sum(q.answer == kind for q in held)} right"
        )
    for q in asked:
        if q.answer not in (None, q.truth) and q.a and q.b:
            print(f"{'/'.join(q.incidents)} {q.fate} {q.numbers}: read {q.a.bounds} and {q.b.bounds}, told {q.answer}")


if __name__ == "__main__":
    main()
