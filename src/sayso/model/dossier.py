"""The finding, ready to render."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Actor, Attribution
from sayso.model.claim import Claim, Conflict, Drift, Proposition, TimeRole, Update
from sayso.model.derivation import Absent, Cycle, Derivation
from sayso.model.report import Report, Unread

SCHEMA = "sayso.dossier/1"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated thing: `when` is EDTF, `role` tells event, statement and publication apart."""

    when: str
    role: TimeRole
    what: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything Sayso found in one pile. `version` is the version of Sayso that made it.

    `attributions` are those of all reports, in the order of `reports` and of the text.
    """

    version: str
    reports: tuple[Report, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    propositions: tuple[Proposition, ...]
    derivations: tuple[Derivation, ...]
    absent: tuple[Absent, ...]
    cycles: tuple[Cycle, ...]
    drift: tuple[Drift, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Update, ...]
    actors: tuple[Actor, ...]
    timeline: tuple[TimelineEntry, ...]
    unread: tuple[Unread, ...]
    schema: str = SCHEMA
