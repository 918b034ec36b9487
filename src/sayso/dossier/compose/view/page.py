"""The whole page."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.claims import (
    Change,
    ConflictView,
    DriftGroup,
    LeadGroup,
    PropositionView,
    UpdateView,
)
from sayso.dossier.compose.view.data import PageData
from sayso.dossier.compose.view.reports import Day, ReportView, UnreadView, Voice
from sayso.dossier.compose.view.stemma import AbsentView, CycleView, EdgeView, Picture
from sayso.dossier.compose.view.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole dossier as it is shown."""

    title: str
    version: str
    schema: str
    figures: tuple[tuple[str, str], ...]
    main: tuple[PropositionView, ...]
    tail: tuple[PropositionView, ...]
    picture: Picture
    families: tuple[Branch, ...]
    alone: tuple[str, ...]
    edges: tuple[EdgeView, ...]
    absent: tuple[AbsentView, ...]
    cycles: tuple[CycleView, ...]
    updates: tuple[UpdateView, ...]
    changes: tuple[Change, ...]
    status: tuple[Change, ...]
    leads: tuple[LeadGroup, ...]
    conflicts: tuple[ConflictView, ...]
    days: tuple[Day, ...]
    voices: tuple[Voice, ...]
    drift: tuple[DriftGroup, ...]
    reports: tuple[ReportView, ...]
    unread: tuple[UnreadView, ...]
    limits: tuple[str, ...]
    hues: int
    data: PageData
