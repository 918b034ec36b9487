"""The main predicate of a clause: its verb group, its subject's tokens, base forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.verbs import VerbGroup, verb_groups
from sayso.model import Token
from sayso.resources import rows

SUBORDINATORS = frozenset(
    (
        *(
            "who",
            "which",
            "whose",
            "whom",
            "where",
            "that",
            "what",
            "when",
            "if",
            "because",
            "while",
            "since",
            "after",
            "before",
        ),
        *("although", "though", "until", "unless", "whether", "as", "than", "whereas", "once", "how", "why", "lest"),
    )
)
_PREPOSITIONAL = frozenset({"since", "after", "before", "until", "as", "than", "like"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as token numbers `first`..`last`, its verb groups, and the main one (None for a noun phrase that reports)."""

    first: int
    last: int
    groups: tuple[VerbGroup, ...]
    main: VerbGroup | None


def read_clause(tokens: Sequence[Token], first: int, last: int) -> Clause:
    """Find the verb groups of the tokens `first`..`last` and the one that carries the statement."""
    groups = tuple(verb_groups(tokens, first, last))
    return Clause(first, last, groups, _main(tokens, first, groups))


def _main(tokens: Sequence[Token], first: int, groups: tuple[VerbGroup, ...]) -> VerbGroup | None:
    finite = [group for group in groups if group.finite]
    if not finite:
        return None
    at, opened, leading = first, False, False
    for group in finite:
        for i in range(at, group.first):
            norm = tokens[i].norm
            if norm in SUBORDINATORS and not _is_phrase(tokens, i, group.first):
                if i == first or (i == first + 1 and tokens[first].norm in ("and", "but", '"', "only", "even", ",")):
                    leading = True
                opened = True
            elif norm == "," and leading:
                opened = leading = False
        if not opened:
            return _behind_contact_clause(tokens, group, finite)
        at = group.last
        opened = leading
    return finite[0] if leading or tokens[first].norm in SUBORDINATORS else None


def _behind_contact_clause(tokens: Sequence[Token], group: VerbGroup, finite: list[VerbGroup]) -> VerbGroup:
    """Return the verb behind a relative clause without a pronoun: 'was' in 'the road they came by was shut'."""
    follows = next((g for g in finite if g.first >= group.last), None)
    if follows is None or follows.first - group.last > 1:
        return group
    return follows if all(tokens[i].tags[0] == "ADP" for i in range(group.last, follows.first)) else group


def _is_phrase(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Tell whether the word at `at` opens a phrase and no clause: 'after the talks', 'that bank', 'as a rule'."""
    norm = tokens[at].norm
    if norm == "that":
        after = tokens[at + 1] if at + 1 < verb else None
        before = tokens[at - 1] if at else None
        starts = before is None or before.norm in (",", ".", '"', ";", ":") or before.tags[0] in ("ADP", "CCONJ")
        return starts and (after is None or after.tags[0] in ("NOUN", "AUX", "VERB"))
    if norm not in _PREPOSITIONAL:
        return False
    # a phrase when a comma or another noun's verb closes it before the verb: judged by what stands right before the verb
    return any(tokens[i].norm == "," for i in range(at + 1, verb))


@cache
def _bases() -> dict[str, str]:
    table: dict[str, str] = {}
    for base, past, participle in rows("claims_irregular_verbs"):
        for form in (*past.split("/"), *participle.split("/")):
            table.setdefault(form, base)
    return table


def bases(norm: str) -> tuple[str, ...]:
    """Return the base forms that a verb form may have ('denied': deny, deni, denie): a lexicon decides which one exists."""
    known = _bases().get(norm)
    if known:
        return (known, norm)
    stems = [norm]
    if norm.endswith("ied"):
        stems.append(norm[:-3] + "y")
    elif norm.endswith("ed"):
        stems += [norm[:-2], norm[:-1], norm[:-3] if norm[-3:-2] == norm[-4:-3] else norm[:-1]]
    elif norm.endswith("ing"):
        stems += [norm[:-3], norm[:-3] + "e", norm[:-4] if norm[-4:-3] == norm[-5:-4] else norm[:-3]]
    elif norm.endswith("ies"):
        stems.append(norm[:-3] + "y")
    elif norm.endswith("es"):
        stems += [norm[:-2], norm[:-1]]
    elif norm.endswith("s"):
        stems.append(norm[:-1])
    return tuple(dict.fromkeys(stems))
