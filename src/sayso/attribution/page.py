"""A report's tokens in the shape attribution reads them: one likely part of speech each, quotation marks, ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from sayso.attribution.lexicon import verbs, wordlist
from sayso.attribution.tagging import settle
from sayso.language.encoder.pairs import PRONOUNS
from sayso.model import Analysis, Mention, Quote, Report, Sentence, Span

GUARDS = frozenset(["guard", "guards", "watch", "command", "patrol"])
WITHIN = frozenset(["flat", "compound", "det", "amod", "nummod", "case", "punct"])
"""Relations of words within the mention of the word they hang on."""
SORT = {w: sort for sort, words in PRONOUNS.items() if sort in ("he", "she", "it", "they") for w in words.split()}
QUOTE_MARKS = frozenset('"“”«»„‟')


class Page:
    """One report's tokens, sentences and quotations with quick look-ups; token positions are indices into `tokens`."""

    def __init__(self, report: Report, analysis: Analysis) -> None:
        self.report = report
        self.analysis = analysis
        self.text = report.text
        self.tokens = analysis.tokens
        self.norm = [token.norm for token in self.tokens]
        self.starts = [token.span.start for token in self.tokens]
        self.ends = [token.span.end for token in self.tokens]
        self.sentences = analysis.sentences
        self.sentence_of = [-1] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for i in range(sentence.first, min(sentence.last, len(self.tokens))):
                self.sentence_of[i] = number
        self.tag = settle(self.text, self.tokens, self.sentence_of)
        self.quotes = tuple(quote for quote in analysis.quotes if not quote.scare)
        self.quote_of = [-1] * len(self.tokens)
        for number, quote in enumerate(self.quotes):
            for i in range(*self.inside(quote.outer)):
                self.quote_of[i] = number
        self.mark = [False] * len(self.tokens)
        for quote in analysis.quotes:
            for i in range(*self.inside(quote.outer)):
                if not quote.span.contains(self.tokens[i].span):
                    self.mark[i] = True
        self.mentions = analysis.mentions
        self._mention_starts = [mention.span.start for mention in self.mentions]
        for mention in self.mentions:
            for i in range(*self.inside(mention.head)):
                if (
                    self.tag[i] in ("INTJ", "X", "ADV", "ADJ", "VERB", "NOUN")
                    and self.capital(i)
                    and mention.kind not in ("nationality", "nameless person", "nameless group")
                ):
                    self.tag[i] = "PROPN"
            # The head of a body that looks like a verb: 'the coast guard'.
            first, last = self.inside(mention.head)
            if last - first > 1 and self.tag[last - 1] == "VERB" and self.norm[last - 1] in GUARDS:
                self.tag[last - 1] = "NOUN"
            if (
                first < last
                and mention.kind in ("nameless person", "nameless group")
                and self.tag[last - 1] == "VERB"
                and self.norm[last - 1] not in verbs()
            ):
                self.tag[last - 1] = "NOUN"
        self._meant = {one.at: one.among for one in analysis.meant}
        self._all_meant: dict[int, dict[int, float]] = {}
        self.time = [False] * len(self.tokens)
        for time in analysis.times:
            for i in range(*self.inside(time.span)):
                self.time[i] = True

    def top(self, i: int) -> int:
        """Return the word that heads the mention which the token `i` is part of."""
        for _ in range(8):
            token = self.tokens[i]
            if token.relation not in WITHIN or token.head in (-1, i):
                break
            i = token.head
        return i

    def meant(self, i: int) -> dict[int, float]:
        """Return the heads of the mentions that the pronoun or description at the token `i` may mean, each with its chance (0-1).

        What a pronoun among them may mean in turn has the product of both chances.
        """
        at = i if i in self._meant else self.top(i)
        known = self._all_meant.get(at)
        if known is not None:
            return known
        found: dict[int, float] = {}
        for before, chance in self._meant.get(at, ()):
            if SORT.get(self.norm[before], "") not in ("", SORT.get(self.norm[at], SORT.get(self.norm[before], ""))):
                continue  # 'he' is no 'she'
            for top, share in ((self.top(before), 1.0), *self._behind(before)):
                found[top] = min(1.0, found.get(top, 0.0) + chance * share)
        self._all_meant[at] = found
        return found

    def _behind(self, i: int) -> tuple[tuple[int, float], ...]:
        return tuple(self.meant(i).items()) if self.tag[i] == "PRON" and i in self._meant else ()

    def cut_labels(self, labels: list[tuple[int, int]]) -> None:
        """Let the sentences of a transcript begin behind the speaker's label; `labels` are ranges of tokens."""
        behind = {label[0]: label[1] for label in labels}
        cut = []
        for sentence in self.sentences:
            first = next((behind[i] for i in range(sentence.first, sentence.last) if i in behind), sentence.first)
            cut.append(replace(sentence, first=min(first, sentence.last)))
        self.sentences = tuple(cut)

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of the tokens that begin within `span`."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def inside_at(self, position: int) -> int:
        """Return the first token that begins at or after the character `position`."""
        return bisect_left(self.starts, position)

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` up to, not including, token `last`; ValueError when empty."""
        if first >= last:
            raise ValueError(f"no tokens between {first} and {last}")
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def capital(self, i: int) -> bool:
        """Tell whether token `i` starts with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def paragraph_of(self, i: int) -> int:
        """Return the number of the paragraph of token `i`; -1 outside all sentences."""
        number = self.sentence_of[i]
        return self.sentences[number].paragraph if number >= 0 else -1

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the mentions whose head lies inside `span`, in text order."""
        at = bisect_left(self._mention_starts, max(0, span.start - 200))
        end = bisect_right(self._mention_starts, span.end)
        return [mention for mention in self.mentions[at:end] if span.contains(mention.head)]

    def reach(self, i: int) -> tuple[int, int]:
        """Return the stretch a cue at `i` may reach over: its sentence, within the quotation it stands in."""
        sentence = self.sentence(i)
        low, high = sentence.first, sentence.last
        quote = self.quote_at(i)
        if quote is not None:
            first, last = self.inside(quote.span)
            low, high = max(low, first), min(high, last)
        while (
            high > low and self.breaks(high - 1) and not self.mark[high - 1] and self.norm[high - 1] not in (")", "]")
        ):
            high -= 1
        return low, high

    def quote_at(self, i: int) -> Quote | None:
        """Return the quotation token `i` stands in, None outside quotations."""
        return self.quotes[self.quote_of[i]] if 0 <= i < len(self.tokens) and self.quote_of[i] >= 0 else None

    def sentence(self, i: int) -> Sentence:
        """Return the sentence of token `i`."""
        return self.sentences[self.sentence_of[i]]

    def verb_forms(self, i: int) -> tuple[str, ...]:
        """Return the forms ('past', 'ing' ...) of the cue verbs that token `i` may be."""
        return tuple(form for _, form in verbs().get(self.norm[i], ()))

    def nominal(self, i: int) -> bool:
        """Tell whether token `i` may end a noun phrase."""
        return self.tag[i] in ("NOUN", "PROPN", "PRON", "NUM", "SYM") or self.norm[i] in wordlist("subject_pronouns")

    def breaks(self, i: int) -> bool:
        """Tell whether token `i` is a mark that parts clauses: comma, semicolon, dash, bracket, quotation mark, full stop."""
        return self.tag[i] == "PUNCT"
