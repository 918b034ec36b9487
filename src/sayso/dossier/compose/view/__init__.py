"""What a page shows, as plain data: templates only print it.

An `anchor` is the id of an element of the page; a `href` is one of those ids, without the '#'.
"""

from __future__ import annotations

from sayso.dossier.compose.view.claims import (
    Change,
    ConflictView,
    Counter,
    DriftGroup,
    DriftView,
    Group,
    LeadGroup,
    LeadLine,
    LeadView,
    Occurrence,
    PropositionView,
    UpdateView,
)
from sayso.dossier.compose.view.page import Page
from sayso.dossier.compose.view.reports import Block, Day, Entry, Note, ReportView, UnreadView, Voice
from sayso.dossier.compose.view.stemma import AbsentView, Arc, CycleView, EdgeView, Node, Picture, Tick, Twin
from sayso.dossier.compose.view.tree import Branch
from sayso.dossier.compose.view.words import Moment, Piece, Proof, Ref, Side, Step

__all__ = [
    "AbsentView",
    "Arc",
    "Block",
    "Branch",
    "Change",
    "ConflictView",
    "Counter",
    "CycleView",
    "Day",
    "DriftGroup",
    "DriftView",
    "EdgeView",
    "Entry",
    "Group",
    "LeadGroup",
    "LeadLine",
    "LeadView",
    "Moment",
    "Node",
    "Note",
    "Occurrence",
    "Page",
    "Picture",
    "Piece",
    "Proof",
    "PropositionView",
    "Ref",
    "ReportView",
    "Side",
    "Step",
    "Tick",
    "Twin",
    "UnreadView",
    "UpdateView",
    "Voice",
]
