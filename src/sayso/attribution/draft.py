"""An attribution in the making: ranges of tokens before actors are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Form, Stance

Range = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Draft:
    """One attribution as ranges of tokens.

    `source` are the words shown as source, `speaker` the noun phrase that is led to an actor (the antecedent where the source is 'who'). `origins` are
    those whom the speaker cites, `relays` the outlets that were told or that carry the words, innermost first. `own` tells that the report itself speaks;
    `turn` is the number of the transcript's turn that the draft stands for. `outlet_only` holds back a draft whose origin
    turns out to be no outlet. `human` tells that the verb is one that only somebody who speaks can have. `hearsay` holds back
    one for which nobody turns out to vouch. `heir` is the draft whose links a carried one takes over. `heard` is the source that the encoder hears at the cue.
    """

    cue: Range
    contents: list[Range]
    source: Range | None = None
    speaker: Range | None = None
    stance: Stance = "say"
    form: Form = "indirect"
    sourced: bool = True
    carried: bool = False
    own: bool = False
    origins: list[Range] = field(default_factory=list)
    relays: list[Range] = field(default_factory=list)
    turn: int | None = None
    outlet_only: bool = False
    heir: Draft | None = None
    human: bool = False
    hearsay: bool = False
    heard: tuple[Range, ...] = ()

    @property
    def at(self) -> int:
        """The token that orders drafts in the text."""
        return min([self.cue[0], *(first for first, _ in self.contents)])

    @property
    def anchor(self) -> int:
        """The token at which pronouns of the source are resolved."""
        return self.source[0] if self.source else self.cue[0]
