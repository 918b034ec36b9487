"""One pair of claims with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("same", "denied", "differs", "other")
"""Both say the same; one denies what the other says; they differ in a figure, date or name; or neither."""
SAME, DENIED, DIFFERS, OTHER = range(len(KINDS))
NOT_SAME = len(KINDS)
"""Known to be one of the other three, not which."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and the kind of the pair; `share` is how far that is so, the rest counts as not the same."""

    first: str
    second: str
    kind: int
    source: str
    share: float = 1.0

    def turned(self) -> Pair:
        """Return the pair in the other order."""
        return Pair(self.second, self.first, self.kind, self.source, self.share)
