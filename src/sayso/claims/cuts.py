"""Cuts: where a new statement begins within a sentence, told by verb groups, marks and connectives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from sayso.claims.verbs import VerbGroup, is_participle, is_past
from sayso.model import Token

CutKind = Literal["main", "shared", "relative", "participle", "subordinate", "resumed"]
Cut = tuple[int, CutKind]

CONTRAST = frozenset({"while", "whereas", "although", "though"})
RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
LONG_RELATIVE = 6
"""A relative clause inside another clause stands on its own from this many tokens on."""
REACH = 60
"""Tokens within which the other end of a clause is looked for."""
_COORDINATORS = frozenset({"and", "but", "or", "so", "yet", "nor", "&"})
_TIME = frozenset({"after", "before", "as", "because", "since", "when", "until", "once"})
_SUBJECT_WORDS = frozenset(
    (
        *("i", "he", "she", "it", "we", "they", "you", "there", "this", "these", "those"),
        *("nobody", "everyone", "everybody", "someone"),
    )
)
_NO_PARTICIPLE = frozenset(
    ("including", "following", "according", "regarding", "concerning", "depending", "excluding", "owing")
)
_DASHES = frozenset({"—", "–", "―", "--", "-"})


class Cutter:
    """Finds where a new statement begins among the tokens of one stretch."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, groups: Sequence[VerbGroup], even: int) -> None:
        self.tokens, self.first, self.last, self.groups, self.even = tokens, first, last, groups, even
        self.finite = [g for g in groups if g.finite]
        self._all = [g.first for g in groups]
        self._starts = [g.first for g in self.finite]

    def cuts(self) -> list[Cut]:
        """Return the token numbers where a segment begins, with its kind; the first is the stretch itself."""
        found: list[Cut] = [(self.first, "main")]
        resume: int | None = None
        for i in range(self.first + 1, self.last):
            if i == resume:
                found.append((i, "resumed"))
                resume = None
                continue
            kind = self._opens(i, found[-1][0])
            if kind is None:
                continue
            if kind == "relative" and not self._finite_in(self.first, i):
                end = self._relative_end(i)
                if end is None or end - i < LONG_RELATIVE:
                    continue
                resume = end
            elif kind == "relative" and self._norm(i - 1) in _DASHES:
                resume = next(
                    (k + 1 for k in range(i, min(i + REACH, self.last - 2)) if self._norm(k) in _DASHES), None
                )
            found.append((i, kind))
        return found

    def _finite_in(self, a: int, b: int) -> bool:
        group = self._next_finite(a)
        return group is not None and group.last <= b

    def _next_finite(self, i: int) -> VerbGroup | None:
        at = bisect_left(self._starts, i)
        return self.finite[at] if at < len(self.finite) else None

    def _norm(self, i: int) -> str:
        return self.tokens[i].norm if self.first <= i < self.last else ""

    def _opens(self, i: int, since: int) -> CutKind | None:
        """Tell whether a segment begins at token `i`, and of which kind; `since` is where the present one began."""
        norm, before = self._norm(i), self._norm(i - 1)
        left, right = self._finite_in(since, i), self._finite_in(i, self.last)
        if before in (";", ":"):
            return "main" if left and right and (before == ";" or self._subject_then_verb(i, 12)) else None
        if norm == "so" and self._norm(i + 1) == "that":
            return None
        if norm in _COORDINATORS:
            return self._coordinated(i, since) if left else None
        if before in _DASHES:
            return self._after_comma(i, left, right, dash=True)
        if before == ",":
            return self._after_comma(i, left, right, dash=False)
        if left and norm in CONTRAST and self._subject_then_verb(i + 1, 12):
            return "subordinate"
        if left and norm in ("after", "before") and self._subject_then_verb(i + 1, 9):
            return "subordinate"
        return None

    def _after_comma(self, i: int, left: bool, right: bool, *, dash: bool) -> CutKind | None:
        norm, token = self._norm(i), self.tokens[i]
        if norm in RELATIVES or (token.tags[0] == "ADP" and self._norm(i + 1) in ("which", "whom")):
            return "relative" if right and self.last - i >= 4 else None
        if not left and not (norm.endswith("ing") and not self.finite):
            return None
        if norm in CONTRAST or norm in _TIME:
            return "subordinate" if self._subject_then_verb(i + 1, 14) else None
        if (
            token.tags[0] == "VERB"
            and norm.endswith("ing")
            and self.last - i >= 2
            and not dash
            and norm not in _NO_PARTICIPLE
        ):
            return "participle"
        if token.tags[0] in ("VERB", "AUX") and not norm.endswith("ing") and self._in_series(i):
            return "shared"
        if norm in _SUBJECT_WORDS and self._subject_then_verb(i, 3):
            return "main"
        if norm in ("a", "an", "the") and self._appositive(i):
            return "relative"
        if dash and self._subject_then_verb(i, 8):
            return "main"
        return None

    def _coordinated(self, i: int, since: int) -> CutKind | None:
        """Read what follows 'and': a verb that shares the subject, or a subject with its verb."""
        at = i + 1
        while at < self.last and (
            self._norm(at) in ("that", "then", "also", "not", "so", "yet", "later") or self.tokens[at].tags[0] == "ADV"
        ):
            at += 1
        group = self._next_finite(i + 1)
        if group is None:
            return None
        if self._norm(i + 1) == "that" and self.tokens[i + 1].tags[0] == "SCONJ":
            return "main"
        if group.first <= at:
            earlier = [
                g
                for g in self.groups[max(0, bisect_right(self._all, i) - 2) : bisect_right(self._all, i)]
                if g.last <= i
            ][-1:]
            if earlier and earlier[-1].last == i:
                return None  # 'was shot and killed'
            if (
                earlier
                and not earlier[-1].finite
                and group.head == group.first
                and is_participle(self.tokens[earlier[-1].head])
                and is_past(self.tokens[group.head])
            ):
                return None  # 'a plan drafted in May and approved in June'
            return "shared" if min(self.last - i, i - since) >= self.even else None
        return "main" if min(self.last - i, i - since) >= self.even and self._subject_then_verb(at, 14) else None

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
        if any(word in (";", ":") or word in _DASHES for word in between):
            return False
        if between.count(",") > 2 or (between.count(",") == 1 and not _opener(self.tokens[i])):
            return False
        relative = any(
            word in RELATIVES or (word == "that" and k) or word in ("when", "if", "because", "what")
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
            if self._norm(k) == "," or self._norm(k) in _DASHES:
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
