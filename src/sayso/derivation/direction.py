"""Who took from whom: votes of dates, credits, first-hand access, lost hedges, thinner sourcing, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.derivation.dates import order
from sayso.derivation.first_hand import first_hand
from sayso.derivation.outlets import parts
from sayso.derivation.passages import Shared
from sayso.derivation.phrases import any_of
from sayso.derivation.remembered import remembered
from sayso.derivation.traces import Trace, traces
from sayso.derivation.voice import faceless, relayed_by_outlet, speaker_of
from sayso.derivation.words import Pile, Text
from sayso.model import Evidence, Span

_ENOUGH = 1.5
"""Votes that must be left on one side before the direction counts as known."""

_PASSAGES = 3.0
"""The most that the wording of the passages weighs together."""

_PUT_TOGETHER = 0.55
"""The share of a compilation that must stand in its parts to tell by itself."""

_LIGHT = frozenset({"said", "says", "some", "about", "around", "if"})
"""Hedges of the list that come and go with the wording."""


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
    """The outcome for a pair: child and parent by number, whether anything tells, why, what shows it, and by how many votes."""

    child: int
    parent: int
    known: bool
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    margin: float = 0.0


def direction(
    pile: Pile,
    a: int,
    b: int,
    passages: Sequence[Shared],
    cited: frozenset[tuple[int, int]],
    mixed: Mapping[tuple[int, int], float],
) -> Direction:
    """Decide who took from whom between reports `a` and `b`.

    `cited` holds (citing, cited) pairs of report numbers; `mixed` holds (compilation, part) pairs: reports that share passages
    with several others that share none among themselves, with the share of it that these hold. Dates settle it alone when they differ.
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
                2.0 if mixed[text.number, other.number] >= _PUT_TOGETHER else 1.0,
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
    heard, left = _of_texts(pile, a, b, tuple(passages))
    _add_up(votes, heard)
    if when not in (-1, 1):
        for trace in left:
            votes.cast(trace.first_is_child, trace.weight, trace.reason, trace.evidence)
    a_is_child = votes.for_a > votes.for_b
    known = abs(votes.for_a - votes.for_b) >= _ENOUGH
    if not known:
        child, parent = sorted((one, two), key=lambda text: text.id)
        return Direction(
            child.number, parent.number, False, ("Nothing in dates, credits or wording tells who took from whom.",), ()
        )
    reasons, evidence = (votes.reasons_a, votes.evidence_a) if a_is_child else (votes.reasons_b, votes.evidence_b)
    child, parent = (one, two) if a_is_child else (two, one)
    margin = abs(votes.for_a - votes.for_b)
    return Direction(
        child.number, parent.number, True, tuple(dict.fromkeys(reasons))[:5], tuple(dict.fromkeys(evidence))[:8], margin
    )


@remembered
def _of_texts(pile: Pile, a: int, b: int, passages: tuple[Shared, ...]) -> tuple[Votes, tuple[Trace, ...]]:
    """Return what the passages of two reports tell, and the traces in the rest of their texts."""
    one, two = pile.texts[a], pile.texts[b]
    heard = Votes()
    for passage in passages:
        _of_passage(pile, heard, one, two, passage)
    spans = tuple(p.a_span for p in passages), tuple(p.b_span for p in passages)
    return heard, tuple(traces(pile, one, two, *spans))


@lru_cache(maxsize=2)
def _citing(cited: frozenset[tuple[int, int]]) -> frozenset[int]:
    """Return the reports that cite any other; asked for every pair of a pile."""
    return frozenset(child for child, _ in cited)


def _add_up(votes: Votes, of_passages: Votes) -> None:
    """Let what the passages tell count once, by what is left when both sides are weighed: one sentence read amiss tips nothing."""
    left = of_passages.for_a - of_passages.for_b
    if left > 0:
        votes.for_a += min(left, _PASSAGES)
    else:
        votes.for_b += min(-left, _PASSAGES)
    votes.reasons_a += of_passages.reasons_a
    votes.reasons_b += of_passages.reasons_b
    votes.evidence_a += of_passages.evidence_a
    votes.evidence_b += of_passages.evidence_b


@dataclass(frozen=True, slots=True)
class _Voice:
    """How the sentences of a passage put it: their words, hedges (and those that weigh, counted), the reporter's own access, figures, a face (0 none, 1
    nameless, 2 named), a vague source, a vague amount."""

    said: str
    hedges: int
    held_back: Counter[str]
    at_first_hand: bool
    figures: int
    face: int
    vague: bool
    vague_amount: bool


@remembered
def _voice(text: Text, span: Span) -> _Voice:
    """Return how a passage is put."""
    sentences = (text.analysis.sentences[number].span for number in text.sentences_over(span))
    said = " ".join(sentence.of(text.report.text) for sentence in sentences)
    speaker = speaker_of(text, span)
    hedges = [word.lower() for word in any_of("hedges").findall(said)]
    return _Voice(
        said,
        len(hedges),
        Counter(word for word in hedges if word not in _LIGHT),
        first_hand(text.report, said),
        sum(word[0].isdigit() for word in said.split()),
        0 if speaker is None else 1 if faceless(speaker.links[0]) else 2,
        bool(any_of("vague_sources").search(said)),
        bool(any_of("vague_amounts").search(said)),
    )


def _of_passage(pile: Pile, votes: Votes, one: Text, two: Text, passage: Shared) -> None:
    """Let one shared passage vote: lost hedges, sources that lose their name, the reporter's own access."""
    sides = ((one, passage.a_span), (two, passage.b_span))
    voices = [_voice(text, span) for text, span in sides]
    if voices[0].said == voices[1].said:
        return  # Equal words tell nothing, whatever was heard in them.
    held_back = [voice.held_back for voice in voices]
    if held_back[0] - held_back[1] and held_back[1] - held_back[0]:
        held_back = [Counter(), Counter()]  # each holds back something else
    for child, parent in ((0, 1), (1, 0)):
        (text, span), its, theirs = sides[child], voices[child], voices[parent]
        shown = [
            Evidence.words(text.id, span, text.report.text),
            Evidence.words(sides[parent][0].id, sides[parent][1], sides[parent][0].report.text),
        ]
        source = sides[parent][0]
        lost = held_back[parent] - held_back[child]
        if lost if passage.verbatim else theirs.hedges > its.hedges == 0:
            votes.cast(
                child == 0,
                0.5,
                f"{pile.label(text)} states flatly what {pile.label(source)} holds back.",
                shown,
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
        if its.vague_amount and not theirs.vague_amount and theirs.figures > its.figures:
            votes.cast(
                child == 0,
                0.75,
                f"{pile.label(text)} makes round what {pile.label(source)} counts.",
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
