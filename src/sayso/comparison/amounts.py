"""Whether two amounts can both be right, whatever they measure."""

from __future__ import annotations

from sayso.model import Quantity

_TOLERANCE = {"about": 0.15}


def bounds(q: Quantity) -> tuple[float, float] | None:
    """Return the least and greatest value the words allow; None when they tell no value (a mere ratio)."""
    low, high = q.low, q.high
    if low is None and high is None:
        return None
    if q.approximation in ("at least", "more than"):
        return (low if low is not None else high or 0.0), float("inf")
    if q.approximation in ("at most", "less than", "up to"):
        return 0.0, (high if high is not None else low or 0.0)
    slack = _TOLERANCE.get(q.approximation, 0.0)
    return (low if low is not None else 0.0) * (1 - slack), (high if high is not None else float("inf")) * (1 + slack)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Tell whether both figures can be right: their bounds meet, or one is the other rounded ('1.1 million' and '1,123,456')."""
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return True
    if one[0] <= two[1] * (1 + 1e-9) and two[0] <= one[1] * (1 + 1e-9):
        return True
    if one[0] == one[1] and two[0] == two[1]:
        return any(_rounded(x[0]) == y[0] for x, y in ((one, two), (two, one)))
    return False


def _rounded(value: float) -> float | None:
    """Return a figure of at least five digits cut to two; None for smaller ones, which nobody rounds in passing."""
    return float(f"{value:.1e}") if value >= 10_000 and value != float(f"{value:.1e}") else None
