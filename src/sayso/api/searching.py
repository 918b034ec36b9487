"""Find words in a case: as they stand, and by what they mean."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.casefile import PER_REPORT, Sentences, key_of, version_of
from sayso.config import Progress, Settings, threads
from sayso.model import Hit, Report, Span

if TYPE_CHECKING:
    from sayso.api.cases import Case

_ALIKE = 0.4
"""Cosine of sentence vectors from which two sentences are about something alike."""
_REPORTS = 200


def found(case: Case, words: str, most: int, settings: Settings, progress: Progress | None) -> tuple[Hit, ...]:
    """Return hits by words, best first, then by meaning; see `sayso.find`."""
    if not any(char.isalnum() for char in words):
        raise ValueError("there is no word to look for")
    from sayso.api.cases import analysed

    reports, marks = analysed(case, settings, progress)
    sentences = _sentences(case, reports, progress)
    texts = {marks[report.id]: report for report in reports}
    hits: dict[tuple[str, int], Hit] = {}
    for match in case._store.texts(words, _REPORTS):
        report = texts.get(match.mark)
        if report is not None:
            for hit in _in_words(report, sentences[report.id].spans, match.spans):
                hits[report.id, hit.start] = hit
    # The sentence in which most of the words stand first, then in the order of the reports' scores.
    by_words = sorted(hits.values(), key=lambda hit: -hit.score)[:most]
    taken = {(hit.report.id, hit.start) for hit in by_words}
    by_meaning = [
        h for h in _in_meaning(reports, sentences, words, most + len(taken)) if (h.report.id, h.start) not in taken
    ]
    return (*by_words, *by_meaning[:most])


def _in_words(report: Report, sentences: Sequence[Span], spans: Sequence[Span]) -> list[Hit]:
    """Return the sentences in which words stand; words outside of all sentences (a headline, a header) stand in their line."""
    starts = [sentence.start for sentence in sentences]
    held: dict[Span, list[Span]] = defaultdict(list)
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        home = sentences[at] if at >= 0 and sentences[at].contains(span) else _line(report.text, span)
        held[home].append(span)
    different = len({span.of(report.text).casefold() for span in spans})
    return [
        Hit(
            report,
            home.start,
            home.end,
            home.of(report.text),
            "words",
            round(len({mark.of(report.text).casefold() for mark in marks}) / max(1, different), 3),
            tuple(marks),
        )
        for home, marks in held.items()
    ]


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _in_meaning(reports: Sequence[Report], sentences: Mapping[str, Sentences], words: str, most: int) -> list[Hit]:
    import numpy as np

    from sayso.similarity.vectors import vectors

    asked = vectors([words])[0]
    hits = []
    for report in reports:
        held = sentences[report.id]
        if held.spans:
            rows = np.frombuffer(held.vectors, "<f2").reshape(len(held.spans), -1).astype(np.float32)
            for span, cosine in zip(held.spans, (rows @ asked).tolist(), strict=True):
                score = round(cosine, 3)
                if score >= _ALIKE:
                    exact = span.of(report.text)
                    hits.append(Hit(report, span.start, span.end, exact, "meaning", min(1.0, score), ()))
    return sorted(hits, key=lambda hit: (-hit.score, hit.report.id, hit.start))[:most]


def _sentences(case: Case, reports: Sequence[Report], progress: Progress | None) -> dict[str, Sentences]:
    """Return the sentences of all reports by id; vectors that are not in the file yet are made and kept."""
    code = version_of(PER_REPORT)
    found: dict[str, Sentences] = {}
    for number, report in enumerate(reports, start=1):
        key = key_of(report, code)
        held = case._store.sentences(key)
        if held is None:
            held = _made(case, report, key)
            case._store.keep_sentences(key, code, held)
        found[report.id] = held
        if progress is not None:
            progress("reading for the search", number, len(reports))
    return found


def _made(case: Case, report: Report, key: str) -> Sentences:
    from sayso.similarity.vectors import vectors

    analysis = case._store.known({report.id: key})["analysis", report.id]
    spans = tuple(sentence.span for sentence in analysis.sentences)
    return Sentences(spans, vectors([span.of(report.text) for span in spans], threads()).astype("<f2").tobytes())
