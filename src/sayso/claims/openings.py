"""Openings: what may begin a new statement at one token of a stretch, told by verb groups, marks, connectives and the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.claims.verbs import VerbGroup, is_participle, is_past
from sayso.model import Token

RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
DASHES = frozenset({"—", "–", "―", "--", "-"})
SURE = 4
"""Tokens that each side of 'and' needs where the parse joins their verbs."""
RESULT = 5
"""Tokens that a statement needs before a participle that no comma parts from it."""
REACH = 60
"""Tokens within which the other end of a clause is looked for."""
NO_PARTICIPLE = frozenset("including following according regarding concerning depending excluding owing".split())  # noqa: SIM905
_NO_CONTRAST = frozenset("only just merely even least yet always necessarily to at so that because".split())  # noqa: SIM905
_NEARLY = frozenset("well far nearly almost about just roughly slightly only some much around a little still".split())  # noqa: SIM905
_COMPARED = frozenset("higher lower faster fewer less more".split())  # noqa: SIM905
_MEASURES = _COMPARED | frozenset("above below over under beyond twice double half triple".split())  # noqa: SIM905
_TERMS = frozenset(f"{term}{s}" for term in "second minute hour day week month year moment".split() for s in ("", "s"))  # noqa: SIM905


class Openings:
    """The tokens of one stretch with their verb groups; `even` is the number of tokens that each side of 'and' needs."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, groups: Sequence[VerbGroup], even: int) -> None:
        self.tokens, self.first, self.last, self.groups, self.even = tokens, first, last, groups, even
        self.finite = [g for g in groups if g.finite]
        self._all = [g.first for g in groups]
        self._starts = [g.first for g in self.finite]

    def _finite_in(self, a: int, b: int) -> bool:
        group = self._next_finite(a)
        return group is not None and group.last <= b

    def _next_finite(self, i: int) -> VerbGroup | None:
        at = bisect_left(self._starts, i)
        return self.finite[at] if at < len(self.finite) else None

    def _norm(self, i: int) -> str:
        return self.tokens[i].norm if self.first <= i < self.last else ""

    def _joined_at(self, i: int) -> bool:
        """Tell whether the parse joins by the 'and' at `i` a verb behind it to one before it."""
        second = self.tokens[i].head
        if self.tokens[i].relation != "cc" or not i < second < self.last or self.tokens[second].relation != "conj":
            return False
        first = self.tokens[second].head
        return self.first <= first < i and self._predicate(first) and self._predicate(second)

    def _predicate(self, at: int) -> bool:
        """Tell whether a verb group holds the token, or the parse gives it a subject or a copula."""
        if any(g.first <= at < g.last for g in self.groups):
            return True
        return any(
            token.head == at and token.relation.startswith(("nsubj", "cop"))
            for token in self.tokens[self.first : self.last]
        )

    def _half_open(self, i: int, at: int, group: VerbGroup | None) -> bool:
        """Tell whether a verb without tense goes on at `at`: '..., killing four and leaving nine missing', 'has asked for it, and been refused'."""
        held = next((g for g in self.groups if g.first == at), None)
        if held is None or held.finite or (group is not None and group.first <= at) or self.last - at < SURE - 1:
            return False
        first = self.tokens[self.tokens[held.head].head]
        if self.tokens[held.head].relation != "conj":
            return False
        if self._norm(at).endswith("ing"):
            return first.norm.endswith("ing") and first.tags[0] == "VERB" and first.relation == "advcl"
        return self._norm(at) == "been" and is_participle(first)

    def _marks(self, i: int) -> bool:
        """Tell whether the parse hangs the connective at `i` on a finite verb behind it."""
        head = self.tokens[i].head
        return i < head < self.last and any(g.first <= head < g.last and g.first > i + 1 for g in self.finite)

    def _sets_time(self, i: int) -> bool:
        """Tell whether a clause of time begins here: 'after the inspectors left', 'three weeks after they left'."""
        at = i
        while at < self.last and self._norm(at) in _NEARLY:
            at += 1
        if self.tokens[min(at, self.last - 1)].tags[0] == "NUM":
            at += 1
        if at > i and self._norm(at) in _TERMS:
            at += 1
        if at == i and (
            self._norm(i - 1) in _TERMS or self._norm(i - 1) in ("shortly", "soon", "long", "just", "even")
        ):
            return False
        return self._norm(at) in ("after", "before") and self._subject_then_verb(at + 1, 9)

    def _result(self, i: int, since: int) -> bool:
        """Tell whether a participle without a comma says what came of it: 'The roof fell in on Monday | burying nine men'."""
        token = self.tokens[i]
        if not token.norm.endswith("ing") or token.tags[0] != "VERB" or token.relation != "advcl":
            return False
        if (
            i - since < RESULT
            or token.norm in NO_PARTICIPLE
            or self.tokens[i - 1].tags[0] not in ("NOUN", "PROPN", "NUM")
        ):
            return False
        return any(self.tokens[k].head == i and self.tokens[k].relation == "obj" for k in range(i + 1, self.last))

    def _contrasts(self, i: int) -> bool:
        """Tell whether what is not so stands beside what is so: '19 people | and not 23', 'is suspended, | not dismissed'."""
        at = i + 1 if self._norm(i) in ("and", "but") else i
        if self._norm(at) != "not" or (at == i and self._norm(i - 1) != ",") or at + 1 >= self.last:
            return False
        following = self.tokens[at + 1]
        if following.norm in _NO_CONTRAST or following.tags[0] not in (
            "NUM",
            "DET",
            "NOUN",
            "PROPN",
            "ADJ",
            "ADP",
            "VERB",
        ):
            return False
        if following.norm in ("a", "an", "one") and any(
            t.norm in ("nothing", "no", "nobody", "none", "not", "never") for t in self.tokens[self.first : i]
        ):
            return False  # 'nothing came, not one crate': the same once more
        told = at + 2 if is_participle(following) else at  # 'not dismissed'
        return not self._verb_before(told, self._phrase_end(at))

    def _measures(self, i: int) -> bool:
        """Tell whether a figure behind a comma is weighed or parted: '90 km/h, | nearly twice the limit', '27 dead, | nine of them children'."""
        at = i
        while at < self.last and self._norm(at) in _NEARLY:
            at += 1
        end = self._phrase_end(i)
        if end - i < SURE - 1 or self._verb_before(i, end):
            return False
        if self.tokens[at].tags[0] == "NUM" and self._norm(at + 1) == "of":
            return self._norm(at + 2) in ("them", "these", "those") and end - at > SURE
        times = self.tokens[at].tags[0] == "NUM" and self._norm(at + 1) == "times"
        if self._norm(at) in _COMPARED and self._norm(at + 1) != "than":
            return False
        figures = any(t.tags[0] == "NUM" for t in self.tokens[self.first : i])
        return figures and (times or self._norm(at) in _MEASURES)

    def _phrase_end(self, i: int) -> int:
        return next((k for k in range(i + 1, self.last) if self._norm(k) in (",", ";", ":")), self.last)

    def _verb_before(self, i: int, end: int) -> bool:
        return any(i <= g.first < end and self.tokens[g.head].relation != "acl" for g in self.finite)

    def _in_series(self, i: int) -> bool:
        """Tell whether the verb at `i` is one of a series: 'lost a wheel, hit a wall and burned'."""
        return is_past(self.tokens[i]) and any(
            self._norm(j) in ("and", "or")
            and any(g.first == j + 1 for g in self.finite)
            and self._norm(j - 1) != "between"
            for j in range(i + 2, min(i + REACH, self.last - 1))
        )

    def _subject_then_verb(self, i: int, reach: int) -> bool:
        """Tell whether a subject and its finite verb follow from token `i` within `reach` tokens, no other clause between."""
        group = self._next_finite(i)
        if group is None or group.first - i > reach or group.first == i:
            return False
        between = [self._norm(k) for k in range(i, group.first)]
        if any(word in (";", ":") or word in DASHES for word in between):
            return False
        if between.count(",") > 2 or (between.count(",") == 1 and not _opener(self.tokens[i])):
            return False
        relative = any(
            word in RELATIVES
            or (word == "that" and (k or self.tokens[i].tags[0] == "SCONJ"))
            or word in ("when", "if", "because", "what")
            for k, word in enumerate(between)
        )
        nouny = any(
            self.tokens[k].tags[0] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") for k in range(i, group.first)
        )
        return nouny and not relative

    def _appositive(self, i: int) -> bool:
        """Tell 'a gesture that pleased ...' up to the end: a noun after a comma with a clause of its own."""
        group = self._next_finite(i)
        if group is None or group.first - i > 9:
            return False
        between = [self._norm(k) for k in range(i, group.first)]
        return any(word in ("that", "which", "who", "where") for word in between) and "," not in between

    def _relative_end(self, i: int) -> int | None:
        """Return where the main clause goes on behind the relative clause at `i`; None when it does not."""
        own = self._next_finite(i)
        if own is None:
            return None
        for k in range(own.last, min(own.last + REACH, self.last - 1)):
            if self._norm(k) == "," or self._norm(k) in DASHES:
                group = self._next_finite(k + 1)
                if (
                    group is not None
                    and all(
                        self.tokens[m].tags[0] in ("ADV", "PART", "ADP", "DET", "NOUN", "PROPN")
                        and self._norm(m) not in RELATIVES
                        for m in range(k + 1, group.first)
                    )
                    and group.first - k <= 5
                ):
                    return k + 1
        return None


def _opener(token: Token) -> bool:
    """Tell whether a phrase with a comma may open here: 'in May, the club said'."""
    return token.tags[0] in ("ADP", "ADV", "SCONJ")
