"""Cuts: where a new statement begins within a sentence, told by verb groups, marks and connectives."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from sayso.claims.openings import DASHES, NO_PARTICIPLE, REACH, RELATIVES, SURE, Openings
from sayso.claims.verbs import is_participle, is_past

CutKind = Literal["main", "shared", "relative", "participle", "subordinate", "contrast", "measure", "resumed"]
Cut = tuple[int, CutKind]

CONTRAST = frozenset({"while", "whereas", "although", "though"})
LONG_RELATIVE = 6
"""A relative clause inside another clause stands on its own from this many tokens on."""
_COORDINATORS = frozenset({"and", "but", "or", "so", "yet", "nor", "&"})
_TIME = frozenset({"after", "before", "as", "because", "since", "when", "until", "once"})
_SUBJECT_WORDS = frozenset(
    (
        *("i", "he", "she", "it", "we", "they", "you", "there", "this", "these", "those"),
        *("nobody", "everyone", "everybody", "someone"),
    )
)
_PARTS = frozenset(("many", "most", "some", "all", "none", "half", "both", "several", "each", "one", "few"))


class Cutter(Openings):
    """Finds where a new statement begins among the tokens of one stretch."""

    def cuts(self) -> list[Cut]:
        """Return the token numbers where a segment begins, with its kind; the first is the stretch itself."""
        found: list[Cut] = [(self.first, "main")]
        resume: int | None = None
        for i in range(self.first + 1, self.last):
            if i == resume:
                found.append((i, "resumed"))
                resume = None
                continue
            kind = self._opens(i, *found[-1])
            if kind is None:
                continue
            if kind == "relative" and not self._finite_in(self.first, i):
                end = self._relative_end(i)
                if end is None or end - i < LONG_RELATIVE:
                    continue
                resume = end
            elif kind == "relative" and self._norm(i - 1) in DASHES:
                resume = next((k + 1 for k in range(i, min(i + REACH, self.last - 2)) if self._norm(k) in DASHES), None)
            found.append((i, kind))
        return found

    def _opens(self, i: int, since: int, present: CutKind) -> CutKind | None:
        """Tell whether a segment begins at token `i`, and of which kind; `since` is where the present one began."""
        norm, before = self._norm(i), self._norm(i - 1)
        left, right = present == "shared" or self._finite_in(since, i), self._finite_in(i, self.last)
        if before in (";", ":"):
            return "main" if left and right and (before == ";" or self._subject_then_verb(i, 12)) else None
        if norm == "so" and self._norm(i + 1) == "that":
            return None
        if left and self._contrasts(i):
            return "contrast"
        if norm in _COORDINATORS:
            return self._coordinated(i, since) if left or present == "participle" else None
        if before in DASHES:
            return self._after_comma(i, left, right, dash=True)
        if before == ",":
            return self._after_comma(i, left, right, dash=False)
        if left and norm in CONTRAST and self._subject_then_verb(i + 1, 12):
            return "subordinate"
        if left and self._sets_time(i):
            return "subordinate"
        return "participle" if left and self._result(i, since) else None

    def _after_comma(self, i: int, left: bool, right: bool, *, dash: bool) -> CutKind | None:
        norm, token = self._norm(i), self.tokens[i]
        if norm in RELATIVES or (token.tags[0] == "ADP" and self._norm(i + 1) in ("which", "whom")):
            return "relative" if right and self.last - i >= 4 else None
        if not left and not (norm.endswith("ing") and not self.finite):
            return None
        if self._measures(i):
            return "measure"
        if right and self._norm(i + 1) == "of" and self._norm(i + 2) in ("whom", "which"):
            return "relative" if norm in _PARTS or token.tags[0] == "NUM" else None
        if norm in CONTRAST or norm in _TIME:
            return "subordinate" if self._subject_then_verb(i + 1, 14) or self._marks(i) else None
        if self._sets_time(i):
            return "subordinate"
        if (
            token.tags[0] == "VERB"
            and norm.endswith("ing")
            and self.last - i >= 2
            and not dash
            and norm not in NO_PARTICIPLE
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
        least = SURE if self._joined_at(i) else self.even
        wide = min(self.last - i, i - since) >= min(least, self.even)
        group = self._next_finite(i + 1)
        if i - since >= SURE - 1 and self._norm(at) != "that" and self._half_open(i, at, group):
            return "participle" if self._norm(at).endswith("ing") else "shared"
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
            return "shared" if wide else None
        if wide and self._subject_then_verb(at, 14):
            return "main"
        return "relative" if self._norm(at) in ("a", "an") and wide and self._appositive(at) else None
