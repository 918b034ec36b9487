"""Which drafts hold a token in their content, looked up by stretches of the text: a report may have thousands of drafts."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.draft import Draft

STRETCH = 64
"""How many tokens the stretches have."""


class Holding:
    """The contents of `drafts`, as they are when this is made."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._at: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            stretches = {stretch for a, b in draft.contents for stretch in range(a // STRETCH, b // STRETCH + 1)}
            for stretch in sorted(stretches):
                self._at.setdefault(stretch, []).append(number)

    def of(self, token: int) -> list[Draft]:
        """Return the drafts one of whose contents holds `token`, in their order."""
        near = (self._drafts[number] for number in self._at.get(token // STRETCH, ()))
        return [draft for draft in near if any(a <= token < b for a, b in draft.contents)]
