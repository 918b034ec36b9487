"""What a window says when somebody judges: checked before anything is written."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from sayso.model import Anchor, JudgementKind
from sayso.workbench.desk import Drawn

_Short = Annotated[str, Meta(max_length=200)]
_Long = Annotated[str, Meta(max_length=4000)]


class JudgeBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A judgement: `page` is the revision whose page the places are of, `revision` the last that this window knows."""

    kind: JudgementKind
    places: Annotated[list[_Short], Meta(min_length=1, max_length=2)]
    page: _Short
    revision: _Short
    who: _Short
    why: _Long = ""
    value: _Short | None = None


class UndoBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The taking back of a judgement."""

    number: int
    revision: _Short
    who: _Short
    why: _Long = ""


def anchors(drawn: Drawn, places: list[str]) -> list[Anchor]:
    """Return what the places of a page point to; raises ValueError for one that is not on it."""
    for place in places:
        if place not in drawn.anchors:
            raise ValueError(f"there is no place '{place}' on the page")
    return [drawn.anchors[place] for place in places]
