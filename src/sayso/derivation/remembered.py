"""What was found out about a report or a pile is kept as long as that is worked on: in a large pile it is asked again for every other report."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from sayso.derivation.words import Pile, Text

On = TypeVar("On", Text, Pile)
P = ParamSpec("P")
R = TypeVar("R")


def remembered(function: Callable[Concatenate[On, P], R]) -> Callable[Concatenate[On, P], R]:
    """Wrap a function of a `Text` or `Pile` and of hashable arguments so that it is called once for the same ones; its result must not be changed."""
    held: WeakKeyDictionary[On, dict[Hashable, R]] = WeakKeyDictionary()

    @wraps(function)
    def asked(on: On, /, *further: P.args, **named: P.kwargs) -> R:
        known = held.setdefault(on, {})
        key = (further, *sorted(named.items()))
        if key not in known:
            known[key] = function(on, *further, **named)
        return known[key]

    return asked
