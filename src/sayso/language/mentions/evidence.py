"""What the words around a name tell about its kind; summed over all places of the report where the name stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.language.mentions.lexicon import (
    DIRECTION,
    LOCATIVE,
    PARTICLES,
    bodies,
    given_names,
    listed,
    name_words,
    people,
    titles,
)
from sayso.language.mentions.names import Chunk, name_start
from sayso.language.mentions.view import View, upper
from sayso.model import MentionKind

Votes = defaultdict[MentionKind, float]

SAYING = listed("saying")
PUBLISHING = listed("publishing")
RULE = listed("rule")
TRADE = listed("trade")
SETTLED = listed("settled")
STATE_WORDS = listed("state_words")
SERVICE = listed("service")
HEARD: dict[str, tuple[MentionKind, float]] = {
    "person": ("person", 3),
    "place": ("place", 2),
    "organisation": ("organisation", 2),
}
"""What the encoder's kind of a name weighs."""
ALONE = 0.9
"""What 'person' weighs for a single word: places and states of which the encoder has never read look like surnames to it."""
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?$")


def inside(view: View, chunk: Chunk) -> Votes:
    """Return what the words of a chunk tell about its kind."""
    votes: Votes = defaultdict(float)
    printed = view.words[chunk.first : chunk.last]
    start = name_start(view, chunk.first, chunk.last)
    if len(printed) == 1 and any(where == "any" for _, where in name_words().get(printed[0], ())):
        votes[name_words()[printed[0]][0][0]] += 2
    core = _core(printed)
    for at, word in enumerate(core):
        for kind, where in name_words().get(word, ()):
            last, first = at == len(core) - 1, at == 0
            if len(printed) > 1 and (where == "any" or (where == "last" and last) or (where == "first" and first)):
                votes[kind] += (
                    6 if where == "first" and kind == "outlet" else 2 if where == "first" else 4 if last else 1.5
                )
    if ("Intelligence" in core or core[-2:] == ["Security", "Service"]) and SERVICE & set(core):
        votes["intelligence service"] += 6
    if chunk.first < start < chunk.last:
        votes["person"] += 8 if start - chunk.first > 0 and not _trade(printed) else 2
    name = printed[start - chunk.first :]
    if not name:
        return votes
    if name[0] in given_names():
        votes["person"] += 3 if len(name) > 1 else 1.5
    if any(re.fullmatch(r"[A-Z]\.", w) for w in name) and len(name) > 1:
        votes["person"] += 2
    if any(w.lower() in PARTICLES - {"of"} for w in name[1:-1]) or name[0].lower()[:3] in ("al-", "el-"):
        votes["person"] += 1
    if 2 <= len(name) <= 3 and all(w.isalpha() or "-" in w or "'" in w or "’" in w for w in name):
        votes["person"] += 1
    if len(printed) == 1 and ACRONYM.match(printed[0]):
        votes["organisation"] += 2.5
    return votes


def _core(printed: Sequence[str]) -> Sequence[str]:
    """Return the words that tell the kind: those before 'of' or 'for' in 'Ministry of Mines', if any of them tells one."""
    for at, word in enumerate(printed):
        if at and word in ("of", "for", "on") and any(w in name_words() for w in printed[:at]):
            return printed[:at]
    return printed


def _trade(printed: Sequence[str]) -> bool:
    return printed[0] in ("General", "King", "Queen", "Prince", "Lady", "Major") and printed[-1] in name_words()


def around(view: View, chunk: Chunk) -> Votes:
    """Return what the words before and after a chunk tell about its kind."""
    votes: Votes = defaultdict(float)
    _before(view, chunk, votes)
    _after(view, chunk, votes)
    heard = HEARD.get(view.heard.get(chunk.last - 1, ""))
    if heard is not None:
        single = chunk.last - chunk.first == 1
        votes[heard[0]] += ALONE if single and heard[0] == "person" else heard[1]
    return votes


def _before(view: View, chunk: Chunk, votes: Votes) -> None:
    one, two, three = (view.norm(chunk.first - i) for i in (1, 2, 3))
    single = chunk.last - chunk.first == 1
    if one.rstrip(".") in titles() or people().get(one):
        votes["person"] += 4
    if one in LOCATIVE:
        votes["place"] += 3 if single else 2
    elif one in DIRECTION:
        votes["place"] += 1 if single and two != "according" else 0
    modifies = (
        chunk.last < len(view.tags) and view.tags[chunk.last] in ("NOUN", "ADJ") and view.words[chunk.last][0].islower()
    )
    if one in ("a", "an") and not modifies:
        votes["person"] -= 3
    if one in ("of", "called", "named") and two in SETTLED:
        votes["place"] += 5
    if one in SETTLED - {"line", "front", "border"}:
        votes["place"] += 2
    if one == "of" and two in STATE_WORDS:
        votes["government"] += 5
    if one == "the" and not modifies:
        votes["person"] -= 3
        if single and ("outlet", "last") in name_words().get(view.words[chunk.first], ()):
            votes["outlet"] += 4
        votes["organisation"] += 1
        if two in ("told", "tells", "telling"):
            votes["outlet"] += 3
        if two == "to" and three in ("according", "spoke", "speaking"):
            votes["outlet"] += 0.5
        if two in ("of", "with", "by", "from", "in") and three in (
            "editor",
            "reporter",
            "correspondent",
            "interview",
            "published",
            "reported",
        ):
            votes["outlet"] += 3
        if two == "in" and three in ("read", "wrote", "writing", "saw", "seen", "published", "appeared"):
            votes["outlet"] += 3
        if two in ("citing", "quoting"):
            votes["outlet"] += 2
    elif one in ("told", "tells") and single:
        votes["outlet"] += 0.5
        votes["person"] += 0.5
    elif one in ("told", "asked", "by", "and", "to"):
        votes["person"] += 0.3
    if one in (
        "agency",
        "broadcaster",
        "newspaper",
        "magazine",
        "daily",
        "channel",
        "website",
        "weekly",
        "tabloid",
        "outlet",
    ):
        votes["news agency" if one == "agency" and two in ("news", "wire", "state", "press") else "outlet"] += 5
    if one in ("company", "firm", "bank", "lender", "airline", "giant", "maker", "carrier", "operator"):
        votes["company"] += 4
    if one in ("group", "charity", "union", "party", "organisation", "organization", "body"):
        votes["organisation"] += 3


def _after(view: View, chunk: Chunk, votes: Votes) -> None:
    one, two, three = (view.norm(chunk.last + i) for i in (0, 1, 2))
    if one in (":", "(", ",") and view.words[chunk.first].isupper() and speaker(view, chunk):
        votes["person"] += 12
    elif one == ":":
        votes["person"] -= 2
    if one == "," and two.isdigit() and len(two) == 2 and three in (",", "."):
        votes["person"] += 5
    if one in ("who", "himself", "herself"):
        votes["person"] += 2
    if one == "," and two in ("who", "whose"):
        votes["person"] += 2
    if one == "," and (two in people() or (two in ("a", "an", "the") and three in people())):
        votes["person"] += 2.5
    if one == "," and two in ("a", "an", "the"):
        body = _described_as(view, chunk.last + 2)
        if body is not None:
            votes[body] += 6
            votes["person"] -= 6
    if one in SAYING:
        votes["person"] += 1.5
    if one in PUBLISHING:
        votes["outlet"] += 1.5
    if one == "'s" and (two in RULE):
        votes["government"] += 3
    if one == "'s" and (two in TRADE or (two == "chief" and three == "executive")):
        votes["company"] += 2
    if one == "shares":
        votes["company"] += 2
    if one == "news" and two == "agency":
        votes["news agency"] += 7
    named = chunk.last + 1 < len(view.words) and upper(view.words[chunk.last + 1])
    if one in ("newspaper", "magazine", "television", "tv", "website", "channel") and not named:
        votes["outlet"] += 4  # but in 'the Velmarese newspaper El Faro' the name stands behind
    if one in SETTLED:
        votes["place"] += 4
    if one == "," and two in ("capital", "the") and "capital" in (two, three):
        votes["place"] += 3
    if one == "'s" and two in (
        "capital",
        "mayor",
        "suburbs",
        "port",
        "harbour",
        "streets",
        "airport",
        "outskirts",
        "residents",
    ):
        votes["place"] += 2


def _described_as(view: View, at: int) -> MentionKind | None:
    """Return the sort of body that an apposition names: 'Haven Lines, the shipping company that ...'; None for 'the company spokesman' and 'the company's head'."""
    while (
        at + 1 < len(view.norms) and view.tags[at] in ("ADJ", "NOUN", "PROPN") and view.tags[at + 1] in ("ADJ", "NOUN")
    ):
        at += 1
    if at >= len(view.norms):
        return None  # the text breaks off behind 'Haven Lines, the'
    owner = view.norm(at + 1) in ("'s", "’s", "'")
    return bodies().get(view.norm(at)) if view.tags[at] == "NOUN" and not owner else None


def speaker(view: View, chunk: Chunk) -> bool:
    """Tell whether the name opens a turn of a transcript ('ORR: Good evening', 'LENA ORR (host): Good evening')."""
    start = view.tokens[chunk.first].span.start
    if chunk.first and "\n" not in view.text[view.tokens[chunk.first - 1].span.end : start]:
        return False
    at = chunk.last
    if view.norm(at) in ("(", ","):
        at = next((i for i in range(at, min(at + 8, len(view.norms))) if view.norms[i] == ":"), at)
    printed = view.words[chunk.first : chunk.last]
    return view.norm(at) == ":" and all(w.isupper() or w[0].islower() for w in printed)
