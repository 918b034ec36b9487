"""Who made what from whom: shared passages, direction, citations, absent parents, the stemma."""

from sayso.derivation.stemma import derive

__all__ = ["derive"]
