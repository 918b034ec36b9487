"""The case file: a pile that grows over weeks, with its analyses, judgements and looks, in one SQLite file."""

from sayso.casefile.analyses import Finding, Sentences, key_of
from sayso.casefile.anchors import Finder, anchor
from sayso.casefile.changes import changes
from sayso.casefile.code import PER_REPORT, version_of
from sayso.casefile.judgements import undone
from sayso.casefile.looks import Look, Seen
from sayso.casefile.reports import Held
from sayso.casefile.revision import after
from sayso.casefile.store import State, Store

__all__ = [
    "PER_REPORT", "Finder", "Finding", "Held", "Look", "Seen", "Sentences", "State", "Store", "after", "anchor", "changes", "key_of",
    "undone", "version_of",
]  # fmt: skip
