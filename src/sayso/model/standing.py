"""What still stands of a dossier when a report, or what rests on an actor, is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.claim import Conflict, Proposition
from sayso.model.dossier import Dossier

WITHOUT_SCHEMA = "sayso.without/1"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out: a report, or the claims that rest on an actor; `id` and `name` as in the dossier, `claims` counts what went with it."""

    kind: Literal["report", "actor"]
    id: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A proposition that stands on fewer origins than before: the same proposition in the whole pile and in what is left."""

    before: Proposition
    after: Proposition


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A family of reports (ids) that share text, and the families its remaining reports make; one that stands alone makes none.

    `before` is empty when the family is new.
    """

    before: tuple[str, ...]
    after: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The difference that leaving something out makes: `whole` is the dossier of everything, `remaining` that of what is left.

    `fallen` are propositions of `whole` of which no claim is left, `shrunk` those with fewer origins, `dissolved` conflicts of `whole` that are
    gone, `families` the families of reports that changed. All in the order of `whole`.
    """

    left_out: tuple[LeftOut, ...]
    whole: Dossier
    remaining: Dossier
    fallen: tuple[Proposition, ...]
    shrunk: tuple[Shrunk, ...]
    dissolved: tuple[Conflict, ...]
    families: tuple[Regrouped, ...]
