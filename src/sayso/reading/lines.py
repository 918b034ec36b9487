"""Lines and paragraphs of a text as ranges."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Span, trimmed


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without an empty line between them: each a range without the white space around it."""

    lines: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The range from the first line to the last."""
        return Span(self.lines[0].start, self.lines[-1].end)


def lines(text: str, start: int, end: int) -> list[Span | None]:
    """Return the lines of text[start:end], trimmed; None for an empty one."""
    found: list[Span | None] = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        found.append(trimmed(text, position, stop))
        position = stop + 1
    return found


def blocks(text: str, start: int, end: int) -> list[Block]:
    """Return the blocks of text[start:end], parted by empty lines."""
    found: list[Block] = []
    held: list[Span] = []
    for line in [*lines(text, start, end), None]:
        if line is not None:
            held.append(line)
        elif held:
            found.append(Block(tuple(held)))
            held = []
    return found
