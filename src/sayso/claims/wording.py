"""A claim's text that reads alone: the subject that stands elsewhere and what its pronouns mean filled in, in square brackets."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.meant import HE, IT, PERSONS, POSSESSIVE, PRONOUNS, SHE, THEY, Referents
from sayso.claims.pieces import Piece
from sayso.claims.predicate import read_clause
from sayso.claims.voices import WHOLE
from sayso.claims.within import within
from sayso.model import Analysis, Attribution, Mention, Report, Sentence, Span

_OPENING = '"“«„'
_CLOSING = '"”»'
_GROUPS = frozenset({"nameless group"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
WINDOW = 3
"""How many earlier sentences of the paragraph are searched for the one person a pronoun can mean."""
Worded = tuple[str, tuple[Span, ...]]
"""A text, and the ranges of the report that its filled-in words come from."""


class Wording:
    """Words the claims of one report."""

    def __init__(self, report: Report, analysis: Analysis, attributions: Sequence[Attribution]) -> None:
        self.report, self.analysis, self.attributions = report, analysis, attributions
        self.tokens = analysis.tokens
        self.referents = Referents(report, analysis)

    def of(self, sentence: Sentence, piece: Piece, silent: bool) -> Worded:
        """Return the claim's words with subject and pronouns filled in where the report gives them without doubt; `silent` tells that nobody vouches.

        The words that only credit it ('she said') are left out, save where the one who answers not is the news.
        """
        first, last = self.stated(piece, silent)
        attribution = self.attributions[piece.voice] if piece.voice is not None else None
        if piece.whole is not None and first > piece.first:
            attribution = self.attributions[piece.whole]
        filled: list[Span] = []
        subject = piece.subject or self._subject(piece, first, last)
        said: set[str] = set()
        lead = ""
        if subject is not None:
            lead = f"[{self._words(*subject, None, attribution, sentence, filled, said, mark=False)}] "
            span = Span(self.tokens[subject[0]].span.start, self.tokens[subject[1] - 1].span.end)
            filled.insert(0, span)
            said.add(" ".join(span.of(self.report.text).split()))
        words = _bare(self._words(first, last, piece.hole, attribution, sentence, filled, said))
        at = next((i for i in range(first, last) if self.tokens[i].norm[0].isalnum()), first)
        if not lead and self.tokens[at].norm in ("i", "we"):
            name = self._speaker(self.tokens[at].norm, attribution, self.tokens[at].span)
            if name is not None:
                lead = f"[{name[0]}:] "
                filled.insert(0, name[1])
        return lead + words, tuple(filled)

    def _words(
        self,
        first: int,
        last: int,
        hole: tuple[int, int] | None,
        attribution: Attribution | None,
        sentence: Sentence,
        filled: list[Span],
        said: set[str],
        mark: bool = True,
    ) -> str:
        """Return the words of the tokens `first`..`last` without a credit inside them, pronouns replaced; what is filled in is added to `filled`."""
        out: list[str] = []
        text, at = self.report.text, self.tokens[first].span.start
        for i in range(first, last):
            token = self.tokens[i]
            if hole is not None and first < hole[0] < hole[1] < last and i == hole[0]:
                out.append(text[at : self.tokens[i - 1].span.end].rstrip(" ,") + " ")
                at = self.tokens[hole[1]].span.start
            if token.span.start < at or token.norm not in PRONOUNS:
                continue
            meant = self._meant(i, first, last, attribution, sentence)
            if meant is None or meant[0] in said:
                continue
            said.add(meant[0])
            filled.append(meant[1])
            name = f"{meant[0]}’s" if self.referents.possessive(i) else meant[0]
            out += [text[at : token.span.start], f"[{name}]" if mark else name]
            at = token.span.end
        out.append(text[at : self.tokens[last - 1].span.end])
        return " ".join("".join(out).split())

    def _meant(
        self, i: int, first: int, last: int, attribution: Attribution | None, sentence: Sentence
    ) -> tuple[str, Span] | None:
        """Return the words that the pronoun at `i` stands for and where they stand, None when there is any doubt or they stand in the claim."""
        head = self.referents.head(i)
        if head is not None:
            if first <= head < last and head < i:
                return None
            span = self.referents.phrase(head)
            return " ".join(span.of(self.report.text).split()), span
        opens = not any(self.tokens[k].norm[0].isalnum() for k in range(first, i))
        if not opens or self.tokens[i].norm in POSSESSIVE or self.tokens[i].norm in IT:
            return None
        return self._by_rule(self.tokens[i].norm, attribution, sentence, self.tokens[i].span)

    def _subject(self, piece: Piece, first: int, last: int) -> tuple[int, int] | None:
        """Return the tokens of the subject of a piece that has none of its own, as the parse gives it; None when it does not."""
        relative = self.tokens[first].norm in _RELATIVES and self.tokens[first].tags[0] == "PRON"
        if piece.kind not in ("shared", "participle", "relative") and not relative:
            return None
        clause = read_clause(self.tokens, first, last)
        group = clause.main or next(iter(clause.groups), None)
        if group is None:
            return None
        verb = group.head
        for _ in range(5):
            for child in self.referents.children(verb):
                if self.tokens[child].relation in _SUBJECTS and not (
                    first <= child < last and self.tokens[child].norm in _RELATIVES
                ):
                    return None if first <= child < last else self._phrase(child)
            token = self.tokens[verb]
            if token.head in (-1, verb):
                return None
            if token.relation in ("acl:relcl", "acl"):
                return None if first <= token.head < last else self._phrase(token.head)
            if token.relation not in ("conj", "advcl", "xcomp"):
                return None
            verb = token.head
        return None

    def _phrase(self, head: int) -> tuple[int, int]:
        span = self.referents.phrase(head)
        return self.referents.inside(span)

    def stated(self, piece: Piece, silent: bool) -> tuple[int, int]:
        """Return the tokens of a piece without the words that only credit it."""
        a, b = piece.judged
        if a == b or silent or (piece.whole is not None and self.attributions[piece.whole].stance in WHOLE):
            return piece.first, piece.last
        while a < b and (self.tokens[a].norm == "," or self.tokens[a].tags[0] in ("SCONJ", "CCONJ")):
            if self.tokens[a].norm not in (",", "that", "and", "but"):
                break
            a += 1
        while b > a and self.tokens[b - 1].norm in (",", ";", ":", "and"):
            b -= 1
        return (a, b) if a < b else (piece.first, piece.last)

    def _speaker(self, norm: str, attribution: Attribution | None, where: Span) -> tuple[str, Span] | None:
        """Return who says 'I' in a quotation."""
        link = attribution.links[0] if attribution is not None and attribution.links else None
        quoted = any(quote.span.contains(where) for quote in self.analysis.quotes)
        if link is None or not quoted or norm != "i" or link.kind not in PERSONS:
            return None
        return link.name, self._place(attribution, where)

    def _place(self, attribution: Attribution | None, where: Span) -> Span:
        return attribution.source[0] if attribution is not None and attribution.source else where

    def _by_rule(
        self, norm: str, attribution: Attribution | None, sentence: Sentence, where: Span
    ) -> tuple[str, Span] | None:
        """Return who is meant where the linker is in doubt: the speaker of reported words, or the one person the sentences are about."""
        link = attribution.links[0] if attribution is not None and attribution.links else None
        quoted = any(quote.span.contains(where) for quote in self.analysis.quotes)
        if attribution is not None and link is not None and not quoted and not attribution.carried:
            fits = link.kind in (PERSONS if norm in HE | SHE else _GROUPS)
            others = [m for m in self._before(sentence, where, 0) if _suits(norm, m) and m.name != link.name]
            if fits and not others:
                return link.name, self._place(attribution, where)
        if norm not in HE | SHE or quoted:
            return None
        people = [m for m in self._before(sentence, where, WINDOW) if m.kind in PERSONS]
        if not people or people[0].kind != "person" or len({m.name for m in people}) > 1:
            return None
        # the one person met so far, and the one the sentences are about: it opens one of them
        opens = any(
            s.span.start == people[0].span.start for s in within(self.analysis.sentences, self._around(sentence))
        )
        return (people[0].name, people[0].head) if opens else None

    def _around(self, sentence: Sentence) -> Span:
        paragraphs = self.analysis.paragraphs
        return paragraphs[sentence.paragraph] if sentence.paragraph < len(paragraphs) else sentence.span

    def _before(self, sentence: Sentence, where: Span, window: int) -> list[Mention]:
        """Return the mentions before `where`, back to `window` sentences of the same paragraph."""
        sentences = self.analysis.sentences
        at = self.referents.sentence(sentence.span)
        first = at
        while first > 0 and at - first < window and sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        start = sentences[first].span.start
        if start >= where.start:
            return []
        return list(within(self.analysis.mentions, Span(start, where.start)))


def _bare(words: str) -> str:
    """Return the words without quotation marks that have no partner, or that stand around all of them."""
    opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
    inner = sum(words.count(mark) for mark in dict.fromkeys(_OPENING + _CLOSING)) - opens - closes
    if opens and (inner == 0 or inner % 2 == closes):
        words = words[1:].lstrip()
    if closes and (inner == 0 or inner % 2 == opens):
        words = words[:-1].rstrip(" ,")
    return words


def _suits(norm: str, mention: Mention) -> bool:
    if norm in HE | SHE:
        return mention.kind in PERSONS
    if norm in THEY:
        return mention.kind in _GROUPS
    return mention.kind not in PERSONS | _GROUPS | {"place", "nationality"}
