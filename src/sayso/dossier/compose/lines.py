"""The lines of the stemma's picture: where they leave and enter the boxes, how they run, where their figures stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.dossier.compose.fit import width

HEIGHT, ROW, TOP = 40, 84, 12
_TIP = 4
_PORTS = 15
# How far the lines of a circle of two swing out.
_SWING = 34
_FIGURE = 11

Pair = tuple[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The measure of a picture in pixels: the left margin, the width of a box and of a column."""

    left: int
    box: int
    column: int

    def x(self, column: float) -> float:
        """Return where a column stands."""
        return self.left + column * self.column

    def width(self, columns: float) -> int:
        """Return the width of a picture of so many columns."""
        return round(self.x(columns)) + 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its path, and places on it where a figure may stand, the best first."""

    path: str
    places: tuple[Point, ...]


def lines(
    routes: Mapping[Pair, Sequence[tuple[int, float]]], rings: Collection[Pair], frame: Frame
) -> dict[Pair, Line]:
    """Return the line of every edge (parent, child) along its route of (row, column); edges of `rings` between neighbouring rows swing out."""
    ports = _ports(routes, frame)
    made = {}
    for pair, route in routes.items():
        if route[0][0] == route[-1][0]:
            made[pair] = _level(route, frame)
        elif pair in rings and pair[::-1] in rings and len(route) == 2:
            made[pair] = _swung(pair, route, frame)
        else:
            made[pair] = _down(route, ports[pair], frame)
    return made


def _ports(routes: Mapping[Pair, Sequence[tuple[int, float]]], frame: Frame) -> dict[Pair, tuple[float, float]]:
    """Return where each line leaves and enters its boxes: side by side, in the order of where the lines go."""
    sides: dict[tuple[str, bool], list[tuple[float, float, Pair, bool]]] = defaultdict(list)
    for (parent, child), route in routes.items():
        if route[0][0] == route[-1][0]:
            continue
        down = route[0][0] < route[-1][0]
        sides[parent, down].append((route[1][1], route[-1][1], (parent, child), True))
        sides[child, not down].append((route[-2][1], route[0][1], (parent, child), False))
    found: dict[tuple[Pair, bool], float] = {}
    for held in sides.values():
        gap = min(_PORTS, (frame.box - 16) / max(1, len(held) - 1))
        for place, (*_, pair, leaves) in enumerate(sorted(held)):
            found[pair, leaves] = (place - (len(held) - 1) / 2) * gap
    return {
        pair: (frame.x(route[0][1]) + found[pair, True], frame.x(route[-1][1]) + found[pair, False])
        for pair, route in routes.items()
        if (pair, True) in found
    }


def _down(route: Sequence[tuple[int, float]], ports: tuple[float, float], frame: Frame) -> Line:
    """Run from row to row, straight through the height of a row and bent only between rows, so that no box is touched."""
    down = route[0][0] < route[-1][0]
    tops = [TOP + row * ROW for row, _ in route]
    leave, enter = (HEIGHT, -_TIP) if down else (0, HEIGHT + _TIP)
    first, last = (-2, HEIGHT + 2) if down else (HEIGHT + 2, -2)
    legs: list[tuple[Point, Point]] = []
    here: Point = (ports[0], tops[0] + leave)
    path = f"M{_at(here)}"
    for (_, column), top in zip(route[1:-1], tops[1:-1], strict=True):
        x = frame.x(column)
        legs.append((here, (x, top + first)))
        here = (x, top + last)
        path += f" {_bent(*legs[-1])} L{_at(here)}"
    legs.append((here, (ports[1], tops[-1] + enter)))
    path += f" {_bent(*legs[-1])}"
    ends = [legs[-1], legs[0]] if len(legs) > 1 else [legs[0]]
    places = [_between(*leg, t) for t in (0.5, 0.32, 0.68) for leg in ends]
    places += [_between(*leg, 0.5) for leg in legs[1:-1]]
    places += [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for (_, a), (b, _) in pairwise(legs)]
    return Line(path, tuple(places))


def _bent(a: Point, b: Point) -> str:
    bend = (b[1] - a[1]) * 0.5
    return f"C{_at((a[0], a[1] + bend))} {_at((b[0], b[1] - bend))} {_at(b)}"


def _between(a: Point, b: Point, t: float) -> Point:
    """Return a point of the curve that `_bent` draws."""
    s = 1 - t
    bend = (b[1] - a[1]) * 0.5
    x = a[0] * (s**3 + 3 * s * s * t) + b[0] * (t**3 + 3 * s * t * t)
    y = a[1] * s**3 + (a[1] + bend) * 3 * s * s * t + (b[1] - bend) * 3 * s * t * t + b[1] * t**3
    return x, y


def _swung(pair: Pair, route: Sequence[tuple[int, float]], frame: Frame) -> Line:
    """Half of a circle of two: the one line swings out to the left, the other to the right."""
    (row, column), (other, column_there) = route
    down = row < other
    side = -1 if down else 1
    a = (frame.x(column) + side * 12, TOP + row * ROW + (HEIGHT if down else 0))
    b = (frame.x(column_there) + side * 12, TOP + other * ROW + (-_TIP if down else HEIGHT + _TIP))
    third = (b[1] - a[1]) / 4
    out = side * _SWING
    path = f"M{_at(a)} C{_at((a[0] + out, a[1] + third))} {_at((b[0] + out, b[1] - third))} {_at(b)}"
    return Line(path, (((a[0] + b[0]) / 2 + out * 0.75, (a[1] + b[1]) / 2),))


def _level(route: Sequence[tuple[int, float]], frame: Frame) -> Line:
    """Between two boxes of one row: a bow over them one way, and one under them the other way, which close a circle."""
    (row, start), (_, end) = route
    side = 1 if start < end else -1
    y = TOP + row * ROW + HEIGHT // 2
    ax, bx = frame.x(start) + side * frame.box / 2, frame.x(end) - side * (frame.box / 2 + 3)
    # Two reports citing one another get two bows, one over and one under.
    bow = (-30 if side > 0 else 30) if abs(ax - bx) < frame.column else (-64 if side > 0 else 64)
    path = f"M{_at((ax, y))} C{_at((ax + side * 8, y + bow))} {_at((bx - side * 8, y + bow))} {_at((bx, y))}"
    return Line(path, (((ax + bx) / 2, y + bow * 3 / 4),))


def _at(point: Point) -> str:
    return ",".join(f"{value:.1f}".removesuffix(".0") for value in point)


def figures(wanted: Sequence[tuple[Line, str]]) -> Iterator[Point]:
    """Yield where each figure stands: on its line, clear of the figures before it; the places of no figure do not matter."""
    taken: list[tuple[float, float, float]] = []
    for line, words in wanted:
        if not words:
            yield line.places[0]
            continue
        room = width(words, _FIGURE)

        def free(place: Point, room: float = room) -> bool:
            return all(abs(place[0] - x) >= (room + other) / 2 + 2 or abs(place[1] - y) >= 12 for x, y, other in taken)

        place = next((place for place in line.places if free(place)), line.places[0])
        while not free(place):
            place = (place[0], place[1] - 12)
        taken.append((*place, room))
        yield place
