"""What a pronoun of a claim means, as words of the report: the likeliest mention before it, when little speaks for another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.claims.within import within
from sayso.model import Analysis, Mention, Report, Span

SURE = 0.7
"""Chance from which on the likeliest mention is filled in: on the development part of GUM .92 of those are right for 'he' and 'she', .94 for 'it', .89 for 'they'."""
SURER = 0.9
"""The same where several persons are named together; on GUM all of those were right."""
LONG = 10
"""Tokens up to which a noun phrase is filled in as it stands; of a longer one the name or the head with its own words."""
HE, SHE, IT, THEY = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her", "hers"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their", "theirs"}),
)
POSSESSIVE = frozenset({"his", "hers", "its", "their", "theirs"})
PRONOUNS = HE | SHE | IT | THEY
PERSONS = frozenset({"person", "nameless person"})
_MANY = frozenset("people men women children police staff troops crew personnel folk".split())  # noqa: SIM905
_MEN = frozenset("man boy father son husband brother spokesman chairman king".split())  # noqa: SIM905
_WOMEN = frozenset("woman girl mother daughter wife sister spokeswoman chairwoman queen".split())  # noqa: SIM905
_WITHIN = frozenset({"compound", "flat", "nummod", "amod", "det", "nmod:poss", "appos"})
_WITHIN_BRIEF = frozenset({"compound", "flat", "nummod", "amod", "det"})


class Referents:
    """Looks up what the pronouns of one report mean."""

    def __init__(self, report: Report, analysis: Analysis) -> None:
        self.report, self.analysis, self.tokens = report, analysis, analysis.tokens
        self._among = {one.at: one.among for one in analysis.meant}
        self._mentions = sorted(
            (m for m in analysis.mentions if m.kind != "nationality"), key=lambda m: (m.span.start, -m.span.end)
        )
        self._starts = [m.span.start for m in self._mentions]
        self._children: dict[int, list[int]] = {}
        for i, token in enumerate(self.tokens):
            if token.head not in (-1, i):
                self._children.setdefault(token.head, []).append(i)

    def head(self, at: int) -> int | None:
        """Return the token that heads the mention which the pronoun at `at` means; None when that is in doubt."""
        found = self._chances(at, 4)
        if not found:
            return None
        best = max(sorted(found), key=lambda i: found[i])
        least = SURER if self.tokens[at].norm in HE | SHE and self._among_others(best) else SURE
        return best if found[best] >= least and self._agrees(at, best) else None

    def _among_others(self, head: int) -> bool:
        """Tell whether another person is named in the sentence of the mention that a token heads."""
        mention, sentences = self._mention(head), self.analysis.sentences
        where = sentences[bisect_right(sentences, self.tokens[head].span.start, key=lambda s: s.span.start) - 1].span
        people = {m.name for m in within(self._mentions, where) if m.kind == "person"}
        return len(people - {mention.name if mention is not None else ""}) > 0

    def _chances(self, at: int, deep: int) -> dict[int, float]:
        found: dict[int, float] = {}
        for before, chance in self._among.get(at, ()):
            if self.tokens[before].norm in PRONOUNS and deep:
                for further, share in self._chances(before, deep - 1).items():
                    found[further] = found.get(further, 0.0) + chance * share
            else:
                found[self._named(before)] = found.get(self._named(before), 0.0) + chance
        return found

    def _named(self, at: int) -> int:
        """Return one token for all mentions of one name, so that their chances add up: the last of the name's first meeting."""
        mention = self._mention(at)
        if mention is None or not mention.name[:1].isupper():
            return at
        first = next((m for m in self._mentions if m.name == mention.name), mention)
        return self._last(first.head)

    def _last(self, span: Span) -> int:
        return bisect_right(self.tokens, span.end - 1, key=lambda t: t.span.start) - 1

    def _mention(self, at: int) -> Mention | None:
        place = self.tokens[at].span
        found = [m for m in self._around(place) if m.head.contains(place)]
        return min(found, key=lambda m: len(m.span)) if found else None

    def _around(self, place: Span) -> Iterator[Mention]:
        for n in range(bisect_right(self._starts, place.start) - 1, -1, -1):
            if place.start - self._starts[n] > 200:
                return
            if self._mentions[n].span.contains(place):
                yield self._mentions[n]

    def _agrees(self, at: int, head: int) -> bool:
        """Tell whether who is meant may be called so: a person by no 'it', a body by no 'he'."""
        norm, mention = self.tokens[at].norm, self._mention(head)
        if self.tokens[head].tags[0] == "PRON" or not self.tokens[head].norm[0].isalnum():
            return False
        if norm in THEY and mention is not None and mention.kind in PERSONS | {"unknown"}:
            return False
        plural = self.tokens[head].norm.endswith("s") or self.tokens[head].norm in _MANY
        if norm in THEY and not plural and (mention is None or mention.kind == "place"):
            return False
        if norm in HE | SHE and self.tokens[head].norm in (_WOMEN if norm in HE else _MEN):
            return False
        if mention is None:
            return norm in IT | THEY
        if norm in HE | SHE:
            return mention.kind in PERSONS or mention.kind == "unknown"
        return mention.kind not in PERSONS or norm in THEY

    def phrase(self, head: int) -> Span:
        """Return the words of the mention that a token heads."""
        mention = self._mention(head)
        if mention is not None and mention.kind == "person":
            return mention.head
        inside = self._inside(head, _WITHIN)
        if inside[1] - inside[0] > LONG or any(
            self.tokens[i].norm in (",", ";", "(", ")", '"', "“", "”") for i in range(*inside)
        ):
            inside = self._inside(head, _WITHIN_BRIEF)
        if inside[1] - inside[0] > LONG:
            inside = (head, head + 1)
        return Span(self.tokens[inside[0]].span.start, self.tokens[inside[1] - 1].span.end)

    def children(self, at: int) -> Sequence[int]:
        """Return the tokens that hang on the one at `at`."""
        return self._children.get(at, ())

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the tokens of a range as half-open range."""
        return bisect_left(self.tokens, span.start, key=lambda t: t.span.start), self._last(span) + 1

    def sentence(self, span: Span) -> int:
        """Return the number of the sentence that begins where `span` does."""
        return bisect_left(self.analysis.sentences, span.start, key=lambda s: s.span.start)

    def _inside(self, head: int, relations: frozenset[str]) -> tuple[int, int]:
        first, last = head, head + 1
        for child in self._children.get(head, ()):
            if self.tokens[child].relation in relations:
                a, b = self._inside(child, _WITHIN_BRIEF | {"case", "nmod:poss"})
                if b - a <= LONG:
                    first, last = min(first, a), max(last, b)
        return first, last

    def possessive(self, at: int) -> bool:
        """Tell whether the pronoun at `at` owns: 'her brother', 'its roof'."""
        token = self.tokens[at]
        return token.norm in POSSESSIVE or (token.norm == "her" and token.relation in ("nmod:poss", "det"))
