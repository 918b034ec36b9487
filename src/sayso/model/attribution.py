"""Who says what: attributions, the links of a chain, actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.evidence import Evidence, Passage
from sayso.model.language import ActorKind
from sayso.model.span import Span

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "say",  # neutral: said, told, wrote, according to
    "confirm",  # confirmed, admitted, acknowledged
    "deny",  # denied, rejected, dismissed: the content is what is denied
    "claim",  # claimed, alleged, insisted: the reporter keeps a distance
    "suggest",  # suggested, hinted, implied
    "think",  # believes, expects, fears
    "order",  # ordered, urged, demanded, called on
    "retract",  # corrected, retracted, withdrew
    "non-answer",  # declined to comment, would neither confirm nor deny, did not reply
]

SourceType = Literal[
    "Named Person", "Named Organization", "Document", "Anonymous Source", "Unnamed Person", "Unnamed Group of People"
]


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: who, the actor's id (None until actors are known over the pile), its kind, where it stands."""

    name: str
    kind: ActorKind
    evidence: Evidence
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: source, cue and content as spans (PARC, PolNeAR), several where a part is discontinuous.

    `links` are who vouches by this attribution alone, origin first: a Reuters report citing an intelligence service gives the service, then
    Reuters; empty when the wording hides the source ('it has emerged'). `parent` is the index, among the report's attributions, of the one in whose content
    this one stands. `carried` tells that the source was taken from the sentence before (the same voice goes on). `sourced` is False for what is no
    sourced statement: thoughts, wishes, non-answers. `type`, `title`, `justification` are the columns of the sourcing table.
    """

    report: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    links: tuple[Link, ...]
    parent: int | None = None
    carried: bool = False
    sourced: bool = True
    aside: bool = False
    type: SourceType | None = None
    title: str | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, body, state, agency, outlet or nameless group: one across all reports, with its aliases.

    A nameless actor ('a defence official') is one actor for each report, unless the text itself identifies it. `speaks_for` is the id of the body
    a person or spokesman speaks for, or the state behind its own agency, where the text says so.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    mentions: tuple[Passage, ...]
    merged_because: tuple[str, ...] = ()
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One actor of a pile: `speaks` counts the attributions whose origin it is, `relays` those that it passes on for others.

    `through` names those who pass on its words, each with how often, most often first. `reports` are the files in which it speaks or is named. `speaks_for` is the
    name of the body it speaks for.
    """

    actor: Actor
    speaks: int
    relays: int
    through: tuple[tuple[str, int], ...]
    reports: tuple[str, ...]
    speaks_for: str | None
