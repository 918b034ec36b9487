"""What was found out about a report is kept as long as the report is worked on: in a large pile it is asked again for every other one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from sayso.derivation.words import Text

P = ParamSpec("P")
R = TypeVar("R")


def remembered(function: Callable[Concatenate[Text, P], R]) -> Callable[Concatenate[Text, P], R]:
    """Wrap a function of a `Text` and of hashable arguments so that it is called once for the same ones; its result must not be changed."""
    held: WeakKeyDictionary[Text, dict[Hashable, R]] = WeakKeyDictionary()

    @wraps(function)
    def asked(text: Text, /, *further: P.args, **named: P.kwargs) -> R:
        known = held.setdefault(text, {})
        key = (further, *sorted(named.items()))
        if key not in known:
            known[key] = function(text, *further, **named)
        return known[key]

    return asked
