"""What a reader gives back: one part a report, or the reason why a part is none."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.plain import Draft


@dataclass(frozen=True, slots=True)
class Part:
    """One report's share of a file: its draft, or in `why` what is wrong with it.

    `mark` follows the name of the file ('#3' for the third object of a list) and is empty when the file is one report; `digest` tells
    the parts of one file apart by their content and is empty when the bytes of the file do.
    """

    draft: Draft | None
    why: str = ""
    mark: str = ""
    digest: str = ""
