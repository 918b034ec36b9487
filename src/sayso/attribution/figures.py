"""The figures of one report: who has been named or described so far, and whom a phrase means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.attribution.draft import Range
from sayso.attribution.lexicon import tree_words, wordlist
from sayso.attribution.page import Page
from sayso.model import ActorKind, Mention

SPEAKING: tuple[str, ...] = (
    "person", "government", "ministry", "armed force", "intelligence service", "news agency", "outlet", "company", "organisation", "document", "unknown",
)  # fmt: skip
MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
PLURAL = frozenset("they them their themselves".split())
NEUTER = frozenset("it its itself".split())


@dataclass(slots=True)
class Figure:
    """Somebody or something that can speak in one report: its fullest name, kind, the words it goes by, where it was met."""

    name: str
    kind: ActorKind
    words: set[str]
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    own: bool = False
    met: list[tuple[int, int]] = field(default_factory=list)

    def last_before(self, at: int) -> tuple[int, int] | None:
        """Return position and weight of the last meeting before token `at`."""
        found = None
        for where, weight in self.met:
            if where < at:
                found = (where, weight)
        return found


class Figures:
    """All figures of a report, gathered from its mentions and, as sources are resolved, from descriptions."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all: list[Figure] = []
        self.nouns = tree_words("role_nouns")
        for mention in page.mentions:
            if mention.kind in SPEAKING:
                self._meet(mention)

    def _meet(self, mention: Mention) -> Figure | None:
        first, last = self.page.inside(mention.head)
        if first >= last:
            return None
        kind: ActorKind = mention.kind  # type: ignore[assignment]
        found = self._named(mention.name, kind)
        if found is None:
            found = Figure(mention.name, kind, _name_words(mention.name), own=self._is_own(mention.name))
            self.all.append(found)
        elif len(mention.name) > len(found.name):
            found.name = mention.name
            found.words |= _name_words(mention.name)
        if mention.title:
            found.roles |= {word.lower() for word in re.findall(r"\w+", mention.title)}
        found.met.append((first, 1))
        return found

    def _named(self, name: str, kind: ActorKind) -> Figure | None:
        words = _name_words(name)
        fitting = [f for f in self.all if f.name == name or (words and (words <= f.words or f.words <= words) and f.words)]
        return fitting[-1] if len(fitting) == 1 else next((f for f in fitting if f.name == name), None)

    def _is_own(self, name: str) -> bool:
        outlet = self.page.report.outlet
        if not outlet:
            return False
        mine, theirs = _name_words(outlet), _name_words(name)
        initials = "".join(word[0] for word in re.findall(r"\w+", outlet)).lower()
        return bool(theirs) and (theirs <= mine or "".join(sorted(theirs)) == initials)

    def resolve(self, part: Range, speaks: bool) -> Figure | None:
        """Return whom the phrase `part` means; a phrase that names nobody known becomes a figure of its own words."""
        page = self.page
        first, last = part
        norm = page.norm[first]
        figure: Figure | None
        if last - first == 1 and norm in MASCULINE | FEMININE | PLURAL | NEUTER:
            figure = self._antecedent(norm, first)
        elif page.tag[first] == "PRON" and last - first == 1 and norm in ("i", "we", "one", "you"):
            return None
        else:
            figure = self._by_name(part) or self._described(part)
        if figure is not None and speaks:
            figure.met.append((first, 3))
            figure.met.sort()
        return figure

    def _antecedent(self, pronoun: str, at: int) -> Figure | None:
        best: tuple[float, Figure] | None = None
        for figure in self.all:
            if not _agrees(figure, pronoun):
                continue
            last = figure.last_before(at)
            if last is None:
                continue
            score = last[0] + 12 * last[1]
            if best is None or score > best[0]:
                best = (score, figure)
        if best is not None and not best[1].gender and pronoun in MASCULINE | FEMININE and best[1].kind == "person":
            best[1].gender = "m" if pronoun in MASCULINE else "f"
        return best[1] if best else None

    def _by_name(self, part: Range) -> Figure | None:
        page = self.page
        head = self._head(part)
        mentions = [m for m in page.mentions_in(page.span(*part)) if m.kind in SPEAKING]
        for mention in mentions:
            first, last = page.inside(mention.head)
            if first <= head < last:
                return self._named(mention.name, mention.kind)  # type: ignore[arg-type]
        for mention in mentions:
            first, _ = page.inside(mention.head)
            if mention.kind == "person" and page.norm[first - 1] == ",":
                return self._named(mention.name, "person")
        return None

    def _head(self, part: Range) -> int:
        """Return the head token of a phrase: the last word of its first core."""
        page = self.page
        i = part[0]
        while i + 1 < part[1] and page.tag[i + 1] in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PART", "ADV"):
            i += 1
        return i

    def _described(self, part: Range) -> Figure | None:
        page = self.page
        text = " ".join(page.words(*part).split())
        if not re.search(r"\w", text):
            return None
        head = page.norm[self._head(part)]
        definite = page.norm[part[0]] in ("the", "this", "that", "these", "those", "its", "his", "her", "their", "our")
        if definite and part[1] - part[0] <= 4:
            known = self._with_role(head, part[0])
            if known is not None:
                return known
        plural = head.endswith("s") and not head.endswith("ss")
        kind: ActorKind = self.nouns.get(head, "nameless group" if plural else "unknown")  # type: ignore[assignment]
        figure = Figure(text, kind, set(), {head}, plural=plural, met=[(part[0], 1)])
        self.all.append(figure)
        return figure

    def _with_role(self, head: str, at: int) -> Figure | None:
        best = None
        for figure in self.all:
            last = figure.last_before(at)
            if last is not None and (head in figure.roles or head in figure.words) and (best is None or last[0] > best[0]):
                best = (last[0], figure)
        return best[1] if best else None

    def relay(self, part: Range) -> Figure | None:
        """Return the outlet or agency that was told something, None when a hearer is no relay."""
        figure = self._by_name(part)
        return figure if figure is not None and figure.kind in ("news agency", "outlet") else None


def _name_words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", name))} - {"the", "of", "and", "for", "a"}


def _agrees(figure: Figure, pronoun: str) -> bool:
    person = figure.kind in ("person", "nameless person") or (figure.kind == "unknown")
    if pronoun in MASCULINE:
        return person and figure.gender in ("", "m") and not figure.plural
    if pronoun in FEMININE:
        return person and figure.gender in ("", "f") and not figure.plural
    if pronoun in PLURAL:
        return figure.plural or figure.kind in ("nameless group",)
    return figure.kind not in ("person", "nameless person", "nameless group") and not figure.own


__all__ = ["Figure", "Figures", "wordlist"]
