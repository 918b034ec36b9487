"""The report as derivation reads it: its words without marks, each with its sentence and the quotation around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations
from statistics import median

from sayso.derivation.outlets import key
from sayso.model import Analysis, Attribution, Report, Span, cover
from sayso.similarity import WeightedWords, in_stock_phrase, stem

_ONE_AFFAIR = 0.14
"""The median likeness of reports from which a pile is about one affair; reports of one day's politics reach 0.10."""

TELLS = 0.55
"""The weight in general English from which a word ties a sentence to a matter: names, numbers, rarer words."""

_LOOKED_AT = 200
"""How many reports of a pile are asked at most for what belongs to a matter."""

_KEPT = 1 << 16
"""Vectors of sentences that are kept at one time; bounds the memory."""

_OF_TITLES = ("NOUN", "ADJ", "PROPN")
"""Parts of speech of which titles before names are made."""

_LONGEST_TITLE = 80
"""Characters of a name with its title; longer phrases tell more than who somebody is."""


@dataclass(frozen=True, eq=False)
class Text:
    """One report ready for comparison; `number` is its place in the pile. A text equals itself alone.

    Words are the tokens that hold a letter or a digit and stand outside skipped ranges. `word_sentence` gives the
    sentence's index for each word, `word_quote` the quotation's index or -1.
    """

    number: int
    report: Report
    analysis: Analysis
    attributions: tuple[Attribution, ...]
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    word_sentence: tuple[int, ...]
    word_quote: tuple[int, ...]

    @classmethod
    def of(cls, number: int, report: Report, analysis: Analysis, attributions: Sequence[Attribution]) -> Text:
        """Build the view of one report."""
        words, spans, sentences, quotes = [], [], [], []
        starts = [quote.outer.start for quote in analysis.quotes]
        for index, sentence in enumerate(analysis.sentences):
            for token in analysis.tokens[sentence.first : sentence.last]:
                if not (token.norm.isalnum() or any(letter.isalnum() for letter in token.norm)):
                    continue
                if report.skipped and any(skipped.contains(token.span) for skipped in report.skipped):
                    continue
                words.append(token.norm)
                spans.append(token.span)
                sentences.append(index)
                place = bisect_right(starts, token.span.start) - 1
                inside = place >= 0 and analysis.quotes[place].outer.contains(token.span)
                quotes.append(place if inside else -1)
        return cls(
            number,
            report,
            analysis,
            tuple(a for a in attributions if not a.aside),
            tuple(words),
            tuple(spans),
            tuple(sentences),
            tuple(quotes),
        )

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @cached_property
    def sentence_words(self) -> tuple[range, ...]:
        """For each sentence the range of its words' indexes, possibly empty."""
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for index, sentence in enumerate(self.word_sentence):
            first.setdefault(sentence, index)
            last[sentence] = index + 1
        return tuple(range(first.get(s, 0), last.get(s, 0)) for s in range(len(self.analysis.sentences)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, each once."""
        return frozenset(self.keys)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The stem of each word."""
        return tuple(map(stem, self.words))

    @cached_property
    def stock(self) -> frozenset[int]:
        """The indexes of the words that stand in a stock phrase."""
        return in_stock_phrase(self.words)

    @cached_property
    def proper(self) -> tuple[bool, ...]:
        """For each word whether it is part of a name or a number there: capitalised inside a sentence, or always, or with a digit."""
        starts = {words.start for words in self.sentence_words if len(words)}
        text, names = self.report.text, self.names
        return tuple(
            form in names
            or (text[span.start].isupper() and at not in starts)
            or (not word.isalpha() and any(letter.isdigit() for letter in word))
            for at, (word, form, span) in enumerate(zip(self.words, self.keys, self.spans, strict=True))
        )

    @cached_property
    def titled(self) -> tuple[bool, ...]:
        """For each word whether it stands in the name or the title of a person or body ('harbour master Ada Roe'): whoever reports on them writes it."""
        starts = [span.start for span in self.spans]
        tags = {token.span.start: token.tags[0] for token in self.analysis.tokens}
        inside = [False] * len(self.words)
        for mention in self.analysis.mentions:
            if not mention.name[:1].isupper() or len(mention.span) > _LONGEST_TITLE:
                continue
            first, last = bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)
            while first and tags.get(starts[first - 1]) in _OF_TITLES and self._touch(first - 1, first):
                first -= 1
            inside[first:last] = [True] * (last - first)
        return tuple(inside)

    def _touch(self, left: int, right: int) -> bool:
        """Tell whether nothing but a space parts two words."""
        return self.spans[right].start - self.spans[left].end == 1

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems that stand capitalised wherever they stand, or hold a digit: names and numbers."""
        lower = {form for form, s in zip(self.keys, self.spans, strict=True) if self.report.text[s.start].islower()}
        return frozenset(key for key in self.stems if key not in lower or any(letter.isdigit() for letter in key))

    def range_span(self, start: int, end: int) -> Span:
        """Return the characters from word `start` up to word `end` (exclusive)."""
        return cover((self.spans[start], self.spans[end - 1]))

    def sentence_at(self, place: int) -> int:
        """Return the index of the sentence that holds the character, or of the last one that starts before it."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def sentences_over(self, span: Span) -> range:
        """Return the indexes of the sentences that a span of one character or more overlaps."""
        first = self.sentence_at(span.start)
        last = bisect_left(self._sentence_starts, span.end)
        while first < last and self.analysis.sentences[first].span.end <= span.start:
            first += 1
        return range(first, last)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.analysis.sentences)

    @cached_property
    def word_starts(self) -> tuple[int, ...]:
        """Where each word starts, for looking places up."""
        return tuple(span.start for span in self.spans)

    def sentence_keys(self, sentence: int) -> tuple[str, ...]:
        """Return the stems of a sentence's words."""
        words = self.sentence_words[sentence]
        return self.keys[words.start : words.stop]

    def passage(self, sentence: int, around: int = 0) -> tuple[str, ...]:
        """Return the words of a sentence and of `around` sentences before and after it, within its paragraph."""
        sentences = self.analysis.sentences
        wanted = [
            s
            for s in range(max(0, sentence - around), min(len(sentences), sentence + around + 1))
            if s == sentence or sentences[s].paragraph == sentences[sentence].paragraph
        ]
        return tuple(self.words[w] for s in wanted for w in self.sentence_words[s])


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The further reports about the matter of one (their numbers), and how many of them hold each telling stem: what they hold too is not foreign to it."""

    alike: frozenset[int]
    held: Counter[str]


@dataclass(frozen=True, eq=False)
class Pile:
    """All reports of a pile with the weights of their words; `held` counts the reports that hold a stem. A pile equals itself alone."""

    texts: tuple[Text, ...]
    weights: WeightedWords

    @classmethod
    def of(
        cls,
        reports: Sequence[Report],
        analyses: Sequence[Analysis],
        attributions_per_report: Sequence[Sequence[Attribution]],
    ) -> Pile:
        """Build the views of all reports; raises ValueError when the sequences are not parallel."""
        given = zip(reports, analyses, attributions_per_report, strict=True)
        texts = tuple(Text.of(n, *parts) for n, parts in enumerate(given))
        return cls(texts, WeightedWords.of_stems(text.keys for text in texts))

    def label(self, text: Text) -> str:
        """Return how a person calls a report: its outlet, with the date where the outlet has several here, else its file."""
        report = text.report
        if not report.outlet:
            return report.label
        several = self._printed[report.outlet] > 1
        return f"{report.outlet} ({report.published or report.id})" if several else report.outlet

    @cached_property
    def _printed(self) -> Counter[str | None]:
        """How many reports each outlet has here."""
        return Counter(text.report.outlet for text in self.texts)

    @cached_property
    def by_outlet(self) -> Mapping[str, tuple[Text, ...]]:
        """The reports of each outlet, by its key (see `sayso.derivation.outlets.key`), in their order."""
        found: dict[str, list[Text]] = {}
        for text in self.texts:
            if text.report.outlet:
                found.setdefault(key(text.report.outlet), []).append(text)
        return {outlet: tuple(texts) for outlet, texts in found.items()}

    def likeness(self, a: int, b: int) -> float:
        """Return how much two reports are about one matter: the cosine of their words by rarity in general English."""
        one, two = self.matter(a), self.matter(b)
        return sum(weight * two.get(key, 0.0) for key, weight in one.items())

    @cached_property
    def one_affair(self) -> bool:
        """Tell whether the pile is about one affair: the median likeness of its reports (40 at most are looked at)."""
        numbers = range(min(len(self.texts), 40))
        return median([self.likeness(a, b) for a, b in combinations(numbers, 2)] or [1.0]) >= _ONE_AFFAIR

    @cached_property
    def matter(self) -> Callable[[int], Mapping[str, float]]:
        """Give for a report's number its words' weights in general English, scaled to length 1; the last ones asked for are kept."""

        @lru_cache(maxsize=_KEPT >> 4)
        def vector(number: int) -> Mapping[str, float]:
            return self.general.vector_of_stems(self.texts[number].keys)

        return vector

    @cached_property
    def telling(self) -> Callable[[int], frozenset[str]]:
        """Give for a report's number its stems that tell something in general English."""

        @cache
        def stems(number: int) -> frozenset[str]:
            return frozenset(key for key in self.texts[number].stems if self.weights.prior(key) > TELLS)

        return stems

    @cached_property
    def elsewhere(self) -> Callable[[int], Elsewhere]:
        """Give for a report's number what further reports of the pile tell about its matter."""

        @cache
        def found(number: int) -> Elsewhere:
            others = (third.number for third in self.texts[:_LOOKED_AT] if third.number != number)
            near = frozenset(other for other in others if self.likeness(number, other) >= _ONE_AFFAIR)
            return Elsewhere(near, Counter(key for third in near for key in self.telling(third)))

        return found

    @cached_property
    def general(self) -> WeightedWords:
        """Weights by rarity in general English alone, whatever the pile holds."""
        return WeightedWords.fit(())

    @cached_property
    def sentence_vector(self) -> Callable[[int, int], Mapping[str, float]]:
        """Give, for a report's number and a sentence's index, its words' weights in this pile, scaled to length 1; the last ones asked for are kept."""

        @lru_cache(maxsize=_KEPT)
        def vector(number: int, sentence: int) -> Mapping[str, float]:
            return self.weights.vector_of_stems(self.texts[number].sentence_keys(sentence))

        return vector

    def held(self, key: str) -> int:
        """Return the number of reports that hold a stem."""
        return self.weights.frequency.get(key, 0)
