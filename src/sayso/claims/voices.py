"""Voices: which attribution each stretch of a sentence belongs to, and which words only frame it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.clauses import EVEN, segments
from sayso.claims.modality import leaves_open
from sayso.claims.verbs import verb_groups
from sayso.model import Analysis, Attribution, Sentence, Span

WHOLE = frozenset({"non-answer", "deny"})
"""Stances whose cue is part of what is stated: 'denied that', 'declined to comment'."""

NOMINAL = 8
"""A content without a verb and shorter than this many tokens is no statement without its cue."""
COUNTED = 14
"""The same for one that holds a number: 'registered 1,140 cases, more than three times its count of last week'."""
WINDOW = 80
"""Tokens within which a statement is looked at around its cue."""
APART = 8
"""Tokens between source and cue from which on a relative clause there is a statement of its own."""
BRIEF = 90
"""Characters up to which a statement keeps the words that credit it in front."""
_QUESTIONS = frozenset({"what", "who", "whether", "how", "why", "where", "when", "which", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first`..`last` of one sentence in one voice.

    `voice` is the number of the innermost attribution whose content they are, None for the report's own voice. `whole` is the
    attribution whose source, cue and content the stretch holds together, where they are one statement.
    """

    first: int
    last: int
    voice: int | None
    whole: int | None = None


class Voices:
    """The attributions of one report, looked up by token."""

    def __init__(self, analysis: Analysis, attributions: Sequence[Attribution]) -> None:
        self.tokens, self.attributions = analysis.tokens, attributions
        size = len(analysis.tokens)
        self.voice: list[int | None] = [None] * size
        self.frame: list[int | None] = [None] * size
        self.cued: list[bool] = [False] * size
        self._cues: dict[int, list[int]] = {}
        self._starts = [t.span.start for t in analysis.tokens]
        for index in sorted(range(len(attributions)), key=lambda n: (self.depth(n), -_length(attributions[n]), n)):
            for span in attributions[index].content:
                for i in self.inside(span):
                    self.voice[i] = index
        for index, attribution in enumerate(attributions):
            for span in (*attribution.source, *attribution.cue):
                for i in self.inside(span):
                    if self.frame[i] is None:
                        self.frame[i] = index
            for span in attribution.cue:
                for i in self.inside(span):
                    self.cued[i] = True
                    self._cues.setdefault(i, []).append(index)

    def inside(self, span: Span) -> range:
        """Return the numbers of the tokens that stand in `span`."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def credits(self, first: int, last: int, voice: int | None = None) -> bool:
        """Tell whether a cue with a content stands among the tokens `first`..`last`, other than the one of `voice`, whose content they are."""
        return any(
            self.attributions[n].content for i in range(first, last) for n in self._cues.get(i, ()) if n != voice
        )

    def cue_words(self, index: int) -> list[str]:
        """Return the normal forms of the words of one attribution's cue."""
        return [self.tokens[i].norm for span in self.attributions[index].cue for i in self.inside(span)]

    def depth(self, index: int) -> int:
        """Return how many attributions stand around one, following parents; circles end."""
        seen = {index}
        at = self.attributions[index].parent
        while at is not None and at not in seen and at < len(self.attributions):
            seen.add(at)
            at = self.attributions[at].parent
        return len(seen) - 1

    def stretches(self, sentence: Sentence) -> list[Stretch]:
        """Return the stretches of one sentence, in order, covering all of its tokens."""
        found: list[Stretch] = []
        for i in range(sentence.first, sentence.last):
            if found and found[-1].voice == self.voice[i]:
                found[-1] = Stretch(found[-1].first, i + 1, found[-1].voice)
            else:
                found.append(Stretch(i, i + 1, self.voice[i]))
        return self._with_wholes(sentence, found)

    def _with_wholes(self, sentence: Sentence, found: list[Stretch]) -> list[Stretch]:
        here = {n for i in range(sentence.first, sentence.last) for n in self._cues.get(i, ())}
        for index in sorted(here, key=lambda n: (-self.depth(n), n)):
            held = self._one_statement(sentence, index)
            if held is None:
                continue
            a, b = held[0], self._before_new_clause(*held)
            inner = next((s for s in found if s.whole is not None and a < s.first and s.last <= b), None)
            if inner is not None and inner.whole is not None and self._only_credits(sentence, index):
                if not self._fills(sentence, index, inner):
                    continue
                index = inner.whole  # 'The mayor said the bank denied the theft': the bank speaks
            elif inner is None and self._only_credits(sentence, index):
                index = self._only_voice(sentence, index)
            out: list[Stretch] = []
            for stretch in found:
                if stretch.last <= a or stretch.first >= b:
                    out.append(stretch)
                    continue
                if stretch.first < a:
                    out.append(Stretch(stretch.first, a, stretch.voice))
                if not (out and out[-1].whole == index):
                    out.append(Stretch(a, b, self.attributions[index].parent, index))
                if stretch.last > b:
                    out.append(Stretch(b, stretch.last, stretch.voice))
            found = out
        return found

    def _one_statement(self, sentence: Sentence, index: int) -> tuple[int, int] | None:
        """Return the tokens that hold source, cue and content when they state one thing together; None when the content stands alone."""
        attribution = self.attributions[index]
        cue = self._here(sentence, attribution.cue)
        if not cue or self.cue_words(index) == [":"]:  # the label of a turn credits all that follows
            return None
        content = self._here(sentence, attribution.content)
        held = [*self._here(sentence, attribution.source), *cue, *content]
        a, b = min(held), max(held) + 1
        if attribution.stance in WHOLE or self.is_open(sentence, index):
            return self._without_relative(index, a, cue), self._before_next(index, cue[-1] + 1, b)
        if not content:
            return None
        opening = self._first_statement(cue[0], content)
        states = any(g.finite for g in verb_groups(self.tokens, content[0], opening))
        if self.tokens[content[0]].norm in _QUESTIONS:
            return self._without_relative(index, a, cue), b
        counts = any(self.tokens[i].tags[0] == "NUM" for i in content)
        if not states and len(content) < (
            COUNTED if counts else NOMINAL
        ):  # 'confirmed the closure of the theatre, | raising fears'
            return self._without_relative(index, a, cue), opening if content[0] > cue[-1] else b
        length = self.tokens[b - 1].span.end - self.tokens[a].span.start
        if cue[0] > content[0] or length > BRIEF:
            return None
        return self._behind_other_cue(index, a, cue[0]), opening if states and opening < b else b

    def _first_statement(self, cue: int, content: Sequence[int]) -> int:
        """Return where the first statement of a content ends, read from its cue on where the cue stands in front."""
        end = min(content[-1] + 1, content[0] + WINDOW)
        parts = segments(self.tokens, min(cue, content[0]), end)
        return next((part.last for part in parts if part.last > content[0]), end)

    def _only_credits(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a cue adds nothing to what is stated but who says it."""
        return self.attributions[index].stance not in WHOLE and not self.is_open(sentence, index)

    def _fills(self, sentence: Sentence, index: int, inner: Stretch) -> bool:
        """Tell whether the stretch `inner` is all that an attribution's content says in this sentence."""
        content = self._here(sentence, self.attributions[index].content)
        return all(
            inner.first <= i < inner.last or not self.tokens[i].norm[0].isalnum()
            for i in content
            if self.tokens[i].norm != "that"
        )

    def _only_voice(self, sentence: Sentence, index: int) -> int:
        """Return the attribution within `index` that all of its words here belong to ('A trader said he saw it on the Wire'), else `index`."""
        heard = {self.voice[i] for i in self._here(sentence, self.attributions[index].content)}
        (one, *more) = heard or {index}
        return one if one is not None and not more else index

    def _before_new_clause(self, a: int, b: int) -> int:
        """Return where a statement ends that another with its own subject follows: 'denied the theft, | and the judge left'."""
        following = [s.first for s in segments(self.tokens, a, min(b, a + WINDOW))[1:] if s.kind == "main"]
        return following[0] if following and following[0] - a >= EVEN else b

    def _before_next(self, index: int, start: int, b: int) -> int:
        """Return where a statement ends: before a comma behind which another cue begins ('declined to comment, saying that ...')."""
        for i in range(start, b):
            if self.cued[i] and self.frame[i] != index:
                commas = [k for k in range(start, i) if self.tokens[k].norm == ","]
                return commas[-1] if commas else b
        return b

    def _without_relative(self, index: int, a: int, cue: Sequence[int]) -> int:
        """Return where a statement begins: at its cue when a long clause parts the cue from its source."""
        apart = (
            any(self.tokens[i].norm in ("who", "which", "whose", "where") for i in range(a, cue[0]))
            and cue[0] - a > APART
        )
        return cue[0] if apart else self._behind_other_cue(index, a, cue[0])

    def _behind_other_cue(self, index: int, a: int, cue: int) -> int:
        """Return `a`, or the cue when another statement stands between: 'X declined to comment, stating that ...'."""
        if any(self.cued[i] and self.frame[i] != index for i in range(a, cue)):
            return cue
        own = [i for i in range(a, cue) if self.frame[i] == index]
        between = range(max(own) + 1 if own else a, cue)
        comma = any(self.tokens[i].norm == "," for i in between)
        relative = any(self.tokens[i].norm in ("who", "which", "whose", "where") for i in range(a, cue))
        stated = any(g.finite and g.head in between for g in verb_groups(self.tokens, a, cue))
        return cue if comma and stated and not relative else a

    def is_open(self, sentence: Sentence, index: int) -> bool:
        """Tell whether the source does not vouch: 'did not say whether', 'was unable to say who'."""
        attribution = self.attributions[index]
        cue, content = self._here(sentence, attribution.cue), self._here(sentence, attribution.content)
        if not cue or (attribution.stance == "confirm" and {"dispute", "contest"} & set(self.cue_words(index))):
            return False  # who does not dispute a finding accepts it
        source = self._here(sentence, attribution.source)
        first = self._behind_other_cue(index, min([*source, *cue]), cue[0])
        last = next((i for i in range(max(cue) + 1, sentence.last) if i in content), sentence.last)
        if content and content[0] < first:
            last = max([*source, *cue]) + 1
        last = min(last, max(cue) + 6)
        groups = [
            g
            for g in verb_groups(self.tokens, max(sentence.first, cue[0] - 12), min(sentence.last, cue[-1] + 12))
            if any(g.first <= i < g.last for i in cue)
        ]
        return any(g.negated for g in groups) or leaves_open(self.tokens, first, last)

    def _here(self, sentence: Sentence, spans: Sequence[Span]) -> list[int]:
        return sorted({i for span in spans for i in self.inside(span) if sentence.first <= i < sentence.last})


def _length(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)
