"""The kind of every name of a report, decided by all places where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.language.mentions.evidence import ACRONYM, SAYING, Votes, around, inside
from sayso.language.mentions.lexicon import LOCATIVE, bodies, people
from sayso.language.mentions.names import Chunk, name_start
from sayso.language.mentions.view import View, upper
from sayso.model import MentionKind

PEOPLE_ENDINGS = (
    "ian",
    "ean",
    "ish",
    "ese",
    "ani",
    "eni",
    "aqi",
    "iot",
    "ican",
    "ovan",
    "ar",
    "ak",
    "i",
    "an",
    "ic",
    "ch",
    "ene",
    "ite",
)
SURE_ENDINGS = ("ian", "ean", "ish", "ese")


def key(view: View, chunk: Chunk) -> str:
    """Return the name of a chunk without a title, as the votes are counted under it."""
    start = name_start(view, chunk.first, chunk.last)
    return view.said(chunk.first if start >= chunk.last else start, chunk.last).replace("’", "'")


def kinds(view: View, found: Sequence[Chunk], given: Mapping[str, MentionKind]) -> dict[str, MentionKind]:
    """Return the kind of each name by its key; `given` are kinds known beforehand (the report's own outlet, its credit)."""
    votes: dict[str, Votes] = {}
    places: dict[str, list[Chunk]] = {}
    for chunk in found:
        if chunk.known is None:
            places.setdefault(key(view, chunk), []).append(chunk)
    for name, held in places.items():
        total: Votes = defaultdict(float)
        for chunk in held:
            for kind, weight in around(view, chunk).items():
                total[kind] += min(weight, 6)
            for kind, weight in inside(view, chunk).items():
                total[kind] = max(total[kind], 0) + weight / len(held) + (weight if chunk is held[0] else 0)
        votes[name] = total
    decided: dict[str, MentionKind] = {}
    parts: dict[str, list[tuple[str, MentionKind]]] = {}
    for name in sorted(votes, key=lambda n: (-n.count(" "), n)):
        _borrow(name, votes[name], parts)
        kind = decided[name] = given.get(name) or _decide(votes[name])
        words = name.split()
        for part in dict.fromkeys((words[0], words[-1], *(" ".join(words[:n]) for n in range(2, len(words))))):
            if len(words) > 1:
                parts.setdefault(part, []).append((words[-1], kind))
    _peoples(view, places, decided)
    return decided


def _borrow(name: str, own: Votes, parts: Mapping[str, Sequence[tuple[str, MentionKind]]]) -> None:
    """Let a short name take the kind of the longer names that begin or end with it."""
    for surname, kind in parts.get(name, ()):
        if kind == "person":
            own["person"] += 6 if name == surname else 2.5 if " " not in name else 0
        elif kind == "place":
            own["place"] += 2
        elif kind != "unknown":
            own[kind] += 6 if " " in name else 3


def _decide(votes: Votes) -> MentionKind:
    best: MentionKind = "unknown"
    weight = 0.99
    for kind in sorted(votes):
        if votes[kind] > weight:
            best, weight = kind, votes[kind]
    return "unknown" if best == "organisation" and weight < 2 else best


def _peoples(view: View, places: Mapping[str, Sequence[Chunk]], decided: dict[str, MentionKind]) -> None:
    """Find the adjectives of peoples and, by them, the states they belong to, known to a gazetteer or not."""
    singles = sorted(n for n in places if " " not in n)
    alike: dict[str, list[str]] = defaultdict(list)
    for name in singles:
        alike[name[:4].lower()].append(name)
    for name in singles:
        if ACRONYM.match(name) or not name.lower().endswith((*PEOPLE_ENDINGS, "s")):
            continue
        related = [o for o in alike[name[:4].lower()] if o != name and _related(o, name)]
        described = sum(_describes(view, c) for c in places[name])
        share = described / len(places[name])
        base = name[:-1] if name.endswith("s") else name
        if name.endswith("s") and name[:-1] in decided and base.lower().endswith(PEOPLE_ENDINGS):
            if decided[name[:-1]] == "nationality":
                decided[name] = "nationality"
            continue
        ending = name.lower().endswith(SURE_ENDINGS)
        if (
            share > 0.5
            and (related or ending)
            and decided[name] in ("unknown", "person", "place", "government", "organisation")
        ):
            decided[name] = "nationality"
            for other in related:
                if decided[other] in ("unknown", "place", "person") and not other.lower().endswith(SURE_ENDINGS):
                    decided[other] = "government"


def _related(state: str, people: str) -> bool:
    """Tell whether an adjective may be made from the name of a state ('Norland', 'Norlandish'; 'Vesta', 'Vestan')."""
    stem = state.lower().rstrip("aeiouy")
    return (
        len(stem) >= 4
        and people.lower().startswith(stem)
        and 0 < len(people) - len(stem) <= 5
        and people != state + "s"
    )


def _describes(view: View, chunk: Chunk) -> bool:
    """Tell whether the word stands before a noun as an adjective does."""
    at = chunk.last
    if at >= len(view.words) or upper(view.words[at]):
        return False
    norm = view.norms[at]
    return (
        view.tags[at] in ("NOUN", "ADJ") and (view.tags[at] == "NOUN" or norm in people() or norm in bodies())
    ) or view.tags[chunk.first] == "ADJ"


def located(view: View, chunk: Chunk) -> bool:
    """Tell whether a name stands after a preposition of place: then it is the place that is meant, not who rules it."""
    at = chunk.first - 1
    if view.norm(at) == "the":
        at -= 1
    return view.norm(at) in LOCATIVE


def speaks(view: View, chunk: Chunk) -> bool:
    """Tell whether a place stands as the one who speaks ('Velmar denies it', 'Velmar had not commented'): then its government is meant."""
    at = chunk.last
    while at < chunk.last + 4 and (
        view.norm(at) in ("not", "n't", "also", "later", "again") or (at < len(view.tags) and view.tags[at] == "AUX")
    ):
        at += 1
    before = view.norm(chunk.first - 1)
    return (view.norm(at) in SAYING or view.norm(at) in ("commented", "responded")) and before not in (
        *LOCATIVE,
        "of",
        "from",
        "to",
        "at",
        "and",
    )
