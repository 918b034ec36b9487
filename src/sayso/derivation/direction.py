"""Who took from whom: votes of dates, credits, first-hand access, lost hedges, thinner sourcing, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.derivation.dates import order
from sayso.derivation.first_hand import first_hand
from sayso.derivation.outlets import parts
from sayso.derivation.passages import Shared
from sayso.derivation.phrases import any_of
from sayso.derivation.remembered import remembered
from sayso.derivation.voice import faceless, relayed_by_outlet, speaker_of
from sayso.derivation.words import Pile, Text
from sayso.model import Evidence, Span

_ENOUGH = 1.5
"""Votes that must be left on one side before the direction counts as known."""


@dataclass
class Votes:
    """Votes for one of two reports as the child: `for_a` when `a` was made from `b`; reasons and evidence by side."""

    for_a: float = 0.0
    for_b: float = 0.0
    reasons_a: list[str] = field(default_factory=list)
    reasons_b: list[str] = field(default_factory=list)
    evidence_a: list[Evidence] = field(default_factory=list)
    evidence_b: list[Evidence] = field(default_factory=list)

    def cast(self, child_is_a: bool, weight: float, reason: str, evidence: Sequence[Evidence] = ()) -> None:
        """Add a vote."""
        if child_is_a:
            self.for_a += weight
        else:
            self.for_b += weight
        (self.reasons_a if child_is_a else self.reasons_b).append(reason)
        (self.evidence_a if child_is_a else self.evidence_b).extend(evidence)


@dataclass(frozen=True, slots=True)
class Direction:
    """The outcome for a pair: child and parent by number, whether anything tells, why, and what shows it."""

    child: int
    parent: int
    known: bool
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def direction(
    pile: Pile,
    a: int,
    b: int,
    passages: Sequence[Shared],
    cited: frozenset[tuple[int, int]],
    mixed: Collection[tuple[int, int]],
) -> Direction:
    """Decide who took from whom between reports `a` and `b`.

    `cited` holds (citing, cited) pairs of report numbers; `mixed` holds (compilation, part) pairs: reports that share passages
    with several others that share none among themselves. Dates settle it alone when they differ.
    """
    one, two = pile.texts[a], pile.texts[b]
    votes = Votes()
    when = order(one.report, two.report)
    if when in (-1, 1):
        later, earlier = (two, one) if when == -1 else (one, two)
        fields = tuple(Evidence.metadata(text.id, "published") for text in (later, earlier))
        votes.cast(
            when == 1,
            20.0,
            f"{pile.label(earlier)} was published on {earlier.report.published}, before {pile.label(later)} ({later.report.published}).",
            fields,
        )
    for text, other, child_is_a in ((one, two, True), (two, one, False)):
        if (text.number, other.number) in cited and (other.number, text.number) not in cited:
            votes.cast(child_is_a, 6.0, f"{pile.label(text)} credits {other.report.outlet}.")
        elif text.report.credit and other.report.outlet and parts(text.report.credit) == parts(other.report.outlet):
            votes.cast(
                child_is_a,
                6.0,
                f"{pile.label(text)} carries the credit line of {other.report.outlet}.",
                [Evidence.metadata(text.id, "credit")],
            )
        if (text.number, other.number) in mixed and (other.number, text.number) not in mixed:
            votes.cast(
                child_is_a,
                2.0,
                f"{pile.label(text)} shares passages with several reports that share none of these among themselves: it was put together from them.",
            )
        if text.number in _citing(cited) and other.number not in _citing(cited):
            votes.cast(
                child_is_a,
                1.0,
                f"{pile.label(text)} works from other outlets, as its credits show; {pile.label(other)} credits none.",
            )
        if other.report.published and not text.report.published:
            votes.cast(
                child_is_a,
                0.5,
                f"{pile.label(text)} gives no date, {pile.label(other)} does.",
                [Evidence.metadata(text.id, "published")],
            )
        if _saw(text) and not _saw(other):
            votes.cast(
                not child_is_a,
                1.0,
                f"{pile.label(text)} has sources and eyes of its own, {pile.label(other)} shows none.",
            )
        if _named_sources(text) and not _named_sources(other):
            votes.cast(not child_is_a, 1.0, f"{pile.label(text)} names its sources, {pile.label(other)} names none.")
    for passage in passages:
        _of_passage(pile, votes, one, two, passage)
    a_is_child = votes.for_a > votes.for_b
    known = abs(votes.for_a - votes.for_b) >= _ENOUGH
    if not known:
        child, parent = sorted((one, two), key=lambda text: text.id)
        return Direction(
            child.number, parent.number, False, ("Nothing in dates, credits or wording tells who took from whom.",), ()
        )
    reasons, evidence = (votes.reasons_a, votes.evidence_a) if a_is_child else (votes.reasons_b, votes.evidence_b)
    child, parent = (one, two) if a_is_child else (two, one)
    return Direction(
        child.number, parent.number, True, tuple(dict.fromkeys(reasons))[:5], tuple(dict.fromkeys(evidence))[:8]
    )


@lru_cache(maxsize=2)
def _citing(cited: frozenset[tuple[int, int]]) -> frozenset[int]:
    """Return the reports that cite any other; asked for every pair of a pile."""
    return frozenset(child for child, _ in cited)


@dataclass(frozen=True, slots=True)
class _Voice:
    """How the sentences of a passage put it: hedges, the reporter's own access, a face (0 none, 1 nameless, 2 named), a vague source."""

    hedges: int
    at_first_hand: bool
    face: int
    vague: bool


@remembered
def _voice(text: Text, span: Span) -> _Voice:
    """Return how a passage is put."""
    sentences = (text.analysis.sentences[number].span for number in text.sentences_over(span))
    said = " ".join(sentence.of(text.report.text) for sentence in sentences)
    speaker = speaker_of(text, span)
    return _Voice(
        len(any_of("hedges").findall(said)),
        first_hand(text.report, said),
        0 if speaker is None else 1 if faceless(speaker.links[0]) else 2,
        bool(any_of("vague_sources").search(said)),
    )


def _of_passage(pile: Pile, votes: Votes, one: Text, two: Text, passage: Shared) -> None:
    """Let one shared passage vote: lost hedges, sources that lose their name, the reporter's own access."""
    sides = ((one, passage.a_span), (two, passage.b_span))
    voices = [_voice(text, span) for text, span in sides]
    for child, parent in ((0, 1), (1, 0)):
        (text, span), its, theirs = sides[child], voices[child], voices[parent]
        if its == theirs:
            continue
        shown = [
            Evidence.words(text.id, span, text.report.text),
            Evidence.words(sides[parent][0].id, sides[parent][1], sides[parent][0].report.text),
        ]
        source = sides[parent][0]
        if theirs.hedges > its.hedges == 0:
            votes.cast(
                child == 0, 0.5, f"{pile.label(text)} states flatly what {pile.label(source)} holds back.", shown
            )
        if theirs.at_first_hand and not its.at_first_hand:
            votes.cast(child == 0, 1.5, f"{pile.label(source)} had it at first hand.", shown)
        if theirs.face > its.face and theirs.face == 2:
            votes.cast(
                child == 0,
                0.75,
                f"{pile.label(text)} no longer names the source that {pile.label(source)} names.",
                shown,
            )
        if its.vague and not theirs.vague:
            votes.cast(
                child == 0,
                1.0,
                f"{pile.label(text)} credits nobody in particular where {pile.label(source)} is specific.",
                shown,
            )


@remembered
def _named_sources(text: Text) -> set[str]:
    """Return the names of those whom a report credits itself, outlets aside."""
    return {
        a.links[0].name for a in text.attributions if a.links and not relayed_by_outlet(a) and not faceless(a.links[0])
    }


@remembered
def _saw(text: Text) -> bool:
    """Tell whether a report shows access of its own anywhere."""
    return first_hand(text.report, text.report.body.of(text.report.text))
