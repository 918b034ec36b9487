"""For whom somebody speaks: a spokeswoman for her bank, a defence minister for the ministry, a state agency for its state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.attribution.merging import BODIES
from sayso.attribution.names import body_tokens, generic, plain, related
from sayso.attribution.states import home_of, state_of
from sayso.model import Actor
from sayso.resources import tree

# The portfolio of a minister is the telling word of the ministry's name.
_PORTFOLIO = re.compile(
    r"\b(foreign|defen[cs]e|interior|finance|health|justice|energy|transport|agriculture|education|environment|economy|trade|labou?r)\b"
)


_CIVIL = frozenset({"minister", "president", "premier", "leader", "chancellor", "ambassador", "secretary"})
_STEM = 7
"""Letters that an office and the body called after it have in common: inspector and inspectorate."""


def _words(title: str) -> list[str]:
    offices = frozenset(tree("names")["offices"])
    return [t for t in body_tokens(title) if t not in offices]


def _fit(words: Sequence[str], body: Actor) -> int:
    """Return how many words of a title make up one of the body's names in full; 0 when none stands in it whole or it tells nothing."""
    best = 0
    for name in (body.name, *body.aliases):
        tokens = body_tokens(name)
        telling = [t for t in tokens if not generic(t)]
        needed = telling if len(telling) > 1 else tokens
        if telling and all(t in words or (t in telling and any(related(t, w) for w in words)) for t in needed):
            best = max(best, len(tokens))
    return best


def _holds_office(title: str) -> bool:
    """Tell whether a title is an office, which speaks for its body, and no trade that writes or thinks about it."""
    words = set(body_tokens(title))
    return bool(words & set(tree("names")["offices"])) and not words & set(tree("names")["onlookers"])


def _named_after(titles: Sequence[str], body: Actor) -> bool:
    """Tell whether a body is called after the office that is all a title tells: the superintendent of the superintendence."""
    bare = [t for title in titles if not _words(title) for t in body_tokens(title)]
    return any(
        len(t) >= _STEM and len(n) >= _STEM and t[:_STEM] == n[:_STEM] and t != n
        for t in bare
        for n in body_tokens(body.name)
    )


def speaks_for(
    actors: Sequence[Actor], titles: Mapping[str, Sequence[str]], homes: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return, for the ids of actors with an office or described by one, the id of the body they speak for.

    `titles` gives the offices written beside each actor's name, `homes` the reports that name it. A body is taken only when its telling words all stand
    in the title ('Bank of X governor') and no other body fits as well; a tie stays open.
    """
    bodies = [a for a in actors if a.kind in BODIES]
    found: dict[str, str] = {}
    for actor in actors:
        said = list(titles.get(actor.id, ()))
        if actor.kind in ("nameless person", "nameless group"):
            said.append(actor.name)
        if actor.kind not in ("person", "nameless person", "nameless group") or not said:
            continue
        scores: dict[str, int] = {}
        for title in filter(_holds_office, said):
            words = _words(title)
            portfolio = _PORTFOLIO.search(plain(title))
            for body in bodies:
                if body.kind == "armed force" and _CIVIL & set(body_tokens(title)):
                    continue  # a foreign minister speaks for his state, not for its army
                score = _fit(words, body)
                if (
                    portfolio
                    and body.kind == "ministry"
                    and portfolio.group().replace("defense", "defence") in body_tokens(body.name)
                ):
                    score += 3 if "minister" in body_tokens(title) and "ministry" in body_tokens(body.name) else 2
                if score and set(homes.get(body.id, ())) & set(homes.get(actor.id, ())):
                    score += 1
                scores[body.id] = max(scores.get(body.id, 0), score)
        best = max(scores.values(), default=0)
        winners = [id for id, score in scores.items() if score == best]
        if best and len(winners) == 1 and winners[0] != actor.id:
            found[actor.id] = winners[0]
        elif not best:
            near = {
                b.id
                for b in bodies
                if set(homes.get(b.id, ())) & set(homes.get(actor.id, ())) and _named_after(said, b)
            }
            if len(near) == 1:
                found[actor.id] = near.pop()
    for actor in actors:
        home = home_of(actor.name) or next((h for h in map(home_of, actor.aliases) if h), None)
        state = next((b.id for b in bodies if home and b.kind == "government" and state_of(b.name) == home), None)
        if state and actor.id != state:
            found[actor.id] = state
    return found
