"""The stemma as one SVG file: the picture of the dossier with its legend, told in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.dossier.compose import StemmaView
from sayso.dossier.compose.fit import width
from sayso.dossier.render.html import environment, static

_LEFT, _SIZE, _LINE = 12, 11, 16
_LEAST = 420
LEGEND = (
    "Solid: taken with credit. Dotted: taken without. Thin and dashed: cites. Dashed box: a dispatch that is not in the pile. "
    "Thickness and figure: the share of the child's words; a question mark where who took from whom is not known."
)


def to_svg(view: StemmaView) -> str:
    """Return the picture; it holds no script and no link, asks nothing of any server, and follows the reader's light or dark."""
    from markupsafe import Markup

    pic = view.picture
    wide = max(_LEAST, pic.width)
    said = [pic.caption, LEGEND, *(f"A circle of citations: {circle.words}." for circle in view.cycles)]
    if pic.alone:
        said.append(f"On their own: {', '.join(ref.label for ref in pic.alone)}.")
    if not pic.arcs:
        said.append("No report was found to be made from another, and none cites another.")
    wrapped = [line for words in said for line in _wrapped(words, wide - 2 * _LEFT)]
    lines = [(pic.height + _LINE * place, line) for place, line in enumerate(wrapped, 1)]
    style = Markup(static("stemma.css") + static("picture.css"))
    template = environment().get_template("stemma.svg")
    height = pic.height + _LINE * (len(lines) + 1)
    return template.render(view=view, pic=pic, lines=lines, left=_LEFT, width=wide, height=height, style=style) + "\n"


def _wrapped(words: str, room: float) -> Iterator[str]:
    """Break words into lines of at most `room` pixels; SVG does not."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer, _SIZE) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
