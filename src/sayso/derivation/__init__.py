"""Who made what from whom: shared passages, direction, citations, absent parents, the stemma."""

from sayso.derivation.decided import Decision, decided
from sayso.derivation.families import Family, families
from sayso.derivation.first_hand import first_hand
from sayso.derivation.stemma import derive

__all__ = ["Decision", "Family", "decided", "derive", "families", "first_hand"]
