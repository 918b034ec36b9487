"""A fictional affair as a finished dossier: four short invented reports with everything a dossier can hold.

A granary burns. The Courier speaks to the fire chief; the Harbinger rewrites the Courier without a word of credit and loses a hedge; the Monitor
brings a later figure and cites the Notes; the Notes, undated, cite the Monitor: a circle. Two of them share a dispatch that is not in the pile.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sayso.model import (
    Absent,
    Actor,
    Aligned,
    Assessment,
    Attribution,
    Claim,
    ClaimTime,
    Conflict,
    Cycle,
    Derivation,
    Dossier,
    Drift,
    Event,
    Evidence,
    Lead,
    Link,
    Origin,
    Pair,
    Passage,
    Proposition,
    Quantity,
    Rank,
    Report,
    Span,
    TimelineEntry,
    Unread,
    Update,
    Words,
)

COURIER = """\
Title: Granary burns in Quillmark
Outlet: The Quillmark Courier
Published: 2033-03-04

QUILLMARK, March 4 (NPA) - A fire tore through the state granary on the Osk river on Thursday night.

At least 12 people were killed, fire chief Ana Brelt told reporters at the gate. The fire may have been started by \
dust in the old elevator, she said.

"We found no sign of an explosion," Brelt said.

The Northern Press Agency, citing the Ministry of Supply, reported that 4,000 tonnes of barley were lost.

The ministry declined to comment on the age of the elevator.

Sign up for our morning letter.
"""

HARBINGER = """\
Title: Dust sets granary ablaze
Outlet: Daily Harbinger
Published: 2033-03-05

A fire tore through the state granary on the Osk river on Thursday night, killing at least 12 people.

The fire was started by dust in the old elevator, fire chief Ana Brelt said. "There is no sign of any explosion," she added.

Some 4,000 tonnes of barley were lost.
"""

MONITOR = """\
Title: Toll in granary fire rises
Outlet: Inland Monitor
Published: 2033-03-06

Fourteen people died in the Quillmark granary fire, fire chief Ana Brelt said on Sunday, correcting an earlier figure.

Supply Minister Joss Harrow denied that the building had been set on fire. "This was an accident," Harrow told \
Parliament.

The blog Dockside Notes wrote that a security official had seen two men run from the building.

Our reporter counted nine hearses outside the town hall.
"""

NOTES = """\
Dockside Notes

The granary was set on fire on purpose, a security official told this blog. Two men were seen running from it, according to the \
Inland Monitor.

The Northern Press Agency said 6,000 tonnes of barley were lost. Nobody at the ministry picked up the phone.
"""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _report(id: str, file: str, text: str, body: str, **fields: Any) -> Report:
    start = text.index(body)
    return Report(
        id=id,
        file=file,
        text=text,
        body=Span(start, len(text)),
        sha256_file=_digest(text),
        sha256_text=_digest(text),
        **fields,
    )


REPORTS = (
    _report(
        "r-1a2b3c4d",
        "pile/courier.txt",
        COURIER,
        "QUILLMARK, March",
        outlet="The Quillmark Courier",
        title="Granary burns in Quillmark",
        dateline="QUILLMARK, March 4 (NPA)",
        credit="NPA",
        published="2033-03-04",
        url="https://courier.example/granary",
        byline="Lio Pram",
        skipped=(
            Span(COURIER.index("Sign up"), len(COURIER) - 1),
            Span(COURIER.index("QUILLMARK, M"), COURIER.index("A fire")),
        ),
        field_spans=(
            ("published", Span(COURIER.index("2033"), COURIER.index("2033") + 10)),
            ("dateline", Span(COURIER.index("QUILLMARK, M"), COURIER.index(" - A fire"))),
        ),
    ),
    _report(
        "r-2b3c4d5e",
        "pile/harbinger.txt",
        HARBINGER,
        "A fire tore",
        outlet="Daily Harbinger",
        title="Dust sets granary ablaze",
        published="2033-03-05",
    ),
    _report(
        "r-3c4d5e6f",
        "pile/monitor.txt",
        MONITOR,
        "Fourteen",
        outlet="Inland Monitor",
        title="Toll in granary fire rises",
        published="2033-03-06",
    ),
    _report("r-4d5e6f70", "pile/notes.txt", NOTES, "The granary", outlet="Dockside Notes"),
)
R1, R2, R3, R4 = (r.id for r in REPORTS)
TEXT = {r.id: r.text for r in REPORTS}


def at(report: str, words: str) -> Span:
    """The range of the first occurrence of `words` in a report of the affair; what stands before a '>' only tells where."""
    before, _, words = words.rpartition(">")
    start = TEXT[report].index(before + words) + len(before)
    return Span(start, start + len(words))


def proof(report: str, words: str) -> Evidence:
    """Evidence that points to `words` in a report of the affair."""
    return Evidence.words(report, at(report, words), TEXT[report])


def _passage(report: str, words: str) -> Passage:
    span = at(report, words)
    return Passage(report, span.start, span.end, words)


def _link(report: str, words: str, name: str, kind: Any, actor: str | None) -> Link:
    return Link(name, kind, proof(report, words), actor)


def _claim(id: str, report: str, exact: str, proposition: str, chain: tuple[Link, ...] = (), **fields: Any) -> Claim:
    span = at(report, exact)
    words = fields.pop("words", ())
    given = {
        "kind": "statement",
        "text": exact,
        "polarity": "positive",
        "certainty": "certain",
        "attributions": tuple(
            Words((at(report, source),), tuple(at(report, cue) for cue in cues.split("|")), (span,))
            for source, cues in words
        ),
        **fields,
    }
    return Claim(
        id=id,
        report=report,
        start=span.start,
        end=span.end,
        exact=exact,
        chain=chain,
        proposition=proposition,
        **given,
    )


def _brelt(report: str, words: str) -> Link:
    return _link(report, words, "Ana Brelt", "person", "a1")


CLAIMS = (
    _claim(
        "c01",
        R1,
        "A fire tore through the state granary on the Osk river on Thursday night",
        "p1",
        kind="background",
        times=(ClaimTime("event", "2033-03-03", at(R1, "Thursday night")),),
        places=("Osk",),
    ),
    _claim(
        "c02",
        R1,
        "At least 12 people were killed",
        "p2",
        (_brelt(R1, "fire chief Ana Brelt"),),
        words=(("fire chief Ana Brelt", "told reporters"),),
        quantities=(Quantity(at(R1, "At least 12 people"), 12, None, None, "people", "at least"),),
        times=(ClaimTime("statement", "2033-03-04"),),
        stance="say",
    ),
    _claim(
        "c03",
        R1,
        "The fire may have been started by dust in the old elevator",
        "p3",
        (_brelt(R1, "elevator, >she"),),
        words=(("elevator, >she", "she >said"),),
        certainty="possible",
        hedges=(at(R1, "may have"),),
        stance="say",
    ),
    _claim(
        "c04",
        R1,
        "We found no sign of an explosion",
        "p4",
        (_brelt(R1, 'explosion," >Brelt'),),
        words=(('explosion," >Brelt', "Brelt >said"),),
        text="[The fire service] found no sign of an explosion",
        polarity="negative",
        stance="say",
    ),
    _claim(
        "c05",
        R1,
        "4,000 tonnes of barley were lost",
        "p5",
        (
            _link(R1, "Ministry of Supply", "Ministry of Supply", "ministry", "a2"),
            _link(R1, "Northern Press Agency", "Northern Press Agency", "news agency", "a3"),
        ),
        words=(("The Northern Press Agency", "reported"), ("the Ministry of Supply", "citing")),
        quantities=(Quantity(at(R1, "4,000 tonnes"), 4000, 4000, "tonne", "barley"),),
        stance="say",
    ),
    _claim(
        "c06",
        R1,
        "the age of the elevator",
        "p6",
        (_link(R1, "The ministry", "Ministry of Supply", "ministry", "a2"),),
        words=(("The ministry", "declined to comment"),),
        kind="non-answer",
        polarity="unknown",
        certainty="unknown",
        stance="non-answer",
    ),
    _claim(
        "c07",
        R2,
        "A fire tore through the state granary on the Osk river on Thursday night",
        "p1",
        kind="background",
        times=(ClaimTime("event", "2033-03-03", at(R2, "Thursday night")),),
    ),
    _claim(
        "c08",
        R2,
        "killing at least 12 people",
        "p2",
        quantities=(Quantity(at(R2, "at least 12 people"), 12, None, None, "people", "at least"),),
    ),
    _claim(
        "c09",
        R2,
        "The fire was started by dust in the old elevator",
        "p3",
        (_brelt(R2, "fire chief Ana Brelt"),),
        words=(("fire chief Ana Brelt", "said"),),
        stance="say",
    ),
    _claim(
        "c10",
        R2,
        "There is no sign of any explosion",
        "p4",
        (_brelt(R2, 'explosion," >she'),),
        words=(('explosion," >she', "added"),),
        polarity="negative",
        stance="say",
    ),
    _claim("c11", R2, "Some 4,000 tonnes of barley were lost", "p5"),
    _claim(
        "c12",
        R3,
        "Fourteen people died in the Quillmark granary fire",
        "p2",
        (_brelt(R3, "fire chief Ana Brelt"),),
        words=(("fire chief Ana Brelt", "said"),),
        quantities=(Quantity(at(R3, "Fourteen people"), 14, 14, None, "people"),),
        times=(ClaimTime("statement", "2033-03-06", at(R3, "on Sunday")),),
        stance="retract",
    ),
    _claim(
        "c13",
        R3,
        "the building had been set on fire",
        "p7",
        (_link(R3, "Supply Minister Joss Harrow", "Joss Harrow", "person", "a4"),),
        words=(("Supply Minister Joss Harrow", "denied"),),
        polarity="negative",
        stance="deny",
    ),
    _claim(
        "c14",
        R3,
        "This was an accident",
        "p8",
        (_link(R3, 'accident," >Harrow', "Joss Harrow", "person", "a4"),),
        words=(('accident," >Harrow', "told"),),
    ),
    _claim(
        "c15",
        R3,
        "a security official had seen two men run from the building",
        "p9",
        (
            _link(R3, "a security official", "a security official", "nameless person", "a5"),
            _link(R3, "Dockside Notes", "Dockside Notes", "outlet", "a6"),
        ),
        words=(("The blog Dockside Notes", "wrote"),),
        stance="say",
    ),
    _claim("c16", R3, "Our reporter counted nine hearses outside the town hall", "p10", observed=True),
    _claim(
        "c17",
        R4,
        "The granary was set on fire on purpose",
        "p7",
        (_link(R4, "a security official", "a security official", "nameless person", "a5"),),
        words=(("a security official", "told"),),
        stance="say",
    ),
    _claim(
        "c18",
        R4,
        "Two men were seen running from it",
        "p9",
        (
            _link(R4, "Inland Monitor", "unknown", "unknown", None),
            _link(R4, "Inland Monitor", "Inland Monitor", "outlet", "a7"),
        ),
        words=(("the Inland Monitor", "according to"),),
        stance="say",
    ),
    _claim(
        "c19",
        R4,
        "6,000 tonnes of barley were lost",
        "p5",
        (_link(R4, "The Northern Press Agency", "Northern Press Agency", "news agency", "a3"),),
        words=(("The Northern Press Agency", "said"),),
        quantities=(Quantity(at(R4, "6,000 tonnes"), 6000, 6000, "tonne", "barley"),),
        stance="say",
    ),
    _claim("c20", R4, "Nobody at the ministry picked up the phone", "p11"),
)

PROPOSITIONS = (
    Proposition(
        id="p2",
        text="At least 12 people were killed",
        claims=("c02", "c08", "c12"),
        origins=(Origin("o1", "Ana Brelt", "a1"),),
        independent_origins=1,
        history=(
            Event("2033-03-04", 1, "reported", "Ana Brelt", "c02"),
            Event("2033-03-06", 2, "retracted", "Ana Brelt", "c12"),
        ),
        assessment=Assessment("F", 2, ("one origin, and nothing that contradicts it",)),
        leads=(Lead("the fire service's own list of the dead", "Quillmark fire service victims list"),),
        rank=Rank(9.0, ("a number that changed", "one origin in three reports")),
    ),
    Proposition(
        id="p7",
        text="The granary was set on fire on purpose",
        claims=("c13", "c17"),
        origins=(Origin("o2", "a security official", "a5"),),
        independent_origins=1,
        history=(
            Event(None, None, "reported", "a security official", "c17"),
            Event("2033-03-06", None, "denied", "Joss Harrow", "c13"),
        ),
        assessment=Assessment("F", 5, ("denied by the minister, from whom nothing else is known",)),
        leads=(Lead("who the security official is, and what he saw"),),
        rank=Rank(8.0, ("an open conflict", "the origin has no name")),
    ),
    Proposition(
        id="p5",
        text="4,000 tonnes of barley were lost",
        claims=("c05", "c11", "c19"),
        origins=(Origin("o3", "Ministry of Supply", "a2"), Origin("o4", "Northern Press Agency", "a3")),
        pairs=(Pair("o3", "o4", "none", "the agency had it from the ministry, the Courier says"),),
        independent_origins=1,
        assessment=Assessment("F", 3, ("two figures from one chain",)),
        leads=(
            Lead(
                "the dispatch of the Northern Press Agency that two reports use", "Northern Press Agency barley tonnes"
            ),
        ),
        rank=Rank(7.0, ("an open conflict",)),
    ),
    Proposition(
        id="p9",
        text="Two men were seen running from the building",
        claims=("c15", "c18"),
        origins=(Origin("o5", "a security official", "a5"), Origin("o6", "unknown", None)),
        pairs=(Pair("o5", "o6", "unknown", "the Monitor does not say whom it asked"),),
        independent_origins=0,
        assessment=Assessment("F", 6, ("two outlets that cite one another",)),
        rank=Rank(6.0, ("a circle of citations",)),
    ),
    Proposition(
        id="p3",
        text="The fire was started by dust in the old elevator",
        claims=("c03", "c09"),
        origins=(Origin("o1", "Ana Brelt", "a1"),),
        independent_origins=1,
        assessment=Assessment("F", 2, ("one origin; she said no more than that it may be so",)),
        rank=Rank(5.0, ("a hedge was lost",)),
    ),
    Proposition(
        id="p4",
        text="There was an explosion",
        claims=("c04", "c10"),
        origins=(),
        independent_origins=0,
        history=(Event("2033-03-04", 1, "denied", "Ana Brelt", "c04"),),
        assessment=Assessment("F", 5, ("asserted by nobody, denied by one",)),
        rank=Rank(3.0, ()),
    ),
    Proposition(
        id="p10",
        text="Nine hearses stood outside the town hall",
        claims=("c16",),
        origins=(Origin("o7", "Inland Monitor", None),),
        independent_origins=1,
        rank=Rank(2.5, ()),
    ),
    Proposition(
        id="p8",
        text="The fire was an accident",
        claims=("c14",),
        origins=(Origin("o8", "Joss Harrow", "a4"),),
        independent_origins=1,
        rank=Rank(2.0, ()),
    ),
    Proposition(
        id="p1",
        text="A fire tore through the state granary on the Osk river",
        claims=("c01", "c07"),
        rank=Rank(1.0, ()),
    ),
    Proposition(id="p6", text="The age of the elevator", claims=("c06",), rank=Rank(0.4, ())),
    Proposition(id="p11", text="Nobody at the ministry picked up the phone", claims=("c20",), rank=Rank(0.2, ())),
)

_OPENING = "A fire tore through the state granary on the Osk river on Thursday night"
DERIVATIONS = (
    Derivation(
        child=R1,
        parent="x1",
        basis="both",
        kind="excerpt",
        direction_known=True,
        credited=True,
        score=0.31,
        reasons=("the dateline credits NPA", "one sentence is credited to the agency"),
        passages=(Aligned(at(R1, "4,000 tonnes of barley were lost"), None, 0.9),),
        evidence=(proof(R1, "(NPA)"),),
    ),
    Derivation(
        child=R2,
        parent=R1,
        basis="text",
        kind="rewrite",
        direction_known=True,
        credited=False,
        score=0.71,
        reasons=("published a day later", "two passages in the same order"),
        passages=(
            Aligned(at(R2, _OPENING), at(R1, _OPENING), 1.0),
            Aligned(
                at(R2, "The fire was started by dust in the old elevator, fire chief Ana Brelt said"),
                at(R1, "The fire may have been started by dust in the old elevator, she said"),
                0.7,
            ),
        ),
        evidence=(proof(R2, _OPENING), proof(R1, _OPENING), Evidence.metadata(R2, "published")),
    ),
    Derivation(
        child=R3,
        parent=R4,
        basis="citation",
        kind="follow-up",
        direction_known=True,
        credited=True,
        score=0.0,
        reasons=("it names Dockside Notes for what it says",),
        evidence=(proof(R3, "The blog Dockside Notes wrote"),),
    ),
    Derivation(
        child=R4,
        parent=R3,
        basis="citation",
        kind="follow-up",
        direction_known=True,
        credited=True,
        score=0.0,
        reasons=("it names the Inland Monitor for what it says",),
        evidence=(proof(R4, "according to the Inland Monitor"),),
    ),
    Derivation(
        child=R4,
        parent="x1",
        basis="both",
        kind="excerpt",
        direction_known=True,
        credited=True,
        score=0.22,
        reasons=("one sentence is credited to the agency",),
        passages=(Aligned(at(R4, "6,000 tonnes of barley were lost"), None, 0.8),),
        evidence=(proof(R4, "The Northern Press Agency said"),),
    ),
)

ACTORS = (
    Actor(
        id="a1",
        name="Ana Brelt",
        kind="person",
        aliases=("Brelt", "fire chief Ana Brelt", "she"),
        mentions=(
            _passage(R1, "fire chief Ana Brelt"),
            _passage(R2, "fire chief Ana Brelt"),
            _passage(R3, "fire chief Ana Brelt"),
        ),
        merged_because=("the same full name and office in three reports",),
    ),
    Actor(
        id="a2",
        name="Ministry of Supply",
        kind="ministry",
        aliases=("the ministry",),
        mentions=(_passage(R1, "Ministry of Supply"),),
    ),
    Actor(
        id="a3",
        name="Northern Press Agency",
        kind="news agency",
        aliases=("NPA",),
        mentions=(_passage(R1, "Northern Press Agency"), _passage(R4, "Northern Press Agency")),
    ),
    Actor(
        id="a4",
        name="Joss Harrow",
        kind="person",
        aliases=("Harrow", "Supply Minister Joss Harrow"),
        mentions=(_passage(R3, "Supply Minister Joss Harrow"),),
        speaks_for="a2",
    ),
    Actor(
        id="a5",
        name="a security official",
        kind="nameless person",
        aliases=(),
        mentions=(_passage(R3, "a security official"), _passage(R4, "a security official")),
    ),
    Actor(id="a6", name="Dockside Notes", kind="outlet", aliases=(), mentions=(_passage(R3, "Dockside Notes"),)),
    Actor(id="a7", name="Inland Monitor", kind="outlet", aliases=(), mentions=(_passage(R4, "Inland Monitor"),)),
)


def dossier(**changes: Any) -> Dossier:
    """The affair as Sayso would hand it back; `changes` replace whole fields."""
    parts: dict[str, Any] = {
        "version": "0.0.0",
        "reports": REPORTS,
        "attributions": (
            Attribution(
                report=R1,
                source=(at(R1, "fire chief Ana Brelt"),),
                cue=(at(R1, "told reporters"),),
                content=(at(R1, "At least 12 people were killed"),),
                form="indirect",
                stance="say",
                links=(_brelt(R1, "fire chief Ana Brelt"),),
                type="Named Person",
                title="fire chief",
            ),
        ),
        "claims": CLAIMS,
        "propositions": PROPOSITIONS,
        "derivations": DERIVATIONS,
        "absent": (
            Absent(
                id="x1",
                is_="a dispatch of the Northern Press Agency",
                evidence=(
                    proof(R1, "(NPA)"),
                    proof(R4, "The Northern Press Agency said"),
                    Evidence.nowhere((R1, R2, R3, R4), "a report published by the Northern Press Agency"),
                ),
                actor_name="Northern Press Agency",
            ),
        ),
        "cycles": (
            Cycle((R3, R4), (proof(R3, "The blog Dockside Notes wrote"), proof(R4, "according to the Inland Monitor"))),
        ),
        "drift": (
            Drift(
                child="c09",
                parent="c03",
                kind="hedge",
                before="may have been",
                after="was",
                evidence=(proof(R1, "may have been"), proof(R2, "The fire was started")),
            ),
            Drift(
                child="c10",
                parent="c04",
                kind="quotation",
                before="We found no sign of an explosion",
                after="There is no sign of any explosion",
                evidence=(
                    proof(R1, "We found no sign of an explosion"),
                    proof(R2, "There is no sign of any explosion"),
                ),
            ),
            Drift(
                child="c11",
                parent="c05",
                kind="credit",
                before="Ministry of Supply",
                after="",
                evidence=(proof(R1, "citing the Ministry of Supply"),),
            ),
        ),
        "conflicts": (
            Conflict(
                kind="polarity", a="c13", b="c17", reason="the minister denies what the official asserts", weight=3.0
            ),
            Conflict(
                kind="number",
                a="c05",
                b="c19",
                reason="4,000 and 6,000 tonnes, both credited to the agency",
                weight=2.0,
            ),
            Conflict(kind="quotation", a="c04", b="c10", reason="one quotation in two wordings", weight=1.0),
        ),
        "updates": (Update(a="c02", b="c12", reason="the same fire chief, two days later"),),
        "actors": ACTORS,
        "timeline": (
            TimelineEntry("2033-03-03", "event", "A fire tore through the state granary", "c01"),
            TimelineEntry("2033-03-04", "statement", "Ana Brelt: at least 12 people were killed", "c02"),
            TimelineEntry("2033-03-04", "publication", "The Quillmark Courier", "c01"),
            TimelineEntry("2033-03-05", "publication", "Daily Harbinger", "c07"),
            TimelineEntry("2033-03-06", "statement", "Ana Brelt: fourteen people died", "c12"),
            TimelineEntry("2033-03-06", "publication", "Inland Monitor", "c12"),
        ),
        "unread": (
            Unread("pile/empty.txt", "not read", "the file is empty"),
            Unread("pile/courier-copy.txt", "read twice", "the same bytes as pile/courier.txt"),
            Unread("pile/bericht.txt", "not in English", "it looks like German (de)"),
        ),
        **changes,
    }
    return Dossier(**parts)
